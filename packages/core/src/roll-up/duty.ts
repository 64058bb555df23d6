import { eventId } from "../ledger/content-hash.ts";
import type { CampaignEvent } from "../ledger/event.ts";
import type { Obligation } from "../obligation/obligation.ts";
import { instantMs, type Instant } from "../time/instant.ts";

/** Who owes a report of a round at an instant, and who no longer does and why. */
export interface Duties {
  /** By unit. */
  readonly owed: ReadonlyMap<string, Obligation>;
  readonly waived: ReadonlyMap<string, Obligation>;
  /** Units whose obligation passed to others when units were merged or split. */
  readonly moved: ReadonlyMap<string, Move>;
}

export interface Move {
  readonly obligation: Obligation;
  readonly to: readonly string[];
  readonly at: Instant;
  readonly eventId: string;
  /** Units of `to` that owed already: the transfer found them with a report of their own to give. */
  readonly continuing: readonly string[];
}

/** The obligations of one round as the events up to `at` left them. */
export function dutiesAt(events: readonly CampaignEvent[], roundId: string, at: Instant): Duties {
  const owed = new Map<string, Obligation>();
  const waived = new Map<string, Obligation>();
  const moved = new Map<string, Move>();
  const unitOf = new Map<string, string>();
  const limit = instantMs(at);
  const find = (id: string) => owed.get(unitOf.get(id) ?? "");
  const add = (obligation: Obligation) => {
    if (obligation.roundId !== roundId) return;
    owed.set(obligation.unitId, obligation);
    unitOf.set(obligation.id, obligation.unitId);
    moved.delete(obligation.unitId);
  };
  for (const event of events) {
    if (!event.type.startsWith("obligation_") && event.type !== "campaign_issued") continue;
    if (instantMs(event.at) > limit) continue;
    if (event.type === "campaign_issued") event.obligations.forEach(add);
    else if (event.type === "obligation_added") add(event.obligation);
    else if (event.type === "obligation_waived") {
      const obligation = find(event.obligationId);
      if (!obligation) continue;
      owed.delete(obligation.unitId);
      waived.set(obligation.unitId, obligation);
    } else if (event.type === "obligation_transferred") {
      const to = event.to.filter((obligation) => obligation.roundId === roundId);
      const from = event.from.flatMap((id) => find(id) ?? []);
      const continuing = to.filter(({ id }) => event.from.includes(id)).map(({ unitId }) => unitId);
      for (const obligation of from) {
        owed.delete(obligation.unitId);
        if (continuing.includes(obligation.unitId)) continue;
        const heirs = to.map(({ unitId }) => unitId);
        moved.set(obligation.unitId, {
          obligation,
          to: heirs,
          at: event.at,
          eventId: eventId(event),
          continuing,
        });
      }
      to.forEach(add);
    }
  }
  return { owed, waived, moved };
}
