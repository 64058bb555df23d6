import * as z from "zod";
import type { CalendarDate } from "../time/calendar-date.ts";
import { reportSchemaInput, type ReportSchemaInput } from "./report-schema-input.ts";
import type { ReportSchema } from "./report-schema.ts";

declare const written: unique symbol;

/** A report schema that remembers, for the compiler only, what it was defined from. */
export type DefinedReportSchema<Input> = ReportSchema & { readonly [written]?: Input };

type DeepReadonly<T> = T extends object ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> } : T;

/** What `defineReportSchema` takes: the same entries as in YAML. */
export type ReportSchemaDefinition = DeepReadonly<ReportSchemaInput>;

/**
 * A report schema written in code: the same entries as in YAML, with the types of its values
 * inferred (`ReportValues`).
 *
 * @throws {TypeError} naming every entry that is wrong: code is mended by its author
 */
export function defineReportSchema<const Input extends ReportSchemaDefinition>(
  input: Input,
): DefinedReportSchema<Input> {
  const parsed = reportSchemaInput.safeParse(input);
  if (!parsed.success) throw new TypeError(`not a report schema:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** The type of a field's value, from how the field is written. */
export type FieldValue<Field> = Field extends { readonly kind: "count" }
  ? number
  : Field extends { readonly kind: "ratio" }
    ? { readonly numerator: number; readonly denominator: number }
    : Field extends { readonly kind: "date" }
      ? CalendarDate
      : Field extends { readonly kind: "flag" }
        ? boolean
        : Field extends { readonly kind: "links" }
          ? readonly string[]
          : Field extends { readonly kind: "choice"; readonly options: readonly (infer Option)[] }
            ? OptionId<Option>
            : Field extends { readonly kind: "amount" | "text" | "code" | "unit" }
              ? string
              : never;

type OptionId<Option> = Option extends string
  ? Option
  : Option extends { readonly id: infer Id extends string }
    ? Id
    : never;

/**
 * The values of a report, by field id. `null` where the unit gave no value: it left the field blank,
 * or said “không phát sinh” or “không áp dụng”; the report's answers tell which.
 */
export type ReportValues<Schema> =
  Schema extends DefinedReportSchema<infer Input>
    ? Input extends { readonly fields: readonly (infer Field)[] }
      ? { readonly [Each in Field as IdOf<Each>]: FieldValue<Each> | null }
      : never
    : never;

type IdOf<Field> = Field extends { readonly id: infer Id extends string } ? Id : never;
