import { issue, type Issue, type Place } from "../issue/issue.ts";
import type { FieldInput } from "./field-input.ts";
import type { StandardSchema } from "./field-validators.ts";
import type { Label } from "./report-schema.ts";

/**
 * A kind of field that somebody adds: one of ours, with rules of its own for what people type. Forms ask
 * for it, reports keep it and roll-ups add it up as the kind it builds on, so that a report stays
 * readable for whoever has only the data. A field is of it by `kind: office-rules/vehicle-plate`.
 */
export interface AddedFieldKind {
  /** The kind it builds on and what holds for every such field: `{ kind: "code", pattern: "\\d{2}[A-Z]-\\d{5}" }`. */
  readonly base: BaseField;
  /** How to answer, where the field does not say. */
  readonly hint?: Label | undefined;
  /**
   * The one way to write what was typed, as the base kind has it: digits with a point for decimals,
   * `YYYY-MM-DD` for a date, an option's label. Null when it is none: the answer is then refused. Pure,
   * and never asked about a blank, “không phát sinh” or “không áp dụng”. Absent, the base kind reads alone.
   */
  readonly normalise?: ((typed: string) => string | null) | undefined;
  /** Judges the value once it is read; any Standard Schema (zod, valibot, arktype …). */
  readonly validator?: StandardSchema | undefined;
}

/** Kinds by full name: the plugin's, a slash, the kind's own. */
export type FieldKinds = Readonly<Record<string, AddedFieldKind>>;

type WithoutOwn<Input> = Input extends unknown ? Omit<Input, "id" | "label" | "addedKind" | "partOf"> : never;
type BaseField = WithoutOwn<FieldInput>;

/** `office-rules/vehicle-plate`. */
export const addedKindName = /^[a-z0-9][a-z0-9.-]*\/[a-z0-9][a-z0-9.-]*$/u;

/**
 * A report schema as people write it, with every field of an added kind written out as the kind it builds
 * on. What the field says itself goes before what its kind says.
 *
 * @param plugins those the campaign names, for the sentence about a kind that none of them has
 */
export function withBaseKinds(
  report: unknown,
  kinds: FieldKinds,
  { plugins, placeOf }: { readonly plugins: readonly string[]; readonly placeOf: (path: Path) => Place },
): { readonly report: unknown; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const walk = (value: unknown, path: Path): unknown => {
    if (Array.isArray(value)) return value.map((one, index) => walk(one, [...path, index]));
    if (typeof value !== "object" || value === null) return value;
    const entries = Object.entries(value).map(([key, one]) => [key, walk(one, [...path, key])] as const);
    const written: Readonly<Record<string, unknown>> = Object.fromEntries(entries);
    const { kind: name, ...own } = written;
    if (typeof name !== "string" || !addedKindName.test(name)) return written;
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (kind) return { ...(kind.hint && { hint: kind.hint }), ...kind.base, ...own, addedKind: name };
    issues.push(issue("campaign_field_kind_unknown", placeOf([...path, "kind"]), { kind: name, plugins }));
    return written;
  };
  return { report: walk(report, []), issues };
}

type Path = readonly (string | number)[];
