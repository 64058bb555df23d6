import { columnIndex, parseRange, type CellRange } from "@chiendich/core";
import { textCollector, type SharedText } from "../package/shared-strings.ts";
import { isSpreadsheetML, type XmlElement, type XmlHandlers } from "../xml/read-xml.ts";
import type { CellBuilder, CellKind } from "./cell-builder.ts";
import type { IssueLog } from "./issue-log.ts";
import { COLUMNS, isHiddenRow, ROWS, type RowGatherer } from "./row-gatherer.ts";

/** What a sheet's XML holds besides rows, and where it stands. */
export interface SheetFrame {
  /** Whether the parser has just entered the rows, in the right namespace. */
  inRows: boolean;
  readonly merges: CellRange[];
  readonly hiddenColumns: number[];
  readonly links: {
    readonly ref: string;
    readonly id: string | undefined;
    readonly location: string | undefined;
  }[];
  /** The relationship that leads to the boxes comments are shown in, where the sheet has comments. */
  commentBoxes: string | undefined;
}

const kinds: ReadonlySet<string> = new Set(["n", "s", "str", "inlineStr", "b", "e", "d"]);

interface OpenCell {
  readonly column: number;
  readonly kind: CellKind;
  readonly style: number;
  value: string | null;
  inline: SharedText | null;
  formula: string | undefined;
  shared: string | undefined;
}

/**
 * Reads a sheet's XML from the kept parser's events: always what stands around the rows, and the rows
 * themselves when they are not written the way programs do.
 */
export function sheetXml(
  gatherer: RowGatherer,
  builder: CellBuilder,
  log: IssueLog,
  mergeLimit: (count: number) => void,
): { readonly frame: SheetFrame; readonly handlers: XmlHandlers } {
  const frame: SheetFrame = {
    inRows: false,
    merges: [],
    hiddenColumns: [],
    links: [],
    commentBoxes: undefined,
  };
  const inline = textCollector();
  let row = -1;
  let lastColumn = -1;
  let cell: OpenCell | null = null;
  let into: "value" | "formula" | "inline" | null = null;

  const openCell = ({ attributes }: XmlElement): void => {
    const { r = "", t = "n", s = "0" } = attributes;
    let column = lastColumn + 1;
    if (r !== "") {
      const match = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(r);
      column = match ? columnIndex(match[1] as string) : COLUMNS;
      if (column >= COLUMNS || Number(match?.[2]) - 1 !== row) {
        log.add("workbook_cell_address_invalid", undefined, { address: r.slice(0, 40) });
        cell = null;
        return;
      }
    }
    lastColumn = column;
    const kind = (kinds.has(t) ? t : "str") as CellKind;
    cell = {
      column,
      kind,
      style: Number(s),
      value: null,
      inline: null,
      formula: undefined,
      shared: undefined,
    };
  };

  const closeCell = (): void => {
    if (!cell) return;
    const { column, kind, style, value, inline } = cell;
    const formula =
      cell.formula === undefined ? undefined : gatherer.formula(cell.formula, cell.shared, column);
    const built =
      kind === "inlineStr" && inline
        ? builder.text(inline, style, row, column, formula)
        : builder.build(kind, value, style, row, column, formula);
    if (built) gatherer.add(column, built);
    cell = null;
  };

  const openInRows = (element: XmlElement): void => {
    const { name, attributes } = element;
    if (name === "row") {
      const index = attributes["r"] === undefined ? null : Number(attributes["r"]) - 1;
      if (index !== null && !(Number.isInteger(index) && index >= 0 && index < ROWS)) {
        log.add("workbook_cell_address_invalid", undefined, { address: `${attributes["r"]}`.slice(0, 40) });
      }
      row = gatherer.beginRow(index, isHiddenRow(attributes["hidden"], attributes["ht"]));
      lastColumn = -1;
    } else if (name === "c") openCell(element);
    else if (name === "v" && cell?.value === null) {
      into = "value";
      cell.value = "";
    } else if (name === "f" && cell?.formula === undefined) {
      into = "formula";
      if (cell) {
        cell.formula = "";
        cell.shared = attributes["t"] === "shared" ? attributes["si"] : undefined;
      }
    } else if (name === "is") {
      into = "inline";
      inline.begin();
    } else if (into === "inline") inline.open(element);
  };

  const handlers: XmlHandlers = {
    open(element) {
      const { name, uri, attributes } = element;
      if (!isSpreadsheetML(uri)) return;
      if (frame.inRows) openInRows(element);
      else if (name === "sheetData") frame.inRows = true;
      else if (name === "col") frame.hiddenColumns.push(...hiddenColumns(attributes));
      else if (name === "mergeCell") {
        mergeLimit(frame.merges.length + 1);
        addMerge(frame, attributes["ref"] ?? "", log);
      } else if (name === "legacyDrawing") frame.commentBoxes = attributes["r:id"];
      else if (name === "hyperlink") {
        frame.links.push({
          ref: attributes["ref"] ?? "",
          id: attributes["r:id"],
          location: attributes["location"],
        });
      }
    },
    text(text) {
      if (!frame.inRows || into === null) return;
      if (into === "inline") inline.text(text);
      else if (into === "value" && cell) cell.value += text;
      else if (into === "formula" && cell) cell.formula += text;
    },
    close(element) {
      if (!frame.inRows || !isSpreadsheetML(element.uri)) return;
      const { name } = element;
      if (name === "sheetData") frame.inRows = false;
      else if (name === "row") gatherer.endRow();
      else if (name === "c") closeCell();
      else if (name === "v" || name === "f") into = null;
      else if (name === "is") {
        if (cell) cell.inline = inline.end();
        into = null;
      } else if (into === "inline") inline.close(element);
    },
  };
  return { frame, handlers };
}

function hiddenColumns({ min, max, hidden, width }: Readonly<Record<string, string>>): number[] {
  if (hidden !== "1" && hidden !== "true" && !(width !== undefined && Number(width) === 0)) return [];
  const from = Number(min) - 1;
  const to = Math.min(Number(max), COLUMNS);
  return from >= 0 && to > from ? Array.from({ length: to - from }, (_, index) => from + index) : [];
}

function addMerge(frame: SheetFrame, ref: string, log: IssueLog): void {
  const range = parseRange(ref);
  if (!range || range.to.row >= ROWS || range.to.column >= COLUMNS) {
    log.add("workbook_merge_invalid", undefined, { range: ref.slice(0, 40), why: "address" });
    return;
  }
  if (range.from.row === range.to.row && range.from.column === range.to.column) return;
  frame.merges.push(range);
}
