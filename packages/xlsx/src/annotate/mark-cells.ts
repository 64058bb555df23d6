import { columnIndex, printAddress } from "@chiendich/core";
import { attributeOf, tagsOf, withAttribute, type Edit, type Tag } from "../xml/tags.ts";

/** A cell whose style is to change: from the style it has to the one it shall have. */
export interface CellMark {
  readonly row: number;
  readonly column: number;
  readonly style: (before: number) => number;
}

/** The edits that give cells of a sheet's XML another style; cells and rows that are not there are put in. */
export function markCells(xml: string, marks: readonly CellMark[]): Edit[] {
  const edits: Edit[] = [];
  const waiting = byRow(marks);
  const columnStyles = new ColumnStyles();
  let prefix: string | null = null;
  let row: RowMarker | null = null;
  let index = -1;

  const rowsBefore = (limit: number, at: number): void => {
    for (const [number, cells] of waiting) {
      if (number >= limit) continue;
      const made = cells.map((mark) => newCell(prefix ?? "", mark, columnStyles.of(mark.column)));
      edits.push({
        start: at,
        end: at,
        text: `<${prefix}row r="${number + 1}">${made.join("")}</${prefix}row>`,
      });
      waiting.delete(number);
    }
  };

  for (const tag of tagsOf(xml)) {
    if (prefix === null) {
      if (tag.local === "col") columnStyles.add(tag.text);
      if (tag.local !== "sheetData") continue;
      prefix = tag.name.slice(0, -"sheetData".length);
      if (tag.kind === "selfClosed") {
        edits.push({ start: tag.start, end: tag.end, text: `<${tag.name}>` });
        rowsBefore(Infinity, tag.end);
        edits.push({ start: tag.end, end: tag.end, text: `</${tag.name}>` });
        break;
      }
    } else if (tag.local === "row" && tag.kind !== "close") {
      const stated = attributeOf(tag.text, "r");
      index = stated === undefined ? index + 1 : Number(stated) - 1;
      rowsBefore(index, tag.start);
      const cells = waiting.get(index);
      waiting.delete(index);
      if (!cells) continue;
      if (tag.kind === "selfClosed") edits.push(...filledRow(tag, prefix, cells, columnStyles));
      else row = new RowMarker(tag, prefix, cells, columnStyles, edits);
    } else if (tag.local === "row") {
      row?.end(tag);
      row = null;
    } else if (tag.local === "c" && tag.kind !== "close") row?.cell(tag);
    else if (tag.local === "sheetData") {
      rowsBefore(Infinity, tag.start);
      break;
    }
  }
  return edits;
}

/** Walks the cells of one row that has marks. */
class RowMarker {
  private readonly tag: Tag;
  private readonly prefix: string;
  private waiting: readonly CellMark[];
  private readonly columnStyles: ColumnStyles;
  private readonly edits: Edit[];
  private column = -1;
  /** Cells without addresses stand by their order; putting one in would move those behind it. */
  private addressed = true;

  constructor(
    tag: Tag,
    prefix: string,
    waiting: readonly CellMark[],
    columnStyles: ColumnStyles,
    edits: Edit[],
  ) {
    this.tag = tag;
    this.prefix = prefix;
    this.waiting = waiting;
    this.columnStyles = columnStyles;
    this.edits = edits;
  }

  cell(tag: Tag): void {
    const address = /^([A-Z]+)\d+$/.exec(attributeOf(tag.text, "r") ?? "");
    this.addressed &&= address !== null;
    this.column = address ? columnIndex(address[1] as string) : this.column + 1;
    this.putIn((mark) => mark.column < this.column, tag.start);
    const mark = this.waiting.find(({ column }) => column === this.column);
    if (!mark) return;
    const style = mark.style(Number(attributeOf(tag.text, "s") ?? 0));
    this.edits.push({ start: tag.start, end: tag.end, text: withAttribute(tag.text, "s", String(style)) });
    this.waiting = this.waiting.filter((one) => one !== mark);
  }

  end(tag: Tag): void {
    this.putIn(() => true, tag.start);
  }

  private putIn(which: (mark: CellMark) => boolean, at: number): void {
    const now = this.waiting.filter(which);
    this.waiting = this.waiting.filter((mark) => !now.includes(mark));
    if (!this.addressed) return;
    for (const mark of now) {
      const text = newCell(this.prefix, mark, rowStyle(this.tag) ?? this.columnStyles.of(mark.column));
      this.edits.push({ start: at, end: at, text });
    }
  }
}

function filledRow(tag: Tag, prefix: string, cells: readonly CellMark[], columnStyles: ColumnStyles): Edit[] {
  const made = cells.map((mark) => newCell(prefix, mark, rowStyle(tag) ?? columnStyles.of(mark.column)));
  const open = tag.text.replace(/\s*\/>$/, ">");
  return [{ start: tag.start, end: tag.end, text: `${open}${made.join("")}</${tag.name}>` }];
}

/** A blank cell looks as its row says, when the row says so itself. */
function rowStyle({ text }: Tag): number | null {
  const style = attributeOf(text, "s");
  return style !== undefined && attributeOf(text, "customFormat") !== undefined ? Number(style) : null;
}

class ColumnStyles {
  private readonly ranges: { readonly from: number; readonly to: number; readonly style: number }[] = [];

  add(tag: string): void {
    const style = Number(attributeOf(tag, "style") ?? 0);
    this.ranges.push({
      from: Number(attributeOf(tag, "min")) - 1,
      to: Number(attributeOf(tag, "max")) - 1,
      style,
    });
  }

  of(column: number): number {
    return this.ranges.find(({ from, to }) => from <= column && column <= to)?.style ?? 0;
  }
}

function newCell(prefix: string, mark: CellMark, before: number): string {
  return `<${prefix}c r="${printAddress(mark)}" s="${mark.style(before)}"/>`;
}

function byRow(marks: readonly CellMark[]): Map<number, CellMark[]> {
  const rows = new Map<number, CellMark[]>();
  const ordered = [...marks].sort((a, b) => a.row - b.row || a.column - b.column);
  for (const mark of ordered) rows.set(mark.row, [...(rows.get(mark.row) ?? []), mark]);
  return rows;
}
