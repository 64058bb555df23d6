import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import {
  campaignPlaces,
  issue,
  parseCampaign,
  parseLineage,
  parseUnitDirectory,
  readCampaignWorkbook,
  type Campaign,
  type FieldKinds,
  type Issue,
  type LineageEvent,
  type Parsed,
  type PlaceOfPath,
  type UnitDirectory,
  type UnitPlaces,
} from "@chiendich/core";
import { civilServantCalendar } from "@chiendich/vietnam";
import { openWorkbook } from "@chiendich/xlsx";
import { MisuseError } from "../misuse-error.ts";
import { loadPlugins } from "../plugin/load-plugins.ts";
import { pluginParts } from "../plugin/plugin-parts.ts";
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
  /** The office's own. */
  keys: join(".chiendich", "keys"),
  /** Public keys of the units, to check what they sign. */
  unitKeys: "keys",
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
  /** Where what people wrote stands in their files. */
  readonly places: WorkspacePlaces;
  /** What is wrong with the files, short of making them unusable. */
  readonly issues: readonly Issue[];
}

/** Line and column of what findings name. */
interface WorkspacePlaces {
  /** Absent for a campaign that is a workbook. */
  readonly campaign: PlaceOfPath | undefined;
  readonly units: UnitPlaces;
}

/** The plan of a folder; `value` is null when a file is missing or cannot be used. */
export async function readWorkspace(folder: string): Promise<Parsed<Workspace>> {
  const { campaign, plugins } = await readPlan(folder);
  const lineage = await readLineage(folder);
  const unitsText = await readText(join(folder, files.units));
  const units =
    unitsText === null
      ? { value: null, issues: [missing(files.units)], places: null }
      : parseUnitDirectory(unitsText, { source: files.units, lineage: lineage.value ?? [] });
  const issues = [...campaign.issues, ...lineage.issues, ...units.issues];
  if (!campaign.value || !lineage.value || !units.value || !units.places) return { value: null, issues };
  const plan = { campaign: campaign.value, directory: units.value, plugins };
  const places = { campaign: campaign.placeOf, units: units.places };
  return { value: { folder, ...plan, places, issues }, issues };
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

/**
 * The campaign and its plugins. It is read once more when they add kinds of fields: which plugins there
 * are stands in it, and a field of an unknown kind says so.
 */
async function readPlan(
  folder: string,
): Promise<{ readonly campaign: ReadCampaign; readonly plugins: readonly Plugin[] }> {
  const first = await readCampaign(folder, {});
  const unknown = first.issues.find((one) => one.code === "campaign_field_kind_unknown");
  const named = first.value?.plugins ?? unknown?.params.plugins ?? [];
  const { value: plugins, issues } = await loadPlugins(folder, named, files.campaign);
  if (!plugins) {
    const others = first.issues.filter(({ code }) => code !== "campaign_field_kind_unknown");
    return { campaign: { value: null, issues: [...others, ...issues] }, plugins: [] };
  }
  return { campaign: unknown ? await readCampaign(folder, pluginParts(plugins).fieldKinds) : first, plugins };
}

interface ReadCampaign extends Parsed<Campaign> {
  /** Absent for a workbook. */
  readonly placeOf?: PlaceOfPath | undefined;
}

async function readCampaign(folder: string, fieldKinds: FieldKinds): Promise<ReadCampaign> {
  const options = { calendar: civilServantCalendar, fieldKinds };
  const yaml = await readText(join(folder, files.campaign));
  if (yaml !== null) {
    const presets = new Map<string, string | null>();
    const name = /^extends:\s*["']?([^\s"'#]+)/m.exec(yaml)?.[1];
    if (name !== undefined) presets.set(name, await readText(join(folder, name)));
    const text = { source: files.campaign, preset: (one: string) => presets.get(one) ?? null };
    return { ...parseCampaign(yaml, { ...text, ...options }), placeOf: campaignPlaces(yaml, text) };
  }
  const bytes = await readBytes(join(folder, files.campaignWorkbook));
  if (bytes === null) return { value: null, issues: [missing(files.campaign)] };
  const source = await openWorkbook(bytes, { name: files.campaignWorkbook });
  return source.value ? readCampaignWorkbook(source.value, options) : { value: null, issues: source.issues };
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
