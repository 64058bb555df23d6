import { parseCampaign } from "../src/campaign/parse-campaign.ts";
import type { Campaign } from "../src/campaign/campaign.ts";
import type { RecipientUnit } from "../src/recipient-unit/recipient-unit.ts";
import { unitDirectory, type UnitDirectory } from "../src/recipient-unit/unit-directory.ts";
import { createUnitResolver, type UnitResolver } from "../src/recipient-unit/resolver/unit-resolver.ts";
import { readReturn } from "../src/report/read-return.ts";
import type { ReadReturnOptions } from "../src/report/read/return-context.ts";
import type { Reading } from "../src/report/reading.ts";
import type { Report } from "../src/report/report.ts";
import type { ReportSchemaInput } from "../src/report-schema/report-schema-input.ts";
import type { Cell } from "../src/sheet/cell.ts";
import { parseAddress, parseRange } from "../src/sheet/cell-address.ts";
import { memorySheets } from "../src/sheet/memory-sheets.ts";
import type { Sheet, SheetRow } from "../src/sheet/sheet.ts";
import type { WorkbookDescription } from "../src/sheet/sheet-sink.ts";
import { smallCampaign } from "./small-campaign.ts";

/*
 * Returns for tests, as short as they can be written: a grid of values, a campaign that asks the
 * given schema, a directory of a few wards and schools.
 */

function unit(
  id: string,
  name: string,
  shortName: string,
  type: string,
  groups: readonly string[],
): RecipientUnit {
  return { id, name, shortName, aliases: [], type, groups, parents: {}, codes: [] };
}

export const wards = unitDirectory([
  unit("ubnd-xa-hoa-an", "Ủy ban nhân dân xã Hòa An", "UBND xã Hòa An", "ubnd_xa", []),
  unit("vinh-hai", "Ủy ban nhân dân phường Vĩnh Hải", "UBND phường Vĩnh Hải", "ubnd_phuong", ["Phường"]),
  unit("vinh-tho", "Ủy ban nhân dân phường Vĩnh Thọ", "UBND phường Vĩnh Thọ", "ubnd_phuong", ["Phường"]),
  unit("loc-tho", "Ủy ban nhân dân phường Lộc Thọ", "UBND phường Lộc Thọ", "ubnd_phuong", ["Phường"]),
  unit("th-loc-tho", "Trường Tiểu học Lộc Thọ", "Trường Tiểu học Lộc Thọ", "th", ["Trường học"]),
]);

export const outreach = {
  id: "tuyen-truyen",
  title: "Kết quả tuyên truyền",
  fields: [
    { id: "sessions", kind: "count", label: "Số buổi tuyên truyền trực tiếp", unit: "buổi (cuộc)" },
    { id: "integrated", kind: "count", label: "trong đó: lồng ghép", unit: "buổi", partOf: "sessions" },
    { id: "participants", kind: "count", label: "Số lượt người tham dự", unit: "lượt người" },
    { id: "cost", kind: "amount", label: "Kinh phí thực hiện", unit: "triệu đồng", decimals: 3 },
    { id: "staffRate", kind: "ratio", label: "Tỷ lệ cán bộ được tuyên truyền", unit: "người" },
    { id: "links", kind: "links", label: "Đường dẫn minh chứng" },
    { id: "difficulties", kind: "text", label: "Khó khăn, vướng mắc" },
  ],
  rules: [{ kind: "requiresPositive", field: "participants", needs: "sessions" }],
} satisfies ReportSchemaInput;

/** A campaign from 10 to 21 March 2025 that asks the schema; reports are read on 25 March. */
export function campaignAsking(report: ReportSchemaInput = outreach, more: object = {}): Campaign {
  const input = {
    ...smallCampaign,
    recipients: [{ label: "Các phường", groups: ["Phường", "Trường học"] }],
    ...more,
    report,
  };
  const { value, issues } = parseCampaign(JSON.stringify(input), { source: "campaign.yaml" });
  if (!value) throw new Error(JSON.stringify(issues));
  return value;
}

type Written = string | number | boolean | null | Cell | { readonly date: string };

/** A cell from what a test writes: text, a number, a date, or a whole cell. */
export function cellOf(value: Written): Cell | undefined {
  if (value === null || value === "") return undefined;
  if (typeof value === "string") return { type: "text", value };
  if (typeof value === "number") return { type: "number", value };
  if (typeof value === "boolean") return { type: "boolean", value };
  return "date" in value ? { type: "date", value: value.date, serial: 0 } : value;
}

/** A sheet from rows of values; `null` is a blank cell. */
export function sheetOf(
  rows: readonly (readonly Written[])[],
  more: Partial<Omit<Sheet, "rows">> & { merged?: string[]; hiddenRows?: number[] } = {},
): Sheet {
  const { merged = [], hiddenRows = [], ...rest } = more;
  return {
    name: "Sheet1",
    visibility: "visible",
    hiddenColumns: [],
    rows: rows.flatMap((cells, index): SheetRow[] => {
      const filled = cells.map(cellOf);
      if (!filled.some(Boolean)) return [];
      return [{ index, cells: filled, ...(hiddenRows.includes(index) && { hidden: true }) }];
    }),
    merges: merged.map((range) => {
      const parsed = parseRange(range);
      if (!parsed) throw new Error(`not a range: ${range}`);
      return parsed;
    }),
    ...rest,
  };
}

/** What a workbook that was written from the description holds when it is read back. */
export function sheetsOf(description: WorkbookDescription): Sheet[] {
  return description.sheets.map((sheet) => ({
    name: sheet.name,
    visibility: sheet.visibility ?? "visible",
    merges: sheet.merges ?? [],
    hiddenColumns: (sheet.columns ?? []).flatMap(({ hidden }, column) => (hidden ? [column] : [])),
    rows: sheet.rows.map(({ cells, hidden }, index) => ({
      index,
      ...(hidden && { hidden }),
      cells: cells.map((cell) => cellOf(cell?.value ?? null)),
    })),
  }));
}

/** The sheets with some cells of one of them written over: `{ E17: 12 }`. */
export function withCells(
  sheets: readonly Sheet[],
  name: string,
  values: Readonly<Record<string, Written>>,
): Sheet[] {
  return sheets.map((sheet) => {
    if (sheet.name !== name) return sheet;
    const rows = new Map(sheet.rows.map((row) => [row.index, { ...row, cells: [...row.cells] }]));
    for (const [address, value] of Object.entries(values)) {
      const at = parseAddress(address);
      if (!at) throw new Error(`not an address: ${address}`);
      const row = rows.get(at.row) ?? { index: at.row, cells: [] as (Cell | undefined)[] };
      rows.set(at.row, row);
      while (row.cells.length <= at.column) row.cells.push(undefined);
      row.cells[at.column] = cellOf(value);
    }
    return { ...sheet, rows: [...rows.values()].sort((a, b) => a.index - b.index) };
  });
}

/** The address beside a label, in the column of answers: where a person would type. */
export function answerCellOf(sheet: Sheet, mark: string, column = "E"): string {
  const row = sheet.rows.find(({ cells }) => cells[0]?.value === mark);
  if (!row) throw new Error(`the form has no row ${mark}`);
  return `${column}${row.index + 1}`;
}

export interface CaseOptions extends Partial<ReadReturnOptions> {
  readonly file?: string;
}

// Making a directory ready for names costs more than reading a small return.
const resolvers = new WeakMap<UnitDirectory, UnitResolver>();

function resolverFor(directory: UnitDirectory): UnitResolver {
  const known = resolvers.get(directory) ?? createUnitResolver(directory);
  resolvers.set(directory, known);
  return known;
}

const usualCampaign = campaignAsking();

/** Reads sheets as a return that came on 25 March 2025. */
export function read(sheets: Sheet | readonly Sheet[], options: CaseOptions = {}): Promise<Reading> {
  const { file = "bao-cao.xlsx", ...more } = options;
  const directory = more.directory ?? wards;
  return readReturn(memorySheets(file, [sheets].flat()), {
    campaign: usualCampaign,
    directory,
    resolver: resolverFor(directory),
    sha256: "a".repeat(64),
    receivedAt: "2025-03-25T09:00:00+07:00",
    ...more,
  });
}

/** The one report of a reading that is accepted or held. */
export function reportOf({ verdicts }: Reading): Report {
  const [verdict] = verdicts;
  if (!verdict || verdict.outcome === "rejected") throw new Error(`no report: ${JSON.stringify(verdict)}`);
  return verdict.report;
}

/** Issues as `code at place`, the shortest that says what and where. */
export function told(reading: Pick<Reading, "issues">): string[] {
  return reading.issues.map(({ code, place }) => {
    const where = "cell" in place && place.cell !== undefined ? ` ${place.cell}` : "";
    return `${code}${where}`;
  });
}
