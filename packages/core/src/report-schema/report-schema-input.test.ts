import { describe, expect, it } from "vitest";
import { defineReportSchema } from "./define-report-schema.ts";
import { reportSchemaInput } from "./report-schema-input.ts";

const minimal = {
  id: "tuyen-truyen",
  title: "Kết quả tuyên truyền",
  fields: [{ id: "sessions", kind: "count", label: "Số buổi tuyên truyền", unit: "buổi" }],
};

/** The messages of what is wrong, by path. */
function problems(input: unknown): Record<string, string> {
  const parsed = reportSchemaInput.safeParse(input);
  return Object.fromEntries(parsed.error?.issues.map(({ path, message }) => [path.join("."), message]) ?? []);
}

describe("a report schema written by people", () => {
  it("is completed by the kinds of its fields", () => {
    expect(reportSchemaInput.parse(minimal)).toEqual({
      id: "tuyen-truyen",
      version: 1,
      title: { vi: "Kết quả tuyên truyền" },
      fields: [
        {
          id: "sessions",
          kind: "count",
          label: { vi: "Số buổi tuyên truyền" },
          unit: { vi: "buổi" },
          required: false,
          aliases: [],
          personal: false,
          aggregator: "sum",
          additive: true,
        },
      ],
      rules: [],
    });
  });

  it.each([
    ["count", {}, "sum"],
    ["amount", {}, "sum"],
    ["ratio", {}, "ratio"],
    ["date", {}, "max"],
    ["date", { role: "dataAsOf" }, "min"], // a total is only as fresh as its oldest part
    ["flag", {}, "count"],
    ["text", {}, "list"],
    ["code", { personal: true }, "none"], // personal data never leaves the report
    ["links", {}, "union"],
    ["unit", {}, "none"],
  ])("rolls up a %s %j by %s", (kind, more, aggregator) => {
    const field = { id: "one", label: "Một", kind, ...more };
    expect(reportSchemaInput.parse({ ...minimal, fields: [field] }).fields[0]).toMatchObject({ aggregator });
  });

  it("knows the fields that speak about the report itself by their ids", () => {
    const { fields } = reportSchemaInput.parse({
      ...minimal,
      fields: [
        { id: "dataAsOf", kind: "date", label: "Số liệu tính đến ngày" },
        { id: "nilReport", kind: "flag", label: "Báo cáo không phát sinh" },
        { id: "dataFrom", kind: "text", label: "Không phải ngày" },
      ],
    });
    expect(fields.map(({ role }) => role)).toEqual(["dataAsOf", "nilReport", undefined]);
  });

  it("turns “trong đó” into the rule that a part is at most its whole", () => {
    const { rules } = reportSchemaInput.parse({
      ...minimal,
      fields: [
        ...minimal.fields,
        { id: "integrated", kind: "count", label: "trong đó: lồng ghép", partOf: "sessions" },
      ],
    });
    expect(rules).toEqual([
      {
        id: "integrated-at-most-sessions",
        kind: "atMost",
        severity: "error",
        field: "integrated",
        limit: "sessions",
        message: {
          vi: "“trong đó: lồng ghép” không được lớn hơn “Số buổi tuyên truyền”",
          en: "“trong đó: lồng ghép” must not exceed “Số buổi tuyên truyền”",
        },
      },
    ]);
  });

  it("turns a disaggregation into fields, and the rule that they add up to the whole", () => {
    const schema = reportSchemaInput.parse({
      ...minimal,
      dimensions: [
        {
          id: "sex",
          label: "Giới tính",
          categories: [
            { id: "male", label: "nam" },
            { id: "female", label: "nữ" },
          ],
        },
        {
          id: "age",
          label: "Độ tuổi",
          categories: [
            { id: "child", label: "trẻ em" },
            { id: "adult", label: "người lớn" },
          ],
        },
      ],
      disaggregations: [{ field: "sessions", by: ["sex", ["sex", "age"]] }],
    });
    expect(schema.fields.map(({ id }) => id)).toEqual([
      "sessions",
      "sessionsMale",
      "sessionsFemale",
      "sessionsMaleChild",
      "sessionsMaleAdult",
      "sessionsFemaleChild",
      "sessionsFemaleAdult",
    ]);
    expect(schema.fields[1]).toMatchObject({
      label: { vi: "Số buổi tuyên truyền: nam" },
      partOf: "sessions",
      disaggregation: { of: "sessions", dimension: "sex", category: "male" },
    });
    expect(schema.rules.map((rule) => rule.kind)).toEqual(["sumOf", "sumOf"]);
  });

  it("read from its own output, is the same again", () => {
    const once = defineReportSchema({
      ...minimal,
      version: 2,
      numberStyle: "vi",
      fields: [
        { id: "sessions", kind: "count", label: { vi: "Số buổi", en: "Sessions" } },
        { id: "integrated", kind: "count", label: "trong đó: lồng ghép", partOf: "sessions" },
        { id: "cost", kind: "amount", label: "Kinh phí" },
      ],
      rules: [{ kind: "requiresPositive", field: "cost", needs: "sessions", severity: "query" }],
      dimensions: [
        {
          id: "sex",
          label: "Giới tính",
          categories: [
            { id: "male", label: "nam" },
            { id: "female", label: "nữ" },
          ],
        },
      ],
      disaggregations: [{ field: "sessions", by: ["sex"] }],
      repeats: [{ id: "events", label: "Hội nghị", fields: [{ id: "heldOn", kind: "date", label: "Ngày" }] }],
      earlier: [{ version: 1, changes: [{ kind: "added", field: "cost" }] }],
    });
    expect(reportSchemaInput.parse(JSON.parse(JSON.stringify(once)))).toEqual(once);
  });
});

describe("a report schema with mistakes", () => {
  it("names all of them at once, each at its entry", () => {
    const written = {
      ...minimal,
      fields: [
        { id: "sessions", kind: "count", label: "Số buổi" },
        { id: "sessions", kind: "count", label: "Số buổi lần nữa" },
        { id: "integrated", kind: "count", label: "Lồng ghép", partOf: "talks" },
        { id: "note", kind: "text", label: "Ghi chú", aggregator: "sum" },
        { id: "phone", kind: "code", label: "Điện thoại", personal: true, aggregator: "list" },
      ],
      rules: [
        { kind: "atMost", field: "sessions", limit: "radio" },
        { kind: "rowsOf", field: "sessions", table: "events" },
      ],
    };
    expect(problems(written)).toEqual({
      "fields.1.id": "mã “sessions” được dùng hai lần",
      "fields.2.partOf": "không có chỉ tiêu “talks”",
      "fields.3.aggregator": "loại “text” không tổng hợp được bằng “sum”",
      "fields.4.aggregator": "dữ liệu cá nhân không được tổng hợp; dùng “none”",
      "rules.0.limit": "không có chỉ tiêu “radio”",
      "rules.1.table": "không có bảng “events”",
    });
  });

  it.each(["__proto__", "constructor", "toString", "Sessions", "số-buổi", ""])("refuses the id %j", (id) => {
    expect(problems({ ...minimal, fields: [{ id, kind: "count", label: "Số buổi" }] })).toHaveProperty([
      "fields.0.id",
    ]);
  });

  it("refuses an entry it does not know, such as a misspelt key", () => {
    const fields = [{ ...minimal.fields[0], requierd: true }];
    expect(Object.keys(problems({ ...minimal, fields }))).toEqual(["fields.0"]);
  });

  it("refuses a field that is a part of itself", () => {
    const fields = [
      { id: "a", kind: "count", label: "A", partOf: "b" },
      { id: "b", kind: "count", label: "B", partOf: "a" },
    ];
    expect(problems({ ...minimal, fields })).toHaveProperty(["fields.0.partOf"]);
  });

  it("refuses earlier versions with a gap", () => {
    const earlier = [{ version: 1, changes: [{ kind: "added", field: "sessions" }] }];
    expect(problems({ ...minimal, version: 3, earlier })).toHaveProperty(["earlier.0.version"]);
  });

  it("is misuse when written in code: the author is told every entry", () => {
    expect(() => defineReportSchema({ ...minimal, fields: [] })).toThrow(TypeError);
  });
});
