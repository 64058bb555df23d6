import { MisuseError } from "../misuse-error.ts";
import type { Command } from "../command.ts";
import { printCompletion, shells } from "../terminal/print-completion.ts";

/** The script by which a shell completes the commands given, and this one. */
export function completion(others: readonly Command[]): Command {
  const command: Command = {
    name: "completion",
    summary: {
      vi: "in đoạn mã để dòng lệnh tự hoàn thành (bash, zsh hoặc fish)",
      en: "print the script that completes commands in bash, zsh or fish",
    },
    example: 'eval "$(chiendich completion bash)"',
    arguments: [
      { name: "shell", summary: { vi: "bash, zsh hoặc fish", en: "bash, zsh or fish" }, required: true },
    ],
    changes: false,
    run: async ({ language }, { arguments: [typed] }) => {
      const shell = shells.find((one) => one === typed);
      if (!shell) {
        throw new MisuseError({
          vi: `Không có “${typed}”. Hiện có: ${shells.join(", ")}`,
          en: `There is no “${typed}”. There are: ${shells.join(", ")}`,
        });
      }
      const script = printCompletion([...others, command], shell, language);
      return { data: { shell, script }, text: script, issues: [] };
    },
  };
  return command;
}
