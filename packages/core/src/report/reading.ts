import type { Issue } from "../issue/issue.ts";
import type { Report } from "./report.ts";

/** What came of reading one return. There is no way to the reports that does not pass the account. */
export interface Reading {
  readonly source: string;
  /** SHA-256 of the bytes, hex. */
  readonly sha256: string;
  /** One verdict for each row (or form) that holds data, in order. */
  readonly verdicts: readonly Verdict[];
  readonly account: CellAccount;
  readonly issues: readonly Issue[];
}

/** What became of one row (or of the form as a whole). Whether a later one supersedes it, the ledger says. */
export type Verdict = {
  readonly sheet: string;
  /** From 0; absent when the whole sheet is one report. */
  readonly row?: number | undefined;
  readonly issues: readonly Issue[];
} & (
  | { readonly outcome: "accepted"; readonly report: Report }
  /** May stand if the queries are explained; held until then. */
  | { readonly outcome: "queried"; readonly report: Report }
  /** `unitId` when it is known whose it is. */
  | { readonly outcome: "rejected"; readonly unitId?: string | undefined }
);

/** Every non-empty cell of the return, counted once: `mapped + ignored = cells`. */
export interface CellAccount {
  readonly cells: number;
  /** Became an answer, a heading or part of the identity. */
  readonly mapped: number;
  readonly ignored: number;
  /** Each ignored cell with its reason, in reading order. */
  readonly ignoredCells: readonly IgnoredCell[];
}

/** A filled cell that is no answer, and why. */
export interface IgnoredCell {
  readonly sheet: string;
  readonly cell: string;
  readonly reason: IgnoreReason;
}

/** Why a cell is not part of any report. */
export type IgnoreReason =
  | "title"
  | "note"
  | "numbering"
  | "groupHeading"
  | "totalRow"
  | "rowNumber"
  | "signature"
  | "guide"
  | "list"
  | "unknownColumn"
  | "outsideTable"
  | "rejectedRow"
  /** A row that holds a unit's name and no figures: the unit has not reported. */
  | "blankRow"
  | "hiddenSheet"
  /** A sheet of the return, this or another, could not be read to its end. */
  | "unreadableSheet";
