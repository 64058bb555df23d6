import { issue, type Issue } from "../issue/issue.ts";
import { fieldsOfAllVersions, fieldsOfVersion } from "../report-schema/schema-version.ts";
import { findUnit } from "../recipient-unit/unit-directory.ts";
import type { Sheet } from "../sheet/sheet.ts";
import type { SheetSource } from "../sheet/sheet-source.ts";
import { checkIdentity, identitySheetName, type FormIdentity } from "./form/form-identity.ts";
import { guideSheetName } from "./form/form-guide.ts";
import { listSheetName } from "./form/form-lists.ts";
import type { Reading, Verdict } from "./reading.ts";
import { collectSheets, defaultMaxCells } from "./read/collect-sheets.ts";
import type { Draft, UnitClaim } from "./read/draft.ts";
import { tableFinder } from "./read/find-tables.ts";
import { sheetCharset } from "./read/sheet-charset.ts";
import { gridOf } from "./read/grid.ts";
import { identifyUnit, namesAround, type IdentifiedUnit } from "./read/identify-unit.ts";
import { readSheet } from "./read/read-sheet.ts";
import type { RepeatRow } from "./read/rows-reader.ts";
import type { SheetResult } from "./read/sheet-reader.ts";
import type { ReadReturnOptions } from "./read/return-context.ts";
import { settleDraft } from "./read/settle-draft.ts";
import { SheetAccount, sumAccounts } from "./read/sheet-account.ts";

/**
 * Reads a return (a filled form, or a table with the rows of many units) into reports: a verdict
 * for each row that holds data, everything that is wrong with it at once, and what became of every
 * non-empty cell. Nothing is written; the same return read again gives the same.
 *
 * Whose a report is, is told by the form's hidden identity, else by a name in the sheet, else by the
 * file's name; where they disagree it is an issue.
 *
 * A return of which a sheet breaks off gives no report at all: nobody can say what is missing.
 *
 * @throws {RangeError} when `roundId` is no round of the campaign
 * @throws {SheetSourceError} when disk, network or permissions fail; what is wrong in the file is an issue
 */
export async function readReturn(source: SheetSource, options: ReadReturnOptions): Promise<Reading> {
  const { campaign } = options;
  if (options.roundId !== undefined && !campaign.rounds.some(({ id }) => id === options.roundId)) {
    throw new RangeError(`campaign ${campaign.id} has no round ${options.roundId}`);
  }
  const { sheets, issues: noticed, whole } = await collectSheets(source, options.maxCells ?? defaultMaxCells);
  const accounts = new Map(sheets.map((sheet) => [sheet.name, new SheetAccount(sheet)]));
  if (!whole) return unreadable(source.name, options, accounts, noticed);
  const form = openForm(sheets, source.name, options);
  const issues: Issue[] = [...noticed, ...form.issues];
  const results = form.refused ? [] : readAll(sheets, accounts, form.identity, source.name, options, issues);
  const drafts = withRepeats(results, source.name, options, issues);
  issues.push(...results.flatMap((result) => result.issues));
  const round = roundOf(form.identity, source.name, options, issues);
  let verdicts = await settleAll(drafts, round, source.name, options);
  if (options.acceptance === "allOrNothing") verdicts = wholeOrNothing(verdicts, source.name);
  for (const verdict of verdicts) issues.push(...verdict.issues);
  issues.push(...unitsTwice(verdicts, source.name, options));
  for (const [index, verdict] of verdicts.entries()) {
    if (verdict.outcome !== "rejected") continue;
    const { sheet, rows } = drafts[index] as Draft;
    for (const row of rows) accounts.get(sheet)?.dropRow(row, "rejectedRow");
  }
  if (drafts.length === 0 && !form.refused && !results.some(({ recognised }) => recognised)) {
    issues.push(issue("report_table_not_found", { source: source.name }, {}));
  }
  return {
    source: source.name,
    sha256: options.sha256,
    verdicts,
    account: sumAccounts([...accounts.values()]),
    issues: [...new Set(issues)],
  };
}

function unreadable(
  source: string,
  { sha256 }: ReadReturnOptions,
  accounts: ReadonlyMap<string, SheetAccount>,
  issues: readonly Issue[],
): Reading {
  for (const account of accounts.values()) account.ignoreAllRest("unreadableSheet");
  return { source, sha256, verdicts: [], account: sumAccounts([...accounts.values()]), issues };
}

interface OpenedForm {
  readonly identity: FormIdentity | null;
  readonly issues: readonly Issue[];
  /** The form may not be read at all: its identity is not to be trusted, or not of this campaign. */
  readonly refused: boolean;
}

function openForm(sheets: readonly Sheet[], source: string, options: ReadReturnOptions): OpenedForm {
  const { campaign, directory } = options;
  const check = checkIdentity(sheets, options.signatureKey);
  const place = { source, sheet: identitySheetName };
  const refuse = (found: Issue): OpenedForm => ({ identity: null, issues: [found], refused: true });
  if (check.status === "none") return { identity: null, issues: [], refused: false };
  if (check.status === "tampered") return refuse(issue("report_form_tampered", place, {}));
  const { identity } = check;
  if (identity.campaignId !== campaign.id || identity.schemaId !== campaign.report.id) {
    return refuse(issue("report_form_foreign", place, { campaignId: identity.campaignId }));
  }
  if (options.roundId !== undefined && identity.roundId !== options.roundId) {
    const params = { form: identity.roundId, asked: options.roundId };
    return refuse(issue("report_form_round_differs", place, params));
  }
  if (fieldsOfVersion(campaign.report, identity.schemaVersion) === null) {
    return refuse(issue("report_form_version_unknown", place, { version: identity.schemaVersion }));
  }
  if (!findUnit(directory, identity.unitId)) {
    return refuse(issue("report_unit_unknown", place, { text: identity.unitId, nearest: [] }));
  }
  const unchecked = check.status === "unchecked" ? [issue("report_form_signature_unchecked", place, {})] : [];
  return { identity, issues: unchecked, refused: false };
}

function readAll(
  sheets: readonly Sheet[],
  accounts: ReadonlyMap<string, SheetAccount>,
  identity: FormIdentity | null,
  source: string,
  options: ReadReturnOptions,
  issues: Issue[],
): SheetResult[] {
  const { report } = options.campaign;
  const finder = tableFinder(fieldsOfAllVersions(report), report.repeats ?? []);
  return sheets.flatMap((sheet) => {
    const account = accounts.get(sheet.name) as SheetAccount;
    if (identity && sheet.name === identitySheetName) {
      for (const { index, cells } of sheet.rows)
        for (const column of cells.keys()) account.map(index, column);
      return [];
    }
    if (identity && sheet.name === listSheetName) return (account.ignoreAllRest("list"), []);
    if (identity && sheet.name === guideSheetName) return (account.ignoreAllRest("guide"), []);
    if (sheet.visibility !== "visible") {
      const filled = sheet.rows.some(({ cells }) => cells.some((cell) => cell?.type === "number"));
      if (filled) issues.push(issue("report_hidden_sheet_ignored", { source, sheet: sheet.name }, {}));
      account.ignoreAllRest("hiddenSheet");
      return [];
    }
    return [
      readSheet({
        grid: gridOf(sheet, sheetCharset(sheet, finder)),
        account,
        options,
        source,
        finder,
        identity,
      }),
    ];
  });
}

/** Gives each repeating row to the report it belongs to: of its unit, or the only one there is. */
function withRepeats(
  results: readonly SheetResult[],
  source: string,
  options: ReadReturnOptions,
  issues: Issue[],
): readonly Draft[] {
  const drafts = results.flatMap((result) => result.drafts);
  const rows = results.flatMap((result) => result.repeats);
  const tables = (options.campaign.report.repeats ?? []).filter(({ id }) =>
    rows.some(({ table }) => table === id),
  );
  if (rows.length === 0) return drafts;
  const byName = new Map(
    drafts.flatMap((draft) => namesOf(draft.claim).map((name) => [name, draft] as const)),
  );
  const only = drafts.length === 1 ? drafts[0] : undefined;
  const ownerOf = ({ claim }: RepeatRow) =>
    namesOf(claim)
      .map((name) => byName.get(name))
      .find((draft) => draft !== undefined) ?? only;
  const owned = Map.groupBy(rows, ownerOf);
  for (const { sheet, row } of owned.get(undefined) ?? []) {
    issues.push(issue("report_unit_missing", { source, sheet, cell: `A${row + 1}` }, {}));
  }
  return drafts.map((draft) => {
    const own = owned.get(draft) ?? [];
    return {
      ...draft,
      issues: [...draft.issues, ...own.flatMap((row) => row.issues)],
      repeats: Object.fromEntries(
        tables.map(({ id }) => [id, own.filter(({ table }) => table === id).map(({ answers }) => answers)]),
      ),
    };
  });
}

function namesOf({ unitId, name }: UnitClaim): string[] {
  return [unitId, name?.text].filter((one) => one !== undefined);
}

/** The round asked for, the form's own, or the only one there is. */
function roundOf(
  identity: FormIdentity | null,
  source: string,
  { campaign, roundId }: ReadReturnOptions,
  issues: Issue[],
): string | null {
  const [only, ...more] = campaign.rounds;
  const known = roundId ?? identity?.roundId ?? (more.length === 0 ? only?.id : undefined);
  if (known !== undefined) return known;
  issues.push(
    issue("report_round_unknown", { source }, { rounds: campaign.rounds.map(({ title }) => title) }),
  );
  return null;
}

async function settleAll(
  drafts: readonly Draft[],
  roundId: string | null,
  source: string,
  options: ReadReturnOptions,
): Promise<Verdict[]> {
  const around = namesAround(source, options);
  const verdicts: Verdict[] = [];
  for (const draft of drafts) {
    const identified: IdentifiedUnit = identifyUnit(draft, source, options, around);
    verdicts.push(await settleDraft(draft, identified, roundId, source, options));
  }
  return verdicts;
}

function wholeOrNothing(verdicts: readonly Verdict[], source: string): Verdict[] {
  const rejected = verdicts.filter(({ outcome }) => outcome === "rejected").length;
  if (rejected === 0) return [...verdicts];
  return verdicts.map((verdict) => {
    if (verdict.outcome === "rejected") return verdict;
    const { report, sheet, row, issues } = verdict;
    const cell = row === undefined ? {} : { cell: `A${row + 1}` };
    const whole = issue("report_not_accepted_whole", { source, sheet, ...cell }, { rejected });
    const place = { sheet, ...(row !== undefined && { row }) };
    return { ...place, outcome: "rejected", unitId: report.unitId, issues: [...issues, whole] };
  });
}

/** A unit with two reports in one return: which one counts, the ledger's policy says. */
function unitsTwice(verdicts: readonly Verdict[], source: string, { directory }: ReadReturnOptions): Issue[] {
  const first = new Map<string, Verdict>();
  return verdicts.flatMap((verdict) => {
    if (verdict.outcome === "rejected") return [];
    const { unitId } = verdict.report;
    const earlier = first.get(unitId);
    if (!earlier) {
      first.set(unitId, verdict);
      return [];
    }
    const unit = findUnit(directory, unitId);
    const at = ({ sheet, row }: Verdict) => (row === undefined ? sheet : `${sheet}!A${row + 1}`);
    const cell = verdict.row === undefined ? {} : { cell: `A${verdict.row + 1}` };
    const params = { unit: unit?.shortName ?? unit?.name ?? unitId, first: at(earlier) };
    return [issue("report_unit_twice", { source, sheet: verdict.sheet, ...cell }, params)];
  });
}
