import {
  columnName,
  printAddress,
  printPlace,
  printRange,
  type Issue,
  type Parsed,
  type SheetSource,
} from "@chiendich/core";

/** A whole reading as JSON that a person can check against the file: cells by address, issues by code and place. */
export interface PrintedReading {
  readonly issues: readonly string[];
  readonly names?: Readonly<Record<string, string>>;
  readonly sheets: readonly PrintedSheet[];
}

export interface PrintedSheet {
  readonly name: string;
  readonly visibility: string;
  readonly dateEpoch?: number;
  readonly cells: Readonly<Record<string, unknown>>;
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly string[];
}

export async function printReading({ value, issues }: Parsed<SheetSource>): Promise<PrintedReading> {
  const found: Issue[] = [...issues];
  const sheets: PrintedSheet[] = [];
  for (const { name } of (await value?.listSheets()) ?? []) {
    const sheet = await value?.readSheet(name);
    if (!sheet) continue;
    found.push(...(sheet.issues ?? []));
    const cells: Record<string, unknown> = {};
    for (const { index, cells: inRow } of sheet.rows) {
      inRow.forEach((cell, column) => {
        if (cell) cells[printAddress({ row: index, column })] = cell;
      });
    }
    const hiddenRows = sheet.rows.filter(({ hidden }) => hidden).map(({ index }) => index + 1);
    sheets.push({
      name,
      visibility: sheet.visibility,
      ...(sheet.dateEpoch === undefined ? {} : { dateEpoch: sheet.dateEpoch }),
      cells,
      ...(sheet.merges.length === 0 ? {} : { merges: sheet.merges.map(printRange) }),
      ...(hiddenRows.length === 0 ? {} : { hiddenRows }),
      ...(sheet.hiddenColumns.length === 0 ? {} : { hiddenColumns: sheet.hiddenColumns.map(columnName) }),
    });
  }
  const names = (await value?.readNames()) ?? {};
  return {
    issues: found.map(
      (issue) => `${issue.code}: ${printPlace(issue.place, "en")} ${JSON.stringify(issue.params)}`,
    ),
    ...(Object.keys(names).length === 0 ? {} : { names }),
    sheets,
  };
}
