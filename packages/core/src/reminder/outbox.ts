import type { Instant } from "../time/instant.ts";

/**
 * Messages on their way out. Whatever happens to the process, no message is sent twice: it is
 * claimed, durably, before it is sent, and a claim that nobody settled is never taken up again
 * unless a person says that it did not go out.
 */
export interface Outbox<Message extends OutboxMessage = OutboxMessage> {
  /** Adds what is not there yet, by id, in order; says how many that were. All of them or none. */
  put(messages: readonly Message[]): Promise<number>;
  /** Every message ever put, in order. */
  entries(): Promise<readonly OutboxEntry<Message>[]>;
  /**
   * Takes a waiting message for sending; durable when it resolves. `false` when it is not waiting:
   * of several that claim it, in any process, exactly one gets `true`.
   * @throws {OutboxError} `message_unknown`
   */
  claim(id: string, at: Instant): Promise<boolean>;
  /** What came of a claimed message. @throws {OutboxError} `message_unknown`, `not_claimed` */
  settle(id: string, outcome: SendOutcome, at: Instant): Promise<void>;
  /**
   * A person has found out that a claimed message did not go out: it waits again.
   * @throws {OutboxError} `message_unknown`, `not_claimed`
   */
  release(
    id: string,
    decision: { readonly at: Instant; readonly actor: string; readonly reason: string },
  ): Promise<void>;
}

/** Plain data with an id; a `ReminderMessage` is one. */
export interface OutboxMessage {
  readonly id: string;
}

/** A message and what has become of it. */
export interface OutboxEntry<Message extends OutboxMessage = OutboxMessage> {
  readonly message: Message;
  /**
   * - `waiting`: to be sent
   * - `claimed`: somebody is sending it, or was when the process ended: then nobody knows whether it went out
   * - `sent`, `refused`: settled for good
   */
  readonly state: "waiting" | "claimed" | "sent" | "refused";
  /** When it was claimed, each time: what counts against a daily cap. */
  readonly claims: readonly Instant[];
  /** What the sender said last, when it was not sent. Never holds secrets. */
  readonly problem: string | null;
}

/** What a sender says of a message. A sender that throws says nothing: the message stays claimed. */
export type SendOutcome =
  | { readonly kind: "sent" }
  /** It certainly did not go out, and may later. */
  | { readonly kind: "later"; readonly problem: string }
  /** It certainly did not go out, and never will. */
  | { readonly kind: "refused"; readonly problem: string };

/**
 * `message_unknown`, `not_claimed`: it was called out of order. `outbox_unavailable`: disk or lock;
 * try again. `outbox_damaged`: what is kept cannot be read.
 */
export type OutboxErrorCode = "message_unknown" | "not_claimed" | "outbox_unavailable" | "outbox_damaged";

/** A failure of the outbox itself. */
export class OutboxError extends Error {
  readonly code: OutboxErrorCode;

  constructor(code: OutboxErrorCode, message: string, options: { cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "OutboxError";
    this.code = code;
  }
}
