import { issue, type Issue } from "../../issue/issue.ts";
import type { Sheet } from "../../sheet/sheet.ts";
import { SheetSourceError, type SheetSource } from "../../sheet/sheet-source.ts";

/** Cells of one return held in memory: some ten thousand units with two hundred figures each. */
export const defaultMaxCells = 2_000_000;

/** The sheets of a return, and what was noticed while they were read. */
export interface CollectedSheets {
  readonly sheets: readonly Sheet[];
  readonly issues: readonly Issue[];
  /** Every sheet could be read to its end. */
  readonly whole: boolean;
}

/**
 * Reads all sheets, so that all that is wrong with them is told at once: what a source notices late
 * too, and sheets that break off or hold more than any return.
 *
 * @throws {SheetSourceError} for a failure of the world; what is wrong in the file is an issue
 */
export async function collectSheets(source: SheetSource, maxCells: number): Promise<CollectedSheets> {
  const sheets: Sheet[] = [];
  const issues: Issue[] = [];
  let whole = true;
  let cells = 0;
  for (const { name } of await source.listSheets()) {
    const sheet = await readable(source, name, issues);
    if (!sheet) {
      whole = false;
      continue;
    }
    issues.push(...(sheet.issues ?? []));
    for (const row of sheet.rows) cells += row.cells.length;
    if (cells > maxCells) {
      const place = { source: source.name, sheet: name };
      issues.push(issue("workbook_too_large", place, { limit: "cells", allowed: maxCells }));
      return { sheets, issues, whole: false };
    }
    sheets.push(sheet);
  }
  return { sheets, issues, whole };
}

async function readable(source: SheetSource, name: string, issues: Issue[]): Promise<Sheet | null> {
  try {
    return await source.readSheet(name);
  } catch (error) {
    if (!(error instanceof SheetSourceError) || error.issue === undefined) throw error;
    issues.push(error.issue);
    return null;
  }
}
