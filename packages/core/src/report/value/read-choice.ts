import type { Field } from "../../report-schema/report-schema.ts";
import { foldVietnamese } from "../../vietnamese/fold.ts";
import { isTick } from "./answer-mark.ts";
import { about, refused, ruleOf, type ReadAnswer } from "./value-context.ts";

type ChoiceField = Extract<Field, { readonly kind: "choice" }>;

/** Whether the text is one of the options. */
export function isOption(text: string, field: ChoiceField): boolean {
  return optionOf(text, field) !== null;
}

/** An option by its label or id: as written first, then without marks and case, when that is one option only. */
export function readChoice(text: string, raw: string, field: ChoiceField): ReadAnswer {
  const option = optionOf(text, field);
  if (option === null) {
    const options = field.options.map(({ label }) => label.vi);
    return refused(raw, { code: "report_choice_unknown", params: { ...about(field, text), options } });
  }
  const { id, folded } = option;
  return { answer: { state: "value", value: id, raw, ...ruleOf(folded && "choice-folded") }, problem: null };
}

function optionOf(
  text: string,
  { options }: ChoiceField,
): { readonly id: string; readonly folded: boolean } | null {
  const names = options.flatMap(({ id, label }) =>
    [id, label.vi, label.en].flatMap((name) => (name === undefined ? [] : [{ id, name }])),
  );
  const exact = unique(names.filter(({ name }) => name.normalize("NFC") === text));
  if (exact !== null) return { id: exact, folded: false };
  const folded = unique(names.filter(({ name }) => fold(name) === fold(text)));
  return folded === null ? null : { id: folded, folded: true };
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
