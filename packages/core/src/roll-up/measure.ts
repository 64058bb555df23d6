import type { Aggregator, Field, FieldKind, ReportSchema } from "../report-schema/report-schema.ts";

/**
 * What is to be rolled up and how: plain data, never a function, so that the same measure can be
 * kept in a file, sent to the level above, or compiled to SQL.
 */
export interface Measure {
  /** Names the figure: `participants` gives `total.participants`. */
  readonly id: string;
  readonly field: string;
  /** How the values of many units become one. */
  readonly overUnits: Aggregator;
  /**
   * How the values of one unit in several rounds become one: `latest`, `min` or `max` takes that round's
   * (what exists, such as teams or loudspeakers, is not added again); the same aggregator as over units
   * puts them together. Anything else is refused.
   */
  readonly overRounds: Aggregator;
  /**
   * Adding up although the units overlap (members of groups, people reached) was decided, and every
   * figure says it is an estimate. Without it such a field refuses to be added.
   */
  readonly estimate: boolean;
}

/** The aggregators that make sense for a kind of field; anything else is a type error and an issue. */
export const aggregatorsOf = {
  count: ["sum", "min", "max", "latest", "count", "none"],
  amount: ["sum", "min", "max", "latest", "count", "none"],
  ratio: ["ratio", "latest", "count", "none"],
  date: ["min", "max", "latest", "count", "list", "none"],
  choice: ["count", "latest", "list", "none"],
  flag: ["count", "latest", "none"],
  text: ["list", "latest", "count", "none"],
  code: ["list", "latest", "count", "none"],
  links: ["union", "list", "count", "none"],
  unit: ["list", "latest", "count", "none"],
} as const satisfies Readonly<Record<FieldKind["kind"], readonly Aggregator[]>>;

/** The aggregators of one kind of field, for the compiler. */
export type AggregatorFor<Kind extends FieldKind["kind"]> = (typeof aggregatorsOf)[Kind][number];

/** Whether the aggregator makes sense for the kind of field. */
export function isAggregatorFor(kind: FieldKind["kind"], aggregator: Aggregator): boolean {
  return (aggregatorsOf[kind] as readonly Aggregator[]).includes(aggregator);
}

/** Whether values of several rounds can be put together that way before those of several units are. */
export function isOverRounds({ overUnits, overRounds }: Measure): boolean {
  return overRounds === overUnits || ["latest", "min", "max"].includes(overRounds);
}

/** A measure over a field; an aggregator that does not fit the field's kind does not compile. */
export function defineMeasure<Kind extends FieldKind["kind"]>(
  field: Pick<Field, "id"> & { readonly kind: Kind },
  how: {
    readonly id?: string;
    readonly overUnits: AggregatorFor<Kind>;
    readonly overRounds?: AggregatorFor<Kind>;
    readonly estimate?: boolean;
  },
): Measure {
  return {
    id: how.id ?? field.id,
    field: field.id,
    overUnits: how.overUnits,
    overRounds: how.overRounds ?? "latest",
    estimate: how.estimate ?? false,
  };
}

/**
 * One measure for each field that is rolled up, as the schema declares it. Personal fields, those with
 * the aggregator `none`, and those that speak about the report itself (its dates, that it is nil: the
 * figures carry them) have none. A sum of a field that is not additive is an estimate.
 */
export function measuresOf(schema: ReportSchema): readonly Measure[] {
  return schema.fields
    .filter(({ personal, aggregator, role }) => !personal && aggregator !== "none" && role === undefined)
    .map(({ id, aggregator, additive }) => ({
      id,
      field: id,
      overUnits: aggregator,
      overRounds: overRoundsByDefault(aggregator),
      estimate: !additive,
    }));
}

/**
 * Each round of a campaign reports what was done since its start (“số liệu tính từ ngày” is by default
 * the campaign's first day), so a later round holds the earlier ones and the latest answer stands;
 * evidence and texts are collected. Confidence: inferred.
 */
function overRoundsByDefault(aggregator: Aggregator): Aggregator {
  return aggregator === "union" || aggregator === "list" ? aggregator : "latest";
}
