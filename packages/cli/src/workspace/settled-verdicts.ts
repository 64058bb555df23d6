import {
  reportRecords,
  type CampaignEvent,
  type Instant,
  type Issue,
  type Reading,
  type Verdict,
} from "@chiendich/core";

/** What the ledger made of one report of a file: what reading alone cannot know is that it differs from an earlier one, or was not asked for. */
export interface SettledVerdict {
  readonly sheet: string;
  /** Absent of a form. */
  readonly row?: number | undefined;
  readonly outcome: Verdict["outcome"];
  /** Why the ledger holds or refuses it, beyond what reading found. */
  readonly issues: readonly Issue[];
}

/** How the reports of readings stand in a ledger: made once for all of them. */
export function verdictSettler(
  events: readonly CampaignEvent[],
  at: Instant,
): (reading: Reading) => readonly SettledVerdict[] {
  const fates = new Map(reportRecords(events, { at }).map(({ report, fate }) => [report.id, fate]));
  const queries = new Map<string, readonly Issue[]>();
  const refusals = new Map<string, readonly Issue[]>();
  for (const event of events) {
    if (event.type === "report_queried") queries.set(event.report.id, event.issues);
    if (event.type === "report_rejected") refusals.set(placeOf(event.sha256, event), event.issues);
  }
  return ({ sha256, verdicts }) =>
    verdicts.map((verdict) => {
      const { sheet, row, outcome } = verdict;
      const place = { sheet, ...(row !== undefined && { row }) };
      if (outcome === "rejected") return { ...place, outcome, issues: [] };
      const fate = fates.get(verdict.report.id);
      const refused = fate === undefined ? refusals.get(placeOf(sha256, verdict)) : undefined;
      const open = refused ?? (fate === "queried" ? queries.get(verdict.report.id) : undefined);
      return {
        ...place,
        outcome: refused ? "rejected" : open ? "queried" : "accepted",
        issues: (open ?? []).filter(({ code }) => !verdict.issues.some((known) => known.code === code)),
      };
    });
}

function placeOf(
  sha256: string,
  { sheet, row }: { readonly sheet: string; readonly row?: number | undefined },
) {
  return JSON.stringify([sha256, sheet, row ?? null]);
}
