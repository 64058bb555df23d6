import {
  SheetSourceError,
  issue,
  printRange,
  type Issue,
  type Sheet,
  type SheetSource,
  type SheetSourceCapabilities,
} from "@chiendich/core";
import type { NamedRange, WireSpreadsheet } from "../api/wire.ts";
import type { CallOptions } from "../client/http.ts";
import type { SheetsClient } from "../client/sheets-client.ts";
import { SheetsError } from "../client/sheets-error.ts";
import { markKeys } from "../tracker/marks.ts";
import { replyKeys } from "../tracker/tracker-columns.ts";
import type { Tracker } from "../tracker/tracker.ts";
import { bindSheet, type BoundSheet } from "./bind-sheet.ts";
import { fetchSpreadsheet, SheetMovedError, type FetchedSpreadsheet } from "./fetch-sheets.ts";
import { plainSheet } from "./plain-sheet.ts";
import { markOf, type RawSheet } from "./raw-sheet.ts";
import { snapshotId } from "./snapshot-id.ts";

/** A spreadsheet as it stood at one moment; reading from it asks Google for nothing more. */
export interface GoogleSheetSource extends SheetSource {
  readonly spreadsheetId: string;
  /** Stands for the bytes a file would have: the same id means nothing has changed. SHA-256, hex. */
  readonly snapshotId: string;
  /** Where the tracker stands, when one was given and found. */
  readonly bound: BoundTracker | null;
  /** What is wrong with the spreadsheet as a whole: the campaign's sheet is gone, or it is another campaign's. */
  readonly issues: readonly Issue[];
}

/** The tracker's sheet as it is now, with its columns and rows known by their metadata. */
export interface BoundTracker extends BoundSheet {
  readonly sheet: Sheet;
  readonly sheetId: number;
}

export const googleSheetCapabilities: SheetSourceCapabilities = {
  formulas: true,
  merges: true,
  hidden: true,
  comments: true,
  fonts: true,
};

/** How often a reading is begun anew when somebody inserts rows between two of its requests. */
const readings = 3;

/**
 * Reads a spreadsheet. With a tracker, its sheet comes with a binding; without one, or for sheets that
 * are not ours, the sheets are plain grids and read like a workbook's.
 * @throws {SheetSourceError} `source_unreadable` with the {@link SheetsError} as its cause;
 *   `source_changed` when the sheet would not hold still
 */
export async function openGoogleSheet(
  client: SheetsClient,
  spreadsheetId: string,
  options: CallOptions & { readonly tracker?: Tracker } = {},
): Promise<GoogleSheetSource> {
  const { tracker, ...call } = options;
  const { structure, sheets: raws } = await fetchSteadily(client, spreadsheetId, call);
  const name = structure.properties?.title ?? spreadsheetId;
  const found = tracker ? findTracker(raws, structure, tracker, name) : { raw: null, issues: [] };
  const boundSheet = found.raw && tracker ? bindSheet(found.raw, tracker, name) : null;
  const sheets = raws.map((raw): Sheet => {
    const sheet = plainSheet(raw);
    return raw === found.raw && boundSheet ? { ...sheet, binding: boundSheet.binding } : sheet;
  });
  const trackerSheet = found.raw ? (sheets[raws.indexOf(found.raw)] as Sheet) : null;
  const own = new Set(replyKeys.flatMap((key) => boundSheet?.columns.columnOf.get(key) ?? []));
  const find = (wanted: string): Sheet => {
    const sheet = sheets.find((one) => one.name === wanted);
    if (sheet) return sheet;
    const existing = sheets.map((one) => one.name);
    throw new SheetSourceError("sheet_not_found", `no sheet “${wanted}” in ${name}`, { existing });
  };
  return {
    name,
    spreadsheetId,
    capabilities: googleSheetCapabilities,
    snapshotId: await snapshotId(sheets, (sheet) => (sheet === trackerSheet ? own : new Set())),
    bound:
      boundSheet && trackerSheet && found.raw
        ? { ...boundSheet, sheet: trackerSheet, sheetId: found.raw.id }
        : null,
    issues: found.issues,
    listSheets: async () => sheets.map(({ name, visibility }) => ({ name, visibility })),
    readSheet: async (wanted) => find(wanted),
    async *streamRows(wanted) {
      yield* find(wanted).rows;
    },
    readNames: async () => namesOf(structure.namedRanges ?? [], raws),
  };
}

async function fetchSteadily(
  client: SheetsClient,
  id: string,
  call: CallOptions,
): Promise<FetchedSpreadsheet> {
  for (let reading = 1; ; reading++) {
    try {
      return await fetchSpreadsheet(client, id, { ...call, for: "answers" });
    } catch (error) {
      if (error instanceof SheetsError) {
        throw new SheetSourceError("source_unreadable", error.message, { cause: error });
      }
      if (!(error instanceof SheetMovedError)) throw error;
      if (reading === readings) {
        throw new SheetSourceError("source_changed", `${error.message}; tried ${readings} times`, {
          cause: error,
        });
      }
    }
  }
}

/** The tracker's sheet by its metadata, whatever its tab is called now. */
export function findTracker(
  raws: readonly RawSheet[],
  structure: WireSpreadsheet,
  tracker: Tracker,
  source: string,
): { raw: RawSheet | null; issues: readonly Issue[] } {
  const campaign = markOf(structure.developerMetadata, markKeys.campaign);
  if (campaign !== undefined && campaign !== tracker.campaignId) {
    const params = { found: campaign, expected: tracker.campaignId };
    return { raw: null, issues: [issue("sheets_other_campaign", { source }, params)] };
  }
  // A copy of the sheet in the same spreadsheet bears the same mark; ours is the one with our id.
  const marked = raws.filter(({ marks }) => markOf(marks, markKeys.sheet) === `report/${tracker.roundId}`);
  const raw = marked.find(({ id }) => id === tracker.sheet.id) ?? marked[0] ?? null;
  if (raw || campaign === undefined) return { raw, issues: [] };
  return { raw, issues: [issue("sheets_tab_missing", { source }, { name: tracker.sheet.title })] };
}

function namesOf(ranges: readonly NamedRange[], raws: readonly RawSheet[]): Record<string, string> {
  const names: Record<string, string> = {};
  for (const { name, range } of ranges) {
    const sheet = raws.find(({ id }) => id === (range?.sheetId ?? 0));
    if (name === undefined || !range || !sheet) continue;
    const { rowCount = 1, columnCount = 1 } = sheet.properties.gridProperties ?? {};
    const cells = printRange({
      from: { row: range.startRowIndex ?? 0, column: range.startColumnIndex ?? 0 },
      to: { row: (range.endRowIndex ?? rowCount) - 1, column: (range.endColumnIndex ?? columnCount) - 1 },
    });
    const title = (sheet.properties.title ?? "").replaceAll("'", "''");
    names[name] = `'${title}'!${cells.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")}`;
  }
  return names;
}
