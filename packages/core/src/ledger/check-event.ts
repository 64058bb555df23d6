import { isInstant } from "../time/instant.ts";
import type { CampaignEvent, EventDetail, EventType } from "./event.ts";

/** Events that override something: they say why. */
type OverrideType = Extract<EventDetail, { readonly reason: string }>["type"];

/** Every type of event, and whether it needs a reason; a new type without an answer here does not compile. */
const needsReason: { readonly [Type in EventType]: Type extends OverrideType ? true : false } = {
  campaign_issued: false,
  obligation_added: true,
  obligation_waived: true,
  obligation_extended: true,
  obligation_transferred: true,
  return_received: false,
  report_accepted: false,
  report_queried: false,
  report_rejected: false,
  report_superseded: true,
  query_explained: true,
  report_returned: true,
  report_approved: false,
  name_decided: true,
  value_corrected: true,
  reminder_planned: false,
  reminder_sent: false,
  dispatch_numbered: false,
  roll_up_published: false,
  event_redacted: true,
  contacts_purged: true,
  contacts_read: true,
};

/**
 * What the types promise, for callers without types.
 *
 * @throws {TypeError} for an unknown type, no actor, no instant, or an override without a reason
 */
export function checkEvent(event: CampaignEvent): void {
  const { type, at, actor } = event;
  const reason = "reason" in event ? event.reason : undefined;
  if (!Object.hasOwn(needsReason, type)) throw new TypeError(`no event is called “${type}”`);
  if (typeof at !== "string" || !isInstant(at)) throw new TypeError(`${type} needs the instant it happened`);
  if (!isText(actor)) throw new TypeError(`${type} needs an actor`);
  if (needsReason[type] && !isText(reason))
    throw new TypeError(`${type} overrides something and needs a reason`);
}

function isText(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}
