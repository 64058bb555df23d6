import {
  findUnit,
  recordReturn,
  reportRecords,
  type CampaignEvent,
  type EventDetail,
  type Instant,
  type NameDecision,
  type Reading,
  type RecordReturnOptions,
  type ReportRecord,
  type UnitDirectory,
  type Verdict,
} from "@chiendich/core";

interface Occasion {
  readonly at: Instant;
  readonly actor: string;
}

/** Why a report that rested on a decision counts no more, as the ledger keeps it. */
const withdrawn = "Rút lại quyết định về tên đơn vị.";

/** Decisions the ledger does not know yet, so that figures lead to who decided and why. */
export function nameDecisionEvents(
  decisions: readonly NameDecision[],
  directory: UnitDirectory,
  events: readonly CampaignEvent[],
  at: Instant,
): CampaignEvent[] {
  const key = (text: string, unitId: string, actor: string, reason: string) =>
    JSON.stringify([text, unitId, actor, reason]);
  const known = new Set(
    events.flatMap((event) =>
      event.type === "name_decided" ? [key(event.text, event.unitId, event.actor, event.reason)] : [],
    ),
  );
  return decisions.flatMap(({ text, unit, who, why }): CampaignEvent[] => {
    const reason = why || "Không ghi lý do.";
    if (!findUnit(directory, unit) || known.has(key(text, unit, who, reason))) return [];
    return [{ type: "name_decided", at, actor: who, text, unitId: unit, reason }];
  });
}

/**
 * As `recordReturn`, for a return that may have been recorded under other decisions on names: a
 * report whose unit nobody stands by any more is withdrawn, and what it had superseded stands again.
 */
export function recordAgain(
  reading: Reading,
  events: readonly CampaignEvent[],
  options: RecordReturnOptions,
): CampaignEvent[] {
  const undone = withdrawals(reading, events, options);
  return [...undone, ...recordReturn(reading, withoutWithdrawn([...events, ...undone], options.at), options)];
}

function withdrawals(
  { verdicts, sha256 }: Reading,
  events: readonly CampaignEvent[],
  { at, actor }: Occasion,
): CampaignEvent[] {
  const records = reportRecords(events, { at });
  const decided = records.filter(
    ({ report, fate }) =>
      report.origin.identifiedBy === "decision" && report.origin.sha256 === sha256 && fate !== "returned",
  );
  const details = verdicts.flatMap((verdict): EventDetail[] => {
    const before = decided.find(({ report }) => isAt(verdict, report.origin));
    if (!before) return [];
    const { id, unitId } = before.report;
    if (verdict.outcome !== "rejected" && verdict.report.unitId === unitId) return [];
    const restored = records.filter(({ supersededBy }) => supersededBy === id);
    const returned: EventDetail[] =
      verdict.outcome === "rejected" ? [{ type: "report_returned", reportId: id, reason: withdrawn }] : [];
    return [...returned, ...restored.flatMap((record) => restore(record, events))];
  });
  return details.map((detail) => ({ at, actor, ...detail }));
}

const isAt = (verdict: Verdict, origin: ReportRecord["report"]["origin"]) =>
  verdict.sheet === origin.sheet && verdict.row === origin.row;

/** The events that made a report what it was, once more: accepting it afresh forgets its corrections. */
function restore({ report }: ReportRecord, events: readonly CampaignEvent[]): EventDetail[] {
  const own = events.filter((event) => isAbout(event, report.id) && event.type !== "report_superseded");
  const from = own.findLastIndex(({ type }) => type === "report_accepted" || type === "report_queried");
  return own.slice(from).map(({ at: _at, actor: _actor, ...detail }) => detail as EventDetail);
}

function withoutWithdrawn(events: readonly CampaignEvent[], at: Instant): readonly CampaignEvent[] {
  const gone = reportRecords(events, { at })
    .filter(({ fate, reason }) => fate === "returned" && reason === withdrawn)
    .map(({ report }) => report.id);
  return gone.length === 0 ? events : events.filter((event) => !gone.some((id) => isAbout(event, id)));
}

function isAbout(event: CampaignEvent, reportId: string): boolean {
  if ("report" in event) return event.report.id === reportId;
  return "reportId" in event && event.reportId === reportId;
}
