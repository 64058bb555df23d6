import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import {
  issue,
  parseCampaign,
  parseLineage,
  parseUnitDirectory,
  readCampaignWorkbook,
  type Campaign,
  type Issue,
  type LineageEvent,
  type Parsed,
  type UnitDirectory,
} from "@chiendich/core";
import { civilServantCalendar } from "@chiendich/vietnam";
import { openWorkbook } from "@chiendich/xlsx";
import { MisuseError } from "../command.ts";
import { loadPlugins } from "../plugin/load-plugins.ts";
import type { Plugin } from "../plugin/plugin.ts";

/** The files of a campaign's folder. Everything a person edits is one they already know how to open. */
export const files = {
  campaign: "campaign.yaml",
  campaignWorkbook: "campaign.xlsx",
  units: "units.csv",
  /** Or `lineage.json`. */
  lineage: "lineage.csv",
  decisions: "decisions.csv",
  /** Google accounts of the units, for a shared sheet. */
  accounts: "accounts.csv",
  returns: "returns",
  out: "out",
  ledger: join(".chiendich", "ledger.sqlite"),
  contents: join(".chiendich", "returns"),
  outbox: join(".chiendich", "outbox.sqlite"),
  keys: join(".chiendich", "keys"),
  sheets: join(".chiendich", "sheets.json"),
  contacts: join(".chiendich", "contacts.sqlite"),
} as const;

/** A campaign's folder with its plan read. */
export interface Workspace {
  readonly folder: string;
  readonly campaign: Campaign;
  readonly directory: UnitDirectory;
  /** What the campaign's plugins add. */
  readonly plugins: readonly Plugin[];
  /** What is wrong with the files, short of making them unusable. */
  readonly issues: readonly Issue[];
}

/** The plan of a folder; `value` is null when a file is missing or cannot be used. */
export async function readWorkspace(folder: string): Promise<Parsed<Workspace>> {
  const campaign = await readCampaign(folder);
  const lineage = await readLineage(folder);
  const unitsText = await readText(join(folder, files.units));
  const units =
    unitsText === null
      ? { value: null, issues: [missing(files.units)] }
      : parseUnitDirectory(unitsText, { source: files.units, lineage: lineage.value ?? [] });
  const issues = [...campaign.issues, ...lineage.issues, ...units.issues];
  if (!campaign.value || !lineage.value || !units.value) return { value: null, issues };
  const plugins = await loadPlugins(folder, campaign.value.plugins ?? [], files.campaign);
  if (!plugins.value) return { value: null, issues: [...issues, ...plugins.issues] };
  const plan = { campaign: campaign.value, directory: units.value, plugins: plugins.value };
  return { value: { folder, ...plan, issues }, issues };
}

/** The folder a command works in, or a sentence saying that it is none. @throws {MisuseError} */
export async function requireWorkspaceFolder(folder: string): Promise<string> {
  const path = resolve(folder);
  for (const name of [files.campaign, files.campaignWorkbook]) {
    if ((await readBytes(join(path, name))) !== null) return path;
  }
  throw new MisuseError({
    vi: `Thư mục ${path} không có ${files.campaign}. Tạo chiến dịch mới bằng lệnh: chiendich init`,
    en: `There is no ${files.campaign} in ${path}. Make a campaign with: chiendich init`,
  });
}

async function readCampaign(folder: string): Promise<Parsed<Campaign>> {
  const yaml = await readText(join(folder, files.campaign));
  if (yaml !== null) {
    const presets = new Map<string, string | null>();
    const name = /^extends:\s*["']?([^\s"'#]+)/m.exec(yaml)?.[1];
    if (name !== undefined) presets.set(name, await readText(join(folder, name)));
    return parseCampaign(yaml, {
      source: files.campaign,
      preset: (one) => presets.get(one) ?? null,
      calendar: civilServantCalendar,
    });
  }
  const bytes = await readBytes(join(folder, files.campaignWorkbook));
  if (bytes === null) return { value: null, issues: [missing(files.campaign)] };
  const source = await openWorkbook(bytes, { name: files.campaignWorkbook });
  return source.value
    ? readCampaignWorkbook(source.value, { calendar: civilServantCalendar })
    : { value: null, issues: source.issues };
}

async function readLineage(folder: string): Promise<Parsed<readonly LineageEvent[]>> {
  for (const source of [files.lineage, "lineage.json"]) {
    const text = await readText(join(folder, source));
    if (text !== null) return parseLineage(text, { source });
  }
  return { value: [], issues: [] };
}

function missing(name: string): Issue {
  return issue("workspace_file_missing", { source: name }, { name });
}

/** The text of a file, or null when there is none. */
export async function readText(path: string): Promise<string | null> {
  const bytes = await readBytes(path);
  return bytes === null ? null : new TextDecoder().decode(bytes);
}

/** The bytes of a file, or null when there is none. */
export async function readBytes(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}
