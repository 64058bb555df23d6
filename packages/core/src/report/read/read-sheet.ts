import type { Issue } from "../../issue/issue.ts";
import { fieldsOfVersion } from "../../report-schema/schema-version.ts";
import type { Draft } from "./draft.ts";
import { findTables } from "./find-tables.ts";
import type { FormIdentity } from "../form/form-identity.ts";
import { joinParts } from "./join-parts.ts";
import { readBoundSheet } from "./read-bound-sheet.ts";
import { readFieldsTable } from "./read-fields-table.ts";
import { findFormMarks } from "./find-form-marks.ts";
import { readForm } from "./read-form.ts";
import { readFormRepeat, repeatMarkOf } from "./read-form-repeat.ts";
import { readRowsTable } from "./read-rows-table.ts";
import type { RepeatRow, RowsReader } from "./rows-reader.ts";
import type { ReadReturnOptions } from "./return-context.ts";
import type { SheetReader, SheetResult } from "./sheet-reader.ts";
import { titleFacts } from "./title-facts.ts";

/** Reads one visible sheet: by its bindings, by a form's marks, or by the tables that can be found in it. */
export function readSheet(reader: SheetReader): SheetResult {
  const { grid, account, options, source, identity } = reader;
  const schema = options.campaign.report;
  if (grid.sheet.binding) return readBoundSheet(reader, grid.sheet.binding);
  const form = findFormMarks(grid);
  if (form) {
    const version = identity?.schemaVersion ?? schema.version;
    const fields = fieldsOfVersion(schema, version) ?? schema.fields;
    const asked = fields.filter((field) => wasAsked(field, identity, options));
    const draft = readForm(
      { grid, form, account, options, source, fields: asked, version },
      identity?.unitId,
    );
    return { drafts: [draft], repeats: [], issues: draft.issues, recognised: true };
  }
  const repeat = repeatMarkOf(grid, schema.repeats ?? []);
  if (repeat) {
    const repeats = readFormRepeat(reader, repeat, identity?.unitId);
    return { drafts: [], repeats, issues: [], recognised: true };
  }
  return readFoundTables(reader);
}

function wasAsked(
  field: { readonly groups?: readonly string[] | undefined },
  identity: FormIdentity | null,
  options: ReadReturnOptions,
) {
  const unit = options.directory.units.find(({ id }) => id === identity?.unitId);
  return !unit || field.groups === undefined || field.groups.some((group) => unit.groups.includes(group));
}

function readFoundTables(reader: SheetReader): SheetResult {
  const { grid, account, options, source, finder } = reader;
  const schema = options.campaign.report;
  const tables = findTables(grid, finder);
  const [first] = tables;
  const top = first ? (first.headingRows[0] ?? first.rows[0] ?? 0) : 0;
  const above = grid.rows.filter((row) => row < top);
  const title = titleFacts(grid, first ? above : [], options);
  for (const { row, column } of title.used) account.map(row, column);
  for (const row of above) account.ignoreRest(row, "title");
  const rowsReader: RowsReader = {
    grid,
    account,
    options,
    source,
    title,
    required: schema.fields.filter(({ required, groups }) => required && groups === undefined),
    // Headings of every version are known, so the answers come under the ids of any of them.
    schemaVersion: Math.min(schema.version, ...(schema.earlier ?? []).map(({ version }) => version)),
  };
  const drafts: Draft[] = [];
  const repeats: RepeatRow[] = [];
  const issues: Issue[] = [];
  for (const table of tables) {
    if (table.kind === "fields") {
      const read = readFieldsTable(rowsReader, table, finder.main);
      drafts.push(...read.drafts);
      issues.push(...read.issues, ...read.drafts.flatMap((draft) => draft.issues));
    } else {
      const read = readRowsTable(rowsReader, table);
      drafts.push(...read.drafts);
      repeats.push(...read.repeats);
      issues.push(...read.issues, ...read.drafts.flatMap((draft) => draft.issues));
    }
  }
  return { ...joinParts(drafts, issues, options), repeats, recognised: tables.length > 0 };
}
