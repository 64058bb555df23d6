import { describe, expect, it } from "vitest";
import { deadlinePhrases } from "../../test/deadline-phrases.ts";
import {
  accepted,
  actor,
  campaignOf,
  field,
  issuedAt,
  obligation,
  report,
  timeZone,
} from "../../test/rollout.ts";
import { parseDeadline } from "../deadline/parse-deadline.ts";
import { instantMs, inZone } from "../time/instant.ts";
import type { ObligationState } from "./obligation.ts";
import { statusOf } from "./status-of.ts";

const campaign = campaignOf([field("participants")]);

/** Milliseconds from the last moment, the state of a report received then, and the state without one. */
const boundaries: readonly (readonly [number, ObligationState, ObligationState])[] = [
  [-1, "onTime", "awaited"],
  [0, "onTime", "awaited"],
  [1, "late", "missing"],
];
const cases = deadlinePhrases.flatMap(([text, , , last]) =>
  boundaries.map(([shift, received, without]) => ({ text, last, shift, received, without })),
);

describe("at the last moment of every wording", () => {
  it.each(cases)(
    "“$text”, $shift ms from it: $received or $without",
    ({ text, last, shift, received, without }) => {
      const { value: deadline } = parseDeadline(text, { timeZone, issuedOn: "2024-10-29" });
      if (!deadline) throw new Error(text);
      const obligations = [{ ...obligation("p-an"), deadline }];
      const issued = {
        type: "campaign_issued",
        at: issuedAt,
        actor,
        campaignId: campaign.id,
        obligations,
      } as const;
      const at = inZone(instantMs(last) + shift, timeZone);
      const state = (...events: Parameters<typeof statusOf>[1]) =>
        statusOf(campaign, [issued, ...events], { at }).rows[0]?.state;
      expect(state(accepted(report("p-an", { participants: 1 }), at))).toBe(received);
      expect(state()).toBe(without);
    },
  );
});
