import { execFileSync } from "node:child_process";
import { tmpdir } from "node:os";
import { expect, it } from "vitest";
import { testIo } from "../test/test-io.ts";
import { commands } from "./commands/commands.ts";
import { main } from "./main.ts";

async function scriptFor(shell: string) {
  const io = testIo({ folder: tmpdir(), at: "2026-03-02T09:00:00+07:00" });
  expect(await main(["completion", shell], io)).toBe(0);
  return io.said();
}

/** What bash offers for a line, by running the script in it. */
async function offered(...line: readonly string[]) {
  const words = ["chiendich", ...line].map((word) => `'${word}'`).join(" ");
  const run = `COMP_WORDS=(${words}); COMP_CWORD=${line.length}; _chiendich; echo "\${COMPREPLY[@]}"`;
  const said = execFileSync("bash", ["-c", `${await scriptFor("bash")}${run}`], { encoding: "utf8" });
  return said.trim().split(" ").filter(Boolean);
}

it("completes commands by their first letters", async () => {
  expect(await offered("re")).toEqual(["resolve", "remind", "report"]);
  expect(await offered("")).toEqual([...commands.map(({ name }) => name), "help"]);
});

it("completes the options of the command that was typed, and no other's", async () => {
  expect(await offered("status", "--")).toContain("--as-of");
  expect(await offered("status", "--")).not.toContain("--dry-run");
  expect(await offered("collect", "--d")).toEqual(["--dry-run"]);
});

it.each(["zsh", "fish"])("knows every command and option in %s", async (shell) => {
  const script = await scriptFor(shell);
  for (const { name, options = [] } of commands) {
    expect(script).toContain(name);
    for (const { flags } of options) {
      const [word = ""] = flags.split(" ");
      expect(script).toContain(shell === "fish" ? `-l ${word.slice(2)}` : word);
    }
  }
});

it("is misuse for a shell it does not know", async () => {
  const io = testIo({ folder: tmpdir(), at: "2026-03-02T09:00:00+07:00" });
  expect(await main(["completion", "tcsh"], io)).toBe(2);
  expect(io.complained()).toContain("bash, zsh, fish");
});
