import { memorySheets, type Cell, type CellExtras, type Issue, type SheetSource } from "@chiendich/core";
import type { WorkbookLimits } from "../limits.ts";
import { isDateFormat } from "../package/number-format.ts";
import { dateSerial, serialDate } from "../sheet/serial-date.ts";
import { refuse } from "../workbook-problem.ts";
import { readXml, type XmlElement } from "../xml/read-xml.ts";
import { SheetGrid } from "./sheet-grid.ts";

const SPREADSHEET = "urn:schemas-microsoft-com:office:spreadsheet";
const EXCEL = "urn:schemas-microsoft-com:office:excel";

/** Formats that the dialect gives by name. */
const namedFormats: Readonly<Record<string, string | undefined>> = {
  General: undefined,
  "Short Date": "dd/mm/yyyy",
  "General Date": "dd/mm/yyyy hh:mm",
  "Long Date": "dd mmmm yyyy",
  "Medium Date": "dd-mmm-yy",
  "Short Time": "hh:mm",
  "Long Time": "hh:mm:ss",
  Fixed: "0.00",
  Standard: "#,##0.00",
  Percent: "0.00%",
};

interface Style {
  format?: string | undefined;
  font?: string | undefined;
}

interface OpenCell {
  readonly style: Style | undefined;
  readonly formula: string | undefined;
  readonly link: string | undefined;
  type: string;
  text: string;
  comment: string | null;
}

/** The XML that Excel 2003 wrote and many reporting systems still do, as a source. */
export function spreadsheetmlSource(
  bytes: Uint8Array,
  source: string,
  limits: WorkbookLimits,
): { source: SheetSource; issues: Issue[] } {
  const grids: SheetGrid[] = [];
  const names: Record<string, string> = {};
  const styles = new Map<string, Style>();
  let style: Style | null = null;
  let grid: SheetGrid | null = null;
  let row = -1;
  let column = -1;
  let columnDefinition = 0;
  let cell: OpenCell | null = null;
  let into: "data" | "comment" | "visible" | null = null;
  let visible = "";

  const open = ({ name, uri, attributes }: XmlElement): void => {
    if (uri === EXCEL && name === "Visible") into = "visible";
    if (uri !== SPREADSHEET) return;
    switch (name) {
      case "Style":
        style = { ...styles.get(attributes["Parent"] ?? "") };
        styles.set(attributes["ID"] ?? "", style);
        break;
      case "NumberFormat": {
        const format = attributes["Format"] ?? "";
        if (style) style.format = format in namedFormats ? namedFormats[format] : format || undefined;
        break;
      }
      case "Font":
        if (style && attributes["FontName"] !== undefined) style.font = attributes["FontName"];
        break;
      case "NamedRange":
        names[attributes["Name"] ?? ""] = (attributes["RefersTo"] ?? "").replace(/^=/, "");
        break;
      case "Worksheet":
        grid = new SheetGrid(attributes["Name"] ?? "", source, limits);
        grids.push(grid);
        row = -1;
        columnDefinition = 0;
        break;
      case "Column": {
        const from = indexOf(attributes["Index"]) ?? columnDefinition;
        const to = from + Number(attributes["Span"] ?? 0);
        if (attributes["Hidden"] === "1")
          for (let at = from; at <= to && at < 16_384; at++) grid?.hideColumn(at);
        columnDefinition = to + 1;
        break;
      }
      case "Row":
        row = indexOf(attributes["Index"]) ?? row + 1;
        column = -1;
        if (attributes["Hidden"] === "1") grid?.hideRow(row);
        break;
      case "Cell": {
        column = indexOf(attributes["Index"]) ?? column + 1;
        cell = {
          style: styles.get(attributes["StyleID"] ?? "Default"),
          formula: attributes["Formula"]?.replace(/^=/, ""),
          link: attributes["HRef"],
          type: "",
          text: "",
          comment: null,
        };
        const to = {
          row: row + Number(attributes["MergeDown"] ?? 0),
          column: column + Number(attributes["MergeAcross"] ?? 0),
        };
        grid?.merge({ from: { row, column }, to });
        break;
      }
      case "Data":
        if (cell && cell.comment === null) {
          cell.type = attributes["Type"] ?? "String";
          into = "data";
        }
        break;
      case "Comment":
        if (cell) cell.comment = "";
        into = "comment";
        break;
    }
  };

  const close = ({ name, uri }: XmlElement): void => {
    if (name === "Visible" && uri === EXCEL) {
      if (grid && visible === "SheetHidden") grid.visibility = "hidden";
      if (grid && visible === "SheetVeryHidden") grid.visibility = "veryHidden";
      visible = "";
      into = null;
    }
    if (uri !== SPREADSHEET) return;
    if (name === "Style") style = null;
    else if (name === "Data" || name === "Comment")
      into = into === "comment" && name === "Data" ? "comment" : null;
    else if (name === "Row" && row >= 1_048_576) {
      refuse("workbook_too_large", { source }, { limit: "rows", allowed: 1_048_576 });
    } else if (name === "Cell" && cell && grid) {
      const built = cellOf(cell, grid, row, column);
      if (built) grid.set(row, column, built);
      cell = null;
    }
  };

  const text = (piece: string): void => {
    if (into === "data" && cell) cell.text += piece;
    else if (into === "comment" && cell) cell.comment += piece;
    else if (into === "visible") visible += piece;
  };

  readXml(bytes, { open, close, text }, { source, part: source, depth: limits.depth });
  const sheets = memorySheets(
    source,
    grids.map((one) => one.sheet()),
    names,
  );
  return { source: sheets, issues: grids.flatMap((one) => one.issues()) };
}

function indexOf(stated: string | undefined): number | null {
  return stated === undefined ? null : Number(stated) - 1;
}

function cellOf(cell: OpenCell, grid: SheetGrid, row: number, column: number): Cell | null {
  const { style, formula, link, type, text } = cell;
  const comment = cell.comment?.trim();
  const extras: CellExtras = {
    ...(formula === undefined ? {} : { formula }),
    ...(style?.format === undefined ? {} : { format: style.format }),
    ...(link === undefined ? {} : { link }),
    ...(comment === undefined ? {} : { comment }),
  };
  switch (type) {
    case "":
      return Object.keys(extras).some((key) => key !== "format")
        ? { type: "empty", value: null, ...extras }
        : null;
    case "Number": {
      const value = Number(text);
      if (text.trim() === "" || !Number.isFinite(value)) break;
      if (style?.format !== undefined && isDateFormat(style.format)) {
        const date = serialDate(value, 1900);
        if (date !== null) return { type: "date", value: date, serial: value, ...extras };
      }
      return { type: "number", value, ...extras };
    }
    case "DateTime": {
      const serial = dateSerial(text.replace(/\.000$/, ""));
      const date = serial === null ? null : serialDate(serial, 1900);
      if (serial === null || date === null) break;
      return { type: "date", value: date, serial, ...extras };
    }
    case "Boolean":
      if (text === "0" || text === "1") return { type: "boolean", value: text === "1", ...extras };
      break;
    case "Error":
      return { type: "error", value: text, ...extras };
    case "String":
      return {
        type: "text",
        value: text,
        ...extras,
        ...(style?.font === undefined ? {} : { font: style.font }),
      };
  }
  grid.log.addAt("workbook_value_invalid", row, column, {
    raw: text.slice(0, 60),
    type: kinds[type] ?? "value",
  });
  return { type: "text", value: text, ...extras };
}

const kinds: Readonly<Record<string, string>> = { Number: "number", DateTime: "date", Boolean: "boolean" };
