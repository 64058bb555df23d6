import type { Parsed, SheetSource } from "@chiendich/core";
import { describe, expect, it } from "vitest";
import { openWorkbook, type WorkbookLimits } from "../src/index.ts";
import { formats, handMade, MAIN, partsOf, rawZip, sheetXml } from "./hand-made.ts";

const open = (bytes: Uint8Array, limits: Partial<WorkbookLimits> = {}) =>
  openWorkbook(bytes, { name: "gui-len.xlsx", limits });
const codes = ({ issues }: Parsed<SheetSource>) => issues.map(({ code }) => code);
const rows = '<row r="1"><c r="A1"><v>1</v></c></row>';

describe("limits", () => {
  const small = handMade({
    sheets: [{ rows: '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>' }],
  });
  it.each<[keyof WorkbookLimits, number]>([
    ["fileBytes", 100],
    ["entries", 2],
    ["unpackedBytes", 100],
    ["partBytes", 100],
  ])("%s can be set, and is held to", async (limit, allowed) => {
    expect(await open(small, { [limit]: allowed })).toMatchObject({
      value: null,
      issues: [{ code: "workbook_too_large", params: { limit, allowed } }],
    });
  });
  it("cells are counted while a large sheet is read, and the error carries the issue", async () => {
    const { value } = await open(small, { readOnOpeningBytes: 0, cells: 1 });
    await expect(value?.readSheet("Sheet1")).rejects.toMatchObject({
      name: "SheetSourceError",
      code: "source_unreadable",
      issue: { code: "workbook_too_large", params: { limit: "cells", allowed: 1 } },
    });
  });
  it("merges", async () => {
    const bytes = handMade({
      sheets: [{ rows, after: '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/></mergeCells>' }],
    });
    expect(codes(await open(bytes, { merges: 1 }))).toEqual(["workbook_too_large"]);
  });
});

describe("a sheet as large as they come", () => {
  it("of a million blank formatted rows is passed over", async () => {
    const blanks = Array.from(
      { length: 1_000_000 },
      (_, index) => `<row r="${index + 2}" s="1" customFormat="1"/>`,
    );
    const bytes = handMade({ sheets: [{ rows: rows + blanks.join("") }], styles: formats("0") });
    const { value } = await open(bytes);
    const sheet = await value?.readSheet("Sheet1");
    expect(sheet?.rows).toHaveLength(1);
    expect(sheet?.issues).toMatchObject([
      { code: "workbook_rows_blank_but_formatted", params: { rows: 1_000_000 } },
    ]);
  });
  it("is streamed, and leaving the loop stops reading it", async () => {
    const many = Array.from(
      { length: 200_000 },
      (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>${index}</v></c></row>`,
    );
    const broken = sheetXml({ rows: many.join("") }).replace("<v>150000</v>", "<v>150000</w>");
    const { value } = await open(handMade({ sheets: [{ xml: broken }] }), { readOnOpeningBytes: 0 });
    let last = -1;
    for await (const { index } of value?.streamRows("Sheet1") ?? []) {
      last = index;
      if (index === 1000) break;
    }
    expect(last).toBe(1000);
    const all = async () => {
      for await (const { index } of value?.streamRows("Sheet1") ?? []) last = index;
    };
    await expect(all()).rejects.toMatchObject({
      code: "source_unreadable",
      issue: { code: "workbook_damaged" },
    });
    // Everything before the damage was handed over.
    expect(last).toBeGreaterThan(100_000);
    expect(last).toBeLessThan(150_000);
  });
});

describe("issues that come by the thousand", () => {
  const bad = Array.from(
    { length: 1000 },
    (_, index) => `<row r="${index + 1}"><c r="A${index + 1}"><v>1,5</v></c></row>`,
  );
  it("are told a hundred times, and the rest is counted", async () => {
    const { issues } = await open(handMade({ sheets: [{ rows: bad.join("") }] }));
    expect(issues).toHaveLength(101);
    expect(issues.at(-1)).toMatchObject({
      code: "workbook_more_of_the_same",
      params: { code: "workbook_value_invalid", more: 900 },
    });
  });
});

describe("names out of an object's prototype", () => {
  it("do nothing to objects", async () => {
    const bytes = handMade({
      sheets: [
        { name: "__proto__", rows: '<row r="1" __proto__="x"><c r="A1" constructor="y"><v>1</v></c></row>' },
      ],
      names: '<definedName name="__proto__">polluted</definedName>',
    });
    const { value } = await open(bytes);
    expect((await value?.readSheet("__proto__"))?.rows).toHaveLength(1);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
    expect(Object.keys((await value?.readNames()) ?? {})).toEqual(["__proto__"]);
  });
});

it("a shared-string table that lies about its size is found out when a cell needs it", async () => {
  const parts = partsOf({
    sheets: [{ rows: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' }],
    strings: "<si><t>a</t></si>",
  });
  const bytes = rawZip(
    parts.map((part) => (part.name === "xl/sharedStrings.xml" ? { ...part, statedSize: 10 } : part)),
  );
  expect(codes(await open(bytes))).toEqual(["workbook_sizes_contradict"]);
});

it("a row that is not closed before the file ends is damage, not the end of the table", async () => {
  const xml = `<worksheet xmlns="${MAIN}"><sheetData>${rows}<row r="2"><c r="A2"><v>2</v>`;
  expect(codes(await open(handMade({ sheets: [{ xml }] })))).toEqual(["workbook_damaged"]);
});
