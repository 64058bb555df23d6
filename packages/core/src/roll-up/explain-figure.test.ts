import { describe, expect, it } from "vitest";
import { accepted, actor, campaignOf, directory, field, issued, on, report } from "../../test/rollout.ts";
import type { CampaignEvent } from "../ledger/event.ts";
import type { Field, ReportSchema } from "../report-schema/report-schema.ts";
import { explainFigure } from "./explain-figure.ts";
import { printExplanation } from "./print-explanation.ts";
import { rollUp } from "./roll-up.ts";

const campaign = campaignOf([field("people")]);
const typed = report("p-an", { people: 1200 });
const events: readonly CampaignEvent[] = [
  issued(),
  accepted({
    ...typed,
    answers: { people: { state: "value", value: 1200, cell: "C5", raw: "1.200 lượt", rule: "thousands" } },
  }),
  accepted(report("p-cat", { people: "nil" })),
  accepted(report("p-binh", { people: 3 })),
  {
    type: "value_corrected",
    at: on(9),
    actor,
    reportId: "p-binh-1",
    field: "people",
    answer: { state: "value", value: 30 },
    reason: "gõ thiếu số 0",
  },
];
const { people } = rollUp(campaign, directory, events, { at: on(10), by: "total" }).total;

describe("explaining a figure", () => {
  it("goes down to file, sheet, cell and hash, to what was typed, and to each decision with its reason", () => {
    const explained = explainFigure(people!, { directory, events });
    expect(printExplanation(explained, "vi")).toEqual([
      "1.230 (3/5 đơn vị)",
      "  p-an: 1.200",
      "    p-an-1.xlsx, trang “Báo cáo”, ô C5, SHA-256 hash-of-p-an-1",
      "    ô ghi “1.200 lượt”, đọc theo quy tắc thousands",
      "  p-binh: 30",
      "    p-binh-1.xlsx, trang “Báo cáo”, ô C5, SHA-256 hash-of-p-binh-1",
      `    điều chỉnh số liệu (${actor}, ${on(9)}): gõ thiếu số 0`,
      "  p-cat: không phát sinh",
      "    p-cat-1.xlsx, trang “Báo cáo”, ô C5, SHA-256 hash-of-p-cat-1",
    ]);
    expect(printExplanation(explained, "en")[0]).toBe("1,230 (3/5 units)");
  });

  it("shows the sentence with which a unit or the office let a query stand", () => {
    const explanation = "hai trường học chung một buổi";
    const answers = { people: { state: "value", value: 9, cell: "C5", explanation } } as const;
    const explained = [issued(), accepted({ ...typed, answers })];
    const figure = rollUp(campaign, directory, explained, { at: on(10), by: "total" }).total["people"];
    const lines = printExplanation(explainFigure(figure!, { directory, events: explained }), "vi");
    expect(lines.some((line) => line.includes(explanation))).toBe(true);
  });

  it("shows when something was decided by the clock of the zone, when one is given", () => {
    const lines = (timeZone?: string) =>
      printExplanation(explainFigure(people!, { directory, events }), "vi", timeZone).join("\n");
    expect(lines()).toContain(`(${actor}, ${on(9)}): gõ thiếu số 0`);
    expect(lines("Asia/Ho_Chi_Minh")).toContain(`(${actor}, 09:00 09/11/2024): gõ thiếu số 0`);
    expect(lines("UTC")).toContain(`(${actor}, 02:00 09/11/2024): gõ thiếu số 0`);
  });

  it("calls a unit that decided by its name, and keeps its id for programs", () => {
    const named = {
      ...directory,
      units: directory.units.map((unit) => (unit.id === "tp" ? { ...unit, name: "UBND thành phố" } : unit)),
    };
    const decided = events.map((event) =>
      event.type === "value_corrected" ? { ...event, actor: "tp" } : event,
    );
    const { total } = rollUp(campaign, named, decided, { at: on(10), by: "total" });
    const explained = explainFigure(total["people"]!, { directory: named, events: decided });
    expect(printExplanation(explained, "vi").join("\n")).toContain("điều chỉnh số liệu (UBND thành phố, ");
    const decisions = explained.units.flatMap(({ leaves }) => leaves.flatMap((leaf) => leaf.decisions));
    expect(decisions).toMatchObject([{ actor: "tp", actorName: "UBND thành phố" }]);
  });

  it("reads out an answer that was chosen by its label, given the schema", () => {
    const options = [{ id: "staff", label: { vi: "Thiếu nhân lực", en: "Too few people" } }];
    const asked = campaignOf([
      field("why", { kind: "choice", aggregator: "count", options } as Partial<Field>),
    ]);
    const chosen = [issued(), accepted(report("p-an", { why: { value: "staff" } }))];
    const { why } = rollUp(asked, directory, chosen, { at: on(10), by: "total" }).total;
    const context = { directory, events: chosen };
    const lineOf = (language: "vi" | "en", schema?: ReportSchema) =>
      printExplanation(explainFigure(why!, { ...context, schema }), language)[1]?.trim();
    expect(lineOf("vi", asked.report)).toBe("p-an: Thiếu nhân lực");
    expect(lineOf("en", asked.report)).toBe("p-an: Too few people");
    expect(lineOf("vi")).toBe("p-an: staff");
  });

  it("shows every leaf of the figure once", () => {
    const { units } = explainFigure(people!, { directory, events });
    expect(units.flatMap(({ leaves }) => leaves.map(({ leaf }) => leaf))).toEqual(people?.leaves);
  });
});
