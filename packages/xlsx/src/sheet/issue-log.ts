import { issue, printAddress, type Issue, type IssueCode, type IssueParams } from "@chiendich/core";

/**
 * Collects the issues of one sheet. A hundred thousand cells with the same trouble are one trouble:
 * after `perCode` issues of a code the rest are counted, and the count is told at the end.
 */
export class IssueLog {
  readonly found: Issue[] = [];
  private readonly counts = new Map<IssueCode, number>();
  private recent: IssueCode[] = [];
  private foundBefore = 0;
  private readonly source: string;
  private readonly sheet: string;
  private readonly perCode: number;

  constructor(source: string, sheet: string, perCode: number) {
    this.source = source;
    this.sheet = sheet;
    this.perCode = perCode;
  }

  add<Code extends IssueCode>(code: Code, cell: string | undefined, params: IssueParams<Code>): void {
    const count = (this.counts.get(code) ?? 0) + 1;
    this.counts.set(code, count);
    this.recent.push(code);
    if (count <= this.perCode) this.found.push(issue(code, this.place(cell), params));
  }

  addAt<Code extends IssueCode>(code: Code, row: number, column: number, params: IssueParams<Code>): void {
    this.add(code, printAddress({ row, column }), params);
  }

  /** From here on {@link rollBack} forgets. */
  mark(): void {
    if (this.recent.length > 0) this.recent = [];
    this.foundBefore = this.found.length;
  }

  rollBack(): void {
    for (const code of this.recent) this.counts.set(code, (this.counts.get(code) ?? 1) - 1);
    this.recent = [];
    this.found.length = this.foundBefore;
  }

  /** To be called once, when the sheet has been read. */
  close(): readonly Issue[] {
    for (const [code, count] of this.counts) {
      const more = count - this.perCode;
      if (more > 0)
        this.found.push(issue("workbook_more_of_the_same", this.place(undefined), { code, more }));
    }
    return this.found;
  }

  private place(cell: string | undefined) {
    return cell === undefined
      ? { source: this.source, sheet: this.sheet }
      : { source: this.source, sheet: this.sheet, cell };
  }
}
