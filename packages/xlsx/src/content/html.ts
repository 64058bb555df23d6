import type { Cell, Issue, SheetSource } from "@chiendich/core";
import { memorySheets } from "@chiendich/core";
import { Parser } from "htmlparser2";
import type { WorkbookLimits } from "../limits.ts";
import { refuse } from "../workbook-problem.ts";
import { decodeText } from "./decode-text.ts";
import { sheetNameOf } from "./grid-source.ts";
import { SheetGrid } from "./sheet-grid.ts";

/** A cell may say that it spans more than any table has. */
const LARGEST_SPAN = 1000;

/**
 * A web page as one sheet, the way spreadsheet programs open the “.xls” files that web systems hand
 * out: tables one below the other, and text between them in rows of its own.
 */
export function htmlSource(
  bytes: Uint8Array,
  source: string,
  limits: WorkbookLimits,
): { source: SheetSource; issues: Issue[] } {
  const { text, issues } = decodeText(bytes, source, statedCharset(bytes));
  const grid = new SheetGrid(sheetNameOf(source), source, limits);
  const page = new PageReader(
    grid,
    () => {
      refuse("workbook_too_large", { source }, { limit: "depth", allowed: limits.depth });
    },
    limits.depth * 4,
  );
  const parser = new Parser(
    {
      onopentag: (name, attributes) => page.open(name, attributes),
      ontext: (piece) => page.text(piece),
      onclosetag: (name) => page.close(name),
    },
    { decodeEntities: true },
  );
  parser.write(text);
  parser.end();
  page.end();
  const sheets = memorySheets(source, [grid.sheet()]);
  const capabilities = { formulas: false, merges: true, hidden: true, comments: true, fonts: false };
  return { source: { ...sheets, capabilities }, issues: [...issues, ...grid.issues()] };
}

function statedCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 2048));
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
}

const silent = new Set(["script", "style", "head", "title", "xml"]);
const lineBreaks = new Set(["br", "p", "div", "li"]);

interface OpenCell {
  text: string;
  /** LibreOffice writes a cell's comment into it as an element of its own. */
  comment: string;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** What Excel's own export says the number is, whatever is shown. */
  readonly number: string | undefined;
}

class PageReader {
  private readonly grid: SheetGrid;
  private readonly tooDeep: () => void;
  private readonly deepest: number;
  private row = -1;
  private column = 0;
  private hidden = false;
  private tables = 0;
  private depth = 0;
  private muted = 0;
  private inComment = false;
  private cell: OpenCell | null = null;
  private loose = "";
  /** Cells that a span from above or from the left has taken, `row column`. */
  private readonly taken = new Set<string>();

  constructor(grid: SheetGrid, tooDeep: () => void, deepest: number) {
    this.grid = grid;
    this.tooDeep = tooDeep;
    this.deepest = deepest;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (++this.depth > this.deepest) this.tooDeep();
    if (silent.has(name)) this.muted++;
    else if (name === "table") {
      this.endLoose();
      this.tables++;
    } else if (this.tables === 1 && name === "tr") {
      this.endCell();
      this.row++;
      this.column = 0;
      this.hidden = /display\s*:\s*none|mso-hide\s*:\s*all/i.test(attributes["style"] ?? "");
      if (this.hidden) this.grid.hideRow(this.row);
    } else if (this.tables === 1 && (name === "td" || name === "th")) {
      this.endCell();
      this.cell = {
        text: "",
        comment: "",
        rowSpan: span(attributes["rowspan"]),
        columnSpan: span(attributes["colspan"]),
        number: attributes["x:num"],
      };
    } else if (name === "comment") this.inComment = true;
    else if (lineBreaks.has(name)) this.text("\n", true);
  }

  text(piece: string, isBreak = false): void {
    if (this.muted > 0) return;
    const text = isBreak ? piece : piece.replace(/[\t\r\n ]+/g, " ");
    if (this.cell && this.inComment) this.cell.comment += text;
    else if (this.cell) this.cell.text += text;
    else if (this.tables === 0) this.loose += text;
  }

  close(name: string): void {
    this.depth--;
    if (silent.has(name)) this.muted--;
    else if (name === "comment") this.inComment = false;
    else if (name === "table") {
      if (this.tables === 1) this.endCell();
      this.tables = Math.max(0, this.tables - 1);
    } else if (this.tables === 1 && (name === "td" || name === "th" || name === "tr")) this.endCell();
    else if (this.tables === 0 && (name === "p" || name === "div" || /^h\d$/.test(name))) this.endLoose();
  }

  end(): void {
    this.endCell();
    this.endLoose();
  }

  private endCell(): void {
    const { cell } = this;
    this.cell = null;
    this.inComment = false;
    if (!cell) return;
    while (this.taken.has(`${this.row} ${this.column}`)) this.column++;
    const from = { row: this.row, column: this.column };
    const value = cellOf(cell);
    if (value) this.grid.set(from.row, from.column, value);
    const to = { row: from.row + cell.rowSpan - 1, column: from.column + cell.columnSpan - 1 };
    this.grid.merge({ from, to });
    for (let row = from.row + 1; row <= to.row; row++) {
      for (let column = from.column; column <= to.column; column++) this.taken.add(`${row} ${column}`);
    }
    this.column = to.column + 1;
  }

  private endLoose(): void {
    const text = tidy(this.loose);
    this.loose = "";
    if (text === "") return;
    this.row++;
    this.grid.set(this.row, 0, { type: "text", value: text });
  }
}

function cellOf(open: OpenCell): Cell | null {
  const value = valueOf(open);
  const comment = tidy(open.comment);
  return comment === "" ? value : { ...(value ?? { type: "empty", value: null }), comment };
}

function valueOf({ text, number }: OpenCell): Cell | null {
  const shown = tidy(text);
  const stated = number === undefined || number === "" ? shown : number;
  if (number !== undefined && /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(stated))
    return { type: "number", value: Number(stated) };
  return shown === "" ? null : { type: "text", value: shown };
}

/** Text as a browser shows it: spaces run together, lines without spaces at their ends. */
function tidy(text: string): string {
  return text
    .split("\n")
    .map((line) => line.replace(/[\u00a0 ]+/g, " ").trim())
    .join("\n")
    .replace(/\n{2,}/g, "\n")
    .trim();
}

function span(stated: string | undefined): number {
  const number = Number.parseInt(stated ?? "1", 10);
  return number >= 1 ? Math.min(number, LARGEST_SPAN) : 1;
}
