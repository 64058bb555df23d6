import type { Campaign } from "../campaign/campaign.ts";
import type { CampaignEvent } from "../ledger/event.ts";
import { reportRecords, type ReportRecord } from "../ledger/report-record.ts";
import { instantMs, type Instant } from "../time/instant.ts";
import { answerOf, openUntil, type Answered } from "./answer.ts";
import { answeredFields, askedFields, type AskedFields } from "./completeness.ts";
import { obligationsAsOf, type ObligationRecord } from "./obligation-record.ts";
import { obligationId, type ObligationState } from "./obligation.ts";
import { countBy, countStatus, type CountedRow } from "./status-counts.ts";
import type { NotOwed, Status, StatusRow, StatusTransfer } from "./status.ts";

/** Which state is asked for: of when, and as known when. */
export interface StatusOptions {
  /** The instant whose status is asked. */
  readonly at: Instant;
  /**
   * What was recorded until then is taken into account; `at` when absent. With the present it is
   * the status *of* the instant as known today, without it the status as known *then*.
   */
  readonly knownAt?: Instant | undefined;
  /** Only that round; all when absent. */
  readonly roundId?: string | undefined;
}

/**
 * Who has answered at an instant. Pure: the same events give the same status, whenever it is
 * asked, and events that do not concern each other may come in any order.
 */
export function statusOf(
  campaign: Campaign,
  events: readonly CampaignEvent[],
  { at, knownAt = at, roundId }: StatusOptions,
): Status {
  const { standing, transferred } = obligationsAsOf(events, { at, knownAt, timeZone: campaign.timeZone });
  const records = reportRecords(events, { at, knownAt });
  const reports = Map.groupBy(records, ({ report }) => obligationId(report.roundId, report.unitId));
  const inScope = (round: string) => roundId === undefined || round === roundId;
  const asked = askedFields(campaign);
  const atMs = instantMs(at);

  const counted = [...standing.values()]
    .filter(({ obligation }) => inScope(obligation.roundId))
    .map((record) => countRow(record, answerOf(record, reports), atMs, asked));
  const rows = counted.map(({ row }) => row);
  const groups = campaign.recipients.flatMap((recipient) => recipient.groups);
  const rounds = campaign.rounds.map(({ id }) => id).filter(inScope);
  return {
    at,
    knownAt,
    rows,
    total: countStatus(counted),
    byGroup: countBy(counted, ({ obligation }) => obligation.group, groups),
    byRound: countBy(counted, ({ obligation }) => obligation.roundId, rounds),
    byParent: countByParent(counted),
    transfers: transferred
      .filter(({ record }) => inScope(record.obligation.roundId))
      .map(({ record, ...transfer }): StatusTransfer => ({ obligation: record.obligation, ...transfer })),
    notOwed: notOwed(records, rows).filter((report) => inScope(report.roundId)),
  };
}

function countRow(
  record: ObligationRecord,
  answered: Answered,
  atMs: number,
  askedOf: AskedFields,
): CountedRow {
  const { obligation, waiver, extension, inheritance } = record;
  const asked = askedOf(obligation.group);
  const stands = answered.kind === "standing" && !waiver ? answered : null;
  const answeredCount = stands ? answeredFields(asked, stands.reports) : 0;
  const until = openUntil(record);
  const row: StatusRow = {
    obligation,
    state: stateOf(record, answered, atMs <= instantMs(until)),
    receivedAt: answered.kind === "none" || waiver ? null : answered.receivedAt,
    timeliness: stands?.timeliness ?? null,
    completeness: stands ? (asked.length === 0 ? 1 : answeredCount / asked.length) : null,
    openUntil: until,
    extendedBy: extension?.document ?? null,
    reason: reasonOf(record, answered),
    reportIds: stands?.reports.map(({ report }) => report.id) ?? [],
    from: inheritance?.from.map((part) => part.obligation.unitId) ?? [],
  };
  return { row, asked: asked.length, answered: answeredCount };
}

/** Exactly one state, the strongest first: a decision, a report that stands, one that is held, none. */
function stateOf({ waiver }: ObligationRecord, answered: Answered, open: boolean): ObligationState {
  if (waiver) return "waived";
  switch (answered.kind) {
    case "standing":
      return answered.nil ? "nil" : answered.timeliness;
    case "none":
      return open ? "awaited" : "missing";
    default:
      return answered.kind;
  }
}

function reasonOf({ waiver, extension, cause }: ObligationRecord, answered: Answered): string | null {
  const held = answered.kind === "returned" || answered.kind === "queried" ? answered.reason : null;
  return waiver?.reason ?? held ?? extension?.reason ?? cause?.reason ?? null;
}

function countByParent(counted: readonly CountedRow[]): Status["byParent"] {
  const hierarchies = new Set(counted.flatMap(({ row }) => Object.keys(row.obligation.parents ?? {})));
  return Object.fromEntries(
    [...hierarchies].map((hierarchy) => [
      hierarchy,
      countBy(counted, ({ obligation }) => obligation.parents?.[hierarchy] ?? ""),
    ]),
  );
}

/** Reports that stand and answer nothing that is owed: nothing is lost without a word. */
function notOwed(records: readonly ReportRecord[], rows: readonly StatusRow[]): NotOwed[] {
  const answering = new Set(rows.flatMap(({ reportIds }) => reportIds));
  return records
    .filter(({ fate, report }) => fate === "standing" && !answering.has(report.id))
    .map(({ report }) => ({ reportId: report.id, roundId: report.roundId, unitId: report.unitId }));
}
