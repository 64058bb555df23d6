import { printLastInstant, type Campaign, type RecipientUnit } from "@chiendich/core";
import type { ShortMessage } from "../text/short-message.ts";
import { deadlineFor } from "./campaign-dispatch.ts";

/**
 * A reminder as a short message, from the same facts as the letter: for Zalo, SMS, a mail's subject and
 * first lines. It holds no link: a message with one looks like the fraud such campaigns warn of.
 *
 * @throws {RangeError} when the campaign has no such round
 */
export function reminderMessage(campaign: Campaign, unit: RecipientUnit, roundId?: string): ShortMessage {
  const round = campaign.rounds.find(({ id }) => roundId === undefined || id === roundId);
  if (!round) throw new RangeError(`the campaign has no round ${roundId ?? ""}`);
  const deadline = deadlineFor(round, unit);
  const { number, notation, issuer } = campaign.dispatch;
  const letter = number === null ? "" : ` theo Công văn số ${number}/${notation}`;
  const name = unit.shortName ?? unit.name;
  return {
    title: `Nhắc báo cáo${number === null ? "" : ` theo CV ${number}/${notation}`}`,
    paragraphs: [
      `${issuer.name} đề nghị ${name} gửi báo cáo${letter} ${deadline.quote} (chậm nhất ${printLastInstant(deadline, "vi")}).`,
    ],
    parameters: { unit: name, deadline: deadline.quote },
  };
}
