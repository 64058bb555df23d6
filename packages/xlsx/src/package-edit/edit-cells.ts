import { columnIndex, printAddress } from "@chiendich/core";
import { attributeOf, tagsOf, withAttribute, type Edit, type Tag } from "../xml/tags.ts";

/** What is to change at one cell; what is absent stays. */
export interface CellEdit {
  readonly row: number;
  readonly column: number;
  /** From the style it has to the one it shall have. */
  readonly style?: (before: number) => number;
  /** What it shall hold instead of what it holds. */
  readonly content?: CellXml;
}

/** A cell's type and the XML inside of it; `prefix` goes before each element's name. */
export interface CellXml {
  readonly type: string | null;
  readonly inner: (prefix: string) => string;
}

/** A cell that cannot be given another content without breaking what else is in the workbook. */
export class FormulaInCellError extends RangeError {
  override readonly name = "FormulaInCellError";
}

/**
 * The edits to a sheet's XML that change these cells and nothing else; cells and rows that are not
 * there are put in.
 *
 * @throws {FormulaInCellError} when a cell to be given a content holds a formula
 */
export function editCells(xml: string, cells: readonly CellEdit[]): Edit[] {
  const edits: Edit[] = [];
  const waiting = byRow(cells);
  const columnStyles = new ColumnStyles();
  let prefix: string | null = null;
  let row: RowEditor | null = null;
  let index = -1;

  const rowsBefore = (limit: number, at: number): void => {
    for (const [number, cells] of waiting) {
      if (number >= limit) continue;
      const made = cells.map((edit) => newCell(prefix ?? "", edit, columnStyles.of(edit.column)));
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
      else row = new RowEditor(tag, prefix, cells, columnStyles, edits);
    } else if (tag.local === "row") {
      row?.end(tag);
      row = null;
    } else if (tag.local === "c" && tag.kind !== "close") row?.cell(tag);
    else if (tag.local === "c") row?.endCell(tag);
    else if (tag.local === "f") row?.formula();
    else if (tag.local === "sheetData") {
      rowsBefore(Infinity, tag.start);
      break;
    }
  }
  return edits;
}

/** Walks the cells of one row in which something changes. */
class RowEditor {
  private readonly tag: Tag;
  private readonly prefix: string;
  private waiting: readonly CellEdit[];
  private readonly columnStyles: ColumnStyles;
  private readonly edits: Edit[];
  private column = -1;
  /** The cell under way that gets another content. */
  private replaced: { readonly edit: CellEdit; readonly start: number; readonly style: number } | null = null;
  /** Cells without addresses stand by their order; putting one in would move those behind it. */
  private addressed = true;

  constructor(
    tag: Tag,
    prefix: string,
    waiting: readonly CellEdit[],
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
    this.putIn((edit) => edit.column < this.column, tag.start);
    const edit = this.waiting.find(({ column }) => column === this.column);
    if (!edit) return;
    this.waiting = this.waiting.filter((one) => one !== edit);
    const before = Number(attributeOf(tag.text, "s") ?? 0);
    const style = edit.style?.(before) ?? before;
    if (edit.content) {
      this.replaced = { edit, start: tag.start, style };
      if (tag.kind === "selfClosed") this.endCell(tag);
    } else if (style !== before) {
      const text = withAttribute(tag.text, "s", String(style));
      this.edits.push({ start: tag.start, end: tag.end, text });
    }
  }

  formula(): void {
    if (this.replaced) throw new FormulaInCellError(`${printAddress(this.replaced.edit)} holds a formula`);
  }

  endCell(tag: Tag): void {
    const { replaced } = this;
    this.replaced = null;
    if (!replaced) return;
    const text = cellXml(this.prefix, replaced.edit, replaced.style);
    this.edits.push({ start: replaced.start, end: tag.end, text });
  }

  end(tag: Tag): void {
    this.putIn(() => true, tag.start);
  }

  private putIn(which: (edit: CellEdit) => boolean, at: number): void {
    const now = this.waiting.filter(which);
    this.waiting = this.waiting.filter((edit) => !now.includes(edit));
    if (!this.addressed) {
      const lost = now.find(({ content }) => content);
      if (lost) throw new RangeError(`${printAddress(lost)} cannot be put in among cells without addresses`);
      return;
    }
    for (const edit of now) {
      const text = newCell(this.prefix, edit, rowStyle(this.tag) ?? this.columnStyles.of(edit.column));
      this.edits.push({ start: at, end: at, text });
    }
  }
}

function filledRow(tag: Tag, prefix: string, cells: readonly CellEdit[], columnStyles: ColumnStyles): Edit[] {
  const made = cells.map((edit) => newCell(prefix, edit, rowStyle(tag) ?? columnStyles.of(edit.column)));
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

function newCell(prefix: string, edit: CellEdit, before: number): string {
  return cellXml(prefix, edit, edit.style?.(before) ?? before);
}

function cellXml(prefix: string, edit: CellEdit, style: number): string {
  const { content } = edit;
  const type = content && content.type !== null ? ` t="${content.type}"` : "";
  const open = `<${prefix}c r="${printAddress(edit)}"${style === 0 ? "" : ` s="${style}"`}${type}`;
  const inner = content?.inner(prefix) ?? "";
  return inner === "" ? `${open}/>` : `${open}>${inner}</${prefix}c>`;
}

function byRow(cells: readonly CellEdit[]): Map<number, CellEdit[]> {
  const rows = new Map<number, CellEdit[]>();
  const ordered = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  for (const edit of ordered) rows.set(edit.row, [...(rows.get(edit.row) ?? []), edit]);
  return rows;
}
