import { describe, expect, it } from "vitest";
import { absorbed, directoryWith, lineage, merged, shrunk, split } from "../../test/reorganisations.ts";
import { accepted, actor, campaignOf, field, issuedAt, on, report, unit } from "../../test/rollout.ts";
import type { Campaign } from "../campaign/campaign.ts";
import type { CampaignEvent } from "../ledger/event.ts";
import { unitDirectory, type UnitDirectory } from "../recipient-unit/unit-directory.ts";
import type { CalendarDate } from "../time/calendar-date.ts";
import { endOfDayAt } from "../time/instant.ts";
import { extendObligation, waiveObligation } from "./amendments.ts";
import { issueCampaign } from "./issue-campaign.ts";
import { statusOf } from "./status-of.ts";
import { transferObligations } from "./transfer-obligations.ts";

const campaign = campaignOf([field("participants")]);
const after = on(20);

const issue = (directory: UnitDirectory) => issueCampaign(campaign, directory, { at: issuedAt, actor });

const from = (unitId: string, day: number): CampaignEvent =>
  accepted(report(unitId, { participants: 1 }, { id: `${unitId}-${day}` }), on(day));

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

  it("waives what a unit owed that went into the office that asks: nobody owes himself a report", () => {
    const { dispatch } = campaign;
    const asking: Campaign = {
      ...campaign,
      dispatch: { ...dispatch, issuer: { ...dispatch.issuer, unitId: "n" } },
    };
    const events = issueCampaign(asking, merged, { at: issuedAt, actor });
    const transfers = transferObligations(asking, merged, events, { on: "2024-11-05", at: on(6), actor });
    expect(transfers.map(({ type }) => type)).toEqual(["obligation_waived", "obligation_waived"]);
    const { rows, total } = statusOf(asking, [...events, ...transfers], { at: after });
    expect(rows.map(({ state }) => state)).toEqual(["waived", "waived"]);
    expect(total.expected).toBe(0);
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

  it("lets a waived unit that takes another in owe for the other's part", () => {
    const events = issue(absorbed);
    const waiver = waiveObligation(campaign, events, {
      obligationId: "r1/b",
      at: on(1),
      actor,
      reason: "miễn",
    });
    const transfers = transferAll(absorbed, [...events, waiver], "2024-11-05");
    const state = (...reports: CampaignEvent[]) =>
      statusOf(campaign, [...events, waiver, ...transfers, ...reports], { at: after }).rows.map(
        (row) => row.state,
      );
    expect(state()).toEqual(["missing"]);
    expect(state(from("a", 4))).toEqual(["onTime"]);
  });

  it("never shortens the time a unit was given: the longest of the old extensions goes on", () => {
    const events = issue(merged);
    const extend = (unitId: string, day: number) =>
      extendObligation(campaign, events, {
        obligationId: `r1/${unitId}`,
        deadline: {
          ...campaign.rounds[0]!.deadline,
          lastInstant: endOfDayAt(`2024-11-${day}`, campaign.timeZone),
        },
        document: `${day}/VHTT`,
        at: on(1),
        actor,
        reason: "khắc phục hậu quả bão",
      });
    for (const extensions of [
      [extend("a", 15), extend("b", 12)],
      [extend("a", 12), extend("b", 15)],
      [extend("a", 15)],
    ]) {
      const known = [...events, ...extensions];
      const status = statusOf(
        campaign,
        [...known, ...transferAll(merged, known, "2024-11-05"), from("n", 14)],
        {
          at: after,
        },
      );
      expect(status.rows[0]).toMatchObject({ state: "extended", extendedBy: "15/VHTT" });
    }
  });

  it("counts a field of a merged unit as answered when each of its parts answered it", () => {
    const two = campaignOf([field("participants"), field("sessions")]);
    const both = accepted(report("a", { participants: 1, sessions: 2 }), on(4));
    const events = [...issueCampaign(two, merged, { at: issuedAt, actor }), both, from("b", 4)];
    const transfers = transferObligations(two, merged, events, { on: "2024-11-05", at: on(6), actor });
    const status = statusOf(two, [...events, ...transfers], { at: after });
    expect(status.rows[0]).toMatchObject({ state: "onTime", completeness: 0.5 });
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
