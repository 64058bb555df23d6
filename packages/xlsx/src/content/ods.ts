import {
  memorySheets,
  type Cell,
  type CellExtras,
  type Issue,
  type Sheet,
  type SheetSource,
} from "@chiendich/core";
import type { WorkbookLimits } from "../limits.ts";
import type { WorkbookPackage } from "../package/workbook-package.ts";
import { dateSerial } from "../sheet/serial-date.ts";
import { refuse } from "../workbook-problem.ts";
import { readXml, type XmlElement, type XmlHandlers } from "../xml/read-xml.ts";
import { SheetGrid } from "./sheet-grid.ts";

/** Cells written out of a repeated one; programs repeat blank cells to the sheet's edge, not filled ones. */
const MOST_REPEATED = 10_000;

/** @throws {WorkbookProblem} when the package is encrypted or damaged */
export function odsSource(file: WorkbookPackage): { source: SheetSource; issues: Issue[] } {
  const { source, limits } = file;
  if (file.find("META-INF/manifest.xml")) {
    file.readXml("META-INF/manifest.xml", {
      open({ name }) {
        if (name === "encryption-data") refuse("workbook_encrypted", { source }, {});
      },
    });
  }
  const reader = new OdsReader(source, limits);
  file.readXml("content.xml", reader.handlers());
  return reader.result(file.issues);
}

/** The same in one file, not zipped (`.fods`). */
export function flatOdsSource(
  bytes: Uint8Array,
  source: string,
  limits: WorkbookLimits,
): { source: SheetSource; issues: Issue[] } {
  const reader = new OdsReader(source, limits);
  readXml(bytes, reader.handlers(), { source, part: source, depth: limits.depth });
  return reader.result([]);
}

interface OpenCell {
  readonly attributes: Readonly<Record<string, string>>;
  readonly covered: boolean;
  text: string;
  paragraphs: number;
  link: string | undefined;
  comment: string | undefined;
}

class OdsReader {
  private readonly source: string;
  private readonly limits: WorkbookLimits;
  private readonly grids: SheetGrid[] = [];
  private readonly names: Record<string, string> = {};
  private readonly hiddenStyles = new Set<string>();
  private readonly fonts = new Map<string, string>();
  private style = "";
  private grid: SheetGrid | null = null;
  private row = 0;
  private rowRepeats = 1;
  private rowHidden = false;
  private rowCells: { column: number; cell: Cell; repeats: number }[] = [];
  private column = 0;
  private columnDefinition = 0;
  private cell: OpenCell | null = null;
  private inComment = false;
  private inText = 0;

  constructor(source: string, limits: WorkbookLimits) {
    this.source = source;
    this.limits = limits;
  }

  handlers(): XmlHandlers {
    return {
      open: (element) => this.open(element),
      close: (element) => this.close(element),
      text: (text) => {
        if (this.inText > 0) this.add(text);
      },
    };
  }

  result(issues: readonly Issue[]): { source: SheetSource; issues: Issue[] } {
    const sheets: Sheet[] = this.grids.map((grid) => grid.sheet());
    return {
      source: {
        ...memorySheets(this.source, sheets, this.names),
        capabilities: { formulas: true, merges: true, hidden: true, comments: true, fonts: true },
      },
      issues: [...issues, ...this.grids.flatMap((grid) => grid.issues())],
    };
  }

  private open(element: XmlElement): void {
    const { name, attributes } = element;
    if (this.cell && this.openInCell(element)) return;
    switch (name) {
      case "style":
        this.style = attributes["name"] ?? "";
        break;
      case "table-properties":
        if (attributes["display"] === "false") this.hiddenStyles.add(this.style);
        break;
      case "text-properties":
        if (attributes["font-name"] !== undefined) this.fonts.set(this.style, attributes["font-name"]);
        break;
      case "named-range":
        this.names[attributes["name"] ?? ""] = excelReference(attributes["cell-range-address"] ?? "");
        break;
      case "table":
        this.grid = new SheetGrid(attributes["name"] ?? "", this.source, this.limits);
        if (this.hiddenStyles.has(attributes["style-name"] ?? "")) this.grid.visibility = "hidden";
        this.grids.push(this.grid);
        this.row = 0;
        this.columnDefinition = 0;
        break;
      case "table-column": {
        const repeats = repeated(attributes["number-columns-repeated"]);
        if (isHidden(attributes)) {
          for (let at = 0; at < Math.min(repeats, 16_384); at++)
            this.grid?.hideColumn(this.columnDefinition + at);
        }
        this.columnDefinition += repeats;
        break;
      }
      case "table-row":
        this.rowRepeats = repeated(attributes["number-rows-repeated"]);
        this.rowHidden = isHidden(attributes);
        this.rowCells = [];
        this.column = 0;
        break;
      case "table-cell":
      case "covered-table-cell":
        this.cell = {
          attributes,
          covered: name === "covered-table-cell",
          text: "",
          paragraphs: 0,
          link: undefined,
          comment: undefined,
        };
        break;
    }
  }

  private openInCell({ name, attributes }: XmlElement): boolean {
    const { cell } = this;
    if (!cell) return false;
    if (name === "annotation") {
      this.inComment = true;
      cell.comment = "";
    } else if (name === "p") {
      if (this.inComment) {
        if (cell.comment) cell.comment += "\n";
      } else if (cell.paragraphs++ > 0) cell.text += "\n";
      this.inText++;
    } else if (name === "a" && !this.inComment) cell.link = attributes["href"];
    else if (name === "s") this.add(" ".repeat(Math.min(Number(attributes["c"] ?? 1), 1000)));
    else if (name === "tab") this.add("\t");
    else if (name === "line-break") this.add("\n");
    return true;
  }

  private add(text: string): void {
    if (!this.cell) return;
    if (this.inComment) this.cell.comment += text;
    else this.cell.text += text;
  }

  private close({ name }: XmlElement): void {
    if (name === "p" && this.inText > 0) this.inText--;
    else if (name === "annotation") this.inComment = false;
    else if (name === "table-cell" || name === "covered-table-cell") this.closeCell();
    else if (name === "table-row") this.closeRow();
    else if (name === "table") this.grid = null;
  }

  private closeCell(): void {
    const { cell, grid } = this;
    this.cell = null;
    if (!cell || !grid) return;
    const repeats = repeated(cell.attributes["number-columns-repeated"]);
    const built = cell.covered ? null : this.cellOf(cell, grid);
    if (built) this.rowCells.push({ column: this.column, cell: built, repeats });
    const rows = Number(cell.attributes["number-rows-spanned"] ?? 1);
    const columns = Number(cell.attributes["number-columns-spanned"] ?? 1);
    const from = { row: this.row, column: this.column };
    grid.merge({ from, to: { row: from.row + rows - 1, column: from.column + columns - 1 } });
    this.column += repeats;
  }

  private closeRow(): void {
    const { grid, rowCells, rowRepeats } = this;
    const cells = rowCells.reduce((sum, { repeats }) => sum + repeats, 0) * rowRepeats;
    if (rowCells.length > 0 && cells > MOST_REPEATED && (rowRepeats > 1000 || cells > this.limits.cells)) {
      const place = { source: this.source, sheet: grid?.name };
      refuse("workbook_too_large", place, { limit: "repeated cells", allowed: MOST_REPEATED });
    }
    for (let repeat = 0; repeat < rowRepeats && (rowCells.length > 0 || repeat < 1); repeat++) {
      if (this.rowHidden && rowCells.length > 0) grid?.hideRow(this.row + repeat);
      for (const { column, cell, repeats } of rowCells) {
        for (let copy = 0; copy < repeats; copy++) grid?.set(this.row + repeat, column + copy, cell);
      }
    }
    this.row += rowRepeats;
  }

  private cellOf(cell: OpenCell, grid: SheetGrid): Cell | null {
    const { attributes, text, link, comment } = cell;
    const formula = attributes["formula"] === undefined ? undefined : excelFormula(attributes["formula"]);
    const font = this.fonts.get(attributes["style-name"] ?? "");
    const extras: CellExtras = {
      ...(formula === undefined ? {} : { formula }),
      ...(link === undefined ? {} : { link }),
      ...(comment === undefined ? {} : { comment }),
    };
    if (attributes["calcext:value-type"] === "error") return { type: "error", value: text, ...extras };
    const type = attributes["value-type"];
    const stated = attributes["value"] ?? "";
    switch (type) {
      case undefined:
        return Object.keys(extras).length === 0 ? null : { type: "empty", value: null, ...extras };
      case "string": {
        const value = attributes["string-value"] ?? text;
        if (formula !== undefined && isErrorText(value)) return { type: "error", value, ...extras };
        return { type: "text", value, ...extras, ...(font === undefined ? {} : { font }) };
      }
      case "boolean":
        return { type: "boolean", value: attributes["boolean-value"] === "true", ...extras };
      case "date": {
        const date = (attributes["date-value"] ?? "").replace(/T00:00:00$/, "");
        const serial = dateSerial(date);
        if (serial !== null) return { type: "date", value: date, serial, ...extras };
        break;
      }
      case "time": {
        const fraction = durationDays(attributes["time-value"] ?? "");
        if (fraction !== null) return { type: "number", value: fraction, format: "hh:mm:ss", ...extras };
        break;
      }
      case "float":
      case "currency":
      case "percentage":
        if (isErrorText(text)) return { type: "error", value: text, ...extras };
        if (stated !== "" && Number.isFinite(Number(stated))) {
          const format = type === "percentage" ? { format: "0%" } : {};
          return { type: "number", value: Number(stated), ...format, ...extras };
        }
        break;
    }
    grid.log.addAt("workbook_value_invalid", this.row, this.column, {
      raw: (stated || text).slice(0, 60),
      type: "number",
    });
    return { type: "text", value: text, ...extras };
  }
}

function isErrorText(text: string): boolean {
  return /^(?:#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!)|Err:\d{3})$/.test(text);
}

function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  return attributes["visibility"] === "collapse" || attributes["visibility"] === "filter";
}

function repeated(stated: string | undefined): number {
  const number = Number(stated ?? 1);
  return Number.isInteger(number) && number >= 1 ? number : 1;
}

/** `PT08H30M00S` as a fraction of a day. */
function durationDays(text: string): number | null {
  const match = /^PT(\d+)H(\d+)M(\d+(?:[.,]\d+)?)S$/.exec(text);
  if (!match) return null;
  const seconds = Number((match[3] as string).replace(",", "."));
  return (Number(match[1]) * 3600 + Number(match[2]) * 60 + seconds) / 86_400;
}

/** `of:=[.B2]*2` → `B2*2`. */
function excelFormula(formula: string): string {
  return formula
    .replace(/^\w+:=|^=/, "")
    .replace(/\[\.([^\].]+)(?::\.([^\].]+))?\]/g, (_, from: string, to?: string) =>
      to === undefined ? from : `${from}:${to}`,
    )
    .replace(/\[([^\]]+)\]/g, (_, reference: string) => excelReference(reference));
}

/** `$'Danh mục'.$A$2:.$A$9` → `'Danh mục'!$A$2:$A$9`. */
function excelReference(address: string): string {
  const match =
    /^\$?('(?:[^']|'')*'|[^.]*)\.(\$?[A-Z]+\$?\d+)(?::(?:\$?(?:'(?:[^']|'')*'|[^.]*))?\.(\$?[A-Z]+\$?\d+))?$/.exec(
      address,
    );
  if (!match) return address;
  return `${match[1]}!${match[2]}${match[3] === undefined ? "" : `:${match[3]}`}`;
}
