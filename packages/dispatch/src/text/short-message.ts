import { issue, type Issue } from "@chiendich/core";

/** Limits of a channel for short messages, in characters as the reader sees them. */
export interface ChannelLimits {
  readonly title: number;
  readonly paragraph: number;
  readonly parameters: number;
  /** Of the message as a whole; null when the channel has no such limit. */
  readonly whole: number | null;
}

/**
 * Zalo ZNS as its template rules were known to the team (title 65, paragraph 400 characters), and SMS in
 * Vietnamese letters (70 characters for one message, from memory). Channels change their rules: give others.
 */
export const channelLimits = {
  zns: { title: 65, paragraph: 400, parameters: 10, whole: null },
  sms: { title: 0, paragraph: 70, parameters: 0, whole: 70 },
} as const satisfies Record<string, ChannelLimits>;

/** A message from the same facts as the letter. */
export interface ShortMessage {
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** Values filled into a template the channel has approved. */
  readonly parameters: Readonly<Record<string, string>>;
}

const length = (text: string) => [...new Intl.Segmenter("vi").segment(text)].length;

/** What of a message the channel would refuse. */
export function checkShortMessage(message: ShortMessage, limits: ChannelLimits): readonly Issue[] {
  const { title, paragraphs, parameters } = message;
  const tooLong = (path: string, actual: number, most: number): readonly Issue[] =>
    actual <= most ? [] : [issue("dispatch_message_too_long", { path }, { actual, most })];
  const whole = length([title, ...paragraphs].filter((part) => part !== "").join("\n"));
  return [
    ...tooLong("title", length(title), limits.title),
    ...paragraphs.flatMap((text, index) => tooLong(`paragraphs[${index}]`, length(text), limits.paragraph)),
    ...(limits.whole === null ? [] : tooLong("", whole, limits.whole)),
    ...(Object.keys(parameters).length <= limits.parameters
      ? []
      : [
          issue(
            "dispatch_message_parameters",
            { path: "parameters" },
            { actual: Object.keys(parameters).length, most: limits.parameters },
          ),
        ]),
  ];
}
