import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A fenced block of shell commands in a document. */
export interface CommandBlock {
  /** Line of the document on which the block starts, from 1. */
  readonly line: number;
  /** The words of each command, as a shell takes them apart; `npx @chiendich/cli` is `chiendich`. */
  readonly commands: readonly (readonly string[])[];
}

/** Says the words of a command instead of running it: words end with NUL, commands with an empty word. */
const saying = `
say() { printf '%s\\0' "$@" ''; }
chiendich() { say chiendich "$@"; }
npx() { if [ "$1" = @chiendich/cli ]; then shift; say chiendich "$@"; else say npx "$@"; fi; }
bash() { say bash "$@"; }
`;

/**
 * The blocks of a document that are fenced as `bash`, inside lists too. A block fenced as `bash no-run`
 * needs somebody's account or letter and is only shown.
 */
export function commandsOf(document: string): readonly CommandBlock[] {
  const lines = readFileSync(document, "utf8").split("\n");
  return lines.flatMap((text, index) => {
    if (text.trim() !== "```bash") return [];
    const end = lines.findIndex((later, at) => at > index && later.trim() === "```");
    const script = lines.slice(index + 1, end).join("\n");
    const said = execFileSync("bash", ["-euo", "pipefail", "-c", saying + script], { encoding: "utf8" });
    const commands = said.split("\0\0").slice(0, -1);
    return [{ line: index + 1, commands: commands.map((one) => one.split("\0")) }];
  });
}
