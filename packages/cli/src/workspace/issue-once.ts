import { instantAt, issueCampaign, type CampaignEvent } from "@chiendich/core";
import { actorOf } from "./command-context.ts";
import type { Workspace } from "./workspace.ts";

/** The event that issues the campaign; none when the events hold one. */
export function issueOnce(
  { campaign, directory }: Pick<Workspace, "campaign" | "directory">,
  events: readonly CampaignEvent[],
): readonly CampaignEvent[] {
  if (events.some(({ type }) => type === "campaign_issued")) return [];
  // The membership is that of the day on the letter, whenever the command is run.
  const at = instantAt(campaign.dispatch.date, { hour: 8 }, campaign.timeZone);
  return issueCampaign(campaign, directory, { at, actor: actorOf(campaign) });
}
