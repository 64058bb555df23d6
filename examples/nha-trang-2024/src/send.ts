import {
  describeReportForm,
  issueCampaign,
  unitsAsOf,
  type CampaignEvent,
  type Instant,
} from "@chiendich/core";
import { campaignDispatch, renderDispatch } from "@chiendich/dispatch";
import { writeWorkbook } from "@chiendich/xlsx";
import type { Output } from "./output.ts";
import type { Plan } from "./plan.ts";

/** Issues the campaign: obligations, the dispatch, and a report form for every unit that owes one. */
export async function send(
  plan: Plan,
  { at, actor }: { at: Instant; actor: string },
  output: Output,
): Promise<CampaignEvent[]> {
  const { campaign, directory } = plan;
  const events = issueCampaign(campaign, directory, { at, actor });

  const letter = campaignDispatch(campaign);
  await output.write("cong-van/2242-VHTT.docx", await renderDispatch(letter, { format: "docx" }));
  await output.write("cong-van/2242-VHTT.html", await renderDispatch(letter, { format: "html" }));

  const units = new Map(unitsAsOf(directory, campaign.dispatch.date).map((unit) => [unit.id, unit]));
  for (const obligation of events.flatMap((event) =>
    event.type === "campaign_issued" ? event.obligations : [],
  )) {
    const unit = units.get(obligation.unitId);
    const round = campaign.rounds.find(({ id }) => id === obligation.roundId);
    if (!unit || !round) throw new RangeError(`obligation ${obligation.id} has no unit or round`);
    const form = describeReportForm(campaign, { round, unit, directory });
    await output.write(`bieu-mau/${unit.id}.xlsx`, await writeWorkbook(form));
  }
  return events;
}
