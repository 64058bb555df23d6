import type { Readable, Writable } from "node:stream";
import type { Language } from "@chiendich/core";
import { select, text } from "@clack/prompts";
import { MisuseError } from "../misuse-error.ts";

/** How a person at the terminal is asked; a test answers by itself. `null` when the person stops. */
export interface Prompts {
  readonly choose: (message: string, choices: readonly Choice[]) => Promise<string | null>;
  readonly answer: (message: string, how?: AnswerOptions) => Promise<string | null>;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

export interface AnswerOptions {
  /** Stands there already, to be kept or changed. */
  readonly initial?: string | undefined;
  /** Shown faintly while nothing is typed; it is not the answer when nothing is. */
  readonly example?: string | undefined;
  /** What is wrong with an answer; null when it will do. */
  readonly refuse?: ((answer: string) => string | null) | undefined;
  /** May be left empty. */
  readonly optional?: boolean | undefined;
}

/** Where a person types and looks; the process's own terminal when absent. */
export interface TerminalStreams {
  readonly input?: Readable;
  readonly output?: Writable;
}

const words = {
  vi: { empty: "Cần ghi mục này.", keys: "phím ↑ ↓ để chọn, Enter để xác nhận, Esc để dừng" },
  en: { empty: "This is needed.", keys: "↑ ↓ to choose, Enter to confirm, Esc to stop" },
};

/** Menus and lines of the real terminal. */
export function terminalPrompts(language: Language, streams: TerminalStreams = {}): Prompts {
  const say = words[language];
  return {
    choose: (message, choices) =>
      untilStopped(streams.input ?? process.stdin, (signal) =>
        select<string>({
          ...{ ...streams, signal, message: `${message} (${say.keys})`, maxItems: 12 },
          showInstructions: false,
          options: choices.map(({ hint, ...choice }) => (hint ? { ...choice, hint } : choice)),
        }),
      ),
    answer: async (message, { initial = "", example = "", refuse, optional = false } = {}) => {
      const typed = await untilStopped(streams.input ?? process.stdin, (signal) =>
        text({
          ...{ ...streams, signal, message, initialValue: initial, placeholder: example },
          validate: (value) => {
            const answer = plain(value);
            if (answer === "") return optional ? undefined : say.empty;
            return refuse?.(answer) ?? undefined;
          },
        }),
      );
      return typed === null ? null : plain(typed);
    },
  };
}

const plain = (typed: string | undefined) => (typed ?? "").trim().normalize("NFC");

/**
 * Ctrl-D and the end of the input stop a question as Ctrl-C does. Left to itself such a question never
 * ends, and the process does, as if all had been done.
 */
async function untilStopped(
  input: Readable,
  ask: (signal: AbortSignal) => Promise<string | symbol>,
): Promise<string | null> {
  const stop = new AbortController();
  const ended = () => stop.abort();
  const pressed = (_: unknown, key: { readonly ctrl?: boolean; readonly name?: string } | undefined) => {
    if (key?.ctrl === true && key.name === "d") stop.abort();
  };
  input.on("keypress", pressed);
  input.once("end", ended);
  try {
    const answer = await ask(stop.signal);
    return typeof answer === "string" ? answer : null;
  } finally {
    input.off("keypress", pressed);
    input.off("end", ended);
  }
}

/** What a person who stopped is told. */
export function stopped(): MisuseError {
  return new MisuseError({ vi: "Đã dừng, chưa ghi gì.", en: "Stopped; nothing was written." });
}
