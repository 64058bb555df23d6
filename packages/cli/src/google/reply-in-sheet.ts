import {
  explainIssue,
  statusOf,
  type Campaign,
  type CampaignEvent,
  type Instant,
  type Issue,
  type Parsed,
} from "@chiendich/core";
import {
  applyWriteBack,
  planWriteBack,
  stateWords,
  type Reply,
  type SheetsClient,
} from "@chiendich/google-sheets";
import { askGoogle } from "./google-client.ts";
import type { PulledSheet } from "./pull-sheet.ts";

/**
 * Writes into each unit's row how its report stands and what is asked about it: what `--annotate`
 * is for a file. The columns are the office's own, so that no answer is ever written over.
 *
 * @returns how many cells changed
 */
export async function replyInSheet(
  client: SheetsClient,
  campaign: Campaign,
  { source, tracker, roundId }: PulledSheet,
  events: readonly CampaignEvent[],
  at: Instant,
): Promise<Parsed<number>> {
  const plan = planWriteBack(source, tracker, repliesOf(campaign, events, roundId, at));
  const { value, issues } = await askGoogle(source.name, async () => {
    await applyWriteBack(client, plan);
    return plan.cells;
  });
  return { value, issues: [...plan.issues, ...issues] };
}

function repliesOf(
  campaign: Campaign,
  events: readonly CampaignEvent[],
  roundId: string,
  at: Instant,
): readonly Reply[] {
  const open = new Map<string, readonly Issue[]>();
  for (const event of events) {
    if (event.type === "report_rejected" && event.unitId !== undefined) open.set(event.unitId, event.issues);
    if (event.type !== "report_queried" && event.type !== "report_accepted") continue;
    const { report } = event;
    if (report.roundId === roundId)
      open.set(report.unitId, event.type === "report_queried" ? event.issues : []);
  }
  return statusOf(campaign, events, { at, roundId }).rows.map(({ obligation: { unitId }, state }) => {
    const settled = state === "onTime" || state === "late" || state === "extended" || state === "nil";
    const asked = settled || state === "waived" ? [] : (open.get(unitId) ?? []);
    const questions = [...new Set(asked.map((one) => explainIssue(one, "vi")))].join("; ");
    return { unitId, state: stateWords[state], questions };
  });
}
