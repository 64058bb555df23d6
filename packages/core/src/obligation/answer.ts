import type { ReportRecord } from "../ledger/report-record.ts";
import { compareInstants, instantMs, type Instant } from "../time/instant.ts";
import type { ObligationRecord } from "./obligation-record.ts";

/** How the reports received so far answer one obligation. */
export type Answered =
  | { readonly kind: "none" }
  /** Held by a question, or sent back. `receivedAt` is when the latest such report came. */
  | { readonly kind: "queried" | "returned"; readonly receivedAt: Instant; readonly reason: string | null }
  | {
      readonly kind: "standing";
      /** The reports that stand: the unit's own, or those of all units merged into it. */
      readonly reports: readonly ReportRecord[];
      /** When the last of them was received. */
      readonly receivedAt: Instant;
      readonly timeliness: Timeliness;
      readonly nil: boolean;
    };

export type Timeliness = "onTime" | "extended" | "late";

/** Reports by obligation id, in order of receipt. */
export type ReportsByObligation = ReadonlyMap<string, readonly ReportRecord[]>;

const none: Answered = { kind: "none" };

/** The unit's own reports first; where there is none that stands, those of the units it came from. */
export function answerOf(record: ObligationRecord, reports: ReportsByObligation): Answered {
  const { obligation, inheritance } = record;
  const since = inheritance?.sinceMs ?? -Infinity;
  const own = ownAnswer(record, reports.get(obligation.id) ?? [], since);
  if (own.kind === "standing" || !inheritance || inheritance.policy === "renew") return own;
  // What comes late under an old unit's name is still that unit's, so no end is set for the parts.
  const inherited = combined(inheritance.from.map((part) => answerOf(part, reports)));
  return inherited.kind === "standing" || own.kind === "none" ? inherited : own;
}

function ownAnswer(record: ObligationRecord, reports: readonly ReportRecord[], since: number): Answered {
  const standing: ReportRecord[] = [];
  let first: number | null = null;
  let held: ReportRecord | null = null;
  for (const report of reports) {
    const received = instantMs(report.receivedAt);
    if (received < since) continue;
    if (report.fate === "standing") standing.push(report);
    else if (report.fate !== "superseded") held = report;
    // A unit that answered in time and corrected itself later was in time; one whose report was
    // sent back had not answered.
    if (report.fate !== "returned") first ??= received;
  }
  const last = standing.at(-1);
  if (last && first !== null) {
    return {
      kind: "standing",
      reports: standing,
      receivedAt: last.receivedAt,
      timeliness: timelinessOf(record, first),
      nil: standing.every(({ report }) => report.nil),
    };
  }
  if (!held) return none;
  const kind = held.fate === "queried" ? "queried" : "returned";
  return { kind, receivedAt: held.receivedAt, reason: held.reason };
}

function timelinessOf({ obligation, extension }: ObligationRecord, received: number): Timeliness {
  const within = (end: Instant | undefined) => end !== undefined && received <= instantMs(end);
  if (within(obligation.deadline.lastInstant) || within(obligation.graceUntil)) return "onTime";
  return within(extension?.deadline.lastInstant) ? "extended" : "late";
}

const severity: readonly Timeliness[] = ["onTime", "extended", "late"];

/** The merged unit has answered when all its parts have, and as late as the latest of them. */
function combined(parts: readonly Answered[]): Answered {
  const standing = parts.filter((part) => part.kind === "standing");
  if (standing.length === parts.length && standing[0]) {
    return standing.reduce((a, b) => ({
      kind: "standing",
      reports: [...a.reports, ...b.reports],
      receivedAt: instantMs(a.receivedAt) >= instantMs(b.receivedAt) ? a.receivedAt : b.receivedAt,
      timeliness:
        severity.indexOf(a.timeliness) >= severity.indexOf(b.timeliness) ? a.timeliness : b.timeliness,
      nil: a.nil && b.nil,
    }));
  }
  return (
    parts.find(({ kind }) => kind === "queried") ?? parts.find(({ kind }) => kind === "returned") ?? none
  );
}

/** The last moment at which a report of this obligation still is on time, extension and grace included. */
export function openUntil({ obligation, extension }: ObligationRecord): Instant {
  const { deadline, graceUntil } = obligation;
  const later = [graceUntil, extension?.deadline.lastInstant].filter((end) => end !== undefined);
  return later.reduce((last, end) => (compareInstants(end, last) > 0 ? end : last), deadline.lastInstant);
}
