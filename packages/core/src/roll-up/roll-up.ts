import type { Campaign } from "../campaign/campaign.ts";
import { issue, type Issue } from "../issue/issue.ts";
import type { CampaignEvent } from "../ledger/event.ts";
import type { SplitRule } from "../recipient-unit/split-rule.ts";
import { findUnit, type UnitDirectory } from "../recipient-unit/unit-directory.ts";
import { unitAsOf } from "../recipient-unit/units-as-of.ts";
import type { Field } from "../report-schema/report-schema.ts";
import type { CalendarDate } from "../time/calendar-date.ts";
import { dateOf, type Instant } from "../time/instant.ts";
import { collectColumn, type Entry } from "./column.ts";
import { coverageOf, reportEntries } from "./coverage.ts";
import type { Coverage, Figure, Leaf } from "./figure.ts";
import { makeFigure } from "./make-figure.ts";
import { isAggregatorFor, isOverRounds, measuresOf, type Measure } from "./measure.ts";
import { respondentsByUnit, type RespondentRounds } from "./respondent.ts";
import { scopesOf, totalScope, type RollUpBy, type Scope, type ScopeMembers } from "./scope.ts";
import { unitBasis, type UnitBasis } from "./unit-basis.ts";

/** What is rolled up, and by what. */
export interface RollUpOptions {
  /** The state of this instant is rolled up. */
  readonly at: Instant;
  /** As it was known at this instant; as `at` when absent. */
  readonly knownAt?: Instant | undefined;
  /** One round; all rounds of the campaign when absent, each measure saying how rounds combine. */
  readonly roundId?: string | undefined;
  readonly by: RollUpBy;
  /**
   * Rows and parents are the units of this day, whoever reported; the units that owe a report at
   * `at` when absent. Totals are the same on every basis. Groups stay those of the dispatch.
   */
  readonly basis?: CalendarDate | undefined;
  /** How a figure is parted where the basis has several units for one: `declared` when absent. */
  readonly split?: SplitRule | undefined;
  /** As the report schema declares when absent. */
  readonly measures?: readonly Measure[] | undefined;
}

/** Figures of one campaign at one instant. Plain data: it survives JSON, and the same input gives the same. */
export interface RollUp {
  readonly campaignId: string;
  readonly schemaVersion: number;
  /** In the campaign's order. */
  readonly rounds: readonly string[];
  readonly at: Instant;
  readonly knownAt: Instant;
  readonly by: RollUpBy;
  /** Null when nothing was restated. */
  readonly basis: CalendarDate | null;
  readonly split: SplitRule;
  readonly measures: readonly Measure[];
  /** By measure; of a field's own measure the key is the field's id. */
  readonly total: Readonly<Record<string, Figure>>;
  /** How many of those who owe a report have one that stands, whatever its fields. */
  readonly coverage: Coverage;
  readonly scopes: readonly RollUpScope[];
  /** What was refused, left out or stands on a query. */
  readonly issues: readonly Issue[];
}

export interface RollUpScope extends Scope {
  readonly figures: Readonly<Record<string, Figure>>;
  readonly coverage: Coverage;
}

/**
 * Adds up the reports that stand (tổng hợp): every figure with its coverage, its dates and its
 * lineage. The order of reports has no say. Figures that cannot be right (not additive, beyond
 * 2^53) have the value `null` or are missing, and an issue says why.
 *
 * @throws {RangeError} when the campaign has no round of that id
 */
export function rollUp(
  campaign: Campaign,
  directory: UnitDirectory,
  events: readonly CampaignEvent[],
  options: RollUpOptions,
): RollUp {
  const { at, knownAt = at, by, basis = null, split = { kind: "declared" } } = options;
  const { timeZone } = campaign;
  const rounds = roundsOf(campaign, options.roundId);
  const on = dateOf(at, timeZone);
  const asOf = { at, knownAt, timeZone };
  const { respondents, issues: uncounted } = respondentsByUnit(events, rounds, directory, asOf);
  const issues = [...uncounted];
  const restated =
    basis !== null && by !== "group" && by !== "total"
      ? unitBasis(directory, respondents, { basis, on, timeZone, split })
      : null;
  const measures = options.measures ?? measuresOf(campaign.report);
  const scopes = scopesOf(by, campaign, subjectsOf(respondents, restated), unitOn(directory, basis ?? on));
  const everybody = respondents.map((_, index) => index);
  const answered = reportEntries(respondents);

  const total: Record<string, Figure> = {};
  const figures = scopes.map((): Record<string, Figure> => ({}));
  for (const measure of measures) {
    const field = usableField(campaign, measure, issues);
    if (!field) continue;
    const column = collectColumn(measure, field, campaign.report, respondents, issues);
    const make = (scope: Scope, leaves: readonly Leaf[], members: readonly number[]) =>
      makeFigure(scope, measure, field, leaves, coverageOf(column, members, leaves), issues);
    const all = leavesOf(column, everybody);
    total[measure.id] = make(totalScope, all, everybody);
    const placed = restated?.place(all, measure.overUnits === "sum");
    scopes.forEach((scope, index) => {
      const leaves = placed
        ? scope.members.flatMap((row) => placed[row] ?? [])
        : leavesOf(column, scope.members);
      const own = figures[index] as Record<string, Figure>;
      own[measure.id] = make(scope, leaves, respondentsIn(scope, restated));
    });
  }
  const rows = scopes.map((scope, index): RollUpScope => {
    const { members: _, ...own } = scope;
    const coverage = coverageOf(answered, respondentsIn(scope, restated), []);
    return { ...own, figures: figures[index] as Record<string, Figure>, coverage };
  });
  return {
    campaignId: campaign.id,
    schemaVersion: campaign.report.version,
    rounds,
    at,
    knownAt,
    by,
    basis,
    split,
    measures,
    total,
    coverage: coverageOf(answered, everybody, []),
    scopes: restated ? rows.filter(hasContent) : rows,
    issues,
  };
}

function roundsOf(campaign: Campaign, roundId: string | undefined): readonly string[] {
  const all = campaign.rounds.map(({ id }) => id);
  if (roundId === undefined) return all;
  if (!all.includes(roundId)) throw new RangeError(`no round “${roundId}”; there are ${all.join(", ")}`);
  return [roundId];
}

/** The unit as it was on the day; of one that did not exist then, what the directory knows of it. */
function unitOn(directory: UnitDirectory, date: CalendarDate) {
  const known = new Map<string, ReturnType<typeof findUnit>>();
  return (id: string) => {
    if (!known.has(id)) known.set(id, unitAsOf(directory, id, date) ?? findUnit(directory, id));
    return known.get(id);
  };
}

/** What scopes are made of: those who owe a report, or the units of the basis. */
function subjectsOf(respondents: readonly RespondentRounds[], restated: UnitBasis | null) {
  if (!restated) return respondents;
  return restated.rows.map(({ unitIds, reason }) => ({ unitIds, reason, group: "" }));
}

function respondentsIn({ members }: ScopeMembers, restated: UnitBasis | null): readonly number[] {
  if (!restated) return members;
  return [...new Set(members.flatMap((row) => restated.respondents[row] ?? []))];
}

function leavesOf(column: readonly Entry[], members: readonly number[]): readonly Leaf[] {
  // One unit's figure has the unit's own leaves: of millions of figures most are such.
  if (members.length === 1) return (column[members[0] as number] as Entry).leaves;
  const leaves: Leaf[] = [];
  for (const member of members) for (const leaf of (column[member] as Entry).leaves) leaves.push(leaf);
  return leaves;
}

/** Rows that only some measures could have used are dropped when none did. */
function hasContent({ figures, coverage }: RollUpScope): boolean {
  return (
    coverage.expected + coverage.waived > 0 || Object.values(figures).some(({ leaves }) => leaves.length > 0)
  );
}

/** The field of a measure that may be rolled up that way; otherwise nothing, and an issue. */
function usableField(campaign: Campaign, measure: Measure, issues: Issue[]): Field | null {
  const field = campaign.report.fields.find(({ id }) => id === measure.field);
  const place = { path: `report.fields.${measure.field}` };
  const refuse = (problem: Issue) => {
    issues.push(problem);
    return null;
  };
  if (!field) return refuse(issue("roll_up_field_unknown", place, { field: measure.field }));
  if (field.personal) return refuse(issue("roll_up_personal", place, { field: field.label.vi }));
  const { overUnits, overRounds } = measure;
  // Of any kind of answer the latest can be taken.
  const roundsFit =
    overRounds === "latest" || (isAggregatorFor(field.kind, overRounds) && isOverRounds(measure));
  const unfit = !isAggregatorFor(field.kind, overUnits) ? overUnits : roundsFit ? null : overRounds;
  if (unfit !== null) {
    const params = { field: field.label.vi, kind: field.kind, aggregator: unfit };
    return refuse(issue("roll_up_aggregator_unfit", place, params));
  }
  if (!field.additive && measure.overUnits === "sum" && !measure.estimate) {
    return refuse(issue("roll_up_not_additive", place, { field: field.label.vi }));
  }
  return field;
}
