import type { Instant } from "@chiendich/core";
import type { Prompts } from "./prompts.ts";

/** Everything the command line touches outside its arguments and its folder; a test hands in its own. */
export interface Io {
  /** What was asked for: tables, sentences, or JSON. */
  readonly out: (text: string) => void;
  /** What goes on meanwhile: progress and problems. */
  readonly err: (text: string) => void;
  /** The only clock there is. */
  readonly now: () => Instant;
  readonly folder: string;
  /** Width of the terminal, in columns. */
  readonly columns: number;
  /** Whether a person is looking: colours, progress and questions only then. */
  readonly interactive: boolean;
  /** Environment variables: where credentials are, never on the command line. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** How that person is asked; by the terminal's menus when absent. */
  readonly prompts?: Prompts | undefined;
}

/** The real terminal of this process. */
export function processIo(): Io {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    now: () => new Date().toISOString(),
    // pnpm runs scripts at the root of the repository; people mean the folder they are in.
    folder: process.env["INIT_CWD"] ?? process.cwd(),
    // Shells tell the width in COLUMNS where the output is no terminal.
    columns: process.stdout.columns ?? (Number(process.env["COLUMNS"]) || 100),
    environment: process.env,
    interactive: Boolean(process.stdout.isTTY && process.stdin.isTTY && !process.env["CI"]),
  };
}
