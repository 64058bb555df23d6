import type { Language } from "@chiendich/core";
import { cancel, isCancel, text } from "@clack/prompts";
import { MisuseError } from "../command.ts";

/** Something a command needs to know, as a flag or as an answer. */
export interface Question {
  readonly name: string;
  readonly vi: string;
  readonly en: string;
  readonly example: string;
  readonly check?: (answer: string) => boolean;
}

/**
 * The answers: from flags, and where a person sits at the terminal by asking for the rest.
 *
 * @throws {MisuseError} naming every flag that is missing or wrong, when there is nobody to ask
 */
export async function askMissing(
  questions: readonly Question[],
  given: Readonly<Record<string, unknown>>,
  { interactive, language }: { readonly interactive: boolean; readonly language: Language },
): Promise<Readonly<Record<string, string>>> {
  const answers: Record<string, string> = {};
  const open = questions.filter(({ name, check }) => {
    const value = given[name];
    if (typeof value !== "string" || value.trim() === "" || check?.(value) === false) return true;
    answers[name] = value.trim().normalize("NFC");
    return false;
  });
  if (open.length > 0 && !interactive) {
    const flags = open.map(({ name, example }) => `--${name} "${example}"`).join(" ");
    throw new MisuseError({ vi: `Thiếu hoặc sai: ${flags}`, en: `Missing or wrong: ${flags}` });
  }
  for (const { name, example, check, ...words } of open) {
    const answer = await text({
      message: words[language],
      placeholder: example,
      validate: (value) =>
        !value?.trim() || check?.(value.trim()) === false
          ? language === "vi"
            ? `Ví dụ: ${example}`
            : `For example: ${example}`
          : undefined,
    });
    if (isCancel(answer)) {
      cancel(language === "vi" ? "Đã dừng, chưa ghi gì." : "Stopped; nothing was written.");
      throw new MisuseError({ vi: "Đã dừng.", en: "Stopped." });
    }
    answers[name] = answer.trim().normalize("NFC");
  }
  return answers;
}
