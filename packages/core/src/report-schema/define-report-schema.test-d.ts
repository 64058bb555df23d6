import { expectTypeOf, test } from "vitest";
import { defineReportSchema, type ReportValues } from "./define-report-schema.ts";
import type { ReportSchema } from "./report-schema.ts";

const schema = defineReportSchema({
  id: "tuyen-truyen",
  title: "Kết quả tuyên truyền",
  fields: [
    { id: "sessions", kind: "count", label: "Số buổi", required: true },
    { id: "cost", kind: "amount", label: "Kinh phí" },
    { id: "staffRate", kind: "ratio", label: "Tỷ lệ cán bộ" },
    { id: "docDate", kind: "date", label: "Ngày báo cáo" },
    {
      id: "channel",
      kind: "choice",
      label: "Kênh",
      options: ["radio", { id: "web", label: "Cổng thông tin" }],
    },
    { id: "nilReport", kind: "flag", label: "Báo cáo không phát sinh" },
    { id: "links", kind: "links", label: "Đường dẫn" },
    { id: "phone", kind: "code", label: "Điện thoại" },
  ],
});

test("the values of a report are typed from its schema, and any may be absent", () => {
  expectTypeOf<ReportValues<typeof schema>>().toEqualTypeOf<{
    readonly sessions: number | null;
    readonly cost: string | null;
    readonly staffRate: { readonly numerator: number; readonly denominator: number } | null;
    readonly docDate: string | null;
    readonly channel: "radio" | "web" | null;
    readonly nilReport: boolean | null;
    readonly links: readonly string[] | null;
    readonly phone: string | null;
  }>();
});

test("a schema written in code is a report schema like any other", () => {
  expectTypeOf(schema).toExtend<ReportSchema>();
});

test("a kind the system does not have is refused by the compiler", () => {
  void (() =>
    defineReportSchema({
      id: "x",
      title: "X",
      // @ts-expect-error: there is no such kind
      fields: [{ id: "sessions", kind: "number", label: "Số buổi" }],
    }));
});
