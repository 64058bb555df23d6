import type { CommandSurroundings } from "../src/run-command.ts";
import type { Choice, Prompts } from "../src/terminal/prompts.ts";

/** A person at the terminal who gives prepared answers. */
export interface Somebody {
  /** What they were asked, in turn; a question they answered wrongly stands once. */
  readonly asked: readonly string[];
  /** The values each menu offered. */
  readonly offered: readonly (readonly string[])[];
  /** What they were told about wrong answers. */
  readonly told: readonly string[];
  readonly io: Pick<CommandSurroundings, "interactive" | "prompts">;
}

/** Somebody who gives these answers in turn, `null` to stop; being asked for more than that fails the test. */
export function somebody(answers: readonly (string | null)[]): Somebody {
  const left = [...answers];
  const asked: string[] = [];
  const offered: string[][] = [];
  const told: string[] = [];
  const next = (message: string): string | null => {
    if (left.length === 0) throw new Error(`nobody expected to be asked: ${message}`);
    return left.shift() ?? null;
  };
  const prompts: Prompts = {
    choose: (message, choices: readonly Choice[]) => {
      asked.push(message);
      offered.push(choices.map(({ value }) => value));
      return Promise.resolve(next(message));
    },
    answer: (message, { refuse, optional = false } = {}) => {
      asked.push(message);
      for (;;) {
        const answer = next(message);
        const wrong = answer === null ? null : answer === "" && !optional ? "empty" : refuse?.(answer);
        if (answer === "" && optional) return Promise.resolve("");
        if (wrong == null) return Promise.resolve(answer);
        told.push(wrong);
      }
    },
  };
  return { asked, offered, told, io: { interactive: true, prompts } };
}
