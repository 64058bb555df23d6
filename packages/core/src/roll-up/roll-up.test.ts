import { describe, expect, it } from "vitest";
import {
  accepted,
  actor,
  campaignOf,
  directory,
  field,
  issued,
  obligation,
  on,
  report,
  type Given,
} from "../../test/rollout.ts";
import type { CampaignEvent } from "../ledger/event.ts";
import type { Field } from "../report-schema/report-schema.ts";
import { printFigure } from "./print-figure.ts";
import { rollUp, type RollUpOptions } from "./roll-up.ts";

const people = campaignOf([field("people")]);
const of = (events: readonly CampaignEvent[], options: Partial<RollUpOptions> = {}, campaign = people) =>
  rollUp(campaign, directory, [issued(), ...events], { at: on(30), by: "total", ...options });

describe("a roll-up", () => {
  it("adds the reports that stand and says on how many units the figure stands", () => {
    const { people: figure } = of([
      accepted(report("p-an", { people: 40_000 })),
      accepted(report("p-cat", { people: 8210 })),
    ]).total;
    expect(figure?.value).toBe(48_210);
    expect(printFigure(figure!, "vi")).toBe("48.210 (2/5 đơn vị)");
    expect(printFigure(figure!, "en")).toBe("48,210 (2/5 units)");
  });

  it("has no value, not 0, when nobody reported", () => {
    const { people: figure } = of([]).total;
    expect(figure?.value).toBeNull();
    expect(printFigure(figure!, "vi")).toBe("chưa có số liệu (0/5 đơn vị)");
  });

  it("leads each figure to the cell, the file and its hash, and to the decisions on the way", () => {
    const { people: figure } = of([accepted(report("p-an", { people: 3 }))]).total;
    expect(figure?.leaves).toEqual([
      {
        unitId: "p-an",
        reportId: "p-an-1",
        value: 3,
        nil: false,
        dataAsOf: "2024-11-08",
        receivedAt: on(8),
        source: "p-an-1.xlsx",
        sha256: "hash-of-p-an-1",
        sheet: "Báo cáo",
        cell: "C5",
        decisions: [],
      },
    ]);
  });

  it("shows the earliest and the latest date its values stand at", () => {
    const figure = of([
      accepted(report("p-an", { people: 1 }, { dataAsOf: "2024-11-05" })),
      accepted(report("p-cat", { people: 1 }, { dataAsOf: null })),
      accepted(report("p-binh", { people: 1 }, { dataAsOf: "2024-11-07" })),
    ]).total["people"];
    expect(figure?.dataAsOf).toEqual({ earliest: "2024-11-05", latest: "2024-11-07" });
  });

  it("groups by recipient group in the dispatch's order, and by parent in any hierarchy, to the same total", () => {
    const events = [...["p-an", "p-binh"], ...["th-dong", "th-em"]].map((id, index) =>
      accepted(report(id, { people: 10 ** index })),
    );
    const byGroup = of(events, { by: "group" });
    expect(byGroup.scopes.map(({ id, figures }) => [id, figures["people"]?.value])).toEqual([
      ["group:Phường", 11],
      ["group:Trường học", 1100],
    ]);
    const administrative = of(events, { by: { parentIn: "administrative" } });
    expect(
      administrative.scopes.map(({ id, within, figures }) => [id, within, figures["people"]?.value]),
    ).toEqual([
      ["parent:tp", null, 1111],
      ["parent:p-an", "parent:tp", 1101],
    ]);
    const sector = of(events, { by: { parentIn: "sector" } });
    expect(sector.scopes.map(({ id, figures }) => [id, figures["people"]?.value])).toEqual([
      ["parent:tp", 11],
      ["parent:phong-gd", 1100],
      ["parent:so-gd", 1100],
    ]);
    expect([byGroup, administrative, sector].map(({ total }) => total["people"]?.value)).toEqual([
      1111, 1111, 1111,
    ]);
  });

  it("survives JSON", () => {
    const made = of([accepted(report("p-an", { people: 3 }))], { by: "unit" });
    expect(JSON.parse(JSON.stringify(made))).toEqual(made);
  });
});

describe("coverage", () => {
  const coverage = (given: Readonly<Record<string, Given>>, more: readonly CampaignEvent[] = []) =>
    of([...Object.entries(given).map(([id, value]) => accepted(report(id, { people: value }))), ...more])
      .total["people"]?.coverage;

  it("tells value, zero, nil, missing and not applicable apart", () => {
    expect(
      coverage({ "p-an": 4, "p-binh": 0, "p-cat": "nil", "th-dong": "missing", "th-em": "notApplicable" }),
    ).toEqual({
      expected: 4,
      reported: 3,
      nil: 1,
      explained: 0,
      queried: 0,
      waived: 0,
      notApplicable: 1,
      estimated: 0,
    });
  });

  it("leaves a waived unit out of the denominator and names it apart", () => {
    const waived: CampaignEvent = {
      type: "obligation_waived",
      at: on(5),
      actor,
      obligationId: "r1/th-em",
      reason: "sáp nhập trường",
    };
    expect(coverage({ "p-an": 4 }, [waived])).toMatchObject({ expected: 4, reported: 1, waived: 1 });
  });

  it("counts a held report apart, not as reported", () => {
    const query: CampaignEvent = {
      type: "report_queried",
      at: on(8),
      actor,
      report: report("p-an", { people: 4 }),
      receivedAt: on(8),
      issues: [{ code: "report_table_not_found", severity: "query", place: { source: "" }, params: {} }],
    };
    expect(of([query]).total["people"]).toMatchObject({
      value: null,
      coverage: { expected: 5, reported: 0, queried: 1 },
    });
  });

  it("expects a field only of the groups that are asked for it", () => {
    const campaign = campaignOf([field("pupils", { groups: ["Trường học"] })]);
    const made = of([accepted(report("th-em", { pupils: 400 }))], {}, campaign);
    expect(printFigure(made.total["pupils"]!, "vi")).toBe("400 (1/2 đơn vị)");
    expect(made.coverage).toMatchObject({ expected: 5, reported: 1 });
  });

  it("takes a nil report as nil in every field it left blank", () => {
    const made = of([accepted(report("p-an", {}, { nil: true }))]);
    expect(made.total["people"]).toMatchObject({ value: 0, coverage: { reported: 1, nil: 1 } });
  });
});

describe("what cannot be right is refused, not rounded", () => {
  const codes = (campaign: ReturnType<typeof campaignOf>, events: readonly CampaignEvent[], options = {}) =>
    of(events, options, campaign).issues.map(({ code }) => code);

  it("marks the sum of overlapping units as an estimate when the schema asks for the sum", () => {
    const campaign = campaignOf([field("members", { additive: false })]);
    const made = of(
      ["p-an", "p-cat"].map((id) => accepted(report(id, { members: 1700 }))),
      {},
      campaign,
    );
    expect(printFigure(made.total["members"]!, "vi")).toBe("ước tính 3.400 (2/5 đơn vị)");
  });

  it("says which field a measure asks for that the report does not have, and rolls the others up", () => {
    const measure = { overUnits: "sum", overRounds: "latest", estimate: false } as const;
    const measures = ["people", "pupils"].map((id) => ({ ...measure, id, field: id }));
    const made = of([accepted(report("p-an", { people: 1 }))], { measures });
    expect(Object.keys(made.total)).toEqual(["people"]);
    expect(made.issues.map(({ code, place }) => [code, place])).toEqual([
      ["roll_up_field_unknown", { path: "report.fields.pupils" }],
    ]);
  });

  it("is not made for a round that the campaign does not have", () => {
    expect(() => of([], { roundId: "r9" })).toThrow(RangeError);
  });

  it("does not add overlapping units for a measure that did not decide on an estimate", () => {
    const campaign = campaignOf([field("members", { additive: false })]);
    const plain = {
      id: "members",
      field: "members",
      overUnits: "sum",
      overRounds: "latest",
      estimate: false,
    } as const;
    const made = of([accepted(report("p-an", { members: 1 }))], { measures: [plain] }, campaign);
    expect(made.total).toEqual({});
    expect(made.issues.map(({ code }) => code)).toEqual(["roll_up_not_additive"]);
  });

  it("refuses counts beyond 2^53 in the figure they would make", () => {
    const made = of(
      ["p-an", "p-cat"].map((id) => accepted(report(id, { people: Number.MAX_SAFE_INTEGER }))),
      { by: "unit" },
    );
    expect(made.total["people"]?.value).toBeNull();
    expect(made.issues.map(({ code }) => code)).toEqual(["roll_up_count_too_large"]);
    expect(made.scopes[0]?.figures["people"]?.value).toBe(Number.MAX_SAFE_INTEGER);
  });

  it("adds amounts exactly, as text", () => {
    const campaign = campaignOf([field("money", { kind: "amount", decimals: 2 } as Partial<Field>)]);
    const events = ["0.1", "0.2", "90071992547409930.05"].map((value, index) =>
      accepted(report(["p-an", "p-binh", "p-cat"][index]!, { money: { value } })),
    );
    const { money } = of(events, {}, campaign).total;
    expect(money?.value).toBe("90071992547409930.35");
    expect(printFigure(money!, "vi")).toBe("90.071.992.547.409.930,35 (3/5 đơn vị)");
  });

  it("keeps a part within its whole in every scope, and says which cell was left out", () => {
    const campaign = campaignOf([field("talks"), field("joint", { partOf: "talks" })]);
    const events = [
      accepted(report("p-an", { talks: 10, joint: 4 })),
      accepted(report("p-binh", { talks: 2, joint: 5 })),
      accepted(report("p-cat", { talks: "missing", joint: 1 })),
    ];
    const made = of(events, {}, campaign);
    expect(made.total["joint"]).toMatchObject({ value: 4, coverage: { reported: 1 } });
    expect(made.issues.map(({ code, place }) => [code, (place as { cell: string }).cell])).toEqual([
      ["roll_up_part_exceeds_whole", "C6"],
      ["roll_up_part_without_whole", "C6"],
    ]);
    expect(codes(campaign, [])).toEqual([]);
  });

  it("never rolls up personal data", () => {
    const campaign = campaignOf([
      field("contact", { kind: "text", maxLength: 80, personal: true, aggregator: "list" } as Partial<Field>),
    ]);
    const measure = {
      id: "contact",
      field: "contact",
      overUnits: "list",
      overRounds: "latest",
      estimate: false,
    } as const;
    expect(of([], {}, campaign).total).toEqual({});
    expect(codes(campaign, [], { measures: [measure] })).toEqual(["roll_up_personal"]);
  });

  it("does not count a report of a unit that owes none, and says so", () => {
    const made = of([accepted(report("tp", { people: 9 }))]);
    expect(made.total["people"]?.value).toBeNull();
    expect(made.issues.map(({ code }) => code)).toEqual(["roll_up_report_not_owed"]);
  });
});

describe("ratios", () => {
  it("are made of the sums, never averaged", () => {
    const campaign = campaignOf([field("trained", { kind: "ratio", aggregator: "ratio" })]);
    const events = [
      accepted(report("p-an", { trained: { value: { numerator: 1, denominator: 1 } } })),
      accepted(report("p-cat", { trained: { value: { numerator: 0, denominator: 99 } } })),
    ];
    const { trained } = of(events, {}, campaign).total;
    expect(trained?.value).toEqual({ numerator: 1, denominator: 100 });
    expect(printFigure(trained!, "vi")).toBe("1% (1/100) (2/5 đơn vị)");
  });
});

describe("several rounds", () => {
  const rounds = ["r1", "r2"];
  const events = [
    issued(rounds),
    accepted(report("p-an", { people: 5 }, { id: "a1" })),
    accepted(report("p-an", { people: 8 }, { id: "a2", roundId: "r2" }), on(20)),
    accepted(report("p-cat", { people: 2 }, { id: "c1" })),
  ];
  const of = (measures?: RollUpOptions["measures"]) =>
    rollUp(campaignOf([field("people")], rounds), directory, events, { at: on(30), by: "total", measures })
      .total["people"];

  it("count each unit's latest answer once: a later round holds the earlier ones", () => {
    expect(of()).toMatchObject({ value: 10, coverage: { reported: 2 } });
  });

  it("take the round in which most was there, where the measure says so", () => {
    const most = {
      id: "people",
      field: "people",
      overUnits: "sum",
      overRounds: "max",
      estimate: false,
    } as const;
    expect(of([most])).toMatchObject({ value: 10, coverage: { reported: 2 } });
    expect(of([{ ...most, overRounds: "min" }])).toMatchObject({ value: 7, coverage: { reported: 2 } });
    expect(of([{ ...most, overRounds: "count" }])).toBeUndefined();
  });

  it("are added where the measure says so, and only who answered every round covers them", () => {
    const added = {
      id: "people",
      field: "people",
      overUnits: "sum",
      overRounds: "sum",
      estimate: false,
    } as const;
    expect(of([added])).toMatchObject({ value: 15, coverage: { reported: 1 } });
  });
});

describe("after a merger", () => {
  // On 1 November p-an takes in p-binh.
  const merged: CampaignEvent = {
    type: "obligation_transferred",
    at: on(1, 0),
    actor,
    from: ["r1/p-an", "r1/p-binh"],
    to: [obligation("p-an")],
    reason: "Nghị quyết số 1196/NQ-UBTVQH15",
  };
  const octoberOf = (unitId: string, people: number) =>
    accepted(report(unitId, { people }), "2024-10-30T09:00:00+07:00");

  it("reports given before it still count, each once, and the unit that is no more leaves the denominator", () => {
    const { people: figure } = of([octoberOf("p-an", 5), octoberOf("p-binh", 7), merged]).total;
    expect(figure).toMatchObject({ value: 12, coverage: { expected: 4, reported: 1 } });
    expect(figure?.leaves.map(({ decisions }) => decisions.length)).toEqual([0, 1]);
  });

  it("the new unit's report covers those given before it", () => {
    const made = of([octoberOf("p-binh", 7), merged, accepted(report("p-an", { people: 20 }), on(6))]);
    expect(made.total["people"]).toMatchObject({ value: 20, coverage: { expected: 4, reported: 1 } });
    expect(made.issues.map(({ code }) => code)).toEqual(["roll_up_report_covered"]);
  });

  it("only the absorbed unit's report does not make the new unit's complete", () => {
    expect(of([octoberOf("p-binh", 7), merged]).total["people"]).toMatchObject({
      value: 7,
      coverage: { reported: 0 },
    });
  });
});
