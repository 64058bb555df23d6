import fc from "fast-check";
import type { CampaignEvent } from "../src/index.ts";
import { accepted, actor, on, report, schools, wards, type Given } from "./rollout.ts";

/** Any history of the small campaign: reports with every state of answer, and what was decided about them. */

const units = [...wards, ...schools];
const state = fc.constantFrom("nil", "missing", "notApplicable");
const or = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: value }, state) as fc.Arbitrary<Given>;

const given = fc.record({
  people: or(fc.nat(1_000_000)),
  women: or(fc.nat(1_000_000)),
  money: or(
    fc.integer({ min: -99_999, max: 9_999_999 }).map((cents) => ({ value: (cents / 100).toFixed(2) })),
  ),
  links: or(
    fc
      .array(fc.constantFrom("https://a.vn/1", "http://www.a.vn/1/?fbclid=x", "https://b.vn"), {
        maxLength: 3,
      })
      .map((value) => ({ value })),
  ),
  peak: or(fc.nat(99)),
  done: or(
    fc.tuple(fc.nat(50), fc.nat(50)).map(([a, b]) => ({ value: { numerator: a, denominator: a + b } })),
  ),
});

const step = fc.record({
  unit: fc.constantFrom(...units),
  given,
  day: fc.integer({ min: 1, max: 20 }),
  then: fc.constantFrom("stands", "stands", "returned", "corrected", "waived", "approved"),
});

export const rolloutHistory: fc.Arbitrary<readonly CampaignEvent[]> = fc
  .array(step, { maxLength: 14 })
  .map((steps) =>
    steps.flatMap(({ unit, given, day, then }, index): CampaignEvent[] => {
      const id = `${unit}-${index}`;
      const first = accepted(report(unit, given, { id, dataAsOf: on(day).slice(0, 10) }), on(day));
      const common = { at: on(21), actor, reason: "vì vậy" };
      switch (then) {
        case "returned":
          return [first, { type: "report_returned", ...common, reportId: id }];
        case "approved":
          return [first, { type: "report_approved", at: on(21), actor, reportId: id }];
        case "waived":
          return [first, { type: "obligation_waived", ...common, obligationId: `r1/${unit}` }];
        case "corrected": {
          const answer = { state: "value", value: index } as const;
          return [first, { type: "value_corrected", ...common, reportId: id, field: "people", answer }];
        }
        default:
          return [first];
      }
    }),
  );

/** The unit an event of such a history is about. */
export function unitOf(event: CampaignEvent): string {
  if ("report" in event) return event.report.unitId;
  if ("reportId" in event) return event.reportId.replace(/-\d+$/, "");
  return (event as { obligationId: string }).obligationId.slice(3);
}
