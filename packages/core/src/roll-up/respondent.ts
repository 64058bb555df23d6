import { issue, type Issue } from "../issue/issue.ts";
import type { CampaignEvent } from "../ledger/event.ts";
import { groupBy } from "../ledger/group-by.ts";
import { reportRecords, type AsOf, type ReportRecord } from "../ledger/report-record.ts";
import { compareInstants } from "../time/instant.ts";
import { dutiesAt, type Duties } from "./duty.ts";

/** One unit in a round as a roll-up sees it: whether it is counted on, and the reports that count for it. */
export interface Respondent {
  readonly unitId: string;
  /** The group it was addressed in. */
  readonly group: string;
  /** `expected` units make the denominator; an `heirless` one only left figures behind when it was split. */
  readonly standing: "expected" | "waived" | "heirless";
  readonly reports: readonly CountedReport[];
  /** Whether the reports cover the whole unit: of a merged one, all that were merged. */
  readonly complete: boolean;
  /** A report of it is held by a query. */
  readonly queried: boolean;
}

export interface CountedReport {
  readonly record: ReportRecord;
  /** Transfers through which it counts for another unit than the one that gave it. */
  readonly transfers: readonly string[];
}

/**
 * Everybody a round's figures stand on. After a merger the reports given before it go on counting,
 * for the new unit, until the new unit itself reports; from then on its report covers theirs
 * (confidence: inferred; no source words it). Nothing counts twice and nothing is dropped unsaid.
 */
export function respondentsOf(
  events: readonly CampaignEvent[],
  roundId: string,
  asOf: AsOf,
): { readonly respondents: readonly Respondent[]; readonly issues: readonly Issue[] } {
  const duties = dutiesAt(events, roundId, asOf.at);
  const records = reportRecords(events, asOf).filter(({ report }) => report.roundId === roundId);
  const standing = groupBy(
    records.filter(({ fate }) => fate === "standing"),
    ({ report }) => report.unitId,
  );
  const queried = new Set(
    records.filter(({ fate }) => fate === "queried").map(({ report }) => report.unitId),
  );
  const issues: Issue[] = [];
  const inherited = inheritances(duties, standing, issues);
  const respondents: Respondent[] = [];

  for (const [unitId, { group }] of duties.owed) {
    const own = (standing.get(unitId) ?? []).map((record) => ({ record, transfers: [] }));
    const from = inherited.get(unitId) ?? [];
    respondents.push({
      unitId,
      group,
      standing: "expected",
      reports: [...own, ...from],
      complete: own.length > 0 || allPredecessorsReported(unitId, duties, standing),
      queried: queried.has(unitId),
    });
  }
  for (const [unitId, { group }] of duties.waived) {
    respondents.push({ unitId, group, standing: "waived", reports: [], complete: false, queried: false });
  }
  for (const [unitId, reports] of inherited) {
    if (duties.owed.has(unitId)) continue;
    const group = duties.moved.get(unitId)?.obligation.group ?? "";
    respondents.push({ unitId, group, standing: "heirless", reports, complete: false, queried: false });
  }
  for (const [unitId, [first]] of standing) {
    if (duties.owed.has(unitId) || duties.moved.has(unitId) || !first) continue;
    const { origin, id } = first.report;
    issues.push(issue("roll_up_report_not_owed", placeOf(origin), { unit: unitId, report: id }));
  }
  return { respondents, issues };
}

/** Reports of units that are no more, by the unit they now count for: the heir, or themselves after a split. */
function inheritances(
  duties: Duties,
  standing: ReadonlyMap<string, readonly ReportRecord[]>,
  issues: Issue[],
): Map<string, CountedReport[]> {
  const inherited = new Map<string, CountedReport[]>();
  for (const unitId of duties.moved.keys()) {
    for (const record of standing.get(unitId) ?? []) {
      const heir = heirOf(unitId, record, duties, standing);
      if (heir.coveredBy !== null) {
        const place = placeOf(record.report.origin);
        issues.push(issue("roll_up_report_covered", place, { unit: unitId, by: heir.coveredBy }));
        continue;
      }
      const counted = { record, transfers: heir.transfers };
      inherited.set(heir.unitId, [...(inherited.get(heir.unitId) ?? []), counted]);
    }
  }
  return inherited;
}

interface Heir {
  readonly unitId: string;
  readonly transfers: readonly string[];
  /** The unit whose later report already holds these figures. */
  readonly coveredBy: string | null;
}

function heirOf(
  unitId: string,
  record: ReportRecord,
  duties: Duties,
  standing: ReadonlyMap<string, readonly ReportRecord[]>,
): Heir {
  const transfers: string[] = [];
  let current = unitId;
  for (let move = duties.moved.get(current); move; move = duties.moved.get(current)) {
    transfers.push(move.eventId);
    const { at } = move;
    const covering = move.to.find((heir) =>
      standing
        .get(heir)
        ?.some((own) => own.report.submission !== "addition" && compareInstants(own.receivedAt, at) >= 0),
    );
    if (covering !== undefined) return { unitId: current, transfers, coveredBy: covering };
    const [heir, ...others] = move.to;
    // Split, or not passed on at all: the figures stay with the unit that gave them.
    if (heir === undefined || others.length > 0) break;
    current = heir;
  }
  return { unitId: duties.owed.has(current) ? current : unitId, transfers, coveredBy: null };
}

function allPredecessorsReported(
  unitId: string,
  duties: Duties,
  standing: ReadonlyMap<string, readonly ReportRecord[]>,
): boolean {
  const predecessors = [...duties.moved].filter(([, { to }]) => to.length === 1 && to[0] === unitId);
  if (predecessors.length === 0) return false;
  // A unit that was there before the merger owes its own part too.
  if (predecessors.some(([, { continuing }]) => continuing.includes(unitId))) return false;
  return predecessors.every(
    ([predecessor]) =>
      (standing.get(predecessor)?.length ?? 0) > 0 || allPredecessorsReported(predecessor, duties, standing),
  );
}

function placeOf(origin: ReportRecord["report"]["origin"]) {
  return { source: origin.source, sheet: origin.sheet };
}
