import type { Campaign } from "../campaign/campaign.ts";
import { issue, type Issue } from "../issue/issue.ts";
import type { CampaignEvent } from "../ledger/event.ts";
import { directoryIndex, findUnit, type UnitDirectory } from "../recipient-unit/unit-directory.ts";
import { unitAsOf } from "../recipient-unit/units-as-of.ts";
import type { Field } from "../report-schema/report-schema.ts";
import type { CalendarDate } from "../time/calendar-date.ts";
import { dateOf, type Instant } from "../time/instant.ts";
import { aggregate, CountTooLarge } from "./aggregate.ts";
import { collectColumn, type Entry, type RespondentRounds } from "./column.ts";
import type { Coverage, Figure, Leaf } from "./figure.ts";
import { isAggregatorFor, measuresOf, type Measure } from "./measure.ts";
import { respondentsOf, type Respondent } from "./respondent.ts";
import { scopesOf, totalScope, type RollUpBy, type Scope } from "./scope.ts";

export interface RollUpOptions {
  /** The state of this instant is rolled up. */
  readonly at: Instant;
  /** As it was known at this instant; as `at` when absent. */
  readonly knownAt?: Instant | undefined;
  /** One round; all rounds of the campaign when absent, each measure saying how rounds combine. */
  readonly roundId?: string | undefined;
  readonly by: RollUpBy;
  /** Units as of this day: rows and parents are those that exist then. The day of `at` when absent. */
  readonly basis?: CalendarDate | undefined;
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
  readonly basis: CalendarDate;
  readonly measures: readonly Measure[];
  /** By measure; of the field's own measure the key is the field's id. */
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
 * 2^53) have the value `null` and an issue.
 *
 * @throws {RangeError} when the campaign has no round of that id
 */
export function rollUp(
  campaign: Campaign,
  directory: UnitDirectory,
  events: readonly CampaignEvent[],
  options: RollUpOptions,
): RollUp {
  const { at, knownAt = at, by, basis = dateOf(at, campaign.timeZone) } = options;
  const rounds = roundsOf(campaign, options.roundId);
  const issues: Issue[] = [];
  const unit = unitLookup(directory, basis);
  const respondents = respondentsOfRounds(rounds, events, { at, knownAt }, directory, issues);
  const measures = options.measures ?? measuresOf(campaign.report);
  const scopes = scopesOf(by, campaign, respondents, unit);
  const everybody = respondents.map((_, index) => index);

  const total: Record<string, Figure> = {};
  const figures = scopes.map((): Record<string, Figure> => ({}));
  for (const measure of measures) {
    const field = usableField(campaign, measure, issues);
    if (!field) continue;
    const column = collectColumn(measure, field, campaign.report, respondents, issues);
    total[measure.id] = figureOf(totalScope, measure, field, column, everybody, issues);
    scopes.forEach((scope, index) => {
      const own = figures[index] as Record<string, Figure>;
      own[measure.id] = figureOf(scope, measure, field, column, scope.members, issues);
    });
  }
  const answered = reportEntries(respondents);
  return {
    campaignId: campaign.id,
    schemaVersion: campaign.report.version,
    rounds,
    at,
    knownAt,
    by,
    basis,
    measures,
    total,
    coverage: coverageOf(answered, everybody),
    scopes: scopes.map(({ id, label, within, members }, index) => ({
      id,
      label,
      within,
      figures: figures[index] as Record<string, Figure>,
      coverage: coverageOf(answered, members),
    })),
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
function unitLookup(directory: UnitDirectory, date: CalendarDate) {
  const known = new Map<string, ReturnType<typeof findUnit>>();
  return (id: string) => {
    if (!known.has(id)) known.set(id, unitAsOf(directory, id, date) ?? findUnit(directory, id));
    return known.get(id);
  };
}

/** All who are counted on in any of the rounds, in the directory's order. */
function respondentsOfRounds(
  rounds: readonly string[],
  events: readonly CampaignEvent[],
  asOf: { readonly at: Instant; readonly knownAt: Instant },
  directory: UnitDirectory,
  issues: Issue[],
): readonly RespondentRounds[] {
  const byUnit = new Map<string, (Respondent | null)[]>();
  rounds.forEach((roundId, index) => {
    const found = respondentsOf(events, roundId, asOf);
    issues.push(...found.issues);
    for (const respondent of found.respondents) {
      const own = byUnit.get(respondent.unitId) ?? rounds.map(() => null);
      own[index] = respondent;
      byUnit.set(respondent.unitId, own);
    }
  });
  const place = new Map([...directoryIndex(directory).units.keys()].map((id, index) => [id, index]));
  const order = (id: string) => place.get(id) ?? place.size;
  return [...byUnit]
    .sort(([a], [b]) => order(a) - order(b) || (a < b ? -1 : 1))
    .map(([unitId, own]) => {
      const group = own.findLast((respondent) => respondent !== null)?.group ?? "";
      const groups = new Set([group, ...(findUnit(directory, unitId)?.groups ?? [])]);
      return { unitId, group, groups, rounds: own };
    });
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
  for (const aggregator of [measure.overUnits, measure.overRounds]) {
    if (isAggregatorFor(field.kind, aggregator)) continue;
    const params = { field: field.label.vi, kind: field.kind, aggregator };
    return refuse(issue("roll_up_aggregator_unfit", place, params));
  }
  if (!field.additive && measure.overUnits === "sum" && !measure.estimate) {
    return refuse(issue("roll_up_not_additive", place, { field: field.label.vi }));
  }
  return field;
}

function figureOf(
  scope: Scope,
  measure: Measure,
  field: Field,
  column: readonly Entry[],
  members: readonly number[],
  issues: Issue[],
): Figure {
  const id = `${scope.id}.${measure.id}`;
  const leaves: Leaf[] = [];
  for (const member of members) for (const leaf of (column[member] as Entry).leaves) leaves.push(leaf);
  const overlaps = !field.additive && measure.overUnits === "sum" && leaves.length > 1;
  return {
    id,
    field: field.id,
    aggregator: measure.overUnits,
    value: valueOf(id, measure, field, leaves, issues),
    estimated: overlaps || leaves.some(({ share }) => share !== undefined),
    coverage: coverageOf(column, members),
    dataAsOf: dataAsOfLeaves(leaves),
    leaves,
  };
}

function valueOf(id: string, measure: Measure, field: Field, leaves: readonly Leaf[], issues: Issue[]) {
  try {
    return aggregate(measure.overUnits, field.kind, leaves);
  } catch (error) {
    if (!(error instanceof CountTooLarge)) throw error;
    issues.push(issue("roll_up_count_too_large", { path: id }, { figure: id }));
    return null;
  }
}

function coverageOf(column: readonly Entry[], members: readonly number[]): Coverage {
  const coverage = {
    expected: 0,
    reported: 0,
    nil: 0,
    explained: 0,
    queried: 0,
    waived: 0,
    notApplicable: 0,
    estimated: 0,
  };
  for (const member of members) {
    const entry = column[member] as Entry;
    if (entry.expected) coverage.expected += 1;
    if (entry.reported) coverage.reported += 1;
    if (entry.nil) coverage.nil += 1;
    if (entry.explained) coverage.explained += 1;
    if (entry.queried) coverage.queried += 1;
    if (entry.waived) coverage.waived += 1;
    if (entry.notApplicable) coverage.notApplicable += 1;
    if (entry.reported && entry.leaves.some(({ share }) => share !== undefined)) coverage.estimated += 1;
  }
  return coverage;
}

function dataAsOfLeaves(leaves: readonly Leaf[]): Figure["dataAsOf"] {
  let earliest: CalendarDate | null = null;
  let latest: CalendarDate | null = null;
  for (const { dataAsOf } of leaves) {
    if (dataAsOf === null) continue;
    if (earliest === null || dataAsOf < earliest) earliest = dataAsOf;
    if (latest === null || dataAsOf > latest) latest = dataAsOf;
  }
  return earliest === null || latest === null ? null : { earliest, latest };
}

/** Whether each respondent has a report that stands, as if the report as a whole were one field. */
function reportEntries(respondents: readonly RespondentRounds[]): readonly Entry[] {
  return respondents.map(({ rounds }) => {
    const own = rounds.filter((round) => round !== null);
    const owing = own.filter(({ standing }) => standing === "expected");
    const expected = owing.length > 0;
    const reports = owing.flatMap((respondent) => respondent.reports);
    const reported = owing.some(({ complete }) => complete);
    return {
      expected,
      reported,
      nil: reported && reports.length > 0 && reports.every(({ record }) => record.report.nil),
      explained: reported && reports.some(({ record }) => isExplained(record)),
      queried: !reported && owing.some(({ queried }) => queried),
      waived: !expected && own.some(({ standing }) => standing === "waived"),
      notApplicable: false,
      leaves: [],
    };
  });
}

function isExplained({ decisions }: { readonly decisions: readonly { readonly type: string }[] }): boolean {
  return decisions.some(({ type }) => type === "query_explained");
}
