import type { Issue } from "../issue/issue.ts";
import type { Answer, Report } from "../report/report.ts";
import { instantMs, type Instant } from "../time/instant.ts";
import { eventId } from "./content-hash.ts";
import type { CampaignEvent, EventOf } from "./event.ts";

/**
 * What became of a report, exactly one at any instant:
 *
 * - `standing`: it counts
 * - `queried`: held until its queries are explained
 * - `superseded`: another report of the same unit and round took its place
 * - `returned`: sent back to the unit; it counts nowhere until it is accepted again
 */
export type ReportFate = "standing" | "queried" | "superseded" | "returned";

/** An event that shaped a report: on one field, or on the report as a whole (`field` is null). */
export interface ReportDecision {
  readonly eventId: string;
  readonly type: "value_corrected" | "query_explained" | "name_decided";
  readonly field: string | null;
}

/** One report that was ever accepted or queried, as it stands at an instant. */
export interface ReportRecord {
  /** With corrections and explanations applied; the report as it was read stays in the ledger. */
  readonly report: Report;
  readonly receivedAt: Instant;
  readonly fate: ReportFate;
  /** Accepted by the next step of the review. */
  readonly approved: boolean;
  readonly decisions: readonly ReportDecision[];
  /** The report that took its place. */
  readonly supersededBy: string | null;
  /** Why it was superseded or returned, where somebody said. */
  readonly reason: string | null;
}

/** An instant, and what was known of it. */
export interface AsOf {
  /** Reports received later do not exist yet. */
  readonly at: Instant;
  /** What was written down until then is known; `at` when absent. */
  readonly knownAt?: Instant | undefined;
}

/**
 * Every report with its fate, in order of round, unit and receipt. Pure replay: the same events in
 * any order that keeps each report's own events in order give the same records.
 *
 * When several reports of one unit and round were accepted and no event says which stands, the one
 * received last does, except that an addition (báo cáo bổ sung) stands beside what it adds to.
 */
export function reportRecords(events: readonly CampaignEvent[], asOf: AsOf): readonly ReportRecord[] {
  const drafts = replay(events, asOf);
  const byOwner = Map.groupBy(drafts.values(), ({ report }) => `${report.roundId}/${report.unitId}`);
  const records: ReportRecord[] = [];
  for (const owner of [...byOwner.keys()].sort()) {
    const own = (byOwner.get(owner) as Draft[]).sort(byReceipt);
    supersedeEarlier(own);
    records.push(...own.map(toRecord));
  }
  return records;
}

interface Draft {
  report: Report;
  receivedAt: Instant;
  fate: ReportFate;
  approved: boolean;
  decisions: ReportDecision[];
  supersededBy: string | null;
  reason: string | null;
  /** Issues that hold the report until each is explained. */
  open: readonly Issue[];
}

function replay(events: readonly CampaignEvent[], { at, knownAt = at }: AsOf): Map<string, Draft> {
  const limit = instantMs(at);
  const known = instantMs(knownAt);
  const drafts = new Map<string, Draft>();
  const names = new Map<string, ReportDecision[]>();
  const later = new Set<string>();
  for (const event of events) {
    if (!(event.type in handlers) && event.type !== "name_decided") continue;
    if (instantMs(event.at) > known) continue;
    if (event.type === "name_decided") {
      const decision = { eventId: eventId(event), type: event.type, field: null };
      names.set(event.unitId, [...(names.get(event.unitId) ?? []), decision]);
      continue;
    }
    if ("receivedAt" in event && instantMs(event.receivedAt) > limit) {
      later.add(event.report.id);
      continue;
    }
    const handle = handlers[event.type as HandledType] as (
      drafts: Map<string, Draft>,
      event: CampaignEvent,
    ) => void;
    handle(drafts, event);
  }
  for (const draft of drafts.values()) {
    // What took its place had not come yet at `at`, so then it still stood.
    if (draft.supersededBy !== null && later.has(draft.supersededBy) && !drafts.has(draft.supersededBy)) {
      Object.assign(draft, { fate: "standing", supersededBy: null, reason: null });
    }
    if (draft.report.origin.identifiedBy !== "decision") continue;
    draft.decisions.unshift(...(names.get(draft.report.unitId) ?? []));
  }
  return drafts;
}

type HandledType =
  | "report_accepted"
  | "report_queried"
  | "report_superseded"
  | "report_returned"
  | "report_approved"
  | "query_explained"
  | "value_corrected";

const handlers: {
  readonly [Type in HandledType]: (drafts: Map<string, Draft>, event: EventOf<Type>) => void;
} = {
  report_accepted: (drafts, event) => admit(drafts, event, []),
  report_queried: (drafts, event) =>
    admit(
      drafts,
      event,
      event.issues.filter(({ severity }) => severity === "query"),
    ),
  report_superseded: (drafts, { reportId, by, reason }) => {
    const draft = drafts.get(reportId);
    if (draft) Object.assign(draft, { fate: "superseded", supersededBy: by, reason });
  },
  report_returned: (drafts, { reportId, reason }) => {
    const draft = drafts.get(reportId);
    if (draft) Object.assign(draft, { fate: "returned", approved: false, reason });
  },
  report_approved: (drafts, { reportId }) => {
    const draft = drafts.get(reportId);
    if (draft) draft.approved = true;
  },
  query_explained: (drafts, event) => {
    const draft = drafts.get(event.reportId);
    if (!draft) return;
    const { report } = draft;
    draft.open = draft.open.filter((query) => !concerns(query, event.field, report));
    if (draft.fate === "queried" && draft.open.length === 0) draft.fate = "standing";
    draft.decisions.push({ eventId: eventId(event), type: event.type, field: event.field });
    const answer = report.answers[event.field];
    if (answer) draft.report = withAnswer(report, event.field, { ...answer, explanation: event.reason });
  },
  value_corrected: (drafts, event) => {
    const draft = drafts.get(event.reportId);
    if (!draft) return;
    draft.decisions.push({ eventId: eventId(event), type: event.type, field: event.field });
    // The cell stays: a corrected figure still leads to the place where the unit wrote another.
    const cell = event.answer.cell ?? draft.report.answers[event.field]?.cell;
    draft.report = withAnswer(draft.report, event.field, { ...event.answer, ...(cell && { cell }) });
  },
};

/** The same return read again, perhaps for another unit after a decision on its name, starts afresh. */
function admit(
  drafts: Map<string, Draft>,
  { report, receivedAt }: { report: Report; receivedAt: Instant },
  open: readonly Issue[],
): void {
  const fate = open.length > 0 ? "queried" : "standing";
  const before = drafts.get(report.id);
  drafts.set(report.id, {
    report,
    receivedAt: before ? before.receivedAt : receivedAt,
    fate,
    approved: false,
    decisions: [],
    supersededBy: null,
    reason: null,
    open,
  });
}

/** Whether an explanation for the field answers the query: they name the same cell or field, or `*` names all. */
function concerns(query: Issue, field: string, report: Report): boolean {
  if (field === "*") return true;
  const named = (query.params as { readonly field?: unknown }).field;
  if (named === field) return true;
  const cell = report.answers[field]?.cell;
  return cell !== undefined && "cell" in query.place && query.place.cell === cell;
}

function withAnswer(report: Report, field: string, answer: Answer): Report {
  return { ...report, answers: { ...report.answers, [field]: answer } };
}

function byReceipt(a: Draft, b: Draft): number {
  return instantMs(a.receivedAt) - instantMs(b.receivedAt) || (a.report.id < b.report.id ? -1 : 1);
}

function supersedeEarlier(own: readonly Draft[]): void {
  const rivals = own.filter(({ fate, report }) => fate === "standing" && report.submission !== "addition");
  const last = rivals.at(-1);
  for (const rival of rivals) {
    if (rival === last || !last) continue;
    rival.fate = "superseded";
    rival.supersededBy = last.report.id;
  }
}

function toRecord({ open: _, ...record }: Draft): ReportRecord {
  return record;
}
