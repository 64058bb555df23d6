import {
  columnName,
  type SheetDescription,
  type ValidationDescription,
  type WorkbookDescription,
} from "@chiendich/core";

/** Excel's limit for a list written into the validation itself. */
const LONGEST_LIST = 255;

/** The sheet that keeps lists too long for a validation. */
const LISTS_SHEET = "_danh_sach";

/**
 * The same workbook with every list that does not fit into a validation moved to a range of a very
 * hidden sheet. A list with a comma or a quote in a value does not fit either, however short.
 */
export function withListSources(workbook: WorkbookDescription): WorkbookDescription {
  const lists: (readonly string[])[] = [];
  const sourceOf = new Map<string, string>();
  const source = (values: readonly string[]): string => {
    const key = JSON.stringify(values);
    let found = sourceOf.get(key);
    if (found === undefined) {
      const column = columnName(lists.length);
      found = `${LISTS_SHEET}!$${column}$1:$${column}$${values.length}`;
      sourceOf.set(key, found);
      lists.push(values);
    }
    return found;
  };
  const sheets = workbook.sheets.map((sheet) => withSources(sheet, source));
  return lists.length === 0 ? workbook : { ...workbook, sheets: [...sheets, listsSheet(lists)] };
}

function withSources(
  sheet: SheetDescription,
  source: (values: readonly string[]) => string,
): SheetDescription {
  if (!sheet.validations) return sheet;
  const validations = sheet.validations.map((validation): ValidationDescription => {
    const { rule } = validation;
    if (rule.kind !== "list" || rule.source !== undefined || !rule.values || fits(rule.values))
      return validation;
    return { ...validation, rule: { kind: "list", source: source(rule.values) } };
  });
  return { ...sheet, validations };
}

function fits(values: readonly string[]): boolean {
  return (
    values.join(",").length <= LONGEST_LIST && !values.some((value) => /[",\r\n]|^[\s=]|\s$/.test(value))
  );
}

function listsSheet(lists: readonly (readonly string[])[]): SheetDescription {
  const longest = Math.max(...lists.map((list) => list.length));
  const rows = Array.from({ length: longest }, (_, row) => ({
    cells: lists.map((list) => (row < list.length ? { value: list[row] as string } : null)),
  }));
  return { name: LISTS_SHEET, visibility: "veryHidden", rows };
}
