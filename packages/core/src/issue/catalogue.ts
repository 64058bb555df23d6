import { campaignIssues } from "./codes/campaign.ts";
import { deadlineIssues } from "./codes/deadline.ts";
import { dispatchIssues } from "./codes/dispatch.ts";
import { ledgerIssues } from "./codes/ledger.ts";
import { lineageIssues } from "./codes/lineage.ts";
import { reportIssues } from "./codes/report.ts";
import { rollUpIssues } from "./codes/roll-up.ts";
import { sheetsIssues } from "./codes/sheets.ts";
import { unitIssues } from "./codes/unit.ts";
import { workbookIssues } from "./codes/workbook.ts";
import { workspaceIssues } from "./codes/workspace.ts";
import type { IssueDefinition } from "./definition.ts";

/** Every issue code there is. A code never changes its meaning; a new meaning gets a new code. */
export const issueCatalogue = {
  ...campaignIssues,
  ...deadlineIssues,
  ...dispatchIssues,
  ...ledgerIssues,
  ...lineageIssues,
  ...reportIssues,
  ...rollUpIssues,
  ...sheetsIssues,
  ...unitIssues,
  ...workbookIssues,
  ...workspaceIssues,
};

/**
 * Name of one kind of problem, such as `report_date_ambiguous`. It never changes its meaning;
 * `docs/issue-codes.md` explains each.
 */
export type IssueCode = keyof typeof issueCatalogue;

/** What the sentence of a code is made from: facts about the case, all of them plain data. */
export type IssueParams<Code extends IssueCode> =
  (typeof issueCatalogue)[Code] extends IssueDefinition<infer Params> ? Params : never;
