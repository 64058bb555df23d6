import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  compareInstants,
  findUnit,
  statusOf,
  type Campaign,
  type Instant,
  type Parsed,
} from "@chiendich/core";
import { describeTracker, parseSheetLink, type Tracker, type WatchState } from "@chiendich/google-sheets";
import { MisuseError } from "../misuse-error.ts";
import { roundOption, type RunningCampaign } from "../workspace/command-context.ts";
import { issueOnce } from "../workspace/issue-once.ts";
import { files, readText } from "../workspace/workspace.ts";

/** The Google Sheet of one round, as the folder knows it. */
export interface RoundSheet {
  readonly spreadsheetId: string;
  /** What was seen of its rows so far; null before the first look. */
  readonly watch: WatchState | null;
}

/** By id of the round. */
type RoundSheets = Readonly<Record<string, RoundSheet>>;

async function readRoundSheets(folder: string): Promise<RoundSheets> {
  const text = await readText(join(folder, files.sheets));
  return text === null ? {} : (JSON.parse(text) as RoundSheets);
}

/** Remembers which spreadsheet a round has, and what was seen in it. */
export async function keepRoundSheet(folder: string, roundId: string, sheet: RoundSheet): Promise<void> {
  const path = join(folder, files.sheets);
  await mkdir(dirname(path), { recursive: true });
  const all = { ...(await readRoundSheets(folder)), [roundId]: sheet };
  await writeFile(path, `${JSON.stringify(all, null, 2)}\n`);
}

/** A round with its spreadsheet; the spreadsheet is null when none is known yet. */
export interface ChosenSheet {
  readonly roundId: string;
  readonly sheet: RoundSheet | null;
}

/**
 * Which round's spreadsheet is meant: by the link or id given, by `--round`, or all that campaign.yaml
 * or the folder know.
 *
 * @param given what stands after `--sheet`; `true` when nothing does
 * @throws {MisuseError} when a link is given and its round cannot be told
 */
export async function chooseSheets(
  { folder, campaign }: Pick<RunningCampaign, "folder" | "campaign">,
  given: string | true,
  round: string | boolean | undefined,
): Promise<Parsed<readonly ChosenSheet[]>> {
  const known = await readRoundSheets(folder);
  const rounds = round === undefined ? campaign.rounds : [findRound(campaign, round)];
  const chosen = rounds.map((one): ChosenSheet => {
    const kept = known[one.id] ?? null;
    const linked = linkedSheet(one);
    if (linked === null) return { roundId: one.id, sheet: kept };
    const same = kept?.spreadsheetId === linked;
    return { roundId: one.id, sheet: same ? kept : { spreadsheetId: linked, watch: null } };
  });
  if (given === true) return { value: chosen, issues: [] };

  const link = parseSheetLink(given, given);
  if (link.value === null) return { value: null, issues: link.issues };
  const { spreadsheetId } = link.value;
  const meant = chosen.find(({ sheet }) => sheet?.spreadsheetId === spreadsheetId);
  if (meant) return { value: [meant], issues: [] };
  const [only, ...others] = rounds;
  if (!only || others.length > 0) {
    const ids = campaign.rounds.map(({ id }) => id).join(", ");
    throw new MisuseError({
      vi: `Bảng tính này của đợt báo cáo nào? Thêm --round: ${ids}`,
      en: `Which round is this spreadsheet of? Add --round: ${ids}`,
    });
  }
  return { value: [{ roundId: only.id, sheet: { spreadsheetId, watch: null } }], issues: [] };
}

function findRound(campaign: Campaign, round: string | boolean): Campaign["rounds"][number] {
  const id = roundOption(round, campaign);
  return campaign.rounds.find((one) => one.id === id) as Campaign["rounds"][number];
}

/** The spreadsheet that campaign.yaml names for the round. */
function linkedSheet({ destination: { kind, link } }: Campaign["rounds"][number]): string | null {
  if (kind !== "googleSheet" || link === null) return null;
  return parseSheetLink(link).value?.spreadsheetId ?? null;
}

/**
 * What the round's shared sheet is to be: a row for each unit that owes a report, issued or about to be.
 *
 * @param account the one that lays it out: what it protects for others must stay open to itself
 */
export async function trackerOf(
  running: RunningCampaign,
  roundId: string,
  at: Instant,
  account: string | null = null,
): Promise<Parsed<Tracker>> {
  const { folder, campaign, directory } = running;
  const issued = [...running.events, ...issueOnce(running, running.events)];
  const [first] = issued;
  const { rows } = statusOf(campaign, issued, {
    at: first && compareInstants(first.at, at) > 0 ? first.at : at,
    roundId,
  });
  const units = rows.flatMap(({ obligation, state }) =>
    state === "waived" ? [] : (findUnit(directory, obligation.unitId) ?? []),
  );
  const groups = new Map(rows.map(({ obligation }) => [obligation.unitId, obligation.group]));
  const accounts = await readAccounts(folder);
  const { unitId } = campaign.dispatch.issuer;
  const office = [...accounts, ...(account === null ? [] : [{ unit: "", account }])]
    .filter(({ unit }) => unit === "" || unit === unitId)
    .map((one) => one.account);
  const editors = Object.fromEntries(
    [...Map.groupBy(accounts, ({ unit }) => unit)].map(([unit, own]) => [
      unit,
      own.map((one) => one.account),
    ]),
  );
  const described = describeTracker({
    campaign,
    roundId,
    units,
    groupOf: ({ id }) => groups.get(id) ?? "",
    editors,
    office,
  });
  // Offices that give no accounts do not want to be told of each unit that it has none.
  const given = units.some(({ id }) => editors[id] !== undefined);
  const issues = described.issues.filter(({ code }) => given || code !== "sheets_editor_unknown");
  return { value: described.value, issues };
}

interface UnitAccount {
  /** Id of the unit; empty for the office itself. */
  readonly unit: string;
  readonly account: string;
}

/** `accounts.csv` (`unit,account`): which Google accounts fill which unit's row; none without the file. */
async function readAccounts(folder: string): Promise<readonly UnitAccount[]> {
  const text = await readText(join(folder, files.accounts));
  const lines = (text ?? "").split(/\r?\n/).slice(1);
  return lines
    .map((line) => line.split(/[,;]/).map((cell) => cell.trim().replace(/^"|"$/g, "")))
    .flatMap(([unit = "", account = ""]) => (account === "" ? [] : [{ unit, account }]));
}
