import type { IssueCode, IssueParams } from "./catalogue.ts";
import type { Severity } from "./definition.ts";
import { severities } from "./severities.ts";

/** Somewhere in a file or sheet that people open: the tab's name as shown, the cell in A1 style. */
export interface CellPlace {
  readonly source: string;
  readonly sheet?: string | undefined;
  readonly cell?: string | undefined;
}

/** Somewhere in a text people edit or in a plan: a path of keys, and the line where there is one. */
export interface PathPlace {
  readonly path: string;
  readonly source?: string | undefined;
  /** From 1. */
  readonly line?: number | undefined;
  /** From 1. */
  readonly column?: number | undefined;
}

/** Where a problem is: in a sheet somebody sent, or by keys in a plan. */
export type Place = CellPlace | PathPlace;

/** One problem in data or in a plan: a code that programs branch on, and what its sentences need. */
export type Issue<Code extends IssueCode = IssueCode> = Code extends IssueCode
  ? {
      readonly code: Code;
      readonly severity: Severity;
      readonly place: Place;
      readonly params: IssueParams<Code>;
    }
  : never;

/** A problem in a plan (the campaign, its units, its deadlines), found before anything is sent. */
export type Finding = Issue;

/** What came of parsing: the value when there is one, and everything that was wrong, all at once. */
export interface Parsed<Value> {
  readonly value: Value | null;
  readonly issues: readonly Issue[];
}

/** An issue with the severity its code has in the catalogue. */
export function issue<Code extends IssueCode>(code: Code, place: Place, params: IssueParams<Code>): Issue {
  return { code, severity: severities[code], place, params } as unknown as Issue;
}
