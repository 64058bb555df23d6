import {
  findUnit,
  issue,
  statusOf,
  type Instant,
  type Issue,
  type Parsed,
  type SheetSource,
} from "@chiendich/core";
import {
  openGoogleSheet,
  watchSheet,
  type GoogleSheetSource,
  type SheetsClient,
  type Tracker,
} from "@chiendich/google-sheets";
import type { RunningCampaign } from "../workspace/command-context.ts";
import type { Receipt } from "../workspace/receipts.ts";
import { askGoogle } from "./google-client.ts";
import { trackerOf, type ChosenSheet, type RoundSheet } from "./round-sheet.ts";
import { printSnapshot, snapshotExtension } from "./sheet-snapshot.ts";

/** What one look at a round's spreadsheet brought. */
export interface PulledSheet {
  readonly roundId: string;
  readonly source: GoogleSheetSource;
  readonly tracker: Tracker;
  /** The rows that are not as they were, as a return; null when there is nothing new. */
  readonly receipt: Receipt | null;
  /** What to remember once the receipt is in the ledger. */
  readonly seen: RoundSheet;
  /** Rows in doubt, cleared rows, changes on both sides of a deadline. */
  readonly issues: readonly Issue[];
}

/**
 * Reads a round's spreadsheet. In one that `form --sheet` laid out, only rows that changed since the
 * last look are a return; any other is read whole, like a table in a file.
 */
export async function pullSheet(
  client: SheetsClient,
  running: RunningCampaign,
  { roundId, sheet }: ChosenSheet & { readonly sheet: RoundSheet },
  at: Instant,
): Promise<Parsed<PulledSheet>> {
  const { value: tracker, issues } = await trackerOf(running, roundId, at);
  if (tracker === null) return { value: null, issues };
  const { spreadsheetId } = sheet;
  const opened = await askGoogle(spreadsheetId, () => openGoogleSheet(client, spreadsheetId, { tracker }));
  if (opened.value === null) return { value: null, issues: opened.issues };
  const source = opened.value;
  if (source.issues.length > 0) return { value: null, issues: source.issues };
  const found = source.bound
    ? await changedRows(running, source, sheet, { roundId, at })
    : { changed: source, seen: { spreadsheetId, watch: null }, issues: [], at: null };
  const content = found.changed && (await printSnapshot(found.changed, found.at));
  const receipt: Receipt | null = content && {
    content: async () => content,
    name: `${source.name}${snapshotExtension}`,
    receivedAt: at,
    evidence: "sheet",
    roundId,
    // A row is there to be edited: what stands in it is the report.
    policy: "latest",
  };
  return { value: { roundId, source, tracker, receipt, seen: found.seen, issues: found.issues }, issues: [] };
}

interface Found {
  readonly changed: SheetSource | null;
  readonly seen: RoundSheet;
  readonly issues: readonly Issue[];
  readonly at: Instant;
}

async function changedRows(
  { campaign, directory, events }: RunningCampaign,
  source: GoogleSheetSource,
  { spreadsheetId, watch }: RoundSheet,
  { roundId, at }: { readonly roundId: string; readonly at: Instant },
): Promise<Found> {
  const { rows } = statusOf(campaign, events, { at, roundId });
  const openUntil = new Map(rows.map((row) => [row.obligation.unitId, row.openUntil]));
  const watched = await watchSheet(source, watch, at, (unitId) => openUntil.get(unitId) ?? null);
  const place = { source: source.name, sheet: source.bound?.sheet.name };
  const cleared = watched.changes.flatMap(({ kind, unitId }) =>
    kind === "cleared"
      ? [issue("sheets_row_cleared", place, { unit: findUnit(directory, unitId)?.name ?? unitId })]
      : [],
  );
  const binding = source.bound?.binding;
  const doubts = [
    ...(binding?.issues ?? []),
    ...Object.values(binding?.doubtfulRows ?? {}).flat(),
    ...Object.values(binding?.doubtfulColumns ?? {}).flat(),
  ];
  return {
    changed: watched.changed,
    seen: { spreadsheetId, watch: watched.state },
    issues: [...doubts, ...watched.issues, ...cleared],
    at,
  };
}
