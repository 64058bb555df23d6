import type { Issue, Language } from "@chiendich/core";
import type { Bilingual } from "./bilingual.ts";
import type { Io } from "./terminal/io.ts";

/** One command of `chiendich`, as data: help, completion and the JSON documentation are made from it. */
export interface Command {
  readonly name: string;
  readonly summary: Bilingual;
  /** A line one can type. */
  readonly example: string;
  readonly arguments?: readonly ArgumentSpec[];
  readonly options?: readonly OptionSpec[];
  /** Changes something outside the process, and so can be asked for `--dry-run`. */
  readonly changes: boolean;
  readonly run: (context: CommandContext, input: CommandInput) => Promise<Outcome>;
}

export interface ArgumentSpec {
  readonly name: string;
  readonly summary: Bilingual;
  readonly required: boolean;
  readonly many?: boolean;
}

export interface OptionSpec {
  /** As commander writes it: `--as-of <instant>`. */
  readonly flags: string;
  readonly summary: Bilingual;
  readonly default?: string | boolean;
}

/** What somebody typed. */
export interface CommandInput {
  readonly arguments: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly dryRun: boolean;
}

export interface CommandContext {
  readonly io: Io;
  readonly language: Language;
}

/** What came of a command. */
export interface Outcome {
  /** What `--json` prints; plain data. */
  readonly data: unknown;
  /** What a person reads. */
  readonly text: string;
  readonly issues: readonly Issue[];
  /** Of the issues, those an earlier run has said: they count and stand in the JSON, and are not printed again. */
  readonly said?: ReadonlySet<Issue> | undefined;
}

/**
 * The exit code: 0 when done, 1 when something is wrong with the data or the plan (an error, or a
 * query nobody has explained). Misuse, 2, never gets as far as an outcome.
 */
export function exitCode({ issues }: Outcome): 0 | 1 {
  return issues.some(({ severity }) => severity === "error" || severity === "query") ? 1 : 0;
}
