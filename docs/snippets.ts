import { readFileSync } from "node:fs";

/** A fenced block of TypeScript in a document, made into a module that checks what it claims. */
export interface Snippet {
  readonly document: string;
  /** Line of the document on which the block starts, from 1. */
  readonly line: number;
  readonly code: string;
}

/**
 * The runnable blocks of a document: those fenced as `ts`. A block marked `ts no-run` is only shown.
 * `expression; // → value` becomes an assertion, so that the comment beside a call is checked too.
 */
export function snippetsOf(document: string): readonly Snippet[] {
  const lines = readFileSync(document, "utf8").split("\n");
  const snippets: Snippet[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    if (lines[index] !== "```ts") continue;
    const end = lines.indexOf("```", index + 1);
    snippets.push({ document, line: index + 1, code: asserting(lines.slice(index + 1, end)) });
    index = end;
  }
  return snippets;
}

function asserting(lines: readonly string[]): string {
  const checked = lines.map((line) => line.replace(/^(\S.*);\s+\/\/ → (.+)$/, "expect($1).toEqual($2);"));
  return ['import { expect } from "vitest";', ...checked].join("\n");
}
