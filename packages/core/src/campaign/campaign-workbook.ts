import { issue, type Issue, type Parsed, type Place } from "../issue/issue.ts";
import type { Cell } from "../sheet/cell.ts";
import { printAddress } from "../sheet/cell-address.ts";
import type { SheetSource } from "../sheet/sheet-source.ts";
import type { SheetDescription, WorkbookDescription } from "../sheet/sheet-sink.ts";
import { cellAt, type Sheet } from "../sheet/sheet.ts";
import type { CampaignInput } from "./campaign-input.ts";
import type { Campaign } from "./campaign.ts";
import { normaliseCampaign, type NormaliseOptions } from "./normalise-campaign.ts";
import { isMapping } from "./preset.ts";
import { printPath, type Path } from "./read-yaml.ts";

/*
 * A campaign as a workbook, for those who prefer it to YAML: one sheet of keys and values, and a
 * sheet for each list of entries, named after its key. Lists of words stand one to a line in their
 * cell, under a heading that ends in `[]`. Both ways are read by the same schema.
 */

const mainSheet = "Chiến dịch";
const headings = ["Mục", "Giá trị"];

type Scalar = string | number | boolean;

/** The campaign as a workbook that `readCampaignWorkbook` reads back to the same value. */
export function describeCampaignWorkbook(input: CampaignInput): WorkbookDescription {
  const lines: [string, Scalar][] = [];
  const tables: SheetDescription[] = [];
  const walk = (value: unknown, path: Path): void => {
    if (isScalar(value)) lines.push([printPath(path), value]);
    else if (isListOfWords(value)) lines.push([`${printPath(path)}[]`, value.join("\n")]);
    else if (Array.isArray(value)) tables.push(describeTable(printPath(path), value));
    else if (isMapping(value)) for (const [key, one] of Object.entries(value)) walk(one, [...path, key]);
  };
  walk(input, []);
  const main = grid(mainSheet, headings, lines);
  return { title: input.title, sheets: [{ ...main, columns: [{ width: 34 }, { width: 90 }] }, ...tables] };
}

function describeTable(name: string, entries: readonly unknown[]): SheetDescription {
  const rows = entries.map((entry) => new Map(flatten(entry, "")));
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  return grid(
    name,
    columns,
    rows.map((row) => columns.map((column) => row.get(column) ?? null)),
  );
}

function grid(
  name: string,
  head: readonly string[],
  rows: readonly (readonly (Scalar | null)[])[],
): SheetDescription {
  const wrap = { wrap: true, valign: "top" } as const;
  return {
    name,
    freeze: { rows: 1, columns: 1 },
    columns: head.map(() => ({ width: 28 })),
    rows: [
      { cells: head.map((value) => ({ value, style: { bold: true, fill: "DDE7F3" } })) },
      ...rows.map((row) => ({ cells: row.map((value) => (value === null ? null : { value, style: wrap })) })),
    ],
  };
}

function flatten(value: unknown, path: string): [string, Scalar][] {
  if (isScalar(value)) return [[path, value]];
  if (isListOfWords(value)) return [[`${path}[]`, value.join("\n")]];
  if (!isMapping(value)) return [];
  return Object.entries(value).flatMap(([key, one]) => flatten(one, path ? `${path}.${key}` : key));
}

/** Reads a campaign written as a workbook; problems come at once, each with its cell. Never throws for what it holds. */
export async function readCampaignWorkbook(
  source: SheetSource,
  options: NormaliseOptions = {},
): Promise<Parsed<Campaign>> {
  const data: Record<string, unknown> = {};
  const places = new Map<string, Place>();
  const issues: Issue[] = [];
  const note = (path: string, sheet: Sheet, row: number, column: number) =>
    places.set(path, { source: source.name, sheet: sheet.name, cell: printAddress({ row, column }) });
  for (const { name, visibility } of await source.listSheets()) {
    if (visibility !== "visible") continue;
    const sheet = await source.readSheet(name);
    if (name === mainSheet) {
      for (const { index } of sheet.rows.slice(1)) {
        const path = textOf(cellAt(sheet, index, 0));
        const cell = cellAt(sheet, index, 1);
        if (path === "") continue;
        note(path.replace(/\[\]$/, ""), sheet, index, 1);
        if (!put(data, path, valueOf(cell))) issues.push(unknownPath(path, source.name, name, index));
      }
    } else
      put(
        data,
        name,
        readTable(sheet, name, (path, row, column) => note(path, sheet, row, column)),
      );
  }
  if (issues.length > 0) return { value: null, issues };
  const locate = (path: Path) => places.get(printPath(path)) ?? nearest(places, path, source.name);
  return normaliseCampaign(data, locate, options);
}

function readTable(
  sheet: Sheet,
  name: string,
  note: (path: string, row: number, column: number) => void,
): Record<string, unknown>[] {
  const [head, ...rows] = sheet.rows;
  return rows.map(({ index, cells }, position) => {
    const entry: Record<string, unknown> = {};
    cells.forEach((cell, column) => {
      const heading = textOf(head?.cells[column]);
      if (heading === "" || cell === undefined) return;
      note(`${name}[${position}].${heading.replace(/\[\]$/, "")}`, index, column);
      put(entry, heading, valueOf(cell));
    });
    return entry;
  });
}

/** Sets a value by its dotted path; `x[]` splits a cell's lines. `false` for a path that leads nowhere. */
function put(data: Record<string, unknown>, path: string, value: unknown): boolean {
  const list = path.endsWith("[]");
  const keys = (list ? path.slice(0, -2) : path).split(".");
  if (keys.some((key) => key === "" || key === "__proto__" || key === "constructor")) return false;
  if (value === undefined) return true;
  let at = data;
  for (const key of keys.slice(0, -1)) {
    const next = at[key] ?? (at[key] = {});
    if (!isMapping(next)) return false;
    at = next as Record<string, unknown>;
  }
  at[keys.at(-1) as string] = list
    ? String(value)
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean)
    : value;
  return true;
}

function unknownPath(path: string, source: string, sheet: string, row: number): Issue {
  const place = { source, sheet, cell: printAddress({ row, column: 0 }) };
  const message = { vi: `không có mục “${path}”`, en: `there is no key “${path}”` };
  return issue("campaign_value_invalid", place, message);
}

function nearest(places: ReadonlyMap<string, Place>, path: Path, source: string): Place {
  const text = printPath(path);
  for (const [known, place] of places) if (known.startsWith(text) || text.startsWith(known)) return place;
  return { source, sheet: mainSheet };
}

function valueOf(cell: Cell | undefined): Scalar | undefined {
  if (!cell || cell.type === "empty" || cell.type === "error") return undefined;
  // A day typed into a spreadsheet is a date cell; the schema wants `YYYY-MM-DD`.
  return cell.type === "date" ? cell.value.slice(0, 10) : cell.value;
}

function textOf(cell: Cell | undefined): string {
  return cell?.type === "text" ? cell.value.trim() : "";
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function isListOfWords(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "string");
}
