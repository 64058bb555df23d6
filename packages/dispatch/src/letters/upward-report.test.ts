import { rollUp, statusOf, type Answer, type Campaign, type Field } from "@chiendich/core";
import { describe, expect, it } from "vitest";
import { campaign, directory } from "../../test/nha-trang.ts";
import { events, reportedUntil } from "../../test/nha-trang-returns.ts";
import { renderDispatch } from "../document/render-dispatch.ts";
import { upwardReport } from "./upward-report.ts";

const common = {
  required: false,
  aliases: [],
  personal: false,
  aggregator: "count",
  additive: true,
} as const;
const difficulty: Field = {
  ...common,
  id: "difficulty",
  label: { vi: "Khó khăn chính" },
  kind: "choice",
  options: [
    { id: "staff", label: { vi: "Thiếu nhân lực" } },
    { id: "time", label: { vi: "Thiếu thời gian" } },
    { id: "none", label: { vi: "Không có" } },
  ],
};
const launched: Field = { ...common, id: "launched", label: { vi: "Có tổ chức lễ phát động" }, kind: "flag" };

/** The report of Nha Trang with these fields asked as well; `answer` is what the unit of that index says. */
function reportOf(fields: readonly Field[], answer: (index: number) => Readonly<Record<string, Answer>>) {
  const asked: Campaign = {
    ...campaign,
    report: { ...campaign.report, fields: [...campaign.report.fields, ...fields] },
  };
  let index = 0;
  const told = events.map((event) => {
    if (event.type !== "report_accepted") return event;
    const answers = { ...event.report.answers, ...answer(index++) };
    return { ...event, report: { ...event.report, answers } };
  });
  const at = reportedUntil;
  return upwardReport(asked, {
    status: statusOf(asked, told, { at }),
    rollUp: rollUp(asked, directory, told, { at, by: "group" }),
    directory,
    events: told,
  });
}

const says = (value: string | boolean): Answer => ({ state: "value", value });
const everyThird = (index: number): Readonly<Record<string, Answer>> =>
  index % 3 === 2
    ? {}
    : { difficulty: says(index % 3 === 0 ? "staff" : "none"), launched: says(index % 3 === 0) };

/** Cells of the tables, row by row. */
const rowsOf = (html: string) =>
  [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = ""]) =>
    [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell = ""]) =>
      cell
        .replace(/<br\/?>/g, " ")
        .replace(/<[^>]+>/g, "")
        .replace(/\s+/g, " ")
        .trim(),
    ),
  );

describe("the report to the level above", () => {
  const rows = rowsOf(
    renderDispatch(reportOf([difficulty, launched], everyThird), { format: "html" }) as string,
  );
  const after = (label: string, count: number, from = 0) => {
    const at = rows.findIndex((row, index) => index >= from && row[1] === label);
    return rows.slice(at, at + count + 1);
  };

  it("counts the units that gave each answer of a choice, below its coverage", () => {
    const [field, ...answers] = after("Khó khăn chính", 3);
    const [reported, expected] = field?.[4]?.split("/").map(Number) ?? [];
    expect(field?.[3]).toBe("");
    expect(answers.map(([, label, unit, value]) => [label, unit, value])).toEqual([
      ["- Thiếu nhân lực", "đơn vị", expect.any(String)],
      ["- Thiếu thời gian", "đơn vị", "0"],
      ["- Không có", "đơn vị", expect.any(String)],
    ]);
    expect(answers.reduce((sum, row) => sum + Number(row[3]), 0)).toBe(reported);
    expect(expected).toBeGreaterThan(reported as number);
  });

  it("counts yes and no of a question", () => {
    const [, ...answers] = after("Có tổ chức lễ phát động", 2);
    expect(answers.map(([, label]) => label)).toEqual(["- Có", "- Không"]);
  });

  it("parts the answers by group in the appendix, and they add up to the total", () => {
    const first = rows.findIndex((row) => row[1] === "Khó khăn chính");
    const [field, ...answers] = after("Khó khăn chính", 3, first + 1);
    expect(field?.at(-1)).toMatch(/^\(\d+\/\d+\)$/);
    expect(answers.map((row) => row.at(-1))).toEqual(["58", "0", "58"]);
    for (const [, , ...values] of answers) {
      const numbers = values.map((value) => (value === "-" ? 0 : Number(value)));
      expect(numbers.slice(0, -1).reduce((sum, one) => sum + one, 0)).toBe(numbers.at(-1));
    }
  });

  it("says that there is no answer yet, and counts none", () => {
    const none = rowsOf(
      renderDispatch(
        reportOf([difficulty], () => ({})),
        { format: "html" },
      ) as string,
    );
    const at = none.findIndex((row) => row[1] === "Khó khăn chính");
    expect(none[at]?.slice(3)).toEqual(["chưa có số liệu", expect.stringMatching(/^0\//), "-"]);
    expect(none.flat().join()).not.toContain("Thiếu nhân lực");
  });
});
