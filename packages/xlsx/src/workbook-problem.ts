import {
  explainIssue,
  issue,
  type Issue,
  type IssueCode,
  type IssueParams,
  type Place,
} from "@chiendich/core";

/**
 * Carries an issue from deep inside a reader to the door, where it becomes a value again. Callers of
 * this package never see it: `openWorkbook` returns the issue, a sheet read later gives a `SheetSourceError`.
 */
export class WorkbookProblem extends Error {
  readonly issue: Issue;

  constructor(found: Issue) {
    super(explainIssue(found, "en"));
    this.name = "WorkbookProblem";
    this.issue = found;
  }
}

/** Throws the issue as a {@link WorkbookProblem}. */
export function refuse<Code extends IssueCode>(code: Code, place: Place, params: IssueParams<Code>): never {
  throw new WorkbookProblem(issue(code, place, params));
}
