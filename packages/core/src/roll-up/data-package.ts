import Papa from "papaparse";
import type { Campaign } from "../campaign/campaign.ts";
import { findUnit, type UnitDirectory } from "../recipient-unit/unit-directory.ts";
import type { Field, Value } from "../report-schema/report-schema.ts";
import type { Figure, Leaf } from "./figure.ts";
import type { PublishedRollUp } from "./publish.ts";

/** Files by path, as text. */
export type DataPackage = ReadonlyMap<string, string>;

/**
 * A published roll-up as a Frictionless Data Package (version 2 of the standard, datapackage.org): what
 * other programs, open data portals and statisticians can read without knowing us.
 *
 * - `figures.csv`: every figure with its coverage and dates, one a row
 * - `reports.csv`: what each unit gave, a column for each field; blank and “không phát sinh” are
 *   labelled missing values, so that neither is taken for 0
 * - `sources.csv`: every value with file, sheet, cell and hash
 *
 * The same roll-up gives the same bytes. It holds no personal data: roll-ups have none.
 */
export function makeDataPackage(
  campaign: Campaign,
  directory: UnitDirectory,
  published: PublishedRollUp,
): DataPackage {
  const fields = Object.values(published.rollUp.total).flatMap(
    (figure) => campaign.report.fields.find(({ id }) => id === figure.field) ?? [],
  );
  const tables = [
    figuresTable(published),
    reportsTable(fields, published, directory),
    sourcesTable(published, directory),
  ];
  return new Map([
    ["datapackage.json", `${JSON.stringify(descriptor(campaign, published, tables), null, 2)}\n`],
    ...tables.map(({ name, columns, rows }): [string, string] => [
      `${name}.csv`,
      rollUpCsv([columns.map((column) => column.name), ...rows]),
    ]),
  ]);
}

/** Rows as CSV: UTF-8 with a comma, CRLF, quotes only where needed (RFC 4180). Text that begins like a formula gets an apostrophe in front. */
export function rollUpCsv(rows: readonly (readonly Scalar[])[]): string {
  const texts = rows.map((row) => row.map((value) => (value === null ? "" : escapeFormula(value))));
  return `${Papa.unparse(texts, { newline: "\r\n" })}\r\n`;
}

type Scalar = string | number | boolean | null;

/** What an office program would run when it opens the file; a number is never text that runs. */
function escapeFormula(value: string | number | boolean): string {
  const text = String(value);
  return typeof value === "string" && /^[=+@\t\r]|^-(?![\d.])/.test(text) ? `'${text}` : text;
}

interface Column {
  readonly name: string;
  readonly type: "string" | "integer" | "number" | "boolean" | "date";
  readonly title: string;
  readonly constraints?: { readonly required?: boolean; readonly unique?: boolean };
}

interface Table {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly primaryKey: readonly string[];
  readonly missingValues: readonly { readonly value: string; readonly label: string }[];
  readonly rows: readonly (readonly Scalar[])[];
}

const blank = { value: "", label: "không có số liệu" };
const nilMark = "KPS";
const nil = { value: nilMark, label: "không phát sinh" };
const required = { constraints: { required: true } };

function descriptor(campaign: Campaign, published: PublishedRollUp, tables: readonly Table[]) {
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: `${campaign.id}-${published.id}`.toLowerCase().replace(/[^a-z0-9._-]+/g, "-"),
    title: campaign.title,
    created: published.publishedAt,
    version: `${published.rollUp.schemaVersion}.0.0`,
    "chiendich:rollUp": { id: published.id, sha256: published.sha256, at: published.rollUp.at },
    resources: tables.map(({ name, title, columns, primaryKey, missingValues }) => ({
      name,
      type: "table",
      path: `${name}.csv`,
      title,
      scheme: "file",
      format: "csv",
      mediatype: "text/csv",
      encoding: "utf-8",
      schema: {
        $schema: "https://datapackage.org/profiles/2.0/tableschema.json",
        fields: columns,
        primaryKey,
        missingValues,
      },
    })),
  };
}

function figuresTable({ rollUp }: PublishedRollUp): Table {
  const count = (name: string, title: string): Column => ({ name, type: "integer", title, ...required });
  const columns: readonly Column[] = [
    { name: "id", type: "string", title: "Mã số liệu", constraints: { required: true, unique: true } },
    { name: "scope", type: "string", title: "Phạm vi", ...required },
    { name: "scopeLabel", type: "string", title: "Tên phạm vi" },
    { name: "field", type: "string", title: "Chỉ tiêu", ...required },
    { name: "aggregator", type: "string", title: "Cách tổng hợp", ...required },
    { name: "number", type: "number", title: "Giá trị, nếu là số" },
    { name: "denominator", type: "number", title: "Mẫu số, nếu là tỷ lệ" },
    { name: "text", type: "string", title: "Giá trị, nếu không phải là số" },
    { name: "estimated", type: "boolean", title: "Số ước tính", ...required },
    count("expected", "Số đơn vị phải báo cáo"),
    count("reported", "Số đơn vị có trong số liệu"),
    count("nil", "Không phát sinh"),
    count("explained", "Đã giải trình"),
    count("queried", "Chờ giải trình"),
    count("waived", "Được miễn"),
    count("notApplicable", "Không áp dụng"),
    { name: "earliest", type: "date", title: "Số liệu sớm nhất tính đến ngày" },
    { name: "latest", type: "date", title: "Số liệu muộn nhất tính đến ngày" },
  ];
  const all = [
    ...Object.values(rollUp.total).map((figure) => ({ scope: "total", label: null, figure })),
    ...rollUp.scopes.flatMap(({ id, label, figures }) =>
      Object.values(figures).map((figure) => ({ scope: id, label: label || null, figure })),
    ),
  ];
  const rows = all.map(({ scope, label, figure }) => {
    const { coverage, dataAsOf } = figure;
    return [
      figure.id,
      scope,
      label,
      figure.field,
      figure.aggregator,
      ...valueColumns(figure),
      figure.estimated,
      coverage.expected,
      coverage.reported,
      coverage.nil,
      coverage.explained,
      coverage.queried,
      coverage.waived,
      coverage.notApplicable,
      dataAsOf?.earliest ?? null,
      dataAsOf?.latest ?? null,
    ];
  });
  return {
    name: "figures",
    title: "Số liệu tổng hợp",
    columns,
    primaryKey: ["id"],
    missingValues: [blank],
    rows,
  };
}

/** Number, denominator and text; amounts are numbers written in full, never rounded. */
function valueColumns({ value, aggregator }: Figure): readonly [Scalar, Scalar, Scalar] {
  if (value === null) return [null, null, null];
  if (typeof value === "number" || typeof value === "boolean") return [Number(value), null, null];
  if (typeof value === "string") {
    return aggregator === "sum" || /^-?\d+(\.\d+)?$/.test(value) ? [value, null, null] : [null, null, value];
  }
  if ("numerator" in value) return [value.numerator, value.denominator, null];
  return [null, null, value.join("\n")];
}

function reportsTable(
  fields: readonly Field[],
  { rollUp }: PublishedRollUp,
  directory: UnitDirectory,
): Table {
  const columns: readonly Column[] = [
    { name: "report", type: "string", title: "Mã báo cáo", constraints: { required: true, unique: true } },
    { name: "unit", type: "string", title: "Mã đơn vị", ...required },
    { name: "unitName", type: "string", title: "Tên đơn vị", ...required },
    { name: "dataAsOf", type: "date", title: "Số liệu đến ngày" },
    ...fields.flatMap(fieldColumns),
  ];
  const leaves = new Map<string, Leaf>();
  const values = new Map<string, Leaf>();
  for (const figure of Object.values(rollUp.total)) {
    for (const leaf of figure.leaves) {
      leaves.set(leaf.reportId, leaf);
      values.set(JSON.stringify([leaf.reportId, figure.field]), leaf);
    }
  }
  const rows = [...leaves.values()].map(({ reportId, unitId, dataAsOf }) => [
    reportId,
    unitId,
    findUnit(directory, unitId)?.name ?? unitId,
    dataAsOf,
    ...fields.flatMap((field) => fieldValues(field, values.get(JSON.stringify([reportId, field.id])))),
  ]);
  return {
    name: "reports",
    title: "Số liệu từng đơn vị",
    columns,
    primaryKey: ["report"],
    missingValues: [blank, nil],
    rows,
  };
}

const columnTypes: Readonly<Partial<Record<Field["kind"], Column["type"]>>> = {
  count: "integer",
  amount: "number",
  date: "date",
  flag: "boolean",
};

function fieldColumns({ id, kind, label }: Field): readonly Column[] {
  if (kind !== "ratio") return [{ name: id, type: columnTypes[kind] ?? "string", title: label.vi }];
  return [
    { name: `${id}Numerator`, type: "integer", title: `${label.vi} (tử số)` },
    { name: `${id}Denominator`, type: "integer", title: `${label.vi} (mẫu số)` },
  ];
}

function fieldValues({ kind }: Field, leaf: Leaf | undefined): readonly Scalar[] {
  const width = kind === "ratio" ? 2 : 1;
  if (!leaf) return Array.from({ length: width }, () => null);
  if (leaf.nil) return Array.from({ length: width }, () => nilMark);
  const { value } = leaf;
  if (typeof value === "object" && "numerator" in value) return [value.numerator, value.denominator];
  return [scalar(value)];
}

function scalar(value: Exclude<Value, { readonly numerator: number }>): Scalar {
  return typeof value === "object" ? value.join("\n") : value;
}

function sourcesTable({ rollUp }: PublishedRollUp, directory: UnitDirectory): Table {
  const columns: readonly Column[] = [
    { name: "figure", type: "string", title: "Mã số liệu", ...required },
    { name: "unit", type: "string", title: "Mã đơn vị", ...required },
    { name: "unitName", type: "string", title: "Tên đơn vị", ...required },
    { name: "report", type: "string", title: "Mã báo cáo", ...required },
    { name: "value", type: "string", title: "Giá trị" },
    { name: "receivedAt", type: "string", title: "Thời điểm nhận", ...required },
    { name: "file", type: "string", title: "Tệp", ...required },
    { name: "sha256", type: "string", title: "Mã băm SHA-256 của tệp", ...required },
    { name: "sheet", type: "string", title: "Trang", ...required },
    { name: "cell", type: "string", title: "Ô" },
    { name: "decisions", type: "string", title: "Quyết định liên quan" },
  ];
  const rows = Object.values(rollUp.total).flatMap(({ id, leaves }) =>
    leaves.map((leaf) => [
      id,
      leaf.unitId,
      findUnit(directory, leaf.unitId)?.name ?? leaf.unitId,
      leaf.reportId,
      leaf.nil ? nilMark : typeof leaf.value === "object" ? JSON.stringify(leaf.value) : leaf.value,
      leaf.receivedAt,
      leaf.source,
      leaf.sha256,
      leaf.sheet,
      leaf.cell,
      leaf.decisions.join(" ") || null,
    ]),
  );
  return {
    name: "sources",
    title: "Nguồn của từng số liệu",
    columns,
    primaryKey: ["figure", "report"],
    missingValues: [blank, nil],
    rows,
  };
}
