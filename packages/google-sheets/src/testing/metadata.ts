import type { sheets_v4 } from "@googleapis/sheets";
import { parseA1 } from "./a1-notation.ts";
import { invalid } from "./api-error.ts";
import { boundsOf, intersects, rangeOf, readGridRange, sheetById } from "./sheet-range.ts";
import {
  emptyLine,
  emptyRow,
  type Bounds,
  type Mark,
  type SheetRange,
  type SheetState,
  type SpreadsheetState,
} from "./spreadsheet-state.ts";

/** Where a piece of metadata is held. */
export type Holder =
  | { readonly kind: "SPREADSHEET" }
  | { readonly kind: "SHEET"; readonly sheet: SheetState }
  | { readonly kind: "ROW" | "COLUMN"; readonly sheet: SheetState; readonly index: number };

export interface HeldMark {
  readonly mark: Mark;
  readonly holder: Holder;
}

/** Every piece of metadata of a spreadsheet, where it stands now. */
export function* allMarks(state: SpreadsheetState): Generator<HeldMark> {
  for (const mark of state.marks) yield { mark, holder: { kind: "SPREADSHEET" } };
  for (const sheet of state.sheets) {
    for (const mark of sheet.marks) yield { mark, holder: { kind: "SHEET", sheet } };
    for (const [index, row] of sheet.rows.entries()) {
      for (const mark of row?.marks ?? []) yield { mark, holder: { kind: "ROW", sheet, index } };
    }
    for (const [index, column] of sheet.columns.entries()) {
      for (const mark of column?.marks ?? []) yield { mark, holder: { kind: "COLUMN", sheet, index } };
    }
  }
}

export function describeMark({ mark, holder }: HeldMark): sheets_v4.Schema$DeveloperMetadata {
  return {
    metadataId: mark.id,
    metadataKey: mark.key,
    ...(mark.value !== "" && { metadataValue: mark.value }),
    location: describeHolder(holder),
    visibility: mark.visibility,
  };
}

function describeHolder(holder: Holder): sheets_v4.Schema$DeveloperMetadataLocation {
  if (holder.kind === "SPREADSHEET") return { locationType: holder.kind, spreadsheet: true };
  if (holder.kind === "SHEET") return { locationType: holder.kind, sheetId: holder.sheet.id };
  const dimension = holder.kind === "ROW" ? "ROWS" : "COLUMNS";
  const range = { dimension, startIndex: holder.index, endIndex: holder.index + 1 };
  return {
    locationType: holder.kind,
    dimensionRange: { ...(holder.sheet.id !== 0 && { sheetId: holder.sheet.id }), ...range },
  };
}

/** @throws {ApiError} 400 unless it is the spreadsheet, one sheet, one row or one column */
export function readLocation(
  location: sheets_v4.Schema$DeveloperMetadataLocation | undefined,
  state: SpreadsheetState,
): Holder {
  if (location?.spreadsheet) return { kind: "SPREADSHEET" };
  const range = location?.dimensionRange;
  if (range) {
    const sheet = sheetById(state, range.sheetId);
    const rows = range.dimension === "ROWS";
    const { startIndex: index, endIndex: end } = range;
    if (!rows && range.dimension !== "COLUMNS") throw invalid("No dimension specified.");
    if (typeof index !== "number" || end !== index + 1) {
      throw invalid("DimensionRange must represent a single row or column.");
    }
    if (index < 0 || index >= (rows ? sheet.rowCount : sheet.columnCount)) {
      throw invalid(`${rows ? "Row" : "Column"} index ${index} exceeds grid limits.`);
    }
    return { kind: rows ? "ROW" : "COLUMN", sheet, index };
  }
  if (typeof location?.sheetId === "number")
    return { kind: "SHEET", sheet: sheetById(state, location.sheetId) };
  throw invalid("Developer metadata location must be specified.");
}

/** Replaces the metadata a holder has. */
export function setMarks(
  holder: Holder,
  state: SpreadsheetState,
  change: (marks: readonly Mark[]) => Mark[],
): void {
  if (holder.kind === "SPREADSHEET") state.marks = change(state.marks);
  else if (holder.kind === "SHEET") holder.sheet.marks = change(holder.sheet.marks);
  else if (holder.kind === "ROW") {
    const row = holder.sheet.rows[holder.index] ?? emptyRow;
    holder.sheet.rows[holder.index] = { ...row, marks: change(row.marks) };
  } else {
    const column = holder.sheet.columns[holder.index] ?? emptyLine;
    holder.sheet.columns[holder.index] = { ...column, marks: change(column.marks) };
  }
}

/** The metadata a filter selects: by lookup, or everything on what a range touches. */
export function findMarks(filter: sheets_v4.Schema$DataFilter, state: SpreadsheetState): HeldMark[] {
  const all = [...allMarks(state)];
  const lookup = filter.developerMetadataLookup;
  if (lookup) return all.filter((held) => matchesLookup(held, lookup, state));
  const { sheet, range } = rangeOfFilter(filter, state);
  const bounds = boundsOf(range, sheet);
  return all.filter(({ holder }) => {
    const area = areaOf(holder);
    return area !== null && area.sheet === sheet && intersects(area.bounds, bounds);
  });
}

/** The ranges a filter selects: the rows, columns or sheets whose metadata it matches, or its own range. */
export function findRanges(
  filter: sheets_v4.Schema$DataFilter,
  state: SpreadsheetState,
): { sheet: SheetState; range: SheetRange }[] {
  if (!filter.developerMetadataLookup) return [rangeOfFilter(filter, state)];
  return findMarks(filter, state).flatMap(({ holder }) => {
    const area = areaOf(holder);
    return area ? [{ sheet: area.sheet, range: rangeOf(area.bounds) }] : [];
  });
}

function rangeOfFilter(filter: sheets_v4.Schema$DataFilter, state: SpreadsheetState) {
  if (filter.a1Range) return parseA1(filter.a1Range, state);
  if (!filter.gridRange)
    throw invalid("DataFilter must have one of developerMetadataLookup, a1Range or gridRange.");
  const sheet = sheetById(state, filter.gridRange.sheetId);
  return { sheet, range: readGridRange(filter.gridRange, sheet) };
}

function areaOf(holder: Holder): { sheet: SheetState; bounds: Bounds } | null {
  if (holder.kind === "SPREADSHEET") return null;
  const whole = boundsOf({ rows: null, columns: null }, holder.sheet);
  if (holder.kind === "SHEET") return { sheet: holder.sheet, bounds: whole };
  const { index } = holder;
  return holder.kind === "ROW"
    ? { sheet: holder.sheet, bounds: { ...whole, startRow: index, endRow: index + 1 } }
    : { sheet: holder.sheet, bounds: { ...whole, startColumn: index, endColumn: index + 1 } };
}

function matchesLookup(
  { mark, holder }: HeldMark,
  lookup: sheets_v4.Schema$DeveloperMetadataLookup,
  state: SpreadsheetState,
): boolean {
  if ((lookup.metadataId ?? mark.id) !== mark.id) return false;
  if ((lookup.metadataKey ?? mark.key) !== mark.key) return false;
  if ((lookup.metadataValue ?? mark.value) !== mark.value) return false;
  if ((lookup.visibility ?? mark.visibility) !== mark.visibility) return false;
  if ((lookup.locationType ?? holder.kind) !== holder.kind) return false;
  if (!lookup.metadataLocation) return true;
  const wanted = readLocation(lookup.metadataLocation, state);
  if (lookup.locationMatchingStrategy === "EXACT_LOCATION") {
    return JSON.stringify(describeHolder(wanted)) === JSON.stringify(describeHolder(holder));
  }
  const a = areaOf(wanted);
  const b = areaOf(holder);
  if (a === null || b === null) return a === b;
  return a.sheet === b.sheet && intersects(a.bounds, b.bounds);
}
