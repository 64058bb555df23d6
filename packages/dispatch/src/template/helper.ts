import {
  numberInWords,
  printNumber,
  printRoman,
  printTwoDigits,
  printVietnameseDate,
  printVietnameseShortDate,
} from "@chiendich/core";
import { cite, type CitedDocument } from "./cite.ts";

/** A function templates may call: arguments in, words (or a list) out, nothing else touched. */
export interface Helper {
  /** Names of the arguments, for messages and for the check before merging. */
  readonly parameters: readonly string[];
  /** How many of them may be left out, counted from the end. */
  readonly optional?: number;
  /** Named arguments, `first=true`. */
  readonly options?: readonly string[];
  /** `list` when the result is for `each`; words otherwise. */
  readonly returns?: "list";
  /** One sentence for the guide. */
  readonly about: string;
  /**
   * The result for values that were checked against `parameters`; pure. @throws {TypeError} for a
   * value of another type
   */
  readonly run: (values: readonly unknown[], options: Readonly<Record<string, unknown>>) => unknown;
}

const textOf = (value: unknown): string => {
  if (typeof value === "string") return value;
  if (typeof value === "number") return printNumber(value);
  if (value === null || value === undefined) return "";
  throw new TypeError("a helper for words was given a list, an object or a truth value");
};
const numberOf = (value: unknown): number => {
  if (typeof value !== "number") throw new TypeError(`${JSON.stringify(value)} is no number`);
  return value;
};
const listOf = (value: unknown): readonly unknown[] => {
  if (!Array.isArray(value)) throw new TypeError("a helper for lists was given something else");
  return value as readonly unknown[];
};
const [first, second] = [0, 1] as const;

const byName = {
  date: {
    parameters: ["date"],
    about: "“ngày 29 tháng 10 năm 2024”, with the zeros of the decree",
    run: (values) => printVietnameseDate(textOf(values[first])),
  },
  shortDate: {
    parameters: ["date"],
    about: "“29/10/2024”, for running text and tables",
    run: (values) => printVietnameseShortDate(textOf(values[first])),
  },
  number: {
    parameters: ["number"],
    options: ["decimals"],
    about: "“48.210”, with Vietnamese separators",
    run: (values, { decimals }) =>
      printNumber(
        numberOf(values[first]),
        "vi",
        decimals === undefined ? {} : { decimals: numberOf(decimals) },
      ),
  },
  twoDigits: {
    parameters: ["number"],
    about: "“05”: numbers of documents and counts below ten",
    run: (values) => printTwoDigits(numberOf(values[first])),
  },
  words: {
    parameters: ["number"],
    about: "“hai mươi mốt”: the number in words",
    run: (values) => numberInWords(numberOf(values[first])),
  },
  roman: {
    parameters: ["number"],
    about: "“IV”",
    run: (values) => printRoman(numberOf(values[first])),
  },
  upper: {
    parameters: ["text"],
    about: "capitals",
    run: (values) => textOf(values[first]).toLocaleUpperCase("vi"),
  },
  capitalize: {
    parameters: ["text"],
    about: "first letter a capital",
    run: (values) => {
      const text = textOf(values[first]);
      return text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
    },
  },
  join: {
    parameters: ["list"],
    options: ["by"],
    about: "the items with a comma, or what `by` says, between them",
    run: (values, { by }) =>
      listOf(values[first])
        .map(textOf)
        .join(by === undefined ? ", " : textOf(by)),
  },
  lines: {
    parameters: ["text"],
    returns: "list",
    about: "a text's non-blank lines, for `each`",
    run: (values) =>
      textOf(values[first])
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter((line) => line !== ""),
  },
  ending: {
    parameters: ["last"],
    about: "“;”, and “.” after the last item of a list: `{{ending @last}}`",
    run: (values) => (values[first] === true ? "." : ";"),
  },
  add: {
    parameters: ["number", "number"],
    about: "the sum, such as `{{add @index 1}}`",
    run: (values) => numberOf(values[first]) + numberOf(values[second]),
  },
  eq: {
    parameters: ["value", "value"],
    about: "whether two values are the same",
    run: (values) => values[first] === values[second],
  },
  includes: {
    parameters: ["list", "value"],
    about: "whether a list holds a value",
    run: (values) => listOf(values[first]).includes(values[second]),
  },
  cite: {
    parameters: ["document"],
    options: ["again"],
    about:
      "a cited document: in full the first time; type and number only with `again=true` (viện dẫn, decree PL I)",
    run: (values, { again }) => cite(values[first] as CitedDocument, { first: again !== true }),
  },
} as const satisfies Record<string, Helper>;

/** Name of a helper that templates may call. */
export type HelperName = keyof typeof byName;

/** Every helper there is. Pure: what they say depends on their arguments alone, dates and numbers included. */
export const helpers: Readonly<Record<HelperName, Helper>> = byName;

/** Helpers Handlebars brings along; `log` is not among ours. */
export const builtInHelpers = ["if", "unless", "each", "with", "lookup"] as const;

/** In a template made in Word, beside the others; its result is a drawing, not words. */
export const wordHelpers: Readonly<Record<string, Helper>> = {
  ...helpers,
  picture: {
    parameters: ["name"],
    options: ["width"],
    about: "a picture of that name, `width` millimetres wide (30 when absent)",
    run: () => "",
  },
};
