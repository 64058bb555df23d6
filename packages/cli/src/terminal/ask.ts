import type { Language } from "@chiendich/core";
import { MisuseError } from "../misuse-error.ts";
import type { Bilingual } from "../bilingual.ts";
import type { Io } from "./io.ts";
import { stopped, terminalPrompts } from "./prompts.ts";

/** Answers by the names of their questions; an optional one that was left empty is absent. */
export type Answers = Readonly<Record<string, string>>;

/** Something a command needs to know, as a flag or as an answer. */
export interface Question {
  readonly name: string;
  readonly vi: string;
  readonly en: string;
  readonly example: string;
  /** The answer as it is kept, or what is wrong with it; given are the answers to the questions before. */
  readonly read?: (answer: string, before: Answers) => string | Bilingual;
  /** Whether to ask, given the answers before; such a question may be left empty, and its flag out. */
  readonly optionalWhen?: (before: Answers) => boolean;
}

/**
 * The answers: from flags, and where a person sits at the terminal by asking for the rest.
 *
 * @throws {MisuseError} naming every flag that is missing or wrong, when there is nobody to ask; or when
 * the person stops
 */
export async function askMissing(
  questions: readonly Question[],
  given: Readonly<Record<string, unknown>>,
  { io, language }: { readonly io: Io; readonly language: Language },
): Promise<Answers> {
  const prompts = io.prompts ?? terminalPrompts(language);
  const answers: Record<string, string> = {};
  const open: Open[] = [];
  for (const question of questions) {
    const { name, example, optionalWhen } = question;
    const flag = readFlag(question, given[name], answers);
    if (typeof flag === "string") answers[name] = flag;
    else if (!io.interactive) {
      if (flag !== null || !optionalWhen) open.push({ question, problem: flag });
    } else if (flag !== null || !optionalWhen || optionalWhen(answers)) {
      if (flag !== null) io.err(`${flag[language]}\n`);
      const answer = await prompts.answer(question[language], {
        example,
        optional: optionalWhen !== undefined,
        refuse: (typed) => {
          const read = readAnswer(question, typed, answers);
          return typeof read === "string" ? null : read[language];
        },
      });
      if (answer === null) throw stopped();
      const read = readAnswer(question, answer, answers);
      if (answer !== "" && typeof read === "string") answers[name] = read;
    }
  }
  if (open.length > 0) throw missing(open);
  return answers;
}

interface Open {
  readonly question: Question;
  /** What is wrong with what was given; null when nothing was. */
  readonly problem: Bilingual | null;
}

/** What a flag says; what is wrong with it; null when it is not there. */
function readFlag(question: Question, value: unknown, before: Answers): string | Bilingual | null {
  if (typeof value !== "string" || value.trim() === "") return null;
  return readAnswer(question, value.trim().normalize("NFC"), before);
}

function readAnswer({ read }: Question, answer: string, before: Answers): string | Bilingual {
  return read ? read(answer, before) : answer;
}

function missing(open: readonly Open[]): MisuseError {
  const flags = open.map(({ question: { name, example } }) => `--${name} "${example}"`).join(" ");
  const sentence = (language: Language) =>
    open.flatMap(({ question: { name }, problem }) =>
      problem ? [`\n  --${name}: ${problem[language]}`] : [],
    );
  return new MisuseError({
    vi: `Thiếu hoặc sai: ${flags}${sentence("vi").join("")}`,
    en: `Missing or wrong: ${flags}${sentence("en").join("")}`,
  });
}
