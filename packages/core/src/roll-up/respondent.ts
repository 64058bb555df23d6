import { issue, type Issue } from "../issue/issue.ts";
import { eventId } from "../ledger/content-hash.ts";
import type { CampaignEvent } from "../ledger/event.ts";
import { reportRecords, type ReportRecord } from "../ledger/report-record.ts";
import { answerOf, type ReportsByObligation } from "../obligation/answer.ts";
import {
  obligationsAsOf,
  type ObligationRecord,
  type TransferredObligation,
} from "../obligation/obligation-record.ts";
import { obligationId } from "../obligation/obligation.ts";
import { directoryIndex, findUnit, type UnitDirectory } from "../recipient-unit/unit-directory.ts";
import { instantMs, type Instant } from "../time/instant.ts";

/** One unit in a round as a roll-up sees it: whether it is counted on, and the reports that count for it. */
export interface Respondent {
  readonly unitId: string;
  readonly roundId: string;
  /** The group it was addressed in. */
  readonly group: string;
  /** Its parents when the obligation was created. */
  readonly parents: Readonly<Record<string, string>>;
  /** `expected` units make the denominator; a `split` one only left behind what it had reported. */
  readonly standing: "expected" | "waived" | "split";
  readonly reports: readonly CountedReport[];
  /** Whether the reports cover the whole unit: of a merged one, those of all that were merged. */
  readonly complete: boolean;
  /** A report of it is held by a query. */
  readonly queried: boolean;
}

export interface CountedReport {
  readonly record: ReportRecord;
  /** Events through which it counts for another unit than the one that gave it. */
  readonly transfers: readonly string[];
}

/** What a respondent is asked and has sent in each of the rounds that are rolled up; `null` where it owes nothing. */
export interface RespondentRounds {
  /** The one unit, in a list as rows of a unit basis have theirs. */
  readonly unitIds: readonly [string];
  readonly group: string;
  /** By hierarchy, when it came to owe. */
  readonly parents: Readonly<Record<string, string>>;
  /** Its groups, for fields that only some are asked. */
  readonly groups: ReadonlySet<string>;
  readonly rounds: readonly (Respondent | null)[];
}

interface AsOfInZone {
  readonly at: Instant;
  readonly knownAt: Instant;
  readonly timeZone: string;
}

/**
 * All who are counted on in any of the rounds, in the directory's order, with what they have sent in
 * each; and the reports that stand and are in no figure, each with the reason.
 */
export function respondentsByUnit(
  events: readonly CampaignEvent[],
  rounds: readonly string[],
  directory: UnitDirectory,
  asOf: AsOfInZone,
): { readonly respondents: readonly RespondentRounds[]; readonly issues: readonly Issue[] } {
  const { respondents, issues } = respondentsOf(events, rounds, asOf);
  const place = new Map([...directoryIndex(directory).units.keys()].map((id, index) => [id, index]));
  const order = (id: string) => place.get(id) ?? place.size;
  const byUnit = [...Map.groupBy(respondents, ({ unitId }) => unitId)]
    .sort(([a], [b]) => order(a) - order(b) || (a < b ? -1 : 1))
    .map(([unitId, own]): RespondentRounds => {
      const { group, parents } = own.at(-1) as Respondent;
      return {
        unitIds: [unitId],
        group,
        parents,
        groups: new Set([group, ...(findUnit(directory, unitId)?.groups ?? [])]),
        rounds: rounds.map((id) => own.find(({ roundId }) => roundId === id) ?? null),
      };
    });
  return { respondents: byUnit, issues };
}

/**
 * Everybody the figures of an instant stand on. Which reports answer an obligation is decided where
 * statuses are, so figures and statuses cannot disagree. What a roll-up adds: of a merged unit whose
 * parts have not all reported, the parts that did are in the figure though the unit is not in the
 * coverage; and what a unit reported before it was split stays in the total until one of those it
 * went into reports. Nothing counts twice, and nothing is dropped unsaid.
 */
function respondentsOf(
  events: readonly CampaignEvent[],
  rounds: readonly string[],
  asOf: AsOfInZone,
): { readonly respondents: readonly Respondent[]; readonly issues: readonly Issue[] } {
  const { standing, transferred } = obligationsAsOf(events, asOf);
  const records = reportRecords(events, asOf);
  const reports = Map.groupBy(records, ({ report }) => obligationId(report.roundId, report.unitId));
  const moves = new Map(transferred.map((one) => [one.record.obligation.id, one]));
  const transfers = transferEvents(events, instantMs(asOf.knownAt));
  const counting = (record: ReportRecord, owner: string): CountedReport => {
    const from = obligationId(record.report.roundId, record.report.unitId);
    return { record, transfers: from === owner ? noTransfers : transfersAlong(from, moves, transfers) };
  };

  const respondents: Respondent[] = [];
  for (const record of standing.values()) {
    const { id, unitId, roundId, group, parents = {} } = record.obligation;
    const common = { unitId, roundId, group, parents };
    if (record.waiver) {
      respondents.push({ ...common, standing: "waived", reports: [], complete: false, queried: false });
      continue;
    }
    const answered = answerOf(record, reports);
    const own = answered.kind === "standing" ? answered.reports : partsThatReported(record, reports);
    respondents.push({
      ...common,
      standing: "expected",
      reports: own.map((one) => counting(one, id)),
      complete: answered.kind === "standing",
      queried: answered.kind === "queried",
    });
  }
  respondents.push(...leftBySplits(transferred, reports, counting));
  const wanted = respondents.filter(({ roundId }) => rounds.includes(roundId));
  const candidates = records.filter(({ report }) => rounds.includes(report.roundId));
  return { respondents: wanted, issues: uncounted(candidates, wanted, moves) };
}

const noTransfers: readonly string[] = [];

/** Of a merged unit that has not answered as a whole: the reports its parts gave. */
function partsThatReported(
  { inheritance }: ObligationRecord,
  reports: ReportsByObligation,
): readonly ReportRecord[] {
  if (!inheritance || inheritance.policy === "renew") return [];
  return inheritance.from.flatMap((part) => {
    const answered = answerOf(part, reports);
    return answered.kind === "standing" ? answered.reports : partsThatReported(part, reports);
  });
}

function leftBySplits(
  transferred: readonly TransferredObligation[],
  reports: ReportsByObligation,
  counting: (record: ReportRecord, owner: string) => CountedReport,
): readonly Respondent[] {
  return transferred.flatMap(({ record, to }) => {
    const stands = (id: string) => reports.get(id)?.some(({ fate }) => fate === "standing") ?? false;
    if (to.length < 2 || to.some(stands) || record.waiver) return [];
    const answered = answerOf(record, reports);
    if (answered.kind !== "standing") return [];
    const { id, unitId, roundId, group, parents = {} } = record.obligation;
    return [
      {
        unitId,
        roundId,
        group,
        parents,
        standing: "split",
        reports: answered.reports.map((one) => counting(one, id)),
        complete: false,
        queried: false,
      },
    ];
  });
}

/** Event ids by the obligation that an event passed on. */
function transferEvents(events: readonly CampaignEvent[], known: number): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const event of events) {
    if (event.type !== "obligation_transferred" || instantMs(event.at) > known) continue;
    const heirs = new Set(event.to.map(({ id }) => id));
    for (const from of event.from) if (!heirs.has(from)) ids.set(from, eventId(event));
  }
  return ids;
}

function transfersAlong(
  from: string,
  moves: ReadonlyMap<string, TransferredObligation>,
  transfers: ReadonlyMap<string, string>,
): readonly string[] {
  const passed: string[] = [];
  for (let id: string | undefined = from; id !== undefined; id = moves.get(id)?.to[0]) {
    const event = transfers.get(id);
    if (event === undefined || passed.includes(event)) break;
    passed.push(event);
  }
  return passed;
}

function uncounted(
  records: readonly ReportRecord[],
  respondents: readonly Respondent[],
  moves: ReadonlyMap<string, TransferredObligation>,
): readonly Issue[] {
  const counted = new Set(
    respondents.flatMap(({ reports }) => reports.map(({ record }) => record.report.id)),
  );
  return records
    .filter(({ fate, report }) => fate === "standing" && !counted.has(report.id))
    .map(({ report: { id, unitId, roundId, origin } }) => {
      const place = { source: origin.source, sheet: origin.sheet };
      const owner = obligationId(roundId, unitId);
      const heirs = moves.get(owner)?.to ?? (respondents.some(isOwner(unitId, roundId)) ? [owner] : []);
      if (heirs.length === 0) return issue("roll_up_report_not_owed", place, { unit: unitId, report: id });
      const by = heirs.map((heir) => heir.slice(roundId.length + 1)).join(", ");
      return issue("roll_up_report_covered", place, { unit: unitId, by });
    });
}

function isOwner(unitId: string, roundId: string) {
  return (one: Respondent) => one.unitId === unitId && one.roundId === roundId && one.standing === "expected";
}
