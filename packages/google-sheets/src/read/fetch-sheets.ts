import type {
  CellData,
  DimensionProperties,
  GridData,
  GridRange,
  WireSheet,
  WireSpreadsheet,
} from "../api/wire.ts";
import type { CallOptions } from "../client/http.ts";
import type { SheetsClient } from "../client/sheets-client.ts";
import type { RawSheet } from "./raw-sheet.ts";

/** What is asked for, in Google's field names: answers for reading, settings for planning changes. */
const askedFields = {
  answers: {
    sheet: "merges",
    // Thousands of blank rows are a large part of an answer: not a byte more for each than needed.
    line: "hiddenByUser,hiddenByFilter",
    cell: "effectiveValue,userEnteredValue/formulaValue,effectiveFormat/numberFormat,userEnteredFormat/textFormat/fontFamily,hyperlink,note",
  },
  settings: {
    sheet: "merges,protectedRanges,conditionalFormats",
    line: "hiddenByUser,pixelSize",
    cell: "userEnteredValue,userEnteredFormat,dataValidation,note",
  },
} as const;

const metadata = "developerMetadata(metadataId,metadataKey,metadataValue)";
const structureFields = (sheetParts: string) =>
  `spreadsheetId,properties(title,locale,timeZone),namedRanges,${metadata},sheets(properties,${sheetParts},${metadata})`;
const gridFields = ({ cell, line }: { readonly cell: string; readonly line: string }) => {
  const lines = `${line},${metadata}`;
  return `sheets(properties/sheetId,data(startRow,rowData/values(${cell}),rowMetadata(${lines}),columnMetadata(${lines})))`;
};

export interface FetchedSpreadsheet {
  readonly structure: WireSpreadsheet;
  readonly sheets: readonly RawSheet[];
}

/** Google advises to keep an answer at about this size (documented). */
const payloadBytes = 2_000_000;
/** Cells asked for at first, before anybody knows how full the sheets are. */
const firstCells = 100_000;
/** A sheet of ours is filled to the last cell, at about so many bytes each, names and metadata counted in. */
const fullCellBytes = 100;

/** The sheet changed between two requests of one reading. */
export class SheetMovedError extends Error {
  override readonly name = "SheetMovedError";
}

/**
 * Reads the spreadsheet: one request for its structure, and one for all its cells as long as they
 * fit the payload that Google advises; more for large sheets, several sheets to a request. Parts of
 * one sheet overlap by a row, so that rows inserted meanwhile are noticed.
 * @throws {SheetsError}
 * @throws {SheetMovedError} when two parts do not fit together
 */
export async function fetchSpreadsheet(
  client: SheetsClient,
  id: string,
  options: CallOptions & {
    readonly for: keyof typeof askedFields;
    readonly wanted?: (sheet: WireSheet) => boolean;
  },
): Promise<FetchedSpreadsheet> {
  const { for: purpose, wanted = () => true, ...call } = options;
  const asked = askedFields[purpose];
  const structure = await client.getSpreadsheet(id, { fields: structureFields(asked.sheet) }, call);
  const sheets = (structure.sheets ?? []).filter((sheet) => isGrid(sheet) && wanted(sheet));
  const parts = new Map<number, GridData[]>();
  let budget = sheets.some((one) => one.developerMetadata?.length)
    ? payloadBytes / fullCellBytes
    : firstCells;
  let pending = sheets.map(wholeRange);
  while (pending.length > 0) {
    const { ranges, rest } = takeCells(pending, budget);
    const answer = await client.getRanges(id, { fields: gridFields(asked), ranges }, call);
    for (const sheet of answer.sheets ?? []) {
      const sheetId = sheet.properties?.sheetId ?? 0;
      parts.set(sheetId, [...(parts.get(sheetId) ?? []), ...(sheet.data ?? [])]);
    }
    // As many cells next time as fit the payload at the density just seen, growing with care.
    const cells = ranges.reduce((sum, range) => sum + cellsOf(range), 0);
    const bytes = Math.max(1, JSON.stringify(answer).length);
    budget = Math.min(budget * 8, Math.floor((payloadBytes * 0.9 * cells) / bytes));
    pending = rest;
  }
  return {
    structure,
    sheets: sheets.map((sheet) => joinParts(sheet, parts.get(sheet.properties?.sheetId ?? 0) ?? [])),
  };
}

type FullRange = Required<GridRange>;

function isGrid({ properties }: WireSheet): boolean {
  return (properties?.sheetType ?? "GRID") === "GRID";
}

function wholeRange({ properties }: WireSheet): FullRange {
  return {
    sheetId: properties?.sheetId ?? 0,
    startRowIndex: 0,
    endRowIndex: properties?.gridProperties?.rowCount ?? 1,
    startColumnIndex: 0,
    endColumnIndex: properties?.gridProperties?.columnCount ?? 1,
  };
}

function cellsOf(range: FullRange): number {
  return (range.endRowIndex - range.startRowIndex) * (range.endColumnIndex - range.startColumnIndex);
}

/** The first ranges that together have about so many cells, the last one cut; at least two rows, to get ahead. */
function takeCells(
  pending: readonly FullRange[],
  budget: number,
): { ranges: FullRange[]; rest: FullRange[] } {
  const ranges: FullRange[] = [];
  let left = budget;
  for (const [index, range] of pending.entries()) {
    if (cellsOf(range) <= left) {
      ranges.push(range);
      left -= cellsOf(range);
      continue;
    }
    const rows = Math.floor(left / (range.endColumnIndex - range.startColumnIndex));
    if (rows < 2 && ranges.length > 0) return { ranges, rest: pending.slice(index) };
    const middle = range.startRowIndex + Math.max(2, rows);
    if (middle >= range.endRowIndex) return { ranges: [...ranges, range], rest: pending.slice(index + 1) };
    const cut = { ...range, endRowIndex: middle };
    const rest = [{ ...range, startRowIndex: middle - 1 }, ...pending.slice(index + 1)];
    return { ranges: [...ranges, cut], rest };
  }
  return { ranges, rest: [] };
}

function joinParts(sheet: WireSheet, parts: readonly GridData[]): RawSheet {
  const rows: (readonly CellData[])[] = [];
  const rowLines: DimensionProperties[] = [];
  for (const part of parts.toSorted((a, b) => (a.startRow ?? 0) - (b.startRow ?? 0))) {
    const start = part.startRow ?? 0;
    const seen = (row: number) => JSON.stringify([rows[row] ?? [], rowLines[row] ?? {}]);
    const before = start < rowLines.length ? seen(start) : null;
    part.rowMetadata?.forEach((line, index) => {
      rowLines[start + index] = line;
      rows[start + index] = part.rowData?.[index]?.values ?? [];
    });
    if (before !== null && before !== seen(start)) {
      throw new SheetMovedError(`row ${start + 1} changed while the sheet was being read`);
    }
  }
  return {
    id: sheet.properties?.sheetId ?? 0,
    properties: sheet.properties ?? {},
    merges: sheet.merges ?? [],
    marks: sheet.developerMetadata ?? [],
    rows,
    rowLines,
    columnLines: parts[0]?.columnMetadata ?? [],
  };
}
