import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { cellOf } from "../../test/return-case.ts";
import {
  answerCellOf,
  campaignAsking,
  outreach,
  read,
  reportOf,
  sheetOf,
  sheetsOf,
  wards,
  withCells,
} from "../../test/return-case.ts";
import type { Value } from "../report-schema/report-schema.ts";
import { damage, damaged } from "../../test/damaged-sheet.ts";
import type { Sheet } from "../sheet/sheet.ts";
import { printNumber } from "../vietnamese/number.ts";
import { describeReportForm } from "./form/describe-report-form.ts";

const runs = { seed: 20241029, numRuns: 60 };

/** A kind of field with an answer somebody types and the value it must be read as. */
interface Case {
  readonly kind: object;
  readonly typed: Parameters<typeof cellOf>[0];
  readonly value: Value | "nil" | "notApplicable" | "missing";
}

const words = fc
  .stringMatching(/^[A-Za-zÀ-ỹ][A-Za-zÀ-ỹ ,.;=+@-]{2,40}[a-zà-ỹ]$/u)
  .map((text) => text.normalize("NFC").replace(/ {2,}/g, " "));
const count = fc.integer({ min: 0, max: 2 ** 40 });
const day = fc.integer({ min: 10, max: 21 }).map((date) => `2025-03-${date}`);

const state = fc.constantFrom(
  { typed: "KPS", value: "nil" } as const,
  { typed: "không áp dụng", value: "notApplicable" } as const,
  { typed: null, value: "missing" } as const,
);
const answered: fc.Arbitrary<Case> = fc.oneof(
  count.map((value) => ({ kind: { kind: "count" }, typed: value, value })),
  count.map((value) => ({ kind: { kind: "count" }, typed: printNumber(value, "vi"), value })),
  fc.integer({ min: 0, max: 10 ** 9 }).map((cents) => {
    const value =
      `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`.replace(/\.?0+$/, "") || "0";
    const plain = cents % 100 === 0 ? String(cents / 100) : value;
    return { kind: { kind: "amount" }, typed: cents / 100, value: plain };
  }),
  day.map((value) => ({ kind: { kind: "date" }, typed: { date: value }, value })),
  day.map((value) => ({ kind: { kind: "date" }, typed: value.split("-").reverse().join("/"), value })),
  fc.boolean().map((value) => ({ kind: { kind: "flag" }, typed: value ? "Có" : "Không", value })),
  fc
    .constantFrom("Tốt", "Khá")
    .map((value) => ({ kind: { kind: "choice", options: ["Tốt", "Khá"] }, typed: value, value })),
  words
    .filter((text) => !/^(?:ko|kps|kad|na|nil|khong|không)/iu.test(text))
    .map((value) => ({ kind: { kind: "text" }, typed: value, value })),
  fc
    .stringMatching(/^0\d{9}$/)
    .map((value) => ({ kind: { kind: "code", pattern: "0\\d{9}" }, typed: value, value })),
  fc
    .array(fc.webUrl({ validSchemes: ["https"] }).map(trimmedLink), { minLength: 1, maxLength: 3 })
    .map((links) => ({
      kind: { kind: "links" },
      typed: links.join("\n"),
      value: [...new Set(links)],
    })),
  state.map(({ typed, value }) => ({ kind: { kind: "count" }, typed, value })),
);

/** An address that no sentence's punctuation could be taken for a part of. */
function trimmedLink(url: string): string {
  return `${url.replace(/[^\w/:.-]/g, "").replace(/[.,;:!?)\]}'"]+$/u, "")}/x`;
}

describe("a form that was filled in", () => {
  it("is read as what was typed into it, for any schema and any answers", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(words, answered), { minLength: 1, maxLength: 12 }),
        async (cases) => {
          const fields = cases.map(([label, { kind }], index) => ({
            id: `field${index}`,
            label: `${index} ${label}`,
            ...kind,
          }));
          const campaign = campaignAsking({
            id: "bat-ky",
            title: "Bất kỳ",
            fields: [{ id: "anchor", kind: "count", label: "Neo" }, ...fields] as never,
          });
          const blank = sheetsOf(
            describeReportForm(campaign, { round: "ket-qua", unit: "vinh-hai", directory: wards }),
          );
          const typed = cases.map(([, one], index) => [answerCellOf(blank[0]!, `field${index}`), one.typed]);
          const anchor = [answerCellOf(blank[0]!, "anchor"), 1];
          const reading = await read(withCells(blank, "Biểu mẫu", Object.fromEntries([anchor, ...typed])), {
            campaign,
          });
          expect(reading.issues).toEqual([]);
          const { answers } = reportOf(reading);
          const values = cases.map((_, index) => {
            const answer = answers[`field${index}`];
            return answer?.state === "value" ? answer.value : answer?.state;
          });
          expect(values).toEqual(cases.map(([, { value }]) => value));
        },
      ),
      runs,
    );
  });
});

describe("a sheet that was damaged in any way", () => {
  const filled = (sheet: Sheet) =>
    sheet.rows
      .flatMap(({ cells }) => cells)
      .filter((cell) => cell && (cell.value !== null || cell.formula) && cell.value !== "").length;

  it("is read to the last cell: every one is mapped or ignored with a reason, once", async () => {
    await fc.assert(
      fc.asyncProperty(damage, async (change) => {
        const sheet = damaged(change);
        const { account } = await read(sheet);
        expect(account.cells).toBe(filled(sheet));
        expect(account.mapped + account.ignored).toBe(account.cells);
        const places = account.ignoredCells.map(({ cell }) => cell);
        expect(new Set(places).size).toBe(places.length);
      }),
      { ...runs, numRuns: 300 },
    );
  });

  it("gives the same reading twice, and reports that survive JSON", async () => {
    await fc.assert(
      fc.asyncProperty(damage, async (change) => {
        const sheet = damaged(change);
        const reading = await read(sheet);
        expect(await read(sheet)).toEqual(reading);
        expect(JSON.parse(JSON.stringify(reading))).toEqual(reading);
      }),
      { ...runs, numRuns: 60 },
    );
  });

  it("never accepts a report that has an error, nor one with a query nobody explained", async () => {
    await fc.assert(
      fc.asyncProperty(damage, async (change) => {
        for (const { outcome, issues } of (await read(damaged(change))).verdicts) {
          if (outcome === "accepted")
            expect(issues.filter(({ severity }) => severity !== "warning")).toEqual([]);
          if (outcome === "queried") expect(issues.some(({ severity }) => severity === "query")).toBe(true);
          if (outcome === "rejected") expect(issues.length).toBeGreaterThan(0);
        }
      }),
      { ...runs, numRuns: 150 },
    );
  });
});

it("gives the same reports in whatever order rows and columns stand", async () => {
  const headings = ["Đơn vị", "Số buổi tuyên truyền trực tiếp", "Số lượt người tham dự"];
  const units = [
    "UBND phường Vĩnh Hải",
    "UBND phường Vĩnh Thọ",
    "UBND phường Lộc Thọ",
    "Trường Tiểu học Lộc Thọ",
  ];
  const rows = units.map((unit, index) => [unit, index + 1, index * 10 + 5]);
  const answers = async (sheet: Sheet) =>
    (await read(sheet)).verdicts
      .map((verdict) =>
        verdict.outcome === "rejected"
          ? ""
          : JSON.stringify([
              verdict.report.unitId,
              verdict.report.answers["sessions"]?.raw,
              verdict.report.answers["participants"]?.raw,
            ]),
      )
      .sort();
  const expected = await answers(sheetOf([headings, ...rows]));
  expect(expected).not.toContain("");
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
      fc.shuffledSubarray(rows, { minLength: 4 }),
      async (columns, shuffled) => {
        const table = [headings, ...shuffled].map((row) => columns.map((column) => row[column]!));
        expect(await answers(sheetOf(table))).toEqual(expected);
      },
    ),
    { ...runs, numRuns: 40 },
  );
});

it("is not misled by headings that every object already has", async () => {
  const reading = await read(
    sheetOf([
      ["Đơn vị", "__proto__", "constructor", outreach.fields[0]!.label],
      ["P. Vĩnh Hải", 1, 2, 3],
    ]),
  );
  expect(Object.keys(reportOf(reading).answers)).toEqual(["sessions"]);
  expect(({} as Record<string, unknown>)["1"]).toBeUndefined();
});
