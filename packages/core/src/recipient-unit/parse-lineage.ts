import * as z from "zod";
import { issue, type Issue, type Parsed, type PathPlace } from "../issue/issue.ts";
import { isCalendarDate, type CalendarDate } from "../time/calendar-date.ts";
import { parseVietnameseDate } from "../time/date-in-words.ts";
import { foldVietnamese } from "../vietnamese/fold.ts";
import { readCsv, type CsvRow } from "./csv-table.ts";
import type { LineageEvent, LineageKind, LineageTarget, UnitBefore } from "./lineage-event.ts";
import { readUnitRow, type UnitCell } from "./read-unit-row.ts";
import { unitColumn } from "./unit-columns.ts";

/** The kinds as written in files, in English and as Vietnamese documents call them, folded. */
const kinds: Readonly<Record<string, LineageKind>> = {
  founded: "founded",
  "thanh lap": "founded",
  "thanh lap moi": "founded",
  renamed: "renamed",
  "doi ten": "renamed",
  retyped: "retyped",
  "chuyen loai hinh": "retyped",
  merged: "merged",
  "sap nhap": "merged",
  "hop nhat": "merged",
  absorbed: "absorbed",
  "nhap vao": "absorbed",
  split: "split",
  "chia tach": "split",
  chia: "split",
  tach: "split",
  reparented: "reparented",
  "chuyen don vi cap tren": "reparented",
  closed: "closed",
  "giai the": "closed",
};

const needed = ["kind", "on", "from", "to", "legal_basis"] as const;
const optional = ["not_before", "source"] as const;
type LineageColumn = (typeof needed)[number] | (typeof optional)[number];

/**
 * Reads lineage from a file: CSV with the columns `kind`, `on`, `from`, `to`, `legal_basis` and, when
 * there, `not_before`, `source` and `before_…` with any column of `units.csv`; or JSON, a list of
 * lineage events. Several units in one cell are separated by `;`, a declared share stands behind `=`:
 * `ubnd-xa-a=0.6; ubnd-xa-b=0.4`. Whether the units exist is judged by `checkDirectory`.
 */
export function parseLineage(
  text: string,
  { source }: { readonly source: string },
): Parsed<readonly LineageEvent[]> {
  return /^\uFEFF?\s*\[/.test(text) ? parseLineageJson(text, source) : parseLineageCsv(text, source);
}

const date = z.string().refine(isCalendarDate, { message: "YYYY-MM-DD" });
const before = z.strictObject({
  name: z.string().min(1).exactOptional(),
  shortName: z.string().exactOptional(),
  type: z.string().exactOptional(),
  groups: z.array(z.string()).exactOptional(),
  parents: z.record(z.string(), z.string()).exactOptional(),
  codes: z
    .array(z.strictObject({ scheme: z.string(), code: z.string(), epoch: z.string().exactOptional() }))
    .exactOptional(),
});
const lineageJson = z.array(
  z.strictObject({
    kind: z.enum(["founded", "renamed", "retyped", "merged", "absorbed", "split", "reparented", "closed"]),
    on: date,
    notBefore: date.exactOptional(),
    from: z.array(z.string().min(1)),
    to: z.array(
      z.strictObject({ unitId: z.string().min(1), share: z.number().min(0).max(1).exactOptional() }),
    ),
    legalBasis: z.string(),
    source: z.string().exactOptional(),
    before: before.exactOptional(),
  }),
);

function parseLineageJson(text: string, source: string): Parsed<readonly LineageEvent[]> {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { value: null, issues: [issue("lineage_not_json", { source, path: "" }, { message })] };
  }
  const parsed = lineageJson.safeParse(json);
  if (parsed.success) return { value: parsed.data, issues: [] };
  const issues = parsed.error.issues.map(({ path, message }) =>
    issue(
      "lineage_value_invalid",
      { source, path: path.join(".") },
      { column: String(path.at(-1)), message },
    ),
  );
  return { value: null, issues };
}

function parseLineageCsv(text: string, source: string): Parsed<readonly LineageEvent[]> {
  const table = readCsv(text);
  const issues: Issue[] = table.problems.map(({ line, message }) =>
    issue("unit_table_malformed", { source, path: "", line }, { message }),
  );
  const missing = needed.filter((name) => !table.headings.includes(name));
  for (const column of missing) {
    issues.push(issue("unit_column_missing", { source, path: column, line: 1 }, { column }));
  }
  table.headings.forEach((heading, index) => {
    if (heading === "" || isLineageColumn(heading) || beforeColumn(heading)) return;
    const place = { source, path: heading, line: 1, column: index + 1 };
    issues.push(issue("unit_column_unknown", place, { column: heading }));
  });
  const events =
    missing.length === 0 ? table.rows.map((row) => readEvent(row, table.headings, source, issues)) : [];
  const usable = missing.length === 0 && !issues.some(({ severity }) => severity === "error");
  return { value: usable ? events.filter((event) => event !== null) : null, issues };
}

function isLineageColumn(heading: string): heading is LineageColumn {
  return ([...needed, ...optional] as string[]).includes(heading);
}

function beforeColumn(heading: string) {
  return heading.startsWith("before_") ? unitColumn(heading.slice("before_".length)) : null;
}

function readEvent(
  row: CsvRow,
  headings: readonly string[],
  source: string,
  issues: Issue[],
): LineageEvent | null {
  const cell = (name: LineageColumn) => {
    const column = headings.indexOf(name);
    const place: PathPlace = { source, path: name, line: row.line, column: column + 1 };
    return { text: (column < 0 ? "" : row.cells[column]) ?? "", place };
  };
  const invalid = (name: LineageColumn, message: string) => {
    issues.push(issue("lineage_value_invalid", cell(name).place, { column: name, message }));
    return null;
  };
  const dateIn = (name: "on" | "not_before"): CalendarDate | null => {
    const { text } = cell(name);
    const found = isCalendarDate(text) ? text : parseVietnameseDate(text);
    return found ?? invalid(name, text);
  };
  const kind = kinds[foldVietnamese(cell("kind").text)] ?? invalid("kind", cell("kind").text);
  const on = dateIn("on");
  const notBefore = cell("not_before").text === "" ? undefined : dateIn("not_before");
  const to = listOf(cell("to").text).map((part) => readTarget(part) ?? invalid("to", part));
  const before = readBefore(row, headings, source, issues);
  if (kind === null || on === null || notBefore === null || to.includes(null)) return null;
  const { text: document } = cell("source");
  return {
    kind,
    on,
    ...(notBefore !== undefined && { notBefore }),
    from: listOf(cell("from").text),
    to: to as LineageTarget[],
    legalBasis: cell("legal_basis").text,
    ...(document !== "" && { source: document }),
    ...(before && { before }),
  };
}

function listOf(text: string): readonly string[] {
  return text.split(/\s*;\s*/).filter((part) => part !== "");
}

/** `ubnd-xa-a`, `ubnd-xa-a=0.6`, `ubnd-xa-a=60%`; Vietnamese decimal comma too. */
function readTarget(text: string): LineageTarget | null {
  const [unitId = "", amount, ...more] = text.split(/\s*=\s*/);
  if (unitId === "" || more.length > 0) return null;
  if (amount === undefined) return { unitId };
  const match = /^(\d+(?:[.,]\d+)?)(%?)$/.exec(amount);
  if (!match) return null;
  const number = Number((match[1] as string).replace(",", "."));
  const share = match[2] === "%" ? number / 100 : number;
  return share <= 1 ? { unitId, share } : null;
}

function readBefore(
  row: CsvRow,
  headings: readonly string[],
  source: string,
  issues: Issue[],
): UnitBefore | undefined {
  const cells = headings.flatMap((heading, index): UnitCell[] => {
    const column = beforeColumn(heading);
    const text = row.cells[index] ?? "";
    if (!column || text === "") return [];
    return [{ column, text, place: { source, path: heading, line: row.line, column: index + 1 } }];
  });
  if (cells.length === 0) return undefined;
  const { statement, issues: found } = readUnitRow(cells);
  issues.push(...found);
  const { name, shortName, type, groups, parents, codes } = statement;
  return {
    ...(name !== undefined && { name }),
    ...(shortName !== undefined && { shortName }),
    ...(type !== undefined && { type }),
    ...(groups !== undefined && { groups }),
    ...(parents !== undefined && { parents }),
    ...(codes !== undefined && { codes }),
  };
}
