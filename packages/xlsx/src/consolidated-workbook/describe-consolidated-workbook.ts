import {
  findUnit,
  type Campaign,
  type Issue,
  type Reading,
  type RollUp,
  type Status,
  type UnitDirectory,
  type WorkbookDescription,
} from "@chiendich/core";
import { describeCharts } from "./chart-sheet.ts";
import { describeScopes, describeTotals } from "./figures-sheet.ts";
import { describeIssues } from "./issue-sheet.ts";
import { describeLineage } from "./lineage-sheet.ts";
import { describeReturns } from "./returns-sheet.ts";
import { describeStatusCounts, describeUnits, printInstant } from "./status-sheets.ts";

/** What the workbook shows. */
export interface ConsolidatedWorkbookParts {
  readonly status: Status;
  readonly rollUp: RollUp;
  /** Of the returns and of the roll-up, in the order they are to be listed. */
  readonly issues: readonly Issue[];
  /** What was read; a sheet tells what became of every row and cell. */
  readonly readings?: readonly Reading[] | undefined;
  /** The frozen roll-up the figures are taken from; the workbook then says which. */
  readonly published?: { readonly id: string; readonly sha256: string } | undefined;
}

const mostRowsWithCharts = 20_000;

/**
 * The consolidated workbook (bảng tổng hợp) as a plain description: figures with coverage, status
 * by group and unit, issues, and every value's source. Totals are formulas over the source rows, so
 * that the office program recomputes them; coverage cells lead to those rows.
 */
export function describeConsolidatedWorkbook(
  campaign: Campaign,
  directory: UnitDirectory,
  { status, rollUp, issues, readings, published }: ConsolidatedWorkbookParts,
): WorkbookDescription {
  const unitName = (id: string) => {
    const unit = findUnit(directory, id);
    return unit?.shortName ?? unit?.name ?? id;
  };
  const lineage = describeLineage(campaign, rollUp, unitName);
  const rounds = rollUp.rounds.map((id) => campaign.rounds.find((round) => round.id === id)?.title ?? id);
  const heading = [
    `TỔNG HỢP SỐ LIỆU: ${campaign.title}`,
    `Đợt báo cáo: ${rounds.join("; ")}. Tình hình đến ${printInstant(rollUp.at, campaign.timeZone)}`,
    ...(published ? [`Theo bản tổng hợp đã chốt ${published.id} (SHA-256 ${published.sha256})`] : []),
  ];
  // A sheet with pictures keeps the writer from streaming, which a lineage of this size needs.
  const charts =
    lineage.sheet.rows.length > mostRowsWithCharts ? null : describeCharts(campaign, rollUp, lineage);
  return {
    title: `Tổng hợp – ${campaign.title}`,
    sheets: [
      describeTotals(campaign, rollUp, lineage, heading),
      ...(rollUp.scopes.length > 0 ? [describeScopes(campaign, rollUp, lineage)] : []),
      ...(charts ? [charts] : []),
      describeStatusCounts(status),
      describeUnits(campaign, status, rollUp, unitName),
      describeIssues(issues),
      ...(readings ? [describeReturns(readings)] : []),
      lineage.sheet,
    ],
  };
}
