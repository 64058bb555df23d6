import type { CampaignEvent } from "../ledger/event.ts";
import { eventId } from "../ledger/content-hash.ts";
import { reportRecords, type ReportRecord } from "../ledger/report-record.ts";
import { obligationsAsOf } from "../obligation/obligation-record.ts";
import { obligationId } from "../obligation/obligation.ts";
import type { Aggregator, Value } from "../report-schema/report-schema.ts";
import { canonicalJson } from "../ledger/canonical-json.ts";
import { compareInstants, type Instant } from "../time/instant.ts";
import type { Coverage, Figure, Leaf } from "./figure.ts";
import type { RollUp } from "./roll-up.ts";
import { difference } from "./value-difference.ts";

/**
 * Why a figure changed, for one unit's report:
 *
 * - `reportArrived`: a report that was not there; `late` when it came after the deadline
 * - `resubmission`: a later report took the place of an earlier one
 * - `correction`: a value was corrected
 * - `queryExplained`: a report that was held was explained
 * - `reportReturned`: the report was sent back to the unit
 * - `reportHeld`: the report, read again, is held by a query
 * - `nameDecision`: a person decided whose report it is
 * - `unitChange`: units were merged, split, added or waived, or are counted in another row
 */
export type ChangeKind =
  | "reportArrived"
  | "resubmission"
  | "correction"
  | "queryExplained"
  | "reportReturned"
  | "reportHeld"
  | "nameDecision"
  | "unitChange";

/** One unit's part in the change of a figure. */
export interface ChangeCause {
  readonly kind: ChangeKind;
  readonly unitId: string;
  /** The report that counts now, or did before when none does any more. */
  readonly reportId: string;
  /** What the unit contributed; null when nothing. */
  readonly before: Value | null;
  readonly after: Value | null;
  /** What it adds to the figure; null for figures that are not sums. The effects of all causes make up the change. */
  readonly effect: Value | null;
  readonly late: boolean;
  /** Events behind it, where there are any (see `eventId`). */
  readonly decisions: readonly string[];
  readonly reason: string | null;
}

/** One figure that is no longer what it was, with every cause. */
export interface FigureChange {
  readonly id: string;
  readonly field: string;
  readonly aggregator: Aggregator;
  readonly before: Value | null;
  readonly after: Value | null;
  /** `after - before`; null for figures that are not sums, or that were refused. */
  readonly change: Value | null;
  readonly coverage: { readonly before: Coverage | null; readonly after: Coverage | null };
  readonly causes: readonly ChangeCause[];
}

/**
 * What is different between a roll-up and a later one, figure by figure, each with its causes.
 * Figures whose value, coverage and sources are the same are left out.
 *
 * @param events all that is known now: they tell why
 */
export function diffRollUps(
  before: RollUp,
  after: RollUp,
  events: readonly CampaignEvent[],
  { timeZone }: { readonly timeZone: string },
): readonly FigureChange[] {
  const old = figuresById(before);
  const now = figuresById(after);
  const history = historyOf(events, after, timeZone);
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => {
    const pair: FigurePair = { before: old.get(id), after: now.get(id) };
    const causes = causesOf(pair, history);
    const sameCoverage =
      canonicalJson(pair.before?.coverage ?? null) === canonicalJson(pair.after?.coverage ?? null);
    const figure = pair.after ?? pair.before;
    if (!figure || (causes.length === 0 && sameCoverage)) return [];
    const values = { before: pair.before?.value ?? null, after: pair.after?.value ?? null };
    return [
      {
        id,
        field: figure.field,
        aggregator: figure.aggregator,
        ...values,
        change: isRefused(pair) ? null : difference(figure.aggregator, values.before, values.after),
        coverage: { before: pair.before?.coverage ?? null, after: pair.after?.coverage ?? null },
        causes,
      },
    ];
  });
}

function figuresById({ total, scopes }: RollUp): ReadonlyMap<string, Figure> {
  const all = [total, ...scopes.map(({ figures }) => figures)];
  return new Map(all.flatMap((figures) => Object.values(figures)).map((figure) => [figure.id, figure]));
}

interface FigurePair {
  readonly before: Figure | undefined;
  readonly after: Figure | undefined;
}

/** A figure beyond what can be exact has parts but no value, so no difference either. */
function isRefused({ before, after }: FigurePair): boolean {
  return [before, after].some((figure) => figure?.value === null && figure.leaves.some(({ nil }) => !nil));
}

interface History {
  readonly records: ReadonlyMap<string, ReportRecord>;
  readonly deadlines: ReadonlyMap<string, Instant>;
  readonly events: ReadonlyMap<string, CampaignEvent>;
}

function historyOf(events: readonly CampaignEvent[], { at, knownAt }: RollUp, timeZone: string): History {
  const { standing, transferred } = obligationsAsOf(events, { at, knownAt, timeZone });
  const obligations = [...standing.values(), ...transferred.map(({ record }) => record)];
  const deciding = events.filter(({ type }) => decisionKinds[type] !== undefined);
  return {
    records: new Map(reportRecords(events, { at, knownAt }).map((record) => [record.report.id, record])),
    deadlines: new Map(obligations.map(({ obligation }) => [obligation.id, obligation.deadline.lastInstant])),
    events: new Map(deciding.map((event) => [eventId(event), event])),
  };
}

/** The kind of change that an event among a leaf's decisions means. */
const decisionKinds: Readonly<Partial<Record<CampaignEvent["type"], ChangeKind>>> = {
  value_corrected: "correction",
  query_explained: "queryExplained",
  name_decided: "nameDecision",
  obligation_transferred: "unitChange",
};

function causesOf({ before, after }: FigurePair, history: History): readonly ChangeCause[] {
  const old = leavesByReport(before);
  const now = leavesByReport(after);
  const aggregator = (after ?? before)?.aggregator ?? "sum";
  const causes: ChangeCause[] = [];
  const replaced = new Set<string>();
  for (const [reportId, leaf] of now) {
    const earlier = old.get(reportId) ?? supersededBy(reportId, old, now, history);
    if (earlier) replaced.add(earlier.reportId);
    if (earlier && sameValue(earlier, leaf)) continue;
    causes.push(causeOf(aggregator, earlier, leaf, history));
  }
  for (const [reportId, leaf] of old) {
    if (!replaced.has(reportId)) causes.push(causeOf(aggregator, leaf, undefined, history));
  }
  return causes;
}

function leavesByReport(figure: Figure | undefined): ReadonlyMap<string, Leaf> {
  return new Map(figure?.leaves.map((leaf) => [leaf.reportId, leaf]));
}

/** The leaf whose report this one took the place of, over any number of resubmissions. */
function supersededBy(
  reportId: string,
  old: ReadonlyMap<string, Leaf>,
  now: ReadonlyMap<string, Leaf>,
  { records }: History,
): Leaf | undefined {
  const goneAndReplaced = [...old.values()].filter((leaf) => {
    if (now.has(leaf.reportId)) return false;
    const seen = new Set<string>();
    let at: string | null | undefined = leaf.reportId;
    while (at != null && !seen.has(at)) {
      seen.add(at);
      at = records.get(at)?.supersededBy;
      if (at === reportId) return true;
    }
    return false;
  });
  return goneAndReplaced[0];
}

function sameValue(a: Leaf, b: Leaf): boolean {
  return a.reportId === b.reportId && a.nil === b.nil && canonicalJson(a.value) === canonicalJson(b.value);
}

function causeOf(
  aggregator: Aggregator,
  old: Leaf | undefined,
  now: Leaf | undefined,
  history: History,
): ChangeCause {
  const leaf = (now ?? old) as Leaf;
  const record = history.records.get(leaf.reportId);
  const decisions = leaf.decisions.filter((id) => !now || !old?.decisions.includes(id));
  const values = { before: contribution(aggregator, old), after: contribution(aggregator, now) };
  return {
    kind: now ? kindOfPresent(old, now, decisions, history) : kindOfGone(record),
    unitId: leaf.unitId,
    reportId: leaf.reportId,
    before: old?.value ?? null,
    after: now?.value ?? null,
    effect: difference(aggregator, values.before, values.after),
    late: isLate(leaf, record, history),
    decisions,
    reason: reasonOf(record, decisions, now, history),
  };
}

/** What the leaf adds: in a count a leaf is 1 whatever its value, and 0 when nil or false. */
function contribution(aggregator: Aggregator, leaf: Leaf | undefined): Value | null {
  if (!leaf) return null;
  return aggregator === "count" ? Number(leaf.value !== false) : leaf.value;
}

function kindOfPresent(
  old: Leaf | undefined,
  now: Leaf,
  decisions: readonly string[],
  history: History,
): ChangeKind {
  if (old && old.reportId !== now.reportId) return "resubmission";
  const kinds = decisions.flatMap((id) => {
    const type = history.events.get(id)?.type;
    return (type && decisionKinds[type]) ?? [];
  });
  // The last decision is the one that made it what it is.
  const last = kinds.at(-1);
  if (last !== undefined) return last;
  return old ? "unitChange" : "reportArrived";
}

function kindOfGone(record: ReportRecord | undefined): ChangeKind {
  switch (record?.fate) {
    case "returned":
      return "reportReturned";
    case "queried":
      return "reportHeld";
    case "superseded":
      return "resubmission";
    default:
      return "unitChange";
  }
}

function isLate(leaf: Leaf, record: ReportRecord | undefined, { deadlines }: History): boolean {
  const deadline = record && deadlines.get(obligationId(record.report.roundId, leaf.unitId));
  return deadline !== undefined && compareInstants(leaf.receivedAt, deadline) > 0;
}

function reasonOf(
  record: ReportRecord | undefined,
  decisions: readonly string[],
  now: Leaf | undefined,
  { events }: History,
): string | null {
  if (!now) return record?.reason ?? null;
  const event = events.get(decisions.at(-1) ?? "");
  return event && "reason" in event ? event.reason : null;
}
