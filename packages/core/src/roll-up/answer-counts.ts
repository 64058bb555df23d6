import type { Field, Label } from "../report-schema/report-schema.ts";
import type { Figure } from "./figure.ts";

/** How many units gave one answer of a choice, or said yes or no. */
export interface AnswerCount {
  /** Of the option; `true` or `false` of a flag. */
  readonly id: string;
  readonly label: Label;
  /** Units, each once, however often it gave the answer. */
  readonly units: number;
}

const yesAndNo: readonly OfferedAnswer[] = [
  { id: "true", label: { vi: "Có", en: "Yes" } },
  { id: "false", label: { vi: "Không", en: "No" } },
];

/** An answer that a field offers, with the words people read. */
export type OfferedAnswer = Pick<AnswerCount, "id" | "label">;

/** The options of a choice in the schema's order, yes and no of a flag; empty for any other kind of field. */
export function offeredAnswers(field: Field): readonly OfferedAnswer[] {
  return field.kind === "choice" ? field.options : field.kind === "flag" ? yesAndNo : [];
}

/**
 * The answers a figure of a choice or a flag is made of, in the schema's order, those that nobody gave
 * with 0; then those that only an earlier version offered, by their ids. A nil answer chose nothing:
 * it is in the coverage and in none of these. Empty for any other kind of field.
 */
export function answerCounts({ leaves }: Pick<Figure, "leaves">, field: Field): readonly AnswerCount[] {
  if (field.kind !== "choice" && field.kind !== "flag") return [];
  const offered = offeredAnswers(field);
  const units = new Map<string, Set<string>>(offered.map(({ id }) => [id, new Set()]));
  for (const { nil, value, unitId } of leaves) {
    if (nil) continue;
    const id = String(value);
    const known = units.get(id);
    if (known) known.add(unitId);
    else units.set(id, new Set([unitId]));
  }
  const earlier = [...units.keys()].slice(offered.length).sort();
  return [...offered, ...earlier.map((id) => ({ id, label: { vi: id } }))].map(({ id, label }) => ({
    id,
    label,
    units: units.get(id)?.size ?? 0,
  }));
}
