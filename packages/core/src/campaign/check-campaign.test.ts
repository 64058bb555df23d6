import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { smallCampaign, smallDirectory } from "../../test/small-campaign.ts";
import type { IssueCode } from "../issue/catalogue.ts";
import { printIssue } from "../issue/print-issue.ts";
import { unitDirectory, type UnitDirectory } from "../recipient-unit/unit-directory.ts";
import type { CampaignInput } from "./campaign-input.ts";
import { checkCampaign } from "./check-campaign.ts";
import { campaignPlaces } from "./campaign-places.ts";
import { defineCampaign, parseCampaign } from "./parse-campaign.ts";

const { dispatch, rounds, materials, recipients } = smallCampaign;
const [round] = rounds;
const codes = (input: Partial<CampaignInput>, directory: UnitDirectory = smallDirectory) =>
  checkCampaign(defineCampaign({ ...smallCampaign, ...input } as CampaignInput), directory).map(
    ({ code }) => code,
  );

const upward = {
  to: "Ủy ban nhân dân huyện Hòa Bình",
  notation: "BC-UBND",
  place: "Hòa An",
  signatory: dispatch.signatory,
  copies: ["Như trên"],
  archive: "VT",
};

const inTwoGroups = unitDirectory(
  smallDirectory.units.map((unit) =>
    unit.id === "thon-1" ? { ...unit, groups: ["Thôn", "Trường học"] } : unit,
  ),
);
const mergedMeanwhile = unitDirectory(smallDirectory.units, [
  {
    kind: "absorbed",
    on: "2025-03-15",
    from: ["thon-1", "thon-2"],
    to: [{ unitId: "thon-1" }],
    legalBasis: "7/NQ-HĐND",
  },
]);

describe("checking a campaign", () => {
  it("finds nothing in a sound one", () => {
    expect(codes({})).toEqual([]);
  });

  it.each<[string, Partial<CampaignInput>, IssueCode, UnitDirectory?]>([
    ["no number yet", { dispatch: { ...dispatch, number: null } }, "dispatch_not_numbered"],
    [
      "an issuer nobody knows",
      { dispatch: { ...dispatch, issuer: { name: "X", unitId: "x" } } },
      "issuer_unit_unknown",
    ],
    [
      "a basis from the future",
      { dispatch: { ...dispatch, basis: [{ ...dispatch.basis[0]!, date: "2025-03-04" }] } },
      "basis_dated_after_dispatch",
    ],
    [
      "an end before the start",
      { period: { from: "2025-03-10", to: "2025-03-09" } },
      "campaign_ends_before_start",
    ],
    [
      "a start before the dispatch",
      { period: { from: "2025-03-02", to: "2025-03-21" } },
      "dispatched_after_campaign_start",
    ],
    [
      "a group the directory lacks",
      { recipients: [...recipients, { label: "X", groups: ["X"] }] },
      "recipient_group_unknown",
    ],
    ["a unit addressed twice", {}, "recipient_in_two_groups", inTwoGroups],
    ["units that merge meanwhile", {}, "units_change_during_campaign", mergedMeanwhile],
    [
      "a link to a shortener",
      { materials: [{ ...materials[0]!, link: "https://bit.ly/x" }] },
      "link_host_not_allowed",
    ],
    [
      "a placeholder link",
      { materials: [{ ...materials[0]!, placeholder: true }] },
      "material_link_placeholder",
    ],
    [
      "a lock before the deadline",
      { rounds: [{ ...round!, locksOn: "2025-03-27" }] },
      "round_locks_too_early",
    ],
    [
      "a group's lock before its deadline",
      { rounds: [{ ...round!, groupDates: { Thôn: { locksOn: "2025-03-27" } } }] },
      "round_locks_too_early",
    ],
    [
      "a level above that nobody has named",
      { upward: { ...upward, to: "Cơ quan cấp trên" } },
      "campaign_placeholder_left",
    ],
    [
      "an example of a basis left as it was",
      { dispatch: { ...dispatch, basis: [{ ...dispatch.basis[0]!, issuer: "Sở …" }] } },
      "campaign_placeholder_left",
    ],
    [
      "a position nobody has filled in",
      { dispatch: { ...dispatch, signatory: { authority: ["CHỨC VỤ NGƯỜI KÝ"] } } },
      "campaign_placeholder_left",
    ],
    ["two rounds with one id", { rounds: [round!, round!] }, "round_id_duplicate"],
    [
      "reports due before the end",
      { rounds: [{ ...round!, deadline: "chậm nhất ngày 14/3/2025", dataAsOf: "2025-03-12" }] },
      "due_before_campaign_ends",
    ],
    [
      "a deadline that excludes its day",
      { rounds: [{ ...round!, deadline: "trước ngày 28/3/2025" }] },
      "deadline_excludes_its_day",
    ],
    ["no data closing", { rounds: [{ ...round!, dataAsOf: null }] }, "data_closing_not_stated"],
    [
      "a report link open to anyone",
      { rounds: [{ ...round!, destination: { kind: "googleSheet", link: "https://example.org/d/x" } }] },
      "report_link_open",
    ],
  ])("finds %s, and nothing else", (_, input, code, directory) => {
    expect(codes(input, directory)).toEqual([code]);
  });

  it("leaves prose alone that ends in dots", () => {
    expect(
      codes({ dispatch: { ...dispatch, opening: ["Các đơn vị triển khai trên Zalo, Facebook, …"] } }),
    ).toEqual([]);
  });

  it("says that the calendar does not know the year of a deadline, and goes on", () => {
    const campaign = defineCampaign({
      ...smallCampaign,
      rounds: [{ ...round!, deadline: "trước ngày 28/3/2025" }],
    } as CampaignInput);
    const calendar = { id: "empty", title: "", years: {} };
    expect(checkCampaign(campaign, smallDirectory, { calendar }).map(({ code }) => code)).toEqual([
      "deadline_excludes_its_day",
      "deadline_calendar_year_missing",
    ]);
  });

  it("does not speak of units that change before or after the campaign", () => {
    const [event] = mergedMeanwhile.lineage;
    const on = (date: string) => unitDirectory(smallDirectory.units, [{ ...event!, on: date }]);
    expect(codes({}, on("2025-03-03"))).toEqual([]);
    expect(codes({}, on("2025-03-29"))).toEqual([]);
  });
});

describe("a finding about a campaign's text", () => {
  const preset =
    "upward: null\nmaterials:\n  - { text: Tài liệu, link: https://example.org/a, placeholder: true }\n";
  const { materials: _, ...own } = smallCampaign;
  const text = `extends: mau.yaml\n${stringify({ ...own, dispatch: { ...dispatch, number: null } })}`;
  const options = { source: "campaign.yaml", preset: () => preset };
  const campaign = parseCampaign(text, options).value;
  const found = checkCampaign(campaign!, inTwoGroups, {
    placeOf: campaignPlaces(text, options),
    places: { source: "units.csv", lines: { "thon-1": 7 }, columns: { groups: 3 } },
  }).map((one) => printIssue(one, "vi").replace(/: .* \[/, " ["));
  const lineOf = (start: string) => text.split("\n").findIndex((line) => line.startsWith(start)) + 1;

  it("names its line and column, in the preset when it stands there, and in the units' file", () => {
    expect(found).toEqual([
      `campaign.yaml:${lineOf("  number:")}:11, dispatch.number [dispatch_not_numbered]`,
      "units.csv:7:3, groups [recipient_in_two_groups]",
      "mau.yaml:3:29, materials[0].link [material_link_placeholder]",
    ]);
  });
});
