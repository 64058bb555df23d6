import {
  issue,
  type Campaign,
  type CampaignEvent,
  type EventOf,
  type Instant,
  type Parsed,
} from "@chiendich/core";
import { numberDispatch } from "@chiendich/dispatch";
import { actorOf } from "./command-context.ts";

/** The register's entry of the campaign's dispatch; null until it has a number. */
export function registeredDispatch(
  { dispatch }: Campaign,
  events: readonly CampaignEvent[],
): EventOf<"dispatch_numbered"> | null {
  return (
    events.find(
      (event): event is CampaignEvent & EventOf<"dispatch_numbered"> =>
        event.type === "dispatch_numbered" &&
        event.series === undefined &&
        event.corrects === undefined &&
        event.notation?.slice(event.notation.indexOf("/") + 1) === dispatch.notation,
    ) ?? null
  );
}

/** The campaign with the number the register gave its dispatch, for the letters that print or cite it. */
export function withNumber(campaign: Campaign, events: readonly CampaignEvent[]): Campaign {
  const number = campaign.dispatch.number ?? registeredDispatch(campaign, events)?.number ?? null;
  return { ...campaign, dispatch: { ...campaign.dispatch, number } };
}

/**
 * The event by which the dispatch gets its number, once: a dispatch that has one spends no other.
 *
 * @param wanted a number of the office's register on paper; `next` takes the next of the campaign's
 *   register; null leaves the dispatch a draft unless campaign.yaml gives its number
 * @returns no event when there is nothing to number; an issue when the number is taken, or is another than the dispatch has
 */
export function takeNumber(
  campaign: Campaign,
  events: readonly CampaignEvent[],
  wanted: number | "next" | null,
  at: Instant,
): Parsed<readonly CampaignEvent[]> {
  const { dispatch } = campaign;
  const known = registeredDispatch(campaign, events);
  const number = typeof wanted === "number" ? wanted : dispatch.number;
  if (known !== null) {
    if (number === null || number === known.number) return { value: [], issues: [] };
    const params = { registered: known.notation ?? String(known.number), written: number };
    return { value: null, issues: [issue("dispatch_number_differs", { path: "dispatch.number" }, params)] };
  }
  if (number === null && wanted === null) return { value: [], issues: [] };
  const taken = numberDispatch(events, {
    issuer: actorOf(campaign),
    date: dispatch.date,
    notation: dispatch.notation,
    subject: dispatch.subject,
    at,
    actor: actorOf(campaign),
    ...(number !== null && { number }),
  });
  return { value: taken.value && [taken.value], issues: taken.issues };
}
