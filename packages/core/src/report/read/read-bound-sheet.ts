import type { Issue } from "../../issue/issue.ts";
import type { ColumnRole, SheetBinding } from "../../sheet/sheet.ts";
import type { Field } from "../../report-schema/report-schema.ts";
import type { TableColumn } from "./find-tables.ts";
import { pathOf } from "./find-tables.ts";
import type { HeadingMatch } from "./match-heading.ts";
import { readRowsTable } from "./read-rows-table.ts";
import type { SheetReader, SheetResult } from "./sheet-reader.ts";
import { titleFacts } from "./title-facts.ts";

/**
 * Reads a sheet whose rows and columns carry marks: a marked column is its field whatever its
 * heading says, a marked row is its unit's; what has no mark is read by its heading and its name.
 */
export function readBoundSheet(reader: SheetReader, binding: SheetBinding): SheetResult {
  const { grid, account, options, source, finder } = reader;
  const schema = options.campaign.report;
  const headingRows = grid.rows.filter((row) => row < binding.firstDataRow);
  const leaf = headingRows.at(-1);
  const fields = new Map(schema.fields.map((field) => [field.id, field]));
  const taken = new Set(Object.values(binding.columns).map(fieldPart));
  const columns: TableColumn[] = [];
  const last = Math.max(...grid.rows.flatMap((row) => grid.filled(row)), -1);
  for (let column = 0; column <= last; column += 1) {
    const role = binding.columns[column];
    const heading = leaf === undefined ? "" : grid.text(leaf, column);
    const match = role
      ? matchOf(role, fields)
      : heading === ""
        ? null
        : finder.main.match(pathOf(grid, headingRows, column));
    if (!match || binding.doubtfulColumns[column]) continue;
    // A field that has its mark is that column; another column with its heading was added by somebody.
    if (!role && match.kind === "field" && taken.has(`${match.target.field.id}/${match.target.part ?? ""}`))
      continue;
    columns.push({ column, heading, headingCell: { row: leaf ?? 0, column }, match });
  }
  for (const row of headingRows) if (row !== leaf) account.ignoreRest(row, "title");
  const issues: Issue[] = [...binding.issues, ...Object.values(binding.doubtfulColumns).flat()];
  const title = titleFacts(grid, headingRows.slice(0, -1), options);
  const read = readRowsTable(
    {
      grid,
      account,
      options,
      source,
      title: { ...title, unit: null },
      required: [],
      schemaVersion: schema.version,
      binding,
    },
    {
      kind: "rows",
      repeat: null,
      headingRows: leaf === undefined ? [] : [leaf],
      columns,
      rows: grid.rows.filter((row) => row >= binding.firstDataRow),
    },
  );
  // A row in doubt that reads like a title or a total has no draft to carry its doubts.
  const drafted = new Set(read.drafts.flatMap((draft) => draft.rows));
  const undrafted = Object.entries(binding.doubtfulRows).filter(([row]) => !drafted.has(Number(row)));
  issues.push(...undrafted.flatMap(([, doubts]) => doubts).filter(({ severity }) => severity === "error"));
  issues.push(...read.issues, ...read.drafts.flatMap((draft) => draft.issues));
  return { drafts: read.drafts, repeats: [], issues, recognised: true };
}

function fieldPart(role: ColumnRole): string {
  return role.role === "field" ? `${role.fieldId}/${role.part ?? ""}` : "";
}

function matchOf(role: ColumnRole, fields: ReadonlyMap<string, Field>): HeadingMatch | null {
  if (role.role === "unitName") return { kind: "special", column: "unitName" };
  if (role.role === "nil") return { kind: "special", column: "nil" };
  if (role.role === "ours") return { kind: "special", column: "measure" };
  const field = fields.get(role.fieldId);
  if (!field) return null;
  return {
    kind: "field",
    target: { field, part: role.part ?? null, label: field.label.vi },
    near: false,
  };
}
