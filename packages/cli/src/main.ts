import { resolve } from "node:path";
import { printIssue, type Issue, type Language } from "@chiendich/core";
import { Command as Program, CommanderError } from "commander";
import pc from "picocolors";
import manifest from "../package.json" with { type: "json" };
import { MisuseError } from "./misuse-error.ts";
import { exitCode, type Command, type Outcome } from "./command.ts";
import { common, optionsOf } from "./common-options.ts";
import { commands } from "./commands/commands.ts";
import type { Io } from "./terminal/io.ts";

/**
 * Runs one command line, `chiendich` left out. Never throws for what people type or what stands in
 * their files.
 *
 * @returns the exit code: 0 done, 1 something is wrong with the data or the plan, 2 misuse
 */
export async function main(words: readonly string[], io: Io): Promise<0 | 1 | 2> {
  const language: Language = languageOf(words);
  let code: 0 | 1 | 2 = 0;
  const program = programFor(language, io, async (command, input) => {
    const { folder, lang } = input.options;
    if (lang !== "vi" && lang !== "en") {
      throw new MisuseError({
        vi: `Không có ngôn ngữ “${String(lang)}”. Hiện có: vi, en`,
        en: `There is no language “${String(lang)}”. There are: vi, en`,
      });
    }
    const there = typeof folder === "string" ? { ...io, folder: resolve(io.folder, folder) } : io;
    const outcome = await command.run({ io: there, language }, input);
    print(outcome, { json: Boolean(input.options["json"]), language, io });
    code = exitCode(outcome);
  });
  try {
    await program.parseAsync(words, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof MisuseError) {
      io.err(`${error.sentence[language]}\n`);
      return 2;
    }
    throw error;
  }
}

type Run = (command: Command, input: Parameters<Command["run"]>[1]) => Promise<void>;

/** The commander program for one language; commander suggests the right word for a wrong one. */
function programFor(language: Language, io: Io, run: Run): Program {
  const vi = language === "vi";
  const program = new Program("chiendich")
    .description(
      vi
        ? "Tổ chức một chiến dịch hành chính: công văn, biểu mẫu, thu báo cáo, đôn đốc, tổng hợp."
        : "Run a government campaign: dispatch, forms, returns, reminders, roll-up.",
    )
    .exitOverride()
    .version(manifest.version, "-V, --version", vi ? "xem phiên bản" : "show the version")
    .configureOutput({
      writeOut: io.out,
      writeErr: io.err,
      outputError: (text, write) => write(vi ? vietnameseError(text) : text),
    })
    .configureHelp({ styleTitle: (title) => (vi ? (titles[title] ?? title) : title) })
    .showSuggestionAfterError()
    .helpCommand("help [command]", vi ? "xem hướng dẫn của một lệnh" : "show help for a command")
    .helpOption("-h, --help", vi ? "xem hướng dẫn" : "show help");
  // Without their defaults, which would hide what stands after the command.
  for (const { flags, summary } of common) program.option(flags, summary[language]);
  for (const command of commands) {
    const sub = program
      .command(command.name)
      .description(command.summary[language])
      .helpOption("-h, --help", vi ? "xem hướng dẫn" : "show help")
      .exitOverride();
    for (const { name, summary, required, many } of command.arguments ?? []) {
      const word = many ? `${name}...` : name;
      sub.argument(required ? `<${word}>` : `[${word}]`, summary[language]);
    }
    for (const { flags, summary, default: value } of optionsOf(command)) {
      sub.option(flags, summary[language], value);
    }
    sub.addHelpText("after", `\n${vi ? "Ví dụ" : "Example"}:\n  $ ${command.example}\n`);
    sub.action(async (...given: unknown[]) => {
      const options = sub.optsWithGlobals<Record<string, string | boolean | undefined>>();
      const typed = given.slice(0, command.arguments?.length ?? 0).flat();
      await run(command, {
        arguments: typed.filter((one): one is string => typeof one === "string"),
        options,
        dryRun: Boolean(options["dryRun"]),
      });
    });
  }
  return program;
}

/** Titles of commander's help. */
const titles: Readonly<Record<string, string>> = {
  "Usage:": "Cách dùng:",
  "Arguments:": "Tham số:",
  "Options:": "Tùy chọn:",
  "Commands:": "Các lệnh:",
};

/** What commander says about a wrong word, which it knows in English only. */
function vietnameseError(text: string): string {
  return text
    .replace(/^error: unknown command '(.*)'/, "Không có lệnh “$1”.")
    .replace(/^error: unknown option '(.*)'/, "Không có tùy chọn “$1”.")
    .replace(/^error: missing required argument '(.*)'/, "Thiếu tham số “$1”.")
    .replace(/^error: option '(.*)' argument missing/, "Thiếu giá trị sau “$1”.")
    .replace(/^error: too many arguments for '(.*)'\..*$/m, "Thừa tham số cho lệnh “$1”.")
    .replace(/\(Did you mean (?:one of )?(.*)\?\)/, "Có phải là: $1?");
}

/** The language is needed before the words are parsed: help is printed in it too. */
function languageOf(words: readonly string[]): Language {
  const index = words.findIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const word = index < 0 ? "vi" : (words[index]?.split("=")[1] ?? words[index + 1]);
  return word === "en" ? "en" : "vi";
}

function print(
  outcome: Outcome,
  { json, language, io }: { json: boolean; language: Language; io: Io },
): void {
  if (json) {
    io.out(`${JSON.stringify({ data: outcome.data, issues: outcome.issues }, null, 2)}\n`);
    return;
  }
  const news = outcome.issues.filter((issue) => !outcome.said?.has(issue));
  for (const issue of news) io.err(`${printLine(issue, language, io)}\n`);
  io.out(outcome.text);
}

function printLine(issue: Issue, language: Language, io: Io): string {
  const colours = pc.createColors(io.interactive);
  const paint = { error: colours.red, query: colours.yellow, warning: colours.yellow, info: colours.dim };
  return paint[issue.severity](printIssue(issue, language));
}
