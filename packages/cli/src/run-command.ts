import type { Instant } from "@chiendich/core";
import { main } from "./main.ts";
import type { Io } from "./terminal/io.ts";

/** What became of a command line that a program or a test ran. */
export interface CommandResult {
  /** 0 done, 1 something is wrong with the data or the plan, 2 misuse. */
  readonly code: 0 | 1 | 2;
  /** What it printed. */
  readonly said: string;
  /** What it said beside that: problems. */
  readonly complained: string;
}

/** Where and when a command line is run; what is absent is as with nobody at the terminal. */
export interface CommandSurroundings extends Partial<Omit<Io, "out" | "err" | "now" | "folder">> {
  readonly folder: string;
  /** The moment at which it runs; the clock stands still meanwhile. */
  readonly at: Instant;
}

/** Runs one command line, `chiendich` left out, in a folder and at a moment, with nobody at the terminal. */
export async function runCommand(
  words: readonly string[],
  { folder, at, ...surroundings }: CommandSurroundings,
): Promise<CommandResult> {
  let said = "";
  let complained = "";
  const code = await main(words, {
    out: (text) => (said += text),
    err: (text) => (complained += text),
    now: () => at,
    folder,
    columns: 100,
    interactive: false,
    environment: {},
    ...surroundings,
  });
  return { code, said, complained };
}
