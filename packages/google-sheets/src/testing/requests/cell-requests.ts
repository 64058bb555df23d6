import type { sheets_v4 } from "@googleapis/sheets";
import { invalid } from "../api-error.ts";
import { parseFieldMask, patchFields, type Mask } from "../field-mask.ts";
import { copyFormula } from "../formula-references.ts";
import { boundsOf, contains, intersects, rangeOf, readGridRange, sheetById } from "../sheet-range.ts";
import { cellOf, putCell, type Bounds, type Cell, type SheetState } from "../spreadsheet-state.ts";
import type { RequestHandlers } from "./batch.ts";
import { growTo } from "./grow-grid.ts";
import { remapFormulas } from "./remap-formulas.ts";

export const cellRequests: RequestHandlers = {
  updateCells({ range, start, rows = [], fields }, batch) {
    const sheet = sheetById(batch.state, range?.sheetId ?? start?.sheetId);
    const mask = cellMask(fields);
    const area: Bounds = range
      ? boundsOf(readGridRange(range, sheet), sheet)
      : areaFrom(sheet, start?.rowIndex ?? 0, start?.columnIndex ?? 0, rows);
    batch.guard(sheet, area);
    for (let row = area.startRow; row < area.endRow; row++) {
      const values = rows[row - area.startRow]?.values ?? [];
      const end = range ? area.endColumn : area.startColumn + values.length;
      for (let column = area.startColumn; column < end; column++) {
        patchCell(sheet, row, column, values[column - area.startColumn] ?? {}, mask);
      }
    }
    return {};
  },

  repeatCell({ range, cell = {}, fields }, batch) {
    const sheet = sheetById(batch.state, range?.sheetId);
    const area = boundsOf(readGridRange(range ?? {}, sheet), sheet);
    const mask = cellMask(fields);
    batch.guard(sheet, area);
    eachCell(area, (row, column) => {
      const formula = cell.userEnteredValue?.formulaValue;
      const here =
        typeof formula === "string"
          ? {
              ...cell,
              userEnteredValue: {
                formulaValue: copyFormula(formula, row - area.startRow, column - area.startColumn),
              },
            }
          : cell;
      patchCell(sheet, row, column, here, mask);
    });
    return {};
  },

  appendCells({ sheetId, rows = [], fields }, batch) {
    const sheet = sheetById(batch.state, sheetId);
    const used = sheet.rows.findLastIndex((row) => row?.cells.some((cell) => cell?.userEnteredValue)) + 1;
    const width = Math.max(0, ...rows.map(({ values = [] }) => values.length));
    growTo(batch.state, sheet, used + rows.length, width);
    const mask = cellMask(fields);
    rows.forEach(({ values = [] }, down) => {
      batch.guard(sheet, {
        startRow: used + down,
        endRow: used + down + 1,
        startColumn: 0,
        endColumn: Math.max(1, values.length),
      });
      values.forEach((cell, column) => patchCell(sheet, used + down, column, cell, mask));
    });
    return {};
  },

  setDataValidation({ range, rule }, batch) {
    const sheet = sheetById(batch.state, range?.sheetId);
    const area = boundsOf(readGridRange(range ?? {}, sheet), sheet);
    if (rule && !rule.condition?.type) throw invalid("DataValidationRule.condition is required");
    batch.guard(sheet, area);
    eachCell(area, (row, column) =>
      patchCell(sheet, row, column, rule ? { dataValidation: rule } : {}, { dataValidation: null }),
    );
    return {};
  },

  mergeCells({ range }, batch) {
    const sheet = sheetById(batch.state, range?.sheetId);
    const area = boundsOf(readGridRange(range ?? {}, sheet), sheet);
    if (sheet.merges.some((one) => intersects(one, area))) {
      throw invalid("You must select all cells in a merged range to merge or unmerge them.");
    }
    batch.guard(sheet, area);
    eachCell(area, (row, column) => {
      if (row !== area.startRow || column !== area.startColumn)
        patchCell(sheet, row, column, {}, { userEnteredValue: null });
    });
    sheet.merges.push(area);
    return {};
  },

  unmergeCells({ range }, batch) {
    const sheet = sheetById(batch.state, range?.sheetId);
    const area = boundsOf(readGridRange(range ?? {}, sheet), sheet);
    batch.guard(sheet, area);
    sheet.merges = sheet.merges.filter((one) => !intersects(one, area));
    return {};
  },

  copyPaste({ source, destination, pasteType }, batch) {
    const from = sheetById(batch.state, source?.sheetId);
    const to = sheetById(batch.state, destination?.sheetId);
    const origin = boundsOf(readGridRange(source ?? {}, from), from);
    const target = boundsOf(readGridRange(destination ?? {}, to), to);
    const height = origin.endRow - origin.startRow;
    const width = origin.endColumn - origin.startColumn;
    // A destination that is no whole multiple of the source is filled once, as on the screen.
    const tiles = (size: number, one: number) => (size >= one && size % one === 0 ? size : one);
    const area: Bounds = {
      ...target,
      endRow: target.startRow + tiles(target.endRow - target.startRow, height),
      endColumn: target.startColumn + tiles(target.endColumn - target.startColumn, width),
    };
    if (area.endRow > to.rowCount || area.endColumn > to.columnCount)
      throw invalid("The destination exceeds grid limits.");
    batch.guard(to, area);
    const mask = pasteMask(pasteType);
    const cells = readBlock(from, origin);
    eachCell(area, (row, column) => {
      const down = (row - area.startRow) % height;
      const right = (column - area.startColumn) % width;
      const cell = cells[down]?.[right];
      const formula = cell?.userEnteredValue?.formulaValue;
      const moved =
        typeof formula === "string"
          ? {
              ...cell,
              userEnteredValue: {
                formulaValue: copyFormula(
                  formula,
                  row - origin.startRow - down,
                  column - origin.startColumn - right,
                ),
              },
            }
          : cell;
      patchCell(to, row, column, moved ?? {}, mask);
    });
    return {};
  },

  cutPaste({ source, destination, pasteType }, batch) {
    const from = sheetById(batch.state, source?.sheetId);
    const to = sheetById(batch.state, destination?.sheetId);
    const origin = boundsOf(readGridRange(source ?? {}, from), from);
    const rows = (destination?.rowIndex ?? 0) - origin.startRow;
    const columns = (destination?.columnIndex ?? 0) - origin.startColumn;
    const area: Bounds = {
      startRow: origin.startRow + rows,
      endRow: origin.endRow + rows,
      startColumn: origin.startColumn + columns,
      endColumn: origin.endColumn + columns,
    };
    if (area.endRow > to.rowCount || area.endColumn > to.columnCount)
      throw invalid("The destination exceeds grid limits.");
    batch.guard(from, origin);
    batch.guard(to, area);
    const mask = pasteMask(pasteType);
    const cells = readBlock(from, origin);
    eachCell(origin, (row, column) => patchCell(from, row, column, {}, mask));
    eachCell(area, (row, column) =>
      patchCell(to, row, column, cells[row - area.startRow]?.[column - area.startColumn] ?? {}, mask),
    );
    // References follow what was cut.
    if (from === to) {
      remapFormulas(batch, from, (one) =>
        contains(origin, one.row, one.column) ? { row: one.row + rows, column: one.column + columns } : one,
      );
    }
    return {};
  },

  findReplace(
    { find = "", replacement = "", range, sheetId, allSheets, matchCase, matchEntireCell, searchByRegex },
    batch,
  ) {
    if (searchByRegex) throw invalid("The local server does not search by regular expression");
    const escaped = (find ?? "").replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const pattern = new RegExp(matchEntireCell ? `^${escaped}$` : escaped, matchCase ? "g" : "gi");
    let [values, occurrences, sheets] = [0, 0, 0];
    const rows = new Set<string>();
    const searched = allSheets ? batch.state.sheets : [sheetById(batch.state, range?.sheetId ?? sheetId)];
    for (const sheet of searched) {
      const area = boundsOf(range ? readGridRange(range, sheet) : { rows: null, columns: null }, sheet);
      const before = values;
      eachCell(area, (row, column) => {
        const text = cellOf(sheet, row, column)?.userEnteredValue?.stringValue;
        const hits = typeof text === "string" ? (text.match(pattern) ?? []).length : 0;
        if (typeof text !== "string" || hits === 0) return;
        batch.guard(sheet, { startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 });
        const stringValue = text.replace(pattern, () => replacement ?? "");
        patchCell(sheet, row, column, { userEnteredValue: { stringValue } }, { userEnteredValue: null });
        values += 1;
        occurrences += hits;
        rows.add(`${sheet.id}/${row}`);
      });
      sheets += values > before ? 1 : 0;
    }
    return {
      findReplace: {
        valuesChanged: values,
        occurrencesChanged: occurrences,
        rowsChanged: rows.size,
        sheetsChanged: sheets,
      },
    };
  },
};

/** Only what the user sets may be written; a mask of `*` means all of that. */
function cellMask(fields: string | null | undefined): Mask {
  if (!fields)
    throw invalid("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  const all: Mask = { userEnteredValue: null, userEnteredFormat: null, dataValidation: null, note: null };
  const mask = parseFieldMask(fields);
  if (mask === null) return all;
  const unknown = Object.keys(mask).find((field) => !(field in all) && field !== "textFormatRuns");
  if (unknown) throw invalid(`The field ${unknown} is read-only or not known to the local server`);
  return mask;
}

function pasteMask(pasteType: string | null | undefined): Mask {
  const all: Mask = { userEnteredValue: null, userEnteredFormat: null, dataValidation: null, note: null };
  switch (pasteType ?? "PASTE_NORMAL") {
    case "PASTE_NORMAL":
    case "PASTE_NO_BORDERS":
      return all;
    case "PASTE_VALUES":
    case "PASTE_FORMULA":
      return { userEnteredValue: null };
    case "PASTE_FORMAT":
      return { userEnteredFormat: null };
    case "PASTE_DATA_VALIDATION":
      return { dataValidation: null };
    default:
      throw invalid(`Invalid value at 'paste_type': "${pasteType}"`);
  }
}

function patchCell(sheet: SheetState, row: number, column: number, patch: Cell, mask: Mask): void {
  const value = patch.userEnteredValue;
  if (value && Object.values(value).filter((part) => part !== undefined && part !== null).length > 1) {
    throw invalid("Only one of the fields of ExtendedValue may be set");
  }
  putCell(sheet, row, column, patchFields<Cell>(cellOf(sheet, row, column) ?? {}, patch, mask));
}

function areaFrom(
  sheet: SheetState,
  row: number,
  column: number,
  rows: readonly sheets_v4.Schema$RowData[],
): Bounds {
  const width = Math.max(1, ...rows.map(({ values = [] }) => values.length));
  const area = {
    startRow: row,
    endRow: row + Math.max(1, rows.length),
    startColumn: column,
    endColumn: column + width,
  };
  if (area.endRow > sheet.rowCount || area.endColumn > sheet.columnCount) {
    throw invalid(
      `Attempting to write outside the grid. Max rows: ${sheet.rowCount}, max columns: ${sheet.columnCount}`,
    );
  }
  return boundsOf(rangeOf(area), sheet);
}

function readBlock(
  sheet: SheetState,
  { startRow, endRow, startColumn, endColumn }: Bounds,
): (Cell | undefined)[][] {
  return Array.from({ length: endRow - startRow }, (_row, down) =>
    Array.from({ length: endColumn - startColumn }, (_cell, right) =>
      cellOf(sheet, startRow + down, startColumn + right),
    ),
  );
}

function eachCell(
  { startRow, endRow, startColumn, endColumn }: Bounds,
  visit: (row: number, column: number) => void,
) {
  for (let row = startRow; row < endRow; row++) {
    for (let column = startColumn; column < endColumn; column++) visit(row, column);
  }
}
