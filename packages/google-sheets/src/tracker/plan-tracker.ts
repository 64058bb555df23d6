import { issue, type Issue } from "@chiendich/core";
import type { DeveloperMetadata, WireRequest, WireSheet } from "../api/wire.ts";
import type { CallOptions } from "../client/http.ts";
import { appliedKey, type SheetsClient } from "../client/sheets-client.ts";
import { printSheetLink } from "../link/sheet-link.ts";
import { bindSheet } from "../read/bind-sheet.ts";
import { fetchSpreadsheet, type FetchedSpreadsheet } from "../read/fetch-sheets.ts";
import { findTracker } from "../read/google-sheet-source.ts";
import { markOf, type RawSheet } from "../read/raw-sheet.ts";
import { applyBatches } from "./apply-batches.ts";
import { markKeys } from "./marks.ts";
import { placeInNewSheet, placeInSheet, type Placement } from "./place-tracker.ts";
import { planCells } from "./plan-cells.ts";
import { guideMark, planGuide } from "./plan-guide.ts";
import { create, planMarks } from "./plan-marks.ts";
import { planColors, planNames } from "./plan-overlays.ts";
import { planProtection } from "./plan-protection.ts";
import { splitBatches, type PlannedBatch } from "./split-batches.ts";
import type { Tracker } from "./tracker.ts";

/** What is to be done to a spreadsheet, as plain data: it can be read, printed, approved, and applied once. */
export interface SheetPlan {
  /** `null` when it has yet to be created. */
  readonly spreadsheetId: string | null;
  readonly title: string;
  /** Under which the spreadsheet is created, once however often the plan is applied. */
  readonly creationMarker: string;
  /** Empty when everything is as it should be. */
  readonly batches: readonly PlannedBatch[];
  /** How many requests of each kind, for whoever approves it. */
  readonly summary: Readonly<Record<string, number>>;
  readonly added: { readonly rows: number; readonly columns: number };
  /** What was found on the way: rows in doubt, another campaign's spreadsheet. */
  readonly issues: readonly Issue[];
}

/** The plan for a spreadsheet that does not exist yet. */
export function planNewTracker(tracker: Tracker): SheetPlan {
  // A new spreadsheet comes with one blank sheet, whose id is 0 (known from use).
  const properties = { sheetId: 0, title: "", gridProperties: { rowCount: 1000, columnCount: 26 } };
  const structure = { properties: { title: tracker.title }, sheets: [{ properties }] };
  const blank = { id: 0, properties, merges: [], marks: [], rows: [], rowLines: [], columnLines: [] };
  return { ...planOn({ structure, sheets: [blank] }, tracker), spreadsheetId: null };
}

/**
 * The plan for a spreadsheet that exists: only what differs from the tracker. Two or a few requests
 * to read it, none to change it. @throws {SheetsError}
 */
export async function planTracker(
  client: SheetsClient,
  spreadsheetId: string,
  tracker: Tracker,
  options: CallOptions = {},
): Promise<SheetPlan> {
  const existing = await fetchSpreadsheet(client, spreadsheetId, { ...options, for: "settings" });
  return { ...planOn(existing, tracker), spreadsheetId };
}

/** The spreadsheet a plan made or changed. */
export interface AppliedPlan {
  readonly spreadsheetId: string;
  readonly link: string;
}

/**
 * Carries a plan out: creates the spreadsheet when there is none, and sends the batches one after the
 * other. Applied again after a failure, it goes on where it stopped. @throws {SheetsError}
 */
export async function applySheetPlan(
  client: SheetsClient,
  plan: SheetPlan,
  options: CallOptions = {},
): Promise<AppliedPlan> {
  const { title, creationMarker, batches } = plan;
  const spreadsheetId =
    plan.spreadsheetId ?? (await client.createSpreadsheet(title, creationMarker, options));
  await applyBatches(client, spreadsheetId, batches, options);
  return { spreadsheetId, link: printSheetLink({ spreadsheetId }) };
}

function planOn(
  { structure, sheets }: FetchedSpreadsheet,
  tracker: Tracker,
): Omit<SheetPlan, "spreadsheetId"> {
  const title = structure.properties?.title ?? tracker.title;
  const creationMarker = `${tracker.campaignId}/${tracker.roundId}`;
  const campaign = markOf(structure.developerMetadata, markKeys.campaign);
  if (campaign !== undefined && campaign !== tracker.campaignId) {
    const issues = [
      issue("sheets_other_campaign", { source: title }, { found: campaign, expected: tracker.campaignId }),
    ];
    return { title, creationMarker, batches: [], summary: {}, added: { rows: 0, columns: 0 }, issues };
  }
  const { raw } = findTracker(sheets, structure, tracker, title);
  const wire = structure.sheets?.find(({ properties }) => raw && (properties?.sheetId ?? 0) === raw.id);
  const placement = raw ? placeInSheet(raw, tracker) : placeInNewSheet(tracker);
  const guide = sheets.find(({ marks }) => markOf(marks, markKeys.sheet) === guideMark(tracker)) ?? null;
  const requests = [
    ...planProperties(structure.properties ?? {}, tracker),
    ...(campaign === undefined ? [create(markKeys.campaign, tracker.campaignId, { spreadsheet: true })] : []),
    ...placement.requests,
    ...planMarks(placement, tracker),
    ...planCells(placement, tracker),
    ...planLines(placement, tracker),
    ...planNames(placement, tracker, structure.namedRanges ?? []),
    ...planColors(placement, wire?.conditionalFormats ?? []),
    ...planProtection(placement, tracker, wire?.protectedRanges ?? []),
    ...planGuide(tracker, guide),
    ...planFirstSheet(structure.sheets ?? [], sheets, raw),
  ];
  const found = raw ? bindSheet(raw, tracker, title) : null;
  const doubts = [found?.rows.doubtful, found?.columns.doubtful].flatMap((all) =>
    Object.values(all ?? {}).flat(),
  );
  return {
    title,
    creationMarker,
    batches: splitBatches(requests, appliedMarkers(structure.developerMetadata ?? [])),
    summary: countKinds(requests),
    added: placement.added,
    issues: doubts,
  };
}

function planProperties(actual: { locale?: string; timeZone?: string }, tracker: Tracker): WireRequest[] {
  const wanted = { locale: "vi_VN", timeZone: tracker.timeZone };
  if (actual.locale === wanted.locale && actual.timeZone === wanted.timeZone) return [];
  return [{ updateSpreadsheetProperties: { properties: wanted, fields: "locale,timeZone" } }];
}

/** Hidden keys and ids, and widths for the columns that are new. */
function planLines({ raw, columnOf, heads }: Placement, tracker: Tracker): WireRequest[] {
  const sheetId = raw.id;
  const hidden = { properties: { hiddenByUser: true }, fields: "hiddenByUser" };
  const requests: WireRequest[] = [];
  if (!raw.rowLines[heads.keys]?.hiddenByUser) {
    const range = { sheetId, dimension: "ROWS", startIndex: heads.keys, endIndex: heads.keys + 1 } as const;
    requests.push({ updateDimensionProperties: { range, ...hidden } });
  }
  for (const column of tracker.columns) {
    const index = columnOf.get(column.key);
    if (index === undefined) continue;
    const line = raw.columnLines[index];
    const range = { sheetId, dimension: "COLUMNS", startIndex: index, endIndex: index + 1 } as const;
    if (column.hidden && !line?.hiddenByUser)
      requests.push({ updateDimensionProperties: { range, ...hidden } });
    if (!column.hidden && line?.pixelSize === undefined) {
      const properties = { pixelSize: column.width };
      requests.push({ updateDimensionProperties: { range, properties, fields: "pixelSize" } });
    }
  }
  return requests;
}

/** The blank sheet that every new spreadsheet comes with goes, once ours are there. */
function planFirstSheet(
  all: readonly WireSheet[],
  raws: readonly RawSheet[],
  ours: RawSheet | null,
): WireRequest[] {
  const [only] = raws;
  if (ours || all.length !== 1 || !only) return [];
  const blank = only.rows.every((row) => row.every((cell) => cell.userEnteredValue === undefined));
  return blank ? [{ deleteSheet: { sheetId: only.id } }] : [];
}

function appliedMarkers(marks: readonly DeveloperMetadata[]): number[] {
  return marks.flatMap(({ metadataKey, metadataId }) =>
    metadataKey === appliedKey && metadataId !== undefined ? [metadataId] : [],
  );
}

function countKinds(requests: readonly WireRequest[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const request of requests) {
    const kind = Object.keys(request)[0] as string;
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}
