import type { DefinedReportSchema, FieldValue } from "./define-report-schema.ts";

/**
 * The part of the Standard Schema specification (standardschema.dev, version 1) by which a validator
 * is used; zod, valibot and arktype schemas have it. Written out here: it is an interface, not a library.
 */
export interface StandardSchema<Input = unknown> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    /** Judges a value; may take its time. */
    readonly validate: (value: unknown) => StandardResult | Promise<StandardResult>;
    readonly types?: { readonly input: Input; readonly output: unknown } | undefined;
  };
}

/** What a validator says: no issues, or an empty list of them, when it takes the value. */
export interface StandardResult {
  readonly issues?: readonly { readonly message: string }[] | undefined;
}

/** Validators by field id. They judge a value that its kind has already read; they do not change it. */
export type FieldValidators = Readonly<Record<string, StandardSchema>>;

type FieldOf<Input, Id> = Input extends { readonly fields: readonly (infer Field)[] }
  ? Extract<Field, { readonly id: Id }>
  : never;

type InputOf<Schema> = Schema extends StandardSchema<infer Input> ? Input : never;

/** A validator is given a copy, so that schemas of plain arrays take it. */
type Given<Value> = Value extends readonly (infer Item)[] ? Item[] : Value;

/** The validators where each can take its field's value; `never` where one cannot. */
type Fitting<Input, Validators> = {
  readonly [Id in keyof Validators]: Given<FieldValue<FieldOf<Input, Id>>> extends InputOf<Validators[Id]>
    ? [FieldOf<Input, Id>] extends [never]
      ? never
      : Validators[Id]
    : never;
};

/**
 * Validators for a schema defined in code: the compiler refuses one for a field the schema does not
 * have, and one that cannot take the field's value.
 */
export function fieldValidators<Input, Validators extends Record<string, StandardSchema>>(
  _schema: DefinedReportSchema<Input>,
  validators: Validators & Fitting<Input, Validators>,
): FieldValidators {
  return validators;
}
