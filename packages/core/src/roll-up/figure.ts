import type { Aggregator, Value } from "../report-schema/report-schema.ts";
import type { CalendarDate } from "../time/calendar-date.ts";

/**
 * A number that may leave the office (số liệu): never without its coverage, its dates and its
 * lineage. Renderers take figures, not numbers.
 */
export interface Figure {
  /** `scope.field`, such as `total.participants`; unique within its roll-up. */
  readonly id: string;
  readonly field: string;
  readonly aggregator: Aggregator;
  /** `null` when nothing was reported: not the same as 0. */
  readonly value: Value | null;
  /** The sum of what overlaps, such as members of groups: an estimate, and printed as one. */
  readonly estimated: boolean;
  readonly coverage: Coverage;
  /** Earliest and latest date the values stand at; null when no report says. */
  readonly dataAsOf: { readonly earliest: CalendarDate; readonly latest: CalendarDate } | null;
  /** Every value it is made of. Their aggregate equals `value`, always. */
  readonly leaves: readonly Leaf[];
}

/** How much of what was asked the figure stands on. `reported + missing = expected`. */
export interface Coverage {
  /** Units that were asked this field and are not waived. */
  readonly expected: number;
  /** Units whose answer is in the figure: a value, zero, or nil. */
  readonly reported: number;
  /** Of the reported: said there was nothing. */
  readonly nil: number;
  /** Of the reported: stand on an explained query. */
  readonly explained: number;
}

/** One unit's value in a figure, down to the cell. */
export interface Leaf {
  readonly unitId: string;
  readonly reportId: string;
  readonly value: Value;
  readonly source: string;
  readonly sha256: string;
  readonly sheet: string;
  readonly cell: string | null;
  /** Ids of events that changed the value or its unit: corrections, decisions, transfers. */
  readonly decisions: readonly string[];
}
