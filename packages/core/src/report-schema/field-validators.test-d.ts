import { type } from "arktype";
import * as v from "valibot";
import { expectTypeOf, test } from "vitest";
import * as z from "zod";
import { defineReportSchema } from "./define-report-schema.ts";
import { fieldValidators, type FieldValidators } from "./field-validators.ts";

const schema = defineReportSchema({
  id: "tuyen-truyen",
  title: "Kết quả",
  fields: [
    { id: "sessions", kind: "count", label: "Số buổi" },
    { id: "cost", kind: "amount", label: "Kinh phí" },
    { id: "links", kind: "links", label: "Đường dẫn" },
  ],
});

test("validators of three vendors are taken for the values their fields have", () => {
  expectTypeOf(
    fieldValidators(schema, {
      sessions: z.number().max(100),
      cost: v.pipe(v.string(), v.maxLength(9)),
      links: type("string[]"),
    }),
  ).toEqualTypeOf<FieldValidators>();
});

test("a validator that cannot take the field's value is refused by the compiler", () => {
  // @ts-expect-error: an amount is decimal text
  fieldValidators(schema, { cost: z.number() });
  // @ts-expect-error: links are several
  fieldValidators(schema, { links: v.string() });
});

test("a validator for a field the schema does not have is refused by the compiler", () => {
  // @ts-expect-error: `people` is not asked
  fieldValidators(schema, { people: z.number() });
});
