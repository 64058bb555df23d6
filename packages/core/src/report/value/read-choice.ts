import type { Field } from "../../report-schema/report-schema.ts";
import { foldVietnamese } from "../../vietnamese/fold.ts";
import { isTick } from "./answer-mark.ts";
import { about, refused, ruleOf, type ReadAnswer } from "./value-context.ts";

type ChoiceField = Extract<Field, { readonly kind: "choice" }>;

/** An option by its label or id: as written first, then without marks and case, when that is one option only. */
export function readChoice(text: string, raw: string, field: ChoiceField): ReadAnswer {
  const names = field.options.flatMap(({ id, label }) =>
    [id, label.vi, label.en].flatMap((name) => (name === undefined ? [] : [{ id, name }])),
  );
  const exact = unique(names.filter(({ name }) => name.normalize("NFC") === text));
  const folded = unique(names.filter(({ name }) => fold(name) === fold(text)));
  const id = exact ?? folded;
  if (id === null) {
    const options = field.options.map(({ label }) => label.vi);
    return refused(raw, { code: "report_choice_unknown", params: { ...about(field, text), options } });
  }
  return { answer: { state: "value", value: id, raw, ...ruleOf(!exact && "choice-folded") }, problem: null };
}

function unique(found: readonly { readonly id: string }[]): string | null {
  const ids = new Set(found.map(({ id }) => id));
  return ids.size === 1 ? ([...ids][0] as string) : null;
}

const fold = (text: string) =>
  foldVietnamese(text)
    .replace(/[^\p{L}\d]+/gu, " ")
    .trim();

const yes = new Set(["co", "dung", "roi", "yes", "y", "true", "1", "da", "dat"]);
const no = new Set(["khong", "ko", "k", "chua", "no", "n", "false", "0", "khong co"]);

/** Yes or no, by word, tick or 1 and 0. */
export function readFlag(text: string, raw: string, field: Field): ReadAnswer {
  const word = fold(text);
  const value = isTick(text) || yes.has(word) ? true : no.has(word) ? false : null;
  if (value === null) return refused(raw, { code: "report_flag_unclear", params: about(field, text) });
  return {
    answer: { state: "value", value, raw, ...ruleOf(isTick(text) ? "tick" : "yes-no-word") },
    problem: null,
  };
}
