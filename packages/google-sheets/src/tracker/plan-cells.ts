import type {
  CellData,
  CellFormat,
  DataValidationRule,
  ExtendedValue,
  GridRange,
  WireRequest,
} from "../api/wire.ts";
import { covers } from "./covers.ts";
import type { Placement } from "./place-tracker.ts";
import { columnKeys, type TrackerColumn } from "./tracker-columns.ts";
import type { Tracker, TrackerRow } from "./tracker.ts";

/** What a cell must be; what is absent is left as it is. */
export interface WantedCell {
  readonly value?: ExtendedValue;
  readonly note?: string;
  readonly format?: CellFormat;
  readonly validation?: DataValidationRule;
}

/** Rows written by one request at most, so that no request comes near the payload that Google advises. */
const rowsPerRequest = 1000;

const solid = { style: "SOLID" };
const borders = { top: solid, bottom: solid, left: solid, right: solid };
const rgb = (hex: string) => ({
  rgbColor: {
    red: parseInt(hex.slice(0, 2), 16) / 255,
    green: parseInt(hex.slice(2, 4), 16) / 255,
    blue: parseInt(hex.slice(4, 6), 16) / 255,
  },
});

const headingFormat: CellFormat = {
  backgroundColorStyle: rgb("D9E7F5"),
  borders,
  horizontalAlignment: "CENTER",
  verticalAlignment: "MIDDLE",
  wrapStrategy: "WRAP",
  textFormat: { bold: true },
};
const ownFill: CellFormat = { backgroundColorStyle: rgb("F3F3F3") };

/** The requests that write what differs: our own cells, formats and validations; never an answer. */
export function planCells(placement: Placement, tracker: Tracker): WireRequest[] {
  const requests: WireRequest[] = [];
  for (const column of tracker.columns) {
    const index = placement.columnOf.get(column.key);
    if (index === undefined) continue;
    const wanted = wantedColumn(column, placement, tracker);
    const actual = (row: number) => placement.raw.rows[row]?.[index] ?? {};
    const at = (rows: readonly [number, number]): GridRange & { sheetId: number } => ({
      sheetId: placement.raw.id,
      startRowIndex: rows[0],
      endRowIndex: rows[1],
      startColumnIndex: index,
      endColumnIndex: index + 1,
    });

    const values = [...wanted].filter(([row, cell]) => valueDiffers(actual(row), cell)).map(([row]) => row);
    for (const run of runsOf(values)) {
      const rows = span(run).map((row) => ({ values: [writtenCell(wanted.get(row) ?? {})] }));
      const start = { sheetId: placement.raw.id, rowIndex: run[0], columnIndex: index };
      requests.push({ updateCells: { start, rows, fields: "userEnteredValue,note" } });
    }
    const formats = [...wanted].filter(
      ([row, { format }]) => format && !covers(actual(row).userEnteredFormat, format),
    );
    for (const [format, run] of sameRuns(formats.map(([row, { format }]) => [row, format as CellFormat]))) {
      const fields = Object.keys(format)
        .map((part) => `userEnteredFormat.${part}`)
        .join(",");
      requests.push({ repeatCell: { range: at(run), cell: { userEnteredFormat: format }, fields } });
    }
    const rules = [...wanted].filter(
      ([row, cell]) => cell.validation && !covers(actual(row).dataValidation, cell.validation),
    );
    for (const [rule, run] of sameRuns(
      rules.map(([row, cell]) => [row, cell.validation as DataValidationRule]),
    )) {
      requests.push({ setDataValidation: { range: at(run), rule } });
    }
  }
  return requests;
}

function wantedColumn(
  column: TrackerColumn,
  placement: Placement,
  tracker: Tracker,
): Map<number, WantedCell> {
  const { heads, rowOf } = placement;
  const wanted = new Map<number, WantedCell>();
  wanted.set(heads.keys, { value: { stringValue: column.key } });
  if (column.key === columnKeys.number) {
    const bold = { textFormat: { bold: true } };
    wanted.set(heads.caption, { value: { stringValue: tracker.caption[0] }, format: bold });
    wanted.set(heads.deadline, { value: { stringValue: tracker.caption[1] } });
  }
  wanted.set(heads.headings, {
    value: { stringValue: column.heading },
    format: headingFormat,
    ...(column.note !== null && { note: column.note }),
  });
  const ours = column.role.role === "ours" || column.role.role === "unitName";
  const format: CellFormat = { ...column.format, borders, ...(ours && ownFill) };
  for (const row of tracker.rows) {
    const index = rowOf.get(row.unitId);
    if (index === undefined) continue;
    const value = ownValue(column.key, row);
    wanted.set(index, {
      ...(value && { value }),
      format,
      ...(column.validation && { validation: column.validation }),
    });
  }
  return wanted;
}

/** What we write into a unit's row; `null` for answers, and for replies, which come later. */
function ownValue(key: string, row: TrackerRow): ExtendedValue | null {
  switch (key) {
    case columnKeys.unitId:
    case columnKeys.unitIdAgain:
      return { stringValue: row.unitId };
    case columnKeys.number:
      return { numberValue: row.number };
    case columnKeys.unitName:
      return { stringValue: row.name };
    case columnKeys.group:
      return row.group === "" ? null : { stringValue: row.group };
    default:
      return null;
  }
}

function valueDiffers(actual: CellData, wanted: WantedCell): boolean {
  if (wanted.note !== undefined && wanted.note !== actual.note) return true;
  return wanted.value !== undefined && !covers(actual.userEnteredValue, wanted.value);
}

function writtenCell({ value, note }: WantedCell): CellData {
  return { ...(value && { userEnteredValue: value }), ...(note !== undefined && { note }) };
}

/** Rows that follow one another, as half-open runs of a bounded length. */
function runsOf(rows: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const row of rows.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === row && row - last[0] < rowsPerRequest) last[1] = row + 1;
    else runs.push([row, row + 1]);
  }
  return runs;
}

/** Runs of rows that want the same; one request sets them however long they are. */
function sameRuns<Wanted>(wanted: readonly (readonly [number, Wanted])[]): [Wanted, [number, number]][] {
  const runs: [Wanted, [number, number]][] = [];
  for (const [row, one] of wanted.toSorted((a, b) => a[0] - b[0])) {
    const last = runs.at(-1);
    if (last && last[0] === one && last[1][1] === row) last[1][1] = row + 1;
    else runs.push([one, [row, row + 1]]);
  }
  return runs;
}

const span = ([from, to]: readonly [number, number]) =>
  Array.from({ length: to - from }, (_row, index) => from + index);
