import { describe, expect, it } from "vitest";
import { accepted, actor, campaignOf, field, issuedAt, on, report, unit } from "../../test/rollout.ts";
import type { CampaignEvent, TransferPolicy } from "../ledger/event.ts";
import type { LineageEvent } from "../recipient-unit/lineage-event.ts";
import { unitDirectory, type UnitDirectory } from "../recipient-unit/unit-directory.ts";
import type { CalendarDate } from "../time/calendar-date.ts";
import { endOfDayAt } from "../time/instant.ts";
import { extendObligation, waiveObligation } from "./amendments.ts";
import { issueCampaign } from "./issue-campaign.ts";
import { statusOf } from "./status-of.ts";
import { transferObligations } from "./transfer-obligations.ts";

const campaign = campaignOf([field("participants")]);
const after = on(20);

function lineage(
  more: Partial<LineageEvent> & Pick<LineageEvent, "kind" | "from">,
  to: readonly string[],
): LineageEvent {
  return { on: "2024-11-05", legalBasis: "1196/NQ-UBTVQH15", to: to.map((unitId) => ({ unitId })), ...more };
}

/** Old wards a and b; what becomes of them is the test's. */
function directoryWith(events: readonly LineageEvent[], ids: readonly string[]): UnitDirectory {
  return unitDirectory(
    ids.map((id) => unit(id, "Phường")),
    events,
  );
}

const merged = directoryWith([lineage({ kind: "merged", from: ["a", "b"] }, ["n"])], ["a", "b", "n"]);
const absorbed = directoryWith([lineage({ kind: "absorbed", from: ["a", "b"] }, ["b"])], ["a", "b"]);
const split = directoryWith([lineage({ kind: "split", from: ["a"] }, ["m", "n"])], ["a", "m", "n"]);
const shrunk = directoryWith([lineage({ kind: "split", from: ["a"] }, ["a", "n"])], ["a", "n"]);

const issue = (directory: UnitDirectory) => issueCampaign(campaign, directory, { at: issuedAt, actor });

function run(directory: UnitDirectory, reports: readonly CampaignEvent[], policy: TransferPolicy | "keep") {
  const events = [...issue(directory), ...reports];
  const options = { on: "2024-11-06", at: on(6), actor };
  const transfers =
    policy === "keep" ? [] : transferObligations(campaign, directory, events, { ...options, policy });
  return statusOf(campaign, [...events, ...transfers], { at: after });
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

describe("transferObligations", () => {
  const transferAll = (
    directory: UnitDirectory,
    events: readonly CampaignEvent[],
    day: CalendarDate,
    at = on(6),
  ) => transferObligations(campaign, directory, events, { on: day, at, actor });

  it("gives one event for each change and round, dated and with its legal basis", () => {
    const two = campaignOf([field("participants")], ["r1", "r2"]);
    const events = issueCampaign(two, merged, { at: issuedAt, actor });
    const transfers = transferObligations(two, merged, events, { on: "2024-11-05", at: on(6), actor });
    expect(transfers).toMatchObject([
      {
        type: "obligation_transferred",
        at: on(6),
        effectiveOn: "2024-11-05",
        from: ["r1/a", "r1/b"],
        to: [{ id: "r1/n", group: "Phường", createdAt: "2024-11-05T00:00:00.000+07:00" }],
        reason: "Sáp nhập theo 1196/NQ-UBTVQH15 từ ngày 05/11/2024",
      },
      { from: ["r2/a", "r2/b"], to: [{ id: "r2/n" }] },
    ]);
  });

  it("gives nothing the second time, however often it is run", () => {
    for (const directory of [merged, absorbed, split, shrunk]) {
      const events = issue(directory);
      const first = transferAll(directory, events, "2024-11-05");
      expect(first).toHaveLength(1);
      expect(transferAll(directory, [...events, ...first], "2024-11-05")).toEqual([]);
      expect(transferAll(directory, [...events, ...first], "2024-12-31", on(30))).toEqual([]);
    }
  });

  it("gives nothing before the day, nor for changes the issue already knew", () => {
    expect(transferAll(merged, issue(merged), "2024-11-04")).toEqual([]);
    const issuedAfter = issueCampaign(campaign, merged, { at: on(5, 8), actor });
    expect(issuedAfter[0]).toMatchObject({ obligations: [{ unitId: "n" }] });
    expect(transferAll(merged, issuedAfter, "2024-11-06")).toEqual([]);
  });

  it("follows a unit through several changes, in one run or day by day", () => {
    const chain = directoryWith(
      [
        lineage({ kind: "merged", from: ["a", "b"], on: "2024-11-02" }, ["m"]),
        lineage({ kind: "absorbed", from: ["m", "n"], on: "2024-11-05" }, ["n"]),
      ],
      ["a", "b", "m", "n"],
    );
    const events = issue(chain);
    const atOnce = transferAll(chain, events, "2024-11-05");
    const first = transferAll(chain, events, "2024-11-02", on(2));
    const second = transferAll(chain, [...events, ...first], "2024-11-05", on(6));
    const reports = [from("a", 1), from("b", 1), from("n", 1)];
    for (const transfers of [atOnce, [...first, ...second]]) {
      const status = statusOf(campaign, [...events, ...reports, ...transfers], { at: after });
      expect(status.rows).toMatchObject([{ obligation: { unitId: "n" }, state: "onTime", from: ["m", "n"] }]);
      expect(status.rows[0]?.reportIds).toEqual(["a-1", "b-1", "n-1"]);
      expect(status.transfers.map(({ obligation, to }) => [obligation.id, to])).toEqual([
        ["r1/a", ["r1/m"]],
        ["r1/b", ["r1/m"]],
        ["r1/m", ["r1/n"]],
      ]);
    }
  });

  it("takes events of one day that share a unit for one change", () => {
    const swap = directoryWith(
      [
        lineage({ kind: "split", from: ["a"] }, ["m", "n"]),
        lineage({ kind: "absorbed", from: ["n", "b"] }, ["n"]),
      ],
      ["a", "b", "m", "n"],
    );
    const transfers = transferAll(swap, issue(swap), "2024-11-05");
    expect(transfers).toHaveLength(1);
    expect(transfers[0]).toMatchObject({
      from: ["r1/a", "r1/n", "r1/b"],
      to: [{ unitId: "m" }, { unitId: "n" }],
    });
    // n is its old self, b, and a part of a: what it reported before covers only the first.
    const status = statusOf(campaign, [...issue(swap), ...transfers, from("n", 4)], { at: after });
    expect(status.rows.map(({ state }) => state)).toEqual(["missing", "missing"]);
  });

  it("waives what a closed unit owed, with the document that closed it", () => {
    const closed = directoryWith([lineage({ kind: "closed", from: ["a"] }, [])], ["a", "b"]);
    const events = issue(closed);
    const transfers = transferAll(closed, events, "2024-11-05");
    expect(transfers).toMatchObject([
      {
        type: "obligation_waived",
        obligationId: "r1/a",
        reason: "Giải thể theo 1196/NQ-UBTVQH15 từ ngày 05/11/2024",
      },
    ]);
    const { total } = statusOf(campaign, [...events, ...transfers], { at: after });
    expect(total).toMatchObject({ expected: 1, byState: { waived: 1, missing: 1 } });
  });

  it("leaves a unit alone that only got another name or parent", () => {
    const renamed = directoryWith([lineage({ kind: "renamed", from: ["a"] }, ["a"])], ["a"]);
    expect(transferAll(renamed, issue(renamed), "2024-11-05")).toEqual([]);
  });

  it("leaves a waived unit waived: what goes on owes only for the others", () => {
    const events = issue(merged);
    const waiver = waiveObligation(campaign, events, {
      obligationId: "r1/b",
      at: on(1),
      actor,
      reason: "đã báo cáo trực tiếp",
    });
    const transfers = transferAll(merged, [...events, waiver], "2024-11-05");
    expect(transfers).toMatchObject([{ from: ["r1/a"], to: [{ id: "r1/n" }] }]);
    const status = statusOf(campaign, [...events, waiver, ...transfers, from("a", 4)], { at: after });
    expect(status.total).toMatchObject({ expected: 1, received: 1, byState: { waived: 1, onTime: 1 } });
  });

  it("never shortens the time a unit was given", () => {
    const events = issue(merged);
    const longer = {
      ...campaign.rounds[0]!.deadline,
      lastInstant: endOfDayAt("2024-11-15", campaign.timeZone),
    };
    const extension = extendObligation(campaign, events, {
      obligationId: "r1/a",
      deadline: longer,
      document: "2300/VHTT",
      at: on(1),
      actor,
      reason: "khắc phục hậu quả bão",
    });
    const transfers = transferAll(merged, [...events, extension], "2024-11-05");
    const status = statusOf(campaign, [...events, extension, ...transfers, from("n", 12)], { at: after });
    expect(status.rows[0]).toMatchObject({ state: "extended", extendedBy: "2300/VHTT" });
  });

  it("is in the status from its day on, even when it was recorded later", () => {
    const events = issue(merged);
    const all = [...events, ...transferAll(merged, events, "2024-11-05", on(7))];
    const expected = (at: string, knownAt = at) => statusOf(campaign, all, { at, knownAt }).total.expected;
    expect(expected(on(6))).toBe(2);
    expect(expected(on(6), on(7))).toBe(1);
    expect(expected("2024-11-04T23:59:59.999+07:00", on(7))).toBe(2);
    expect(expected(on(7))).toBe(1);
  });

  it("refuses a lineage that names a unit nobody knows", () => {
    const lost = unitDirectory([unit("a", "Phường")], [lineage({ kind: "renamed", from: ["a"] }, ["gone"])]);
    expect(() => transferAll(lost, issue(lost), "2024-11-05")).toThrow(/gone/);
  });
});
