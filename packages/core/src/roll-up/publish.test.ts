import { describe, expect, it } from "vitest";
import { accepted, actor, campaignOf, directory, field, issued, on, report } from "../../test/rollout.ts";
import type { CampaignEvent } from "../ledger/event.ts";
import { checkPublished, publishRollUp } from "./publish.ts";
import { rollUp } from "./roll-up.ts";

const campaign = campaignOf([field("people")]);
const before: readonly CampaignEvent[] = [issued(), accepted(report("p-an", { people: 5 }))];
const late = accepted(report("p-cat", { people: 7 }), on(12));
const publish = (events: readonly CampaignEvent[], id = "lan-1") =>
  publishRollUp(rollUp(campaign, directory, events, { at: on(10), by: "group" }), {
    id,
    at: on(10),
    actor,
    campaign,
    directory,
    events,
  });

describe("publishing a roll-up", () => {
  it("gives the same bytes and hash for the same inputs", () => {
    expect(JSON.stringify(publish(before).published)).toBe(JSON.stringify(publish([...before]).published));
  });

  it("gives the event that fixes its hash in the ledger, once", () => {
    const { published, events } = publish(before);
    expect(events).toEqual([
      { type: "roll_up_published", at: on(10), actor, rollUpId: "lan-1", sha256: published.sha256 },
    ]);
  });

  it("refuses to publish something else under the same id", () => {
    const { events } = publish(before);
    expect(() => publish([...before, ...events, late])).toThrow(/another roll-up was published as “lan-1”/);
    expect(publish([...before, ...events, late], "lan-2").events).toHaveLength(1);
  });

  it("fixes what it was made of", () => {
    const one = publish(before).published.inputs;
    const two = publish([...before, late]).published.inputs;
    expect(two.eventsSha256).not.toBe(one.eventsSha256);
    expect(two.campaignSha256).toBe(one.campaignSha256);
  });
});

describe("checking a published roll-up", () => {
  const { published, events } = publish(before);
  const codes = (one: typeof published, known = [...before, ...events, late]) =>
    checkPublished(one, known).map(({ code }) => code);

  it("finds it as it was, whatever came later, also after JSON", () => {
    expect(codes(JSON.parse(JSON.stringify(published)))).toEqual([]);
  });

  it("finds a changed figure", () => {
    const figure = { ...published.rollUp.total["people"]!, value: 6 };
    const changed = { ...published, rollUp: { ...published.rollUp, total: { people: figure } } };
    expect(codes(changed)).toEqual(["roll_up_changed"]);
  });

  it("finds one whose hash was made to fit, because the ledger says another", () => {
    const other = publish([...before, late]).published;
    expect(codes(other)).toEqual(["roll_up_changed"]);
  });

  it("finds one that was never published", () => {
    expect(codes(published, [...before])).toEqual(["roll_up_not_published"]);
  });
});
