import type { Aggregator, Value } from "../report-schema/report-schema.ts";
import type { AppliedRule } from "../recipient-unit/split-rule.ts";
import type { CalendarDate } from "../time/calendar-date.ts";
import type { Instant } from "../time/instant.ts";

/**
 * A number that may leave the office (số liệu): never without its coverage, its dates and its
 * lineage. Renderers take figures, not numbers.
 */
export interface Figure {
  /** `scope.field`, such as `total.participants`; unique within its roll-up. */
  readonly id: string;
  readonly field: string;
  readonly aggregator: Aggregator;
  /** `null` when nothing was reported, or when it was refused (an issue says why): not the same as 0. */
  readonly value: Value | null;
  /** The sum of what overlaps, such as members of groups, or of split shares: printed as an estimate. */
  readonly estimated: boolean;
  readonly coverage: Coverage;
  /** Earliest and latest date the values stand at; null when no report says. */
  readonly dataAsOf: { readonly earliest: CalendarDate; readonly latest: CalendarDate } | null;
  /** Every value it is made of. Their aggregate equals `value`, always. */
  readonly leaves: readonly Leaf[];
}

/** How much of what was asked the figure stands on. `reported + missing = expected`. */
export interface Coverage {
  /** Units that were asked this field, are not waived and did not answer that it does not apply. */
  readonly expected: number;
  /** Units whose answer is in the figure: a value, zero, or nil. */
  readonly reported: number;
  /** Of the reported: said there was nothing. */
  readonly nil: number;
  /** Of the reported: stand on an explained query. */
  readonly explained: number;
  /** Of the not reported: a report came and is held by a query. */
  readonly queried: number;
  /** Left the denominator with a reason. */
  readonly waived: number;
  /** Left the denominator by answering “không áp dụng”. */
  readonly notApplicable: number;
  /** Of the reported: values that are themselves estimates, such as the share of a split unit. */
  readonly estimated: number;
}

/** One unit's value in a figure, down to the cell. */
export interface Leaf {
  readonly unitId: string;
  readonly reportId: string;
  /**
   * What counts: as the unit gave it, or of a unit that was split the part that falls here. Of a nil
   * answer it is what adds nothing: 0, `"0"`, no links, a ratio of 0 to 0, `false` in a count.
   */
  readonly value: Value;
  /** The unit said “không phát sinh”. */
  readonly nil: boolean;
  /** Set when the unit was split and only a part counts here: how it was parted. An estimate. */
  readonly parted?: Parted | undefined;
  /** The date the value stands at. */
  readonly dataAsOf: CalendarDate | null;
  readonly receivedAt: Instant;
  readonly source: string;
  readonly sha256: string;
  readonly sheet: string;
  readonly cell: string | null;
  /** Ids of events that changed the value or its unit: corrections, decisions, transfers (see `eventId`). */
  readonly decisions: readonly string[];
}

/** How the figure of a split unit was parted. */
export interface Parted {
  /** What the unit gave. */
  readonly given: Value;
  /** 0…1. */
  readonly share: number;
  readonly rules: readonly AppliedRule[];
}
