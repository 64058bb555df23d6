import type { Language } from "@chiendich/core";
import type { Command, OptionSpec } from "../command.ts";
import { optionsOf } from "../common-options.ts";

export const shells = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof shells)[number];

/** Completes the commands, their options, and files where an option or argument takes something. */
export function printCompletion(commands: readonly Command[], shell: Shell, language: Language): string {
  return { bash, zsh, fish }[shell](commands, language);
}

/** `--as-of <instant>`: its word, and whether something follows it. */
function flagOf({ flags }: OptionSpec): { readonly word: string; readonly takesValue: boolean } {
  const [word = ""] = flags.split(" ");
  return { word, takesValue: flags.includes("<") };
}

const wordsOf = (command: Command) => [...optionsOf(command).map((one) => flagOf(one).word), "--help"];

// The branches are cases, not an array by name: macOS still has bash 3, which has no such arrays.
function bash(commands: readonly Command[]): string {
  const cases = commands.map(
    (command) => `    *:${command.name}) words="${wordsOf(command).join(" ")}" ;;\n`,
  );
  return `_chiendich() {
  local word="\${COMP_WORDS[COMP_CWORD]}" words
  case "\${COMP_CWORD}:\${COMP_WORDS[1]}" in
    1:*) words="${commands.map(({ name }) => name).join(" ")} help" ;;
${cases.join("")}  esac
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -F _chiendich chiendich
`;
}

function zsh(commands: readonly Command[], language: Language): string {
  const list = commands.map(({ name, summary }) => `    ${quote(`${name}:${summary[language]}`)}\n`);
  const cases = commands.map((command) => {
    const specs = optionsOf(command).map((one) => {
      const { word, takesValue } = flagOf(one);
      // Brackets and colons end a description in zsh's specification of an option.
      const summary = one.summary[language].replace(/[[\]:\\]/g, (sign) => `\\${sign}`);
      return `        ${quote(`${word}[${summary}]${takesValue ? ":value:_files" : ""}`)}`;
    });
    return `    ${command.name})\n      _arguments \\\n${[...specs, "        '*:file:_files'"].join(" \\\n")}\n      ;;\n`;
  });
  return `#compdef chiendich
_chiendich() {
  local -a commands
  commands=(
${list.join("")}  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local name=$words[2]
  shift words
  (( CURRENT-- ))
  case $name in
${cases.join("")}  esac
}
compdef _chiendich chiendich
`;
}

function fish(commands: readonly Command[], language: Language): string {
  const first = commands.map(
    ({ name, summary }) =>
      `complete -c chiendich -n __fish_use_subcommand -f -a ${name} -d ${quoteFish(summary[language])}\n`,
  );
  const options = commands.flatMap((command) =>
    optionsOf(command).map((one) => {
      const { word, takesValue } = flagOf(one);
      const value = takesValue ? " -r" : "";
      const where = `'__fish_seen_subcommand_from ${command.name}'`;
      return `complete -c chiendich -n ${where} -l ${word.slice(2)}${value} -d ${quoteFish(one.summary[language])}\n`;
    }),
  );
  return [...first, ...options].join("");
}

const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
const quoteFish = (text: string) => `'${text.replace(/[\\']/g, (sign) => `\\${sign}`)}'`;
