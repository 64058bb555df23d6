import { isCancel, select, text } from "@clack/prompts";

/** How a person at the terminal is asked; a test answers by itself. `null` when the person stops. */
export interface Prompts {
  readonly choose: (message: string, choices: readonly Choice[]) => Promise<string | null>;
  readonly answer: (message: string, initial?: string) => Promise<string | null>;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

/** Menus and lines of the real terminal. */
export const terminalPrompts: Prompts = {
  choose: async (message, choices) => {
    const options = choices.map(({ hint, ...choice }) => (hint ? { ...choice, hint } : choice));
    const chosen = await select<string>({ message, options, maxItems: 12 });
    return isCancel(chosen) ? null : chosen;
  },
  answer: async (message, initial = "") => {
    const typed = await text({
      message,
      initialValue: initial,
      validate: (value) => (value?.trim() ? undefined : "…"),
    });
    return isCancel(typed) ? null : typed.trim().normalize("NFC");
  },
};
