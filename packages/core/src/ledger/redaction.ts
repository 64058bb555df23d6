import type { Instant } from "../time/instant.ts";
import { canonicalJson } from "./canonical-json.ts";
import { hashOf } from "./content-hash.ts";
import type { CampaignEvent, EventOf } from "./event.ts";

/** Text to be removed from one event: personal data that should not have been written, or whose time is over. */
export interface Redaction {
  readonly position: number;
  /** Where the text stands in the event: `["reason"]`, `["report", "answers", "contact", "value"]`. */
  readonly paths: readonly (readonly (string | number)[])[];
  readonly reason: string;
  readonly actor: string;
}

/** What stands where text was removed. */
export const redactedText = "[đã xóa]";

/** The parts of an event that all of replay rests on; text never stands there. */
const structural = new Set([
  "type",
  "at",
  "actor",
  "receivedAt",
  "sha256",
  "id",
  "reportId",
  "obligationId",
  "roundId",
  "unitId",
]);

/**
 * The event without the text.
 *
 * @throws {RangeError} when a path leads to no text, or to something other events rest on
 */
export function redactEvent(event: CampaignEvent, paths: Redaction["paths"]): CampaignEvent {
  const copy = JSON.parse(canonicalJson(event)) as Record<string, unknown>;
  for (const path of paths) {
    const key = path.at(-1);
    const holder = path.slice(0, -1).reduce<unknown>((value, step) => own(value, step), copy);
    if (key === undefined || typeof own(holder, key) !== "string" || structural.has(String(key))) {
      throw new RangeError(`no text to remove at ${path.join(".")}`);
    }
    (holder as Record<string | number, unknown>)[key] = redactedText;
  }
  return copy as unknown as CampaignEvent;
}

/** The event that records a redaction; by its hash `verifyLedger` knows that nothing else was changed. */
export function redactionEvent(
  { position, reason, actor }: Redaction,
  redacted: CampaignEvent,
  at: Instant,
): EventOf<"event_redacted"> {
  return { type: "event_redacted", at, actor, position, remainsHash: hashOf(redacted), reason };
}

function own(value: unknown, key: string | number): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string | number, unknown>)[key]
    : undefined;
}
