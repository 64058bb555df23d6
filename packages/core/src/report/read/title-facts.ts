import { printAddress } from "../../sheet/cell-address.ts";
import type { CalendarDate } from "../../time/calendar-date.ts";
import { foldVietnamese } from "../../vietnamese/fold.ts";
import { parseVietnameseDate } from "../../time/date-in-words.ts";
import type { Submission } from "../report.ts";
import type { Grid } from "./grid.ts";
import type { ReadReturnOptions } from "./return-context.ts";

/** What stands above a table, or around a report, and concerns all of it. */
export interface TitleFacts {
  readonly unit: { readonly text: string; readonly cell: string } | null;
  readonly dataAsOf: CalendarDate | null;
  readonly submission: Submission;
  /** “Đơn vị tính: nghìn đồng”, for all columns that say nothing else. */
  readonly measure: { readonly text: string; readonly cell: string } | null;
  /** Cells that said it. */
  readonly used: readonly { readonly row: number; readonly column: number }[];
}

const unitLabel =
  /^(?:ten\s+)?(?:don vi|co quan|truong|dia phuong)(?:\s+(?:bao cao|gui bao cao|lap bao cao))?\s*:\s*/u;
const asOf =
  /tinh den\s*(?:het\s*)?(?:ngay)?\s*:?\s*((?:\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4})|(?:\d{1,2}\s*thang\s*\d{1,2}\s*nam\s*\d{4}))/u;

/** Looks for them in the rows above the first table, or in all rows when there is no table of units. */
export function titleFacts(grid: Grid, rows: readonly number[], options: ReadReturnOptions): TitleFacts {
  const used: { row: number; column: number }[] = [];
  let unit: TitleFacts["unit"] = null;
  let dataAsOf: CalendarDate | null = null;
  let submission: Submission = "normal";
  let measure: TitleFacts["measure"] = null;
  for (const row of rows) {
    for (const column of grid.filled(row)) {
      const cell = grid.cell(row, column);
      if (cell?.type !== "text" || cell.value.length > 500) continue;
      const text = grid.text(row, column);
      const named: NamedAt | null = unit === null ? unitNamed(grid, row, column, text) : null;
      if (named) {
        unit = { text: named.text, cell: printAddress(named) };
        used.push({ row, column }, named);
      }
      const date: CalendarDate | null = dataAsOf === null ? dateIn(text) : null;
      if (date !== null) {
        dataAsOf = date;
        used.push({ row, column });
      }
      submission = submissionIn(text) ?? submission;
      if (/đơn vị tính|đvt/iu.test(text)) measure ??= { text, cell: printAddress({ row, column }) };
    }
  }
  const letterhead = unit === null ? unitInLetterhead(grid, rows.slice(0, 12), options) : null;
  if (letterhead) {
    unit = { text: letterhead.text, cell: printAddress(letterhead) };
    used.push(letterhead);
  }
  return { unit, dataAsOf, submission, measure, used };
}

interface NamedAt {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}

/** `Đơn vị báo cáo: X` in one cell, or the label in one and the name in the next. */
function unitNamed(grid: Grid, row: number, column: number, text: string): NamedAt | null {
  const folded = foldVietnamese(text);
  const match = unitLabel.exec(
    folded.endsWith(":") ? folded : folded.replace(/^(don vi(?: bao cao)?)$/u, "$1:"),
  );
  if (!match) return null;
  // Folding keeps the number of letters, so the label's length is the same in the text.
  const rest = text
    .slice(match[0].length)
    .replace(/^[.…\s]+/u, "")
    .trim();
  if (rest !== "") return { text: rest, row, column };
  const next = grid.filled(row).find((one) => one > column);
  const name = next === undefined ? "" : grid.text(row, next);
  return name === "" || next === undefined ? null : { text: name, row, column: next };
}

function dateIn(text: string): CalendarDate | null {
  const match = asOf.exec(foldVietnamese(text));
  if (!match?.[1]) return null;
  return parseVietnameseDate(match[1].replace(/thang/u, "tháng").replace(/nam/u, "năm"));
}

function submissionIn(text: string): Submission | null {
  const folded = foldVietnamese(text);
  if (folded.length > 120) return null;
  if (/\b(?:bao cao|so lieu|bieu)\b.*\bdinh chinh\b|^dinh chinh\b/u.test(folded)) return "correction";
  if (/\b(?:bao cao|so lieu) bo sung\b/u.test(folded)) return "addition";
  return /\bbao cao thay the\b/u.test(folded) ? "replacement" : null;
}

/** The one unit other than the issuer that the first rows name by themselves. */
function unitInLetterhead(grid: Grid, rows: readonly number[], options: ReadReturnOptions): NamedAt | null {
  const found = new Map<string, NamedAt>();
  for (const row of rows) {
    for (const column of grid.filled(row)) {
      const text = grid.text(row, column);
      if (grid.cell(row, column)?.type !== "text" || text.length > 120) continue;
      const resolution = options.resolver.resolve(text);
      if (resolution.status !== "matched") continue;
      if (resolution.unit.id === options.campaign.dispatch.issuer.unitId) continue;
      if (!found.has(resolution.unit.id)) found.set(resolution.unit.id, { text, row, column });
    }
  }
  return found.size === 1 ? ([...found.values()][0] as NamedAt) : null;
}
