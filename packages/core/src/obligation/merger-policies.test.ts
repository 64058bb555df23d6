import { describe, expect, it } from "vitest";
import { absorbed, merged, shrunk, split } from "../../test/reorganisations.ts";
import { accepted, actor, campaignOf, field, issuedAt, on, report } from "../../test/rollout.ts";
import type { CampaignEvent, TransferPolicy } from "../ledger/event.ts";
import type { UnitDirectory } from "../recipient-unit/unit-directory.ts";
import { issueCampaign } from "./issue-campaign.ts";
import { statusOf } from "./status-of.ts";
import { transferObligations } from "./transfer-obligations.ts";

const campaign = campaignOf([field("participants")]);

function run(directory: UnitDirectory, reports: readonly CampaignEvent[], policy: TransferPolicy | "keep") {
  const issued = issueCampaign(campaign, directory, { at: issuedAt, actor });
  const events = [...issued, ...reports];
  // What the campaign says; a policy given to the call is tried below.
  const stated = { ...campaign, mergers: policy };
  const transfers = transferObligations(stated, directory, events, { on: "2024-11-06", at: on(6), actor });
  return statusOf(campaign, [...events, ...transfers], { at: on(20) });
}

const from = (unitId: string, day: number): CampaignEvent =>
  accepted(report(unitId, { participants: 1 }, { id: `${unitId}-${day}` }), on(day));

type Cell = readonly [expected: number, received: number, states: Readonly<Record<string, string>>];

/** What came × what the office decided → who is expected, who has answered, and each one's state. */
const matrix: readonly {
  readonly change: string;
  readonly directory: UnitDirectory;
  readonly came: string;
  readonly reports: readonly CampaignEvent[];
  readonly inherit: Cell;
  readonly renew: Cell;
  readonly keep: Cell;
}[] = [
  // Two wards become a new one. Kept with the old wards, the new one owes nothing.
  {
    change: "merged into a new unit",
    directory: merged,
    came: "none",
    reports: [],
    inherit: [1, 0, { n: "missing" }],
    renew: [1, 0, { n: "missing" }],
    keep: [2, 0, { a: "missing", b: "missing" }],
  },
  {
    change: "merged into a new unit",
    directory: merged,
    came: "one of the old",
    reports: [from("a", 4)],
    inherit: [1, 0, { n: "missing" }],
    renew: [1, 0, { n: "missing" }],
    keep: [2, 1, { a: "onTime", b: "missing" }],
  },
  {
    change: "merged into a new unit",
    directory: merged,
    came: "all the old",
    reports: [from("a", 4), from("b", 12)],
    inherit: [1, 1, { n: "late" }],
    renew: [1, 0, { n: "missing" }],
    keep: [2, 2, { a: "onTime", b: "late" }],
  },
  {
    change: "merged into a new unit",
    directory: merged,
    came: "the new",
    reports: [from("n", 8)],
    inherit: [1, 1, { n: "onTime" }],
    renew: [1, 1, { n: "onTime" }],
    keep: [2, 0, { a: "missing", b: "missing" }],
  },
  {
    change: "merged into a new unit",
    directory: merged,
    came: "old and new",
    reports: [from("a", 4), from("b", 12), from("n", 8)],
    inherit: [1, 1, { n: "onTime" }],
    renew: [1, 1, { n: "onTime" }],
    keep: [2, 2, { a: "onTime", b: "late" }],
  },
  // One ward goes into another, which keeps its name: only the date tells old reports from new.
  {
    change: "absorbed by a unit that goes on",
    directory: absorbed,
    came: "none",
    reports: [],
    inherit: [1, 0, { b: "missing" }],
    renew: [1, 0, { b: "missing" }],
    keep: [2, 0, { a: "missing", b: "missing" }],
  },
  {
    change: "absorbed by a unit that goes on",
    directory: absorbed,
    came: "the one that goes on, before",
    reports: [from("b", 4)],
    inherit: [1, 0, { b: "missing" }],
    renew: [1, 0, { b: "missing" }],
    keep: [2, 1, { a: "missing", b: "onTime" }],
  },
  {
    change: "absorbed by a unit that goes on",
    directory: absorbed,
    came: "all the old",
    reports: [from("a", 4), from("b", 4)],
    inherit: [1, 1, { b: "onTime" }],
    renew: [1, 0, { b: "missing" }],
    keep: [2, 2, { a: "onTime", b: "onTime" }],
  },
  {
    change: "absorbed by a unit that goes on",
    directory: absorbed,
    came: "the new",
    reports: [from("b", 8)],
    inherit: [1, 1, { b: "onTime" }],
    renew: [1, 1, { b: "onTime" }],
    keep: [2, 1, { a: "missing", b: "onTime" }],
  },
  {
    change: "absorbed by a unit that goes on",
    directory: absorbed,
    came: "old and new",
    reports: [from("a", 4), from("b", 8)],
    inherit: [1, 1, { b: "onTime" }],
    renew: [1, 1, { b: "onTime" }],
    keep: [2, 2, { a: "onTime", b: "onTime" }],
  },
  // A ward becomes two: nobody can say which part of its report is whose, so both owe their own.
  {
    change: "split into new units",
    directory: split,
    came: "none",
    reports: [],
    inherit: [2, 0, { m: "missing", n: "missing" }],
    renew: [2, 0, { m: "missing", n: "missing" }],
    keep: [1, 0, { a: "missing" }],
  },
  {
    change: "split into new units",
    directory: split,
    came: "the old",
    reports: [from("a", 4)],
    inherit: [2, 0, { m: "missing", n: "missing" }],
    renew: [2, 0, { m: "missing", n: "missing" }],
    keep: [1, 1, { a: "onTime" }],
  },
  {
    change: "split into new units",
    directory: split,
    came: "old and one of the new",
    reports: [from("a", 4), from("n", 8)],
    inherit: [2, 1, { m: "missing", n: "onTime" }],
    renew: [2, 1, { m: "missing", n: "onTime" }],
    keep: [1, 1, { a: "onTime" }],
  },
  // A ward gives off a part and goes on: what it reported before stays its own.
  {
    change: "split off from a unit that goes on",
    directory: shrunk,
    came: "the old",
    reports: [from("a", 4)],
    inherit: [2, 1, { a: "onTime", n: "missing" }],
    renew: [2, 0, { a: "missing", n: "missing" }],
    keep: [1, 1, { a: "onTime" }],
  },
  {
    change: "split off from a unit that goes on",
    directory: shrunk,
    came: "both of the new",
    reports: [from("a", 8), from("n", 8)],
    inherit: [2, 2, { a: "onTime", n: "onTime" }],
    renew: [2, 2, { a: "onTime", n: "onTime" }],
    keep: [1, 1, { a: "onTime" }],
  },
];
const cells = matrix.flatMap(({ inherit, renew, keep, ...row }) =>
  Object.entries({ inherit, renew, keep }).map(([policy, cell]) => ({
    ...row,
    policy: policy as "keep",
    cell,
  })),
);

describe("who owes after a merger or split", () => {
  it.each(cells)("$change, $came reported, $policy", ({ directory, reports, policy, cell }) => {
    const [expected, received, states] = cell;
    const { total, rows } = run(directory, reports, policy);
    expect(total).toMatchObject({ expected, received, reportingRate: received / expected });
    expect(Object.fromEntries(rows.map((row) => [row.obligation.unitId, row.state]))).toEqual(states);
  });

  it("says which reports were given and are owed no longer", () => {
    const { notOwed } = run(merged, [from("a", 4), from("n", 8)], "inherit");
    expect(notOwed.map(({ reportId }) => reportId)).toEqual(["a-4"]);
  });
});

it("a policy given for one run beats what the campaign says", () => {
  const issued = issueCampaign(campaign, merged, { at: issuedAt, actor });
  const options = { on: "2024-11-06", at: on(6), actor } as const;
  const keeping = { ...campaign, mergers: "keep" } as const;
  expect(transferObligations(keeping, merged, issued, options)).toEqual([]);
  expect(transferObligations(keeping, merged, issued, { ...options, policy: "renew" })).toMatchObject([
    { policy: "renew" },
  ]);
});
