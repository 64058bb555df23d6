import { dateOf, type Instant } from "../time/instant.ts";
import type { Outbox, OutboxEntry, OutboxMessage, SendOutcome } from "./outbox.ts";

/** How messages are sent. */
export interface DrainOptions<Message extends OutboxMessage> {
  /** Sends one message, and says what came of it. Throwing means that nobody knows. */
  readonly send: (message: Message) => Promise<SendOutcome>;
  /** The present: asked before and after each message, because sending takes time. */
  readonly now: () => Instant;
  readonly timeZone: string;
  /** How many may be claimed on one day of the zone, as a mail provider's quota; no limit when absent. */
  readonly dailyCap?: number | undefined;
  /** An `AbortSignal`: once aborted, no further message is claimed. */
  readonly signal?: { readonly aborted: boolean } | undefined;
}

/** What one run did. `sent + later + refused + uncertain` is how many it claimed. */
export interface DrainReport {
  readonly sent: readonly string[];
  /** Did not go out and waits for another run. */
  readonly later: readonly string[];
  readonly refused: readonly string[];
  /** Nobody knows whether these went out, from this run or an earlier one: a person must look. */
  readonly uncertain: readonly string[];
  /** Still to be sent, because of the cap, an abort, or `later`. */
  readonly waiting: number;
  /** The day's cap is used up. */
  readonly capped: boolean;
}

/**
 * Sends what waits, one after the other, each at most once in a run. It may be stopped or killed
 * at any point and run again: what was sent, or may have been, is not sent again.
 */
export async function drainOutbox<Message extends OutboxMessage>(
  outbox: Outbox<Message>,
  { send, now, timeZone, dailyCap = Infinity, signal }: DrainOptions<Message>,
): Promise<DrainReport> {
  const before = await outbox.entries();
  const results: Record<SendOutcome["kind"], string[]> = { sent: [], later: [], refused: [] };
  const usage = new Map<string, number>();
  for (const claim of before.flatMap(({ claims }) => claims)) count(usage, dateOf(claim, timeZone));
  let capped = false;
  for (const { message, state } of before) {
    if (state !== "waiting") continue;
    if (signal?.aborted) break;
    const at = now();
    const day = dateOf(at, timeZone);
    if ((usage.get(day) ?? 0) >= dailyCap) {
      capped = true;
      break;
    }
    if (!(await outbox.claim(message.id, at))) continue;
    count(usage, day);
    const outcome = await attempt(send, message);
    if (!outcome) continue;
    await outbox.settle(message.id, outcome, now());
    results[outcome.kind].push(message.id);
  }
  const after = await outbox.entries();
  const inState = (wanted: OutboxEntry["state"]) => after.filter(({ state }) => state === wanted);
  return {
    ...results,
    uncertain: inState("claimed").map(({ message }) => message.id),
    waiting: inState("waiting").length,
    capped,
  };
}

/** What the sender says; `null` when it throws, whether the message went out or not. */
async function attempt<Message extends OutboxMessage>(
  send: DrainOptions<Message>["send"],
  message: Message,
): Promise<SendOutcome | null> {
  try {
    return await send(message);
  } catch {
    return null;
  }
}

function count(usage: Map<string, number>, day: string): void {
  usage.set(day, (usage.get(day) ?? 0) + 1);
}
