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
  /** Tables of repeating rows under one report, such as the events held; absent when there are none. */
  readonly repeats?: readonly RepeatingTable[] | undefined;
  /** What was different before, newest first; absent in a first version. */
  readonly earlier?: readonly EarlierVersion[] | undefined;
}

/** One thing asked (chỉ tiêu). */
export type Field = FieldCommon & FieldKind;

/** What every field has, whatever its kind. */
export interface FieldCommon {
  /** `participants`: letters and digits, lower camel case; never changes once used. */
  readonly id: string;
  readonly label: Label;
  /** Unit of measure: `lượt người`, `buổi`. */
  readonly unit?: Label | undefined;
  /** Left blank it is a query. Fields that are not required may be left blank, which stays “missing”. */
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
  /** What the field says about the report itself; absent for an ordinary field. */
  readonly role?: FieldRole | undefined;
  /** Which cell of a disaggregation (phân tổ) it is; absent when it is not one. */
  readonly disaggregation?: Disaggregation | undefined;
  /**
   * How people who fill in this column write numbers: `vi` is 1.234,5 and `en` is 1,234.5. Absent
   * when nobody said: a number that can be read both ways is then a query.
   */
  readonly numberStyle?: NumberStyle | undefined;
  /**
   * The kind somebody added, such as `office-rules/vehicle-plate`; absent for a field of our kinds. It
   * says how answers are read; `kind` is what it builds on, and holds for everything else.
   */
  readonly addedKind?: string | undefined;
}

/**
 * `dataFrom`, `dataAsOf`: the dates the figures cover. `nilReport`: “báo cáo không phát sinh”.
 * `reportingUnit`: who reports.
 */
export type FieldRole = "dataFrom" | "dataAsOf" | "nilReport" | "reportingUnit";

/** `vi`: 1.234,5. `en`: 1,234.5. */
export type NumberStyle = "vi" | "en";

/** `{ of: "participants", dimension: "sex", category: "female" }`; a cross of two joins them with `×`. */
export interface Disaggregation {
  readonly of: string;
  readonly dimension: string;
  readonly category: string;
}

/**
 * What is asked for, and so how an answer is read, kept and rolled up. Blank is never a value: 0 is
 * one, blank is missing, “không phát sinh” is nil.
 */
export type FieldKind =
  /** A whole number from 0, up to `max` or 2^53 - 1. */
  | { readonly kind: "count"; readonly max?: number | undefined }
  /** A decimal number kept exactly, as text such as `1234.50`, with at most that many decimals; from 0 unless `min` says otherwise. */
  | {
      readonly kind: "amount";
      readonly decimals: number;
      readonly min?: number | undefined;
      readonly max?: number | undefined;
    }
  /** A share, kept as numerator and denominator: two cells, never an average. */
  | {
      readonly kind: "ratio";
      readonly numerator?: Label | undefined;
      readonly denominator?: Label | undefined;
    }
  | { readonly kind: "date" }
  | { readonly kind: "choice"; readonly options: readonly ChoiceOption[] }
  | { readonly kind: "flag" }
  | { readonly kind: "text"; readonly maxLength: number }
  /** Digits and letters with leading zeros kept: a document number, a phone number. `pattern` holds for the whole value. */
  | { readonly kind: "code"; readonly pattern?: string | undefined }
  | { readonly kind: "links" }
  | { readonly kind: "unit" };

/** One of the answers a choice offers. Reports keep the id; people read the label. */
export interface ChoiceOption {
  readonly id: string;
  readonly label: Label;
}

/** How the values of many units become one figure. `none`: not rolled up at all. */
export type Aggregator = "sum" | "min" | "max" | "latest" | "count" | "union" | "list" | "ratio" | "none";

/** A rule across fields, with what breaking it means. */
export type SchemaRule = {
  readonly id: string;
  readonly severity: "error" | "query";
  /** In words, shown when it is broken. */
  readonly message: Label;
} &
  /** For numbers and for dates. */
  (
    | { readonly kind: "atMost"; readonly field: string; readonly limit: string }
    | { readonly kind: "requiresPositive"; readonly field: string; readonly needs: string }
    | { readonly kind: "sumOf"; readonly total: string; readonly parts: readonly string[] }
    /** The field equals the number of rows of a repeating table. */
    | { readonly kind: "rowsOf"; readonly field: string; readonly table: string }
    /** The field equals the sum of a column of a repeating table. */
    | {
        readonly kind: "columnSumOf";
        readonly field: string;
        readonly table: string;
        readonly column: string;
      }
  );

/** Rows that repeat under one report (events, posts): from none to many. */
export interface RepeatingTable {
  readonly id: string;
  readonly label: Label;
  /** Headings other than the label under which people put the table. */
  readonly aliases: readonly string[];
  readonly fields: readonly Field[];
  /** Blank rows the form offers. */
  readonly formRows: number;
}

/** What changed from `version` to the one after it. Old returns are read by it. */
export interface EarlierVersion {
  readonly version: number;
  readonly changes: readonly SchemaChange[];
}

/** One thing that changed between two versions of a schema. */
export type SchemaChange =
  /** `from` is the old id and `label` the old label; everything else is as in the field `to`. */
  | { readonly kind: "renamed"; readonly from: string; readonly to: string; readonly label: Label }
  /** One field became several; its old values cannot be parted and stay under the old id. */
  | { readonly kind: "split"; readonly from: Field; readonly to: readonly string[] }
  /** Several fields became one; old values are added up. */
  | { readonly kind: "merged"; readonly from: readonly Field[]; readonly to: string }
  /** Asked no more; old values stay under the old id. */
  | { readonly kind: "retired"; readonly field: Field }
  | { readonly kind: "added"; readonly field: string };

/** A value as its field's kind gives it: count → number, amount → decimal text, date → `YYYY-MM-DD` … */
export type Value =
  | number
  | string
  | boolean
  | readonly string[]
  | { readonly numerator: number; readonly denominator: number };
