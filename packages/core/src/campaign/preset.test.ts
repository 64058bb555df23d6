import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { smallCampaign } from "../../test/small-campaign.ts";
import { defineCampaign, parseCampaign } from "./parse-campaign.ts";

const { id, title, dispatch, ...shared } = smallCampaign;
const presetText = stringify({
  ...shared,
  dispatch: { notation: dispatch.notation, closing: dispatch.closing },
  locked: ["rounds", "report"],
});
const preset = (name: string) => (name === "mau-chung.yaml" ? presetText : null);
const parse = (own: object) =>
  parseCampaign(stringify({ extends: "mau-chung.yaml", id, title, dispatch, ...own }), {
    source: "campaign.yaml",
    preset,
  });

describe("a campaign that extends a preset", () => {
  it("takes from the preset what it does not say itself", () => {
    expect(parse({})).toEqual({ value: defineCampaign(smallCampaign), issues: [] });
  });

  it("overrides what the preset leaves open", () => {
    expect(parse({ scope: "Thôn 1" }).value?.scope).toBe("Thôn 1");
  });

  it("may not override what the preset locks, and is told the line", () => {
    const { value, issues } = parse({ rounds: [] });
    expect(value).toBeNull();
    expect(issues).toMatchObject([
      { code: "campaign_locked", place: { source: "campaign.yaml", path: "rounds" } },
    ]);
    expect(issues[0]?.place).toHaveProperty("line");
  });

  it("may not reach into a locked block either", () => {
    expect(parse({ report: { title: "Khác" } }).issues).toMatchObject([
      { code: "campaign_locked", params: { path: "report.title" } },
    ]);
  });

  it("may repeat what the preset locks", () => {
    expect(parse({ rounds: shared.rounds }).issues).toEqual([]);
  });

  it("says where a wrong value stands, be it in the preset", () => {
    const broken = () => presetText.replace("Toàn xã", "''");
    const { issues } = parseCampaign(stringify({ extends: "mau-chung.yaml", id, title, dispatch }), {
      source: "campaign.yaml",
      preset: broken,
    });
    expect(issues).toMatchObject([{ place: { source: "mau-chung.yaml", path: "scope" } }]);
  });

  it("needs the preset to be there", () => {
    const { issues } = parseCampaign("extends: other.yaml\n", { source: "campaign.yaml", preset });
    expect(issues).toMatchObject([{ code: "campaign_preset_missing", place: { line: 1 } }]);
  });
});
