import type { Cell, CellDescription, Sheet, SheetDescription, WorkbookDescription } from "@chiendich/core";

/** A description that, written and read, gives these sheets. */
export function describeSheets(
  sheets: readonly Sheet[],
  names: Readonly<Record<string, string>> = {},
): WorkbookDescription {
  return { title: "Thử", names, sheets: sheets.map(describeSheet) };
}

function describeSheet(sheet: Sheet): SheetDescription {
  const rows: { cells: (CellDescription | null)[]; hidden?: boolean }[] = [];
  for (const { index, hidden, cells } of sheet.rows) {
    while (rows.length <= index) rows.push({ cells: [] });
    rows[index] = {
      cells: Array.from(cells, (cell) => (cell ? describeCell(cell) : null)),
      ...(hidden ? { hidden } : {}),
    };
  }
  const columns = Array.from({ length: Math.max(-1, ...sheet.hiddenColumns) + 1 }, (_, column) =>
    sheet.hiddenColumns.includes(column) ? { hidden: true } : {},
  );
  const { name, visibility, merges } = sheet;
  return { name, visibility, merges, rows, columns };
}

function describeCell(cell: Cell): CellDescription {
  const { formula, format, comment, link } = cell;
  return {
    value: cell.type === "date" ? { date: cell.value } : cell.value,
    ...(formula === undefined ? {} : { formula }),
    ...(format === undefined ? {} : { style: { format } }),
    ...(comment === undefined ? {} : { comment }),
    ...(link === undefined ? {} : { link }),
  };
}
