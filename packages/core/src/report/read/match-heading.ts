import type { Field } from "../../report-schema/report-schema.ts";
import { partLabel } from "../form/form-sections.ts";
import { headingForms, specialColumn, type HeadingForms, type SpecialColumn } from "./heading-words.ts";

/** What a heading may name: a field, or one of the two numbers of a ratio. */
export interface HeadingTarget {
  readonly field: Field;
  readonly part: "numerator" | "denominator" | null;
  readonly label: string;
}

export type HeadingMatch =
  /** `near`: by most of its words only, to be told. */
  | { readonly kind: "field"; readonly target: HeadingTarget; readonly near: boolean }
  | { readonly kind: "ambiguous"; readonly candidates: readonly HeadingTarget[] }
  | { readonly kind: "special"; readonly column: SpecialColumn }
  | { readonly kind: "unknown"; readonly nearest: HeadingTarget | null };

export interface HeadingMatcher {
  /** @param paths the heading with the headings above it, fullest first, itself last */
  match(paths: readonly string[]): HeadingMatch;
  /** Whether the text alone is surely a heading of the table: cheap, for finding where tables begin. */
  knows(text: string): boolean;
  /** Whether the text alone surely names a field, by label or alias. */
  fieldOf(text: string): HeadingTarget | null;
}

type Tier = "exact" | "folded" | "bare";
const tiers: readonly Tier[] = ["exact", "folded", "bare"];

export function headingMatcher(fields: readonly Field[]): HeadingMatcher {
  const targets = fields.flatMap(targetsOf);
  const index = new Map<string, Set<HeadingTarget>>();
  const forms = targets.map((target) => ({ target, all: namesOf(target).map(headingForms) }));
  for (const { target, all } of forms) {
    for (const form of all)
      for (const tier of tiers) for (const key of form[tier]) add(index, `${tier}:${key}`, target);
    for (const form of all) add(index, `words:${[...form.words].sort().join(" ")}`, target);
  }
  const cache = new Map<string, HeadingMatch>();
  const sure = (form: HeadingForms, ordered = true) => lookup(index, form, ordered);
  const match = (paths: readonly string[]): HeadingMatch => {
    const key = paths.join("\n");
    const known = cache.get(key);
    if (known) return known;
    const found = matchPaths(paths.map(headingForms), sure, forms);
    if (cache.size < 10_000) cache.set(key, found);
    return found;
  };
  const single = (text: string) => (text.length > 300 ? ([] as HeadingTarget[]) : sure(headingForms(text)));
  return {
    match,
    knows: (text) =>
      text.length <= 300 && (specialColumn(headingForms(text)) !== null || single(text).length > 0),
    fieldOf: (text) => {
      const found = single(text);
      return found.length === 1 ? (found[0] as HeadingTarget) : null;
    },
  };
}

function targetsOf(field: Field): HeadingTarget[] {
  const whole = { field, part: null, label: field.label.vi };
  if (field.kind !== "ratio") return [whole];
  const parts = (["numerator", "denominator"] as const).map((part) => ({
    field,
    part,
    label: partLabel(field, part).vi,
  }));
  return [whole, ...parts];
}

function namesOf({ field, part, label }: HeadingTarget): string[] {
  if (part !== null) return [label];
  return [label, ...(field.label.en === undefined ? [] : [field.label.en]), ...field.aliases];
}

function add(index: Map<string, Set<HeadingTarget>>, key: string, target: HeadingTarget): void {
  const known = index.get(key);
  if (known) known.add(target);
  else index.set(key, new Set([target]));
}

/** Targets at the strictest tier that has any. */
function lookup(
  index: ReadonlyMap<string, ReadonlySet<HeadingTarget>>,
  form: HeadingForms,
  ordered: boolean,
): HeadingTarget[] {
  for (const tier of tiers) {
    const found = new Set(form[tier].flatMap((key) => [...(index.get(`${tier}:${key}`) ?? [])]));
    if (found.size > 0) return [...found];
  }
  if (ordered || form.words.length < 2) return [];
  return [...(index.get(`words:${[...form.words].sort().join(" ")}`) ?? [])];
}

type Forms = readonly { readonly target: HeadingTarget; readonly all: readonly HeadingForms[] }[];

function matchPaths(
  paths: readonly HeadingForms[],
  sure: (form: HeadingForms, ordered?: boolean) => HeadingTarget[],
  forms: Forms,
): HeadingMatch {
  const leaf = paths.at(-1);
  if (!leaf) return { kind: "unknown", nearest: null };
  let ambiguous: HeadingTarget[] = [];
  for (const path of paths) {
    // With the heading above it the words come in another order than on the form.
    const found = sure(path, false);
    if (found.length === 1) return { kind: "field", target: found[0] as HeadingTarget, near: false };
    if (found.length > 1) ambiguous = found;
  }
  const special = specialColumn(leaf);
  if (special !== null) return { kind: "special", column: special };
  if (ambiguous.length > 0) return { kind: "ambiguous", candidates: ambiguous };
  return nearest(paths, forms);
}

const enough = 0.7;
const margin = 0.15;

/** By words held in common: one target that is clearly nearest, several that are equally near, or none. */
function nearest(paths: readonly HeadingForms[], forms: Forms): HeadingMatch {
  const scored = forms
    .map(({ target, all }) => ({
      target,
      score: Math.max(...paths.flatMap((path) => all.map((form) => likeness(path.words, form.words)))),
    }))
    .sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  if (!first || first.score < 0.3) return { kind: "unknown", nearest: null };
  if (first.score < enough) return { kind: "unknown", nearest: first.target };
  if (!second || first.score - second.score >= margin)
    return { kind: "field", target: first.target, near: true };
  const candidates = scored.filter(({ score }) => first.score - score < margin).map(({ target }) => target);
  return { kind: "ambiguous", candidates };
}

/** Words in common of all words; a heading that only leaves words out is nearer than one that has others. */
function likeness(heading: readonly string[], label: readonly string[]): number {
  if (heading.length === 0 || label.length === 0) return 0;
  const common = heading.filter((word) => label.includes(word)).length;
  const union = heading.length + label.length - common;
  const shortened =
    common === heading.length && heading.length >= 2 ? 0.5 + (0.5 * common) / label.length : 0;
  return Math.max(common / union, shortened);
}
