import { issue, type Issue } from "../issue/issue.ts";
import { findUnit, type UnitDirectory } from "../recipient-unit/unit-directory.ts";
import type { Reading, Verdict } from "../report/reading.ts";
import type { Answer, Report } from "../report/report.ts";
import type { ReportSchema } from "../report-schema/report-schema.ts";
import { compareInstants, instantMs, type Instant } from "../time/instant.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { CampaignEvent, EventDetail } from "./event.ts";
import { owedReports, type OwedReports } from "./owed-reports.ts";
import { reportRecords } from "./report-record.ts";

/**
 * What to do when a unit that has a report sends another with other figures and does not say that
 * it corrects, adds to or replaces the first.
 *
 * - `manual` (the default): hold it and ask
 * - `latest`: the one received last counts
 * - `first`: the one received first counts
 * - `sum`: both count, as parts of one report
 */
export type ResubmissionPolicy = "manual" | "latest" | "first" | "sum";

/** What is known of a return besides what stands in it. */
export interface RecordReturnOptions {
  readonly at: Instant;
  readonly actor: string;
  readonly receivedAt: Instant;
  /** What shows when it came: `mail`, `file`, `sheet`, `person`. */
  readonly evidence: string;
  readonly policy?: ResubmissionPolicy | undefined;
  /** Gives the fields their labels when a resubmission is asked about; their ids stand otherwise. */
  readonly schema?: ReportSchema | undefined;
  /** Gives units their names in what is refused; their ids stand otherwise. */
  readonly directory?: UnitDirectory | undefined;
}

/**
 * The events a reading adds to a ledger: the return received, each report accepted, queried or
 * rejected, and earlier ones superseded or corrected. Pure: appending nothing is a dry run, and
 * recording what the ledger already holds gives no event.
 */
export function recordReturn(
  reading: Reading,
  events: readonly CampaignEvent[],
  options: RecordReturnOptions,
): CampaignEvent[] {
  const { at, actor } = options;
  const state = recordedState(events, options);
  const details = reading.verdicts.flatMap((verdict) => recordVerdict(verdict, reading, state, options));
  const received = state.returns.has(reading.sha256) ? [] : [receivedEvent(reading, options)];
  return [...received, ...details].map((detail) => ({ at, actor, ...detail }));
}

interface Standing {
  readonly report: Report;
  readonly receivedAt: Instant;
  readonly held: boolean;
}

interface RecordedState {
  readonly returns: ReadonlySet<string>;
  /** Reports by id as they were recorded last, to tell what is new. */
  readonly recorded: Map<string, { report: string; outcome: Verdict["outcome"] }>;
  /** Codes of the issues a place was last rejected for. */
  readonly rejected: Map<string, string>;
  /** What stands or is held, by round and unit. */
  readonly standing: Map<string, Standing[]>;
  readonly owed: OwedReports;
}

const owner = (roundId: string, unitId: string) => `${roundId}/${unitId}`;
const placeKey = (sha256: string, sheet: string, row: number | undefined) =>
  JSON.stringify([sha256, sheet, row ?? null]);
const codes = (issues: readonly Issue[]) => issues.map(({ code }) => code).join(" ");

function recordedState(
  events: readonly CampaignEvent[],
  { at, receivedAt }: RecordReturnOptions,
): RecordedState {
  const returns = new Set<string>();
  const recorded: RecordedState["recorded"] = new Map();
  const rejected = new Map<string, string>();
  for (const event of events) {
    if (event.type === "return_received") returns.add(event.sha256);
    if (event.type === "report_accepted" || event.type === "report_queried") {
      const outcome = event.type === "report_accepted" ? "accepted" : "queried";
      recorded.set(event.report.id, { report: canonicalJson(event.report), outcome });
    }
    if (event.type === "report_rejected") {
      rejected.set(placeKey(event.sha256, event.sheet, event.row), codes(event.issues));
    }
  }
  const standing = new Map<string, Standing[]>();
  const asOf = compareInstants(at, receivedAt) < 0 ? receivedAt : at;
  for (const { report, receivedAt: when, fate } of reportRecords(events, { at: asOf })) {
    if (fate !== "standing" && fate !== "queried") continue;
    push(standing, owner(report.roundId, report.unitId), {
      report,
      receivedAt: when,
      held: fate === "queried",
    });
  }
  return { returns, recorded, rejected, standing, owed: owedReports(events) };
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

function receivedEvent({ sha256, source }: Reading, { evidence }: RecordReturnOptions): EventDetail {
  return { type: "return_received", sha256, source, evidence };
}

function recordVerdict(
  verdict: Verdict,
  reading: Reading,
  state: RecordedState,
  options: RecordReturnOptions,
): EventDetail[] {
  if (verdict.outcome === "rejected") return reject(verdict, verdict.unitId, verdict.issues, reading, state);
  const { report } = verdict;
  const key = owner(report.roundId, report.unitId);
  const place = { source: reading.source, sheet: verdict.sheet };
  const named = options.directory && findUnit(options.directory, report.unitId);
  const unit = named?.shortName ?? named?.name ?? report.unitId;
  const refuse = (refusal: Issue) =>
    reject(verdict, report.unitId, [...verdict.issues, refusal], reading, state);
  const takenUntil = state.owed.takenUntil.get(key);
  if (state.owed.issued && takenUntil === undefined) {
    return refuse(issue("report_unit_not_asked", place, { unit }));
  }
  const known = state.recorded.get(report.id);
  // What people did about a report since (explaining, returning, correcting) is not undone by reading its file again.
  if (known && sameReport(known.report, report)) return [];
  if (takenUntil !== undefined && instantMs(options.receivedAt) > takenUntil) {
    return refuse(issue("report_after_lock", place, { unit }));
  }
  const settled = settle(verdict, key, state, options);
  const event = settled.find(({ type }) => type === "report_accepted" || type === "report_queried");
  if (event) state.recorded.set(report.id, { report: canonicalJson(report), outcome: verdict.outcome });
  return settled;
}

/** The decisions of a policy (an addition) are not part of what was read. */
function sameReport(recorded: string, report: Report): boolean {
  // Canonical: a ledger gives its events back with their keys in another order.
  const now = canonicalJson(report);
  if (recorded === now) return true;
  const before = JSON.parse(recorded) as Report;
  return canonicalJson({ ...before, submission: report.submission }) === now;
}

function reject(
  { sheet, row }: Verdict,
  unitId: string | undefined,
  issues: readonly Issue[],
  { sha256, source }: Reading,
  state: RecordedState,
): EventDetail[] {
  const key = placeKey(sha256, sheet, row);
  if (state.rejected.get(key) === codes(issues)) return [];
  state.rejected.set(key, codes(issues));
  const place = {
    sha256,
    source,
    sheet,
    ...(row !== undefined && { row }),
    ...(unitId !== undefined && { unitId }),
  };
  return [{ type: "report_rejected", ...place, issues }];
}

type Taken = Exclude<Verdict, { readonly outcome: "rejected" }>;

function settle(
  verdict: Taken,
  key: string,
  state: RecordedState,
  options: RecordReturnOptions,
): EventDetail[] {
  const { report } = verdict;
  const before = (state.standing.get(key) ?? []).filter((one) => one.report.id !== report.id);
  const held = before.filter((one) => one.held);
  const last = before.filter((one) => !one.held).at(-1);
  const admit = (taken: Report, more: readonly Issue[] = []): EventDetail => {
    const issues = [...verdict.issues, ...more];
    const queried = verdict.outcome === "queried" || more.length > 0;
    push(state.standing, key, { report: taken, receivedAt: options.receivedAt, held: queried });
    return queried
      ? { type: "report_queried", report: taken, receivedAt: options.receivedAt, issues }
      : { type: "report_accepted", report: taken, receivedAt: options.receivedAt };
  };
  const replaceHeld = held.map((one) => superseded(one.report.id, report.id, "Đơn vị đã gửi lại báo cáo."));
  // A report that is only held cannot take the place of one that stands.
  const replaceLast = (reason: string) =>
    last && verdict.outcome === "accepted" ? [superseded(last.report.id, report.id, reason)] : [];
  switch (report.submission) {
    case "addition":
    case "correction": {
      if (!last) return [admit(report, [nothingToCorrect(report)])];
      if (report.submission === "addition") return [admit(report)];
      if (verdict.outcome === "accepted") return corrections(last.report, report);
      return [admit(completed(report, last.report))];
    }
    case "replacement":
      return [admit(report), ...replaceHeld, ...replaceLast("Báo cáo thay thế.")];
    case "normal": {
      if (!last) return [admit(report), ...replaceHeld];
      const differing = differingFields(last.report, report);
      if (differing.length === 0)
        return [admit(report), ...replaceHeld, ...replaceLast("Gửi lại, số liệu không đổi.")];
      return [...resubmitted(last, report, differing, admit, options), ...replaceHeld];
    }
  }
}

function resubmitted(
  last: Standing,
  report: Report,
  differing: readonly string[],
  admit: (report: Report, issues?: readonly Issue[]) => EventDetail,
  { policy = "manual", receivedAt, schema }: RecordReturnOptions,
): EventDetail[] {
  const reason = "Đơn vị có nhiều báo cáo; ";
  switch (policy) {
    case "manual": {
      const { source, sheet } = report.origin;
      const labels = new Map(schema?.fields.map(({ id, label }) => [id, label.vi]));
      const params = { reportId: last.report.id, labels: differing.map((id) => labels.get(id) ?? id) };
      return [admit(report, [issue("report_differs_from_earlier", { source, sheet }, params)])];
    }
    case "sum":
      return [admit({ ...report, submission: "addition" })];
    case "latest":
      return compareInstants(receivedAt, last.receivedAt) < 0
        ? [admit(report), superseded(report.id, last.report.id, `${reason}dùng báo cáo nhận sau cùng.`)]
        : [admit(report), superseded(last.report.id, report.id, `${reason}dùng báo cáo nhận sau cùng.`)];
    case "first":
      return [admit(report), superseded(report.id, last.report.id, `${reason}dùng báo cáo nhận đầu tiên.`)];
  }
}

function superseded(reportId: string, by: string, reason: string): EventDetail {
  return { type: "report_superseded", reportId, by, reason };
}

function nothingToCorrect({ submission, origin: { source, sheet } }: Report): Issue {
  return issue("report_nothing_to_correct", { source, sheet }, { submission });
}

/** A correction names only what it changes; each change is a patch over the report that stands. */
function corrections(standing: Report, correction: Report): EventDetail[] {
  const { source, sheet } = correction.origin;
  return differingFields(standing, correction, true).map((field) => {
    const { cell, ...answer } = correction.answers[field] as Answer;
    const place = cell === undefined ? "" : `, ô ${cell}`;
    return {
      type: "value_corrected" as const,
      reportId: standing.id,
      field,
      answer,
      reason: `Đơn vị đính chính theo “${source}”, trang “${sheet}”${place}.`,
    };
  });
}

/** A correction that is held, with what it leaves out carried over: it will stand alone once explained. */
function completed(correction: Report, standing: Report): Report {
  const carried = Object.entries(standing.answers).flatMap(([field, { cell: _, ...answer }]) =>
    given(correction.answers[field]) ? [] : [[field, { ...answer, rule: "carried-over" } as Answer] as const],
  );
  return { ...correction, answers: { ...correction.answers, ...Object.fromEntries(carried) } };
}

function given(answer: Answer | undefined): boolean {
  return answer !== undefined && (answer.state !== "missing" || answer.raw !== undefined);
}

/** Fields whose answers say different things; cells, raw texts and rules may differ. */
function differingFields(before: Report, after: Report, onlyGiven = false): string[] {
  const fields = new Set([...Object.keys(before.answers), ...Object.keys(after.answers)]);
  const differing = [...fields].filter((field) => {
    if (onlyGiven && !given(after.answers[field])) return false;
    return meaning(before.answers[field]) !== meaning(after.answers[field]);
  });
  const rows = canonicalJson(repeatMeanings(before)) !== canonicalJson(repeatMeanings(after));
  return rows && !onlyGiven
    ? [...differing, ...Object.keys(after.repeats ?? before.repeats ?? {})]
    : differing;
}

function meaning(answer: Answer | undefined): string {
  if (answer === undefined) return "missing";
  return answer.state === "value" ? canonicalJson(answer.value) : answer.state;
}

function repeatMeanings({ repeats = {} }: Report) {
  return Object.fromEntries(
    Object.entries(repeats).map(([table, rows]) => [
      table,
      rows.map((row) =>
        Object.fromEntries(Object.entries(row).map(([field, answer]) => [field, meaning(answer)])),
      ),
    ]),
  );
}
