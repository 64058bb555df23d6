import type { Obligation } from "../obligation/obligation.ts";
import { instantMs } from "../time/instant.ts";
import type { CampaignEvent } from "./event.ts";

/** Which reports a ledger may take. */
export interface OwedReports {
  /** Before the campaign is issued nothing is known of who owes. */
  readonly issued: boolean;
  /**
   * By id of every obligation there ever was: the last moment, in milliseconds, at which its report
   * is taken; `Infinity` when its round never locks.
   */
  readonly takenUntil: ReadonlyMap<string, number>;
}

/** An extension that ends after the lock opens the round for its unit as long as it lasts. */
export function owedReports(events: readonly CampaignEvent[]): OwedReports {
  const takenUntil = new Map<string, number>();
  let issued = false;
  const extend = (id: string, until: number) =>
    takenUntil.set(id, Math.max(until, takenUntil.get(id) ?? -Infinity));
  const add = ({ id, locksAt }: Obligation) =>
    extend(id, locksAt === undefined ? Infinity : instantMs(locksAt));
  for (const event of events) {
    switch (event.type) {
      case "campaign_issued":
        issued = true;
        event.obligations.forEach(add);
        break;
      case "obligation_added":
        add(event.obligation);
        break;
      case "obligation_transferred":
        event.to.forEach(add);
        break;
      case "obligation_extended":
        if (takenUntil.has(event.obligationId))
          extend(event.obligationId, instantMs(event.deadline.lastInstant));
    }
  }
  return { issued, takenUntil };
}
