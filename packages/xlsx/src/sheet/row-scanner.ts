import type { Cell } from "@chiendich/core";
import { notesOn, unescapeText } from "./text.ts";
import type { CellBuilder, CellKind } from "./cell-builder.ts";
import { COLUMNS, isHiddenRow, ROWS, type RowGatherer } from "./row-gatherer.ts";
import { TagScanner } from "./tag-scanner.ts";

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const ROW_END = Buffer.from("</row>");
const INLINE_END = Buffer.from("</t></is>");

/** Why the scanner stopped. */
export type ScanState =
  /** It needs more bytes: the last row is not complete. */
  | "more"
  /** It stands at what follows the last row. */
  | "done"
  /** The row it stands at is written in another way than programs do; the XML parser takes over there. */
  | "unordinary";

/**
 * Reads rows straight from the bytes, as programs ordinarily write them: elements without prefix,
 * attributes in double quotes, text without CDATA, comments or processing instructions. It never
 * guesses: at the first row that is anything else it stops, without having taken any of it.
 */
export class RowScanner {
  state: ScanState = "more";
  private readonly gatherer: RowGatherer;
  private readonly builder: CellBuilder;
  private readonly tag = new TagScanner();
  private row = 0;
  private lastColumn = -1;
  /** Whether the gatherer knows of the row being read. */
  private begun = false;

  constructor(gatherer: RowGatherer, builder: CellBuilder) {
    this.gatherer = gatherer;
    this.builder = builder;
  }

  /** Scans complete rows in `bytes[from…)` and returns where it stopped. */
  scan(bytes: Buffer, from: number): number {
    const { tag } = this;
    tag.bytes = bytes;
    tag.end = bytes.length;
    tag.at = from;
    for (;;) {
      tag.skipSpace();
      const start = tag.at;
      if (start + 5 > bytes.length) return this.stop("more", start);
      if (!tag.opens(0x72, 0x6f, 0x77)) {
        return this.stop(bytes[start] === LT && bytes[start + 1] === SLASH ? "done" : "unordinary", start);
      }
      const tagEnd = bytes.indexOf(GT, start);
      if (tagEnd < 0) return this.stop("more", start);
      const selfClosed = bytes[tagEnd - 1] === SLASH;
      const rowEnd = selfClosed ? tagEnd + 1 : bytes.indexOf(ROW_END, tagEnd);
      if (rowEnd < 0) return this.stop("more", start);
      tag.at = start + 4;
      tag.end = rowEnd;
      this.begun = false;
      if (!this.readRow(selfClosed)) {
        if (this.begun) this.gatherer.abandonRow();
        return this.stop("unordinary", start);
      }
      this.gatherer.endRow();
      tag.at = selfClosed ? rowEnd : rowEnd + ROW_END.length;
      tag.end = bytes.length;
    }
  }

  private stop(state: ScanState, at: number): number {
    this.state = state;
    return at;
  }

  /** From behind `<row`; false when anything is out of the ordinary. */
  private readRow(selfClosed: boolean): boolean {
    const { tag } = this;
    let index: number | null = null;
    let hidden: string | undefined;
    let height: string | undefined;
    let found = tag.attribute();
    for (; found === "attribute"; found = tag.attribute()) {
      if (tag.isNamed(0x72)) {
        index = tag.digits(tag.valueFrom, tag.valueTo) - 1;
        if (index < 0 || index >= ROWS) return false;
      } else if (tag.nameIs("hidden")) hidden = tag.value();
      else if (tag.nameIs("ht")) height = tag.value();
    }
    if (found !== (selfClosed ? "selfClosed" : "open")) return false;
    this.begun = true;
    this.row = this.gatherer.beginRow(index, isHiddenRow(hidden, height));
    this.lastColumn = -1;
    if (selfClosed) return true;
    for (;;) {
      tag.skipSpace();
      if (tag.at >= tag.end) return tag.at === tag.end;
      if (!tag.opens(0x63)) return false;
      tag.at += 2;
      if (!this.readCell()) return false;
    }
  }

  /** From behind `<c` to behind `</c>`. */
  private readCell(): boolean {
    const { tag } = this;
    let column = this.lastColumn + 1;
    let style = 0;
    let kind: CellKind | null = "n";
    let found = tag.attribute();
    for (; found === "attribute"; found = tag.attribute()) {
      if (tag.isNamed(0x72)) column = this.addressedColumn();
      else if (tag.isNamed(0x73)) style = tag.digits(tag.valueFrom, tag.valueTo);
      else if (tag.isNamed(0x74)) kind = tag.kind();
      if (column < 0 || style < 0 || kind === null) return false;
    }
    if (column >= COLUMNS) return false;
    this.lastColumn = column;
    if (found === "selfClosed") return true;
    if (found !== "open" || kind === null) return false;
    return this.readContent(kind, style, column);
  }

  /** The column of an `r` attribute; -1 when it is none, or names another row. */
  private addressedColumn(): number {
    const { bytes, valueFrom, valueTo } = this.tag;
    let at = valueFrom;
    let column = 0;
    for (; at < valueTo; at++) {
      const letter = (bytes[at] as number) - 64;
      if (letter < 1 || letter > 26) break;
      column = column * 26 + letter;
    }
    if (at === valueFrom || at - valueFrom > 3) return -1;
    return this.tag.digits(at, valueTo) === this.row + 1 ? column - 1 : -1;
  }

  private readContent(kind: CellKind, style: number, column: number): boolean {
    const { tag } = this;
    let valueFrom = -1;
    let valueTo = -1;
    let formula: string | undefined;
    let inline: string | null = null;
    for (;;) {
      tag.skipSpace();
      if (tag.opens(0x76)) {
        if (valueFrom >= 0 || !tag.element(2)) return false;
        valueFrom = tag.textFrom;
        valueTo = tag.textTo;
      } else if (tag.opens(0x66)) {
        const read = formula === undefined ? this.readFormula(column) : null;
        if (read === null) return false;
        formula = read;
      } else if (kind === "inlineStr" && inline === null && tag.opens(0x69, 0x73)) {
        inline = this.readInline();
        if (inline === null) return false;
      } else if (tag.closes(0x63)) break;
      else return false;
    }
    const cell =
      inline === null
        ? this.valueCell(kind, valueFrom, valueTo, style, column, formula)
        : this.textCell(inline, style, column, formula);
    if (cell === null) return false;
    if (cell) this.gatherer.add(column, cell);
    return true;
  }

  private textCell(raw: string, style: number, column: number, formula: string | undefined): Cell {
    const value = unescapeText(raw);
    return this.builder.text({ value, notes: notesOn(value) }, style, this.row, column, formula);
  }

  /** `null` when the value is written out of the ordinary, `undefined` when the cell is blank. */
  private valueCell(
    kind: CellKind,
    from: number,
    to: number,
    style: number,
    column: number,
    formula: string | undefined,
  ): Cell | undefined | null {
    const { tag, builder, row } = this;
    if (from < 0) return builder.build(kind, null, style, row, column, formula);
    if (kind === "n") {
      const value = tag.number(from, to);
      if (!Number.isNaN(value)) return builder.number(value, style, row, column, formula);
    } else if (kind === "s") {
      const index = tag.digits(from, to);
      if (index >= 0) return builder.sharedText(index, style, row, column, formula);
    }
    const raw = tag.text(from, to);
    return raw === null ? null : builder.build(kind, raw, style, row, column, formula);
  }

  /** From `<f` to behind `</f>`; `null` when it is out of the ordinary. */
  private readFormula(column: number): string | null {
    const { tag } = this;
    tag.at += 2;
    let shared = false;
    let index: string | undefined;
    let found = tag.attribute();
    for (; found === "attribute"; found = tag.attribute()) {
      if (tag.isNamed(0x74)) shared = tag.value() === "shared";
      else if (tag.nameIs("si")) index = tag.value();
    }
    if (found === "selfClosed") return this.gatherer.formula("", shared ? index : undefined, column);
    if (found !== "open" || !tag.textUntilClose(0x66)) return null;
    const text = tag.text(tag.textFrom, tag.textTo);
    return text === null ? null : this.gatherer.formula(text, shared ? index : undefined, column);
  }

  /** From `<is` to behind `</is>`; `null` for rich text, which is the parser's. */
  private readInline(): string | null {
    const { tag } = this;
    if (tag.bytes[tag.at + 3] !== GT) return null;
    tag.at += 4;
    tag.skipSpace();
    if (!tag.opens(0x74)) return null;
    tag.at += 2;
    let found = tag.attribute();
    while (found === "attribute") found = tag.attribute();
    if (found !== "open") return null;
    const from = tag.at;
    const to = tag.bytes.indexOf(LT, from);
    if (to < 0 || to + INLINE_END.length > tag.end) return null;
    for (let index = 0; index < INLINE_END.length; index++) {
      if (tag.bytes[to + index] !== INLINE_END[index]) return null;
    }
    tag.at = to + INLINE_END.length;
    return tag.text(from, to);
  }
}
