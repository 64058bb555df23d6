/** Vietnamese first; English where somebody wrote it. */
export interface Label {
  readonly vi: string;
  readonly en?: string | undefined;
}

/** What a campaign asks (biểu mẫu): fields, and rules across them. Plain data, no functions. */
export interface ReportSchema {
  readonly id: string;
  /** From 1, one more with each change. */
  readonly version: number;
  readonly title: Label;
  readonly fields: readonly Field[];
  readonly rules: readonly SchemaRule[];
}

/** One thing asked (chỉ tiêu). */
export type Field = FieldCommon & FieldKind;

export interface FieldCommon {
  /** `participants`: letters and digits, lower camel case; never changes once used. */
  readonly id: string;
  readonly label: Label;
  /** Unit of measure: `lượt người`, `buổi`. */
  readonly unit?: Label | undefined;
  readonly required: boolean;
  /** Asked only of units in one of these groups; of all when absent. */
  readonly groups?: readonly string[] | undefined;
  /** Other headings people use for it. */
  readonly aliases: readonly string[];
  readonly hint?: Label | undefined;
  /** The field of which this is a part (“trong đó”). */
  readonly partOf?: string | undefined;
  /** Personal data: kept apart, never in a roll-up. */
  readonly personal: boolean;
  readonly aggregator: Aggregator;
  /** `false` when units overlap (members of groups): a sum is then an estimate and says so. */
  readonly additive: boolean;
}

export type FieldKind =
  /** A whole number from 0, up to 2^53 - 1. */
  | { readonly kind: "count" }
  /** A decimal number kept exactly, as text, with at most that many decimals. */
  | { readonly kind: "amount"; readonly decimals: number }
  /** A share, kept as numerator and denominator: two cells, never an average. */
  | { readonly kind: "ratio" }
  | { readonly kind: "date" }
  | { readonly kind: "choice"; readonly options: readonly { readonly id: string; readonly label: Label }[] }
  | { readonly kind: "flag" }
  | { readonly kind: "text"; readonly maxLength: number }
  /** Digits and letters with leading zeros kept: a document number, a phone number. */
  | { readonly kind: "code"; readonly pattern?: string | undefined }
  | { readonly kind: "links" }
  | { readonly kind: "unit" };

/** How the values of many units become one figure. `none`: not rolled up at all. */
export type Aggregator = "sum" | "min" | "max" | "latest" | "count" | "union" | "list" | "ratio" | "none";

/** A rule across fields, with what breaking it means. */
export type SchemaRule = {
  readonly id: string;
  readonly severity: "error" | "query";
  /** In words, shown when it is broken. */
  readonly message: Label;
} & (
  | { readonly kind: "atMost"; readonly field: string; readonly limit: string }
  | { readonly kind: "requiresPositive"; readonly field: string; readonly needs: string }
  | { readonly kind: "sumOf"; readonly total: string; readonly parts: readonly string[] }
);

/** A value as its field's kind gives it: count → number, amount → decimal text, date → `YYYY-MM-DD` … */
export type Value =
  | number
  | string
  | boolean
  | readonly string[]
  | { readonly numerator: number; readonly denominator: number };
