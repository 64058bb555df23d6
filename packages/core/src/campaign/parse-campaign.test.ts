import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { smallCampaign } from "../../test/small-campaign.ts";
import type { CampaignInput } from "./campaign-input.ts";
import { defineCampaign, parseCampaign } from "./parse-campaign.ts";

const parse = (yaml: string) => parseCampaign(yaml, { source: "campaign.yaml" });

describe("a campaign written as YAML", () => {
  it("is the same value as the campaign of a TypeScript program", () => {
    expect(parse(stringify(smallCampaign))).toEqual({ value: defineCampaign(smallCampaign), issues: [] });
  });

  it("survives JSON unchanged", () => {
    const campaign = defineCampaign(smallCampaign);
    expect(JSON.parse(JSON.stringify(campaign))).toEqual(campaign);
  });

  it("keeps a deadline's words beside the moment they set", () => {
    const [round] = defineCampaign(smallCampaign).rounds;
    expect(round?.deadline).toMatchObject({
      quote: "chậm nhất ngày 28/3/2025",
      on: "2025-03-28",
      dayCounts: true,
      lastInstant: "2025-03-28T23:59:59.999+07:00",
    });
  });

  it("is refused with line and column when it is not YAML", () => {
    const { value, issues } = parse("id: a\ndispatch:\n\tnumber: 1\n");
    expect(value).toBeNull();
    expect(issues[0]).toMatchObject({
      code: "campaign_not_yaml",
      place: { source: "campaign.yaml", line: 3 },
    });
  });

  it("names every bad value at once, each with its line", () => {
    const yaml = stringify({
      ...smallCampaign,
      period: { from: "2025-02-30", to: "21/3/2025" },
      scope: 7,
    });
    const { value, issues } = parse(yaml);
    const lineOf = (text: string) => yaml.split("\n").findIndex((line) => line.includes(text)) + 1;
    expect(value).toBeNull();
    expect(issues.map(({ code, place }) => [code, place])).toEqual([
      [
        "campaign_value_invalid",
        { path: "period.from", source: "campaign.yaml", line: lineOf("2025-02-30"), column: 9 },
      ],
      [
        "campaign_value_invalid",
        { path: "period.to", source: "campaign.yaml", line: lineOf("21/3/2025"), column: 7 },
      ],
      [
        "campaign_value_invalid",
        { path: "scope", source: "campaign.yaml", line: lineOf("scope: 7"), column: 8 },
      ],
    ]);
  });

  it("points at the enclosing block when a key is missing", () => {
    const { dispatch, ...rest } = smallCampaign;
    const { issues } = parse(stringify({ ...rest, dispatch: { ...dispatch, place: undefined } }));
    expect(issues).toMatchObject([{ code: "campaign_value_invalid", place: { path: "dispatch.place" } }]);
    expect(issues[0]?.place).toHaveProperty("line");
  });

  it("refuses a key it does not know, rather than overlook a slip", () => {
    const { issues } = parse(stringify({ ...smallCampaign, periods: {} }));
    expect(issues.map(({ code }) => code)).toEqual(["campaign_value_invalid"]);
  });

  it("says when the words of a deadline are not understood, at their line", () => {
    const [round] = smallCampaign.rounds;
    const { value, issues } = parse(
      stringify({ ...smallCampaign, rounds: [{ ...round, deadline: "sớm nhất có thể" }] }),
    );
    expect(value).toBeNull();
    expect(issues).toMatchObject([
      { code: "deadline_not_understood", place: { source: "campaign.yaml", path: "rounds[0].deadline" } },
    ]);
    expect(issues[0]?.place).toHaveProperty("line");
  });

  it("refuses a time zone that does not exist", () => {
    const { value, issues } = parse(stringify({ ...smallCampaign, timeZone: "Asia/Nha_Trang" }));
    expect(value).toBeNull();
    expect(issues.map(({ code }) => code)).toEqual(["campaign_time_zone_unknown"]);
  });

  it.each(["2242/VHTT", "3506/STTTT-CNTTBCVT", "30/2020/NĐ-CP", "36-HD/VPTW", "91/2025/QH15"])(
    "takes %s as a document's number",
    (number) => {
      const [basis] = smallCampaign.dispatch.basis;
      const input = {
        ...smallCampaign,
        dispatch: { ...smallCampaign.dispatch, basis: [{ ...basis, number }] },
      };
      expect(defineCampaign(input as CampaignInput).dispatch.basis[0]?.number).toBe(number);
    },
  );
});

describe("defineCampaign", () => {
  it("throws with every problem when the input is not a campaign", () => {
    const broken = { ...smallCampaign, scope: "", audiences: [] };
    expect(() => defineCampaign(broken)).toThrow(TypeError);
    expect(() => defineCampaign(broken)).toThrow(/audiences.*\n.*scope/);
  });
});

describe("hostile YAML", () => {
  it.each([
    ["an alias bomb", "a: &a [1,1]\nb: &b [*a,*a]\nc: [*b,*b]\n"],
    ["an alias of itself", "a: &a [*a]\n"],
    ["the same key twice", "id: a\nid: b\n"],
    ["a tag that makes code", "id: !!js/function 'function () {}'\n"],
    ["two documents", "id: a\n---\nid: b\n"],
  ])("%s is refused", (_, yaml) => {
    const { value, issues } = parse(yaml);
    expect(value).toBeNull();
    expect(issues[0]?.code).toBe("campaign_not_yaml");
  });

  it("keeps __proto__ from becoming anything", () => {
    const { issues } = parse("__proto__: { polluted: true }\n");
    expect(issues.length).toBeGreaterThan(0);
    expect({}).not.toHaveProperty("polluted");
  });
});
