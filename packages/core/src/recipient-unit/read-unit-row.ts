import { issue, type Issue, type Place } from "../issue/issue.ts";
import { isCalendarDate, type CalendarDate } from "../time/calendar-date.ts";
import { parseVietnameseDate } from "../time/date-in-words.ts";
import type { RecipientUnit, UnitCode } from "./recipient-unit.ts";
import { unitHeading, type UnitColumn } from "./unit-columns.ts";

/** One cell of a row about a unit: its column, its cleaned text, and where it stands. */
export interface UnitCell {
  readonly column: UnitColumn;
  readonly text: string;
  readonly place: Place;
}

/** What the row says of the unit. A blank cell says that the unit has none; a column that is not there says nothing. */
export type UnitStatement = { -readonly [Key in keyof RecipientUnit]?: RecipientUnit[Key] | undefined };

/** Type of a unit whose list does not tell: it has no type word of its own. */
export const untyped = "other";

const listSeparator = /\s*;\s*/u;
const idPattern = /^[A-Za-z\d][A-Za-z\d._-]*$/;
const codePattern = /^([^\s@;]+)(?:@([^\s@;]+))?$/;

/**
 * Mã định danh of bodies: `000.00.00.H49` (QCVN 102:2016/BTTTT) or up to 35 characters in groups, `H37.02.02`
 * (Quyết định 20/2020/QĐ-TTg). Both from secondary sources, so another form is a warning.
 */
const organisationCodes = [
  /^\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}$/,
  /^(?=.{1,35}$)[A-Z]\d{2}(\.[\dA-Z]{1,4}){0,8}$/,
];

/** Reads the cells of one row. Each thing wrong is one issue at its cell. */
export function readUnitRow(cells: readonly UnitCell[]): {
  readonly statement: UnitStatement;
  readonly issues: readonly Issue[];
} {
  const issues: Issue[] = [];
  const statement: UnitStatement = {};
  const codes: UnitCode[] = [];
  const parents: Record<string, string> = {};
  for (const cell of cells) {
    const { column, text } = cell;
    switch (column.kind) {
      case "id":
        if (text !== "" && !idPattern.test(text))
          issues.push(issue("unit_id_invalid", cell.place, { id: text }));
        else if (text !== "") statement.id = text;
        break;
      case "name":
        if (text !== "") statement.name = text;
        break;
      case "shortName":
      case "basis":
        statement[column.kind] = text || undefined;
        break;
      case "type":
        statement.type = text || untyped;
        break;
      case "aliases":
      case "groups":
        statement[column.kind] = listOf(text);
        break;
      case "validFrom":
      case "validTo":
        statement[column.kind] = readDate(cell, issues);
        break;
      case "code":
        codes.push(...readCodes(cell, column.scheme, issues));
        break;
      case "parent":
        if (text !== "") parents[column.hierarchy] = text;
        break;
    }
  }
  if (cells.some(({ column }) => column.kind === "code")) statement.codes = codes;
  if (cells.some(({ column }) => column.kind === "parent")) statement.parents = parents;
  return { statement, issues };
}

/** The unit a statement makes when there was none before; what it does not say is empty. */
export function unitFrom(
  statement: UnitStatement & { readonly id: string; readonly name: string },
): RecipientUnit {
  const { id, name, shortName, aliases, type, groups, parents, codes, validFrom, validTo, basis } = statement;
  return {
    id,
    name,
    ...(shortName !== undefined && { shortName }),
    aliases: aliases ?? [],
    type: type ?? untyped,
    groups: groups ?? [],
    parents: parents ?? {},
    codes: codes ?? [],
    ...(validFrom !== undefined && { validFrom }),
    ...(validTo !== undefined && { validTo }),
    ...(basis !== undefined && { basis }),
  };
}

function listOf(text: string): readonly string[] {
  return [...new Set(text.split(listSeparator).filter((part) => part !== ""))];
}

function readDate({ column, text, place }: UnitCell, issues: Issue[]): CalendarDate | undefined {
  if (text === "") return undefined;
  // Excel rewrites 2024-11-01 in the order of the machine; in Vietnam that is day first.
  const date = isCalendarDate(text) ? text : parseVietnameseDate(text);
  if (date === null)
    issues.push(issue("unit_date_invalid", place, { column: unitHeading(column), value: text }));
  return date ?? undefined;
}

function readCodes({ column, text, place }: UnitCell, scheme: string, issues: Issue[]): readonly UnitCode[] {
  return listOf(text).flatMap((part) => {
    const match = codePattern.exec(part);
    if (!match) {
      issues.push(issue("unit_code_invalid", place, { column: unitHeading(column), value: part }));
      return [];
    }
    const [, code = "", epoch] = match;
    // Communes have five digits, districts three, provinces two; four are five that lost a zero to Excel.
    if (scheme === "administrative" && /^\d{4}$/.test(code)) {
      issues.push(issue("unit_code_zeros_lost", place, { code }));
    }
    if (scheme === "organisation" && !organisationCodes.some((pattern) => pattern.test(code))) {
      issues.push(issue("unit_organisation_code_unusual", place, { code }));
    }
    return [epoch === undefined ? { scheme, code } : { scheme, code, epoch }];
  });
}
