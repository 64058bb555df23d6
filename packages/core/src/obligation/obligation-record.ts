import type { Deadline } from "../deadline/deadline.ts";
import type { CampaignEvent, EventOf, TransferPolicy } from "../ledger/event.ts";
import { instantAt, instantMs, type Instant } from "../time/instant.ts";
import type { Obligation } from "./obligation.ts";

/** One obligation with everything the events up to an instant did to it. */
export interface ObligationRecord {
  readonly obligation: Obligation;
  /** The extension in force. */
  readonly extension: Extension | null;
  readonly waiver: Decision | null;
  /** Set when it came by a merger or split, or was added after the issue: why. */
  readonly cause: Decision | null;
  /** The obligations it came from, whose reports may count for it. */
  readonly inheritance: Inheritance | null;
}

/** Who decided, when and why. */
export interface Decision {
  readonly at: Instant;
  readonly actor: string;
  readonly reason: string;
}

/** A later deadline for one unit, granted by a document. */
export interface Extension extends Decision {
  readonly deadline: Deadline;
  /** The document that grants it. */
  readonly document: string;
}

/** What a unit takes over from those it was made of. */
export interface Inheritance {
  readonly from: readonly ObligationRecord[];
  /** The new unit answers for itself with what is received from then on, in milliseconds. */
  readonly sinceMs: number;
  readonly policy: TransferPolicy;
}

/** An obligation that passed to other units, and why. */
export interface TransferredObligation extends Decision {
  readonly record: ObligationRecord;
  /** Ids of the obligations that stand in its place. */
  readonly to: readonly string[];
}

/** Every obligation as of an instant. */
export interface ObligationsAsOf {
  /** By id, in the order they came up: those that stand, the waived ones among them. */
  readonly standing: ReadonlyMap<string, ObligationRecord>;
  readonly transferred: readonly TransferredObligation[];
}

/**
 * The obligations at an instant, from what was known at another: an event counts when it was
 * recorded by `knownAt` and took effect by `at`.
 */
export function obligationsAsOf(
  events: readonly CampaignEvent[],
  { at, knownAt = at, timeZone }: { at: Instant; knownAt?: Instant | undefined; timeZone: string },
): ObligationsAsOf {
  const limit = instantMs(at);
  const known = instantMs(knownAt);
  const replay: Replay = { standing: new Map(), transferred: [] };
  for (const event of events) {
    if (!concernsObligations(event) || instantMs(event.at) > known) continue;
    const effective = effectiveMs(event, timeZone);
    if (effective <= limit) apply(replay, event, effective);
  }
  return replay;
}

interface Replay {
  readonly standing: Map<string, ObligationRecord>;
  readonly transferred: TransferredObligation[];
}

type ObligationEvent = EventOf<
  | "campaign_issued"
  | "obligation_added"
  | "obligation_waived"
  | "obligation_extended"
  | "obligation_transferred"
>;

function concernsObligations(event: CampaignEvent): event is ObligationEvent {
  return event.type === "campaign_issued" || event.type.startsWith("obligation_");
}

/** When a change takes effect: at the start of the day it names, or when it was made. */
function effectiveMs(event: ObligationEvent, timeZone: string): number {
  const on = "effectiveOn" in event ? event.effectiveOn : undefined;
  return instantMs(on === undefined ? event.at : instantAt(on, { hour: 0 }, timeZone));
}

function apply(replay: Replay, event: ObligationEvent, effective: number): void {
  const { standing } = replay;
  switch (event.type) {
    case "campaign_issued":
      for (const obligation of event.obligations) standing.set(obligation.id, fresh(obligation, null));
      return;
    case "obligation_added":
      standing.set(event.obligation.id, fresh(event.obligation, decisionOf(event)));
      return;
    case "obligation_waived":
      amend(standing, event.obligationId, { waiver: decisionOf(event) });
      return;
    case "obligation_extended": {
      const { deadline, document } = event;
      amend(standing, event.obligationId, { extension: { ...decisionOf(event), deadline, document } });
      return;
    }
    case "obligation_transferred":
      transfer(replay, event, effective);
  }
}

function amend(standing: Map<string, ObligationRecord>, id: string, change: Partial<ObligationRecord>): void {
  const record = standing.get(id);
  // An amendment of what never stood, or no longer does, changes nothing.
  if (record) standing.set(id, { ...record, ...change });
}

function transfer(
  { standing, transferred }: Replay,
  event: EventOf<"obligation_transferred">,
  sinceMs: number,
): void {
  const decision = decisionOf(event);
  const heirs = event.to.map(({ id }) => id);
  // A target that already stands goes on, whether or not the event says so: nobody owes twice.
  const fromIds = new Set([...event.from, ...heirs.filter((id) => standing.has(id))]);
  const from = [...fromIds].flatMap((id) => standing.get(id) ?? []);
  for (const record of from) {
    const { id } = record.obligation;
    // One that goes on is replaced below, and keeps its place among the others.
    if (heirs.includes(id)) continue;
    standing.delete(id);
    transferred.push({ record, to: heirs, ...decision });
  }
  const extension = latestExtension(from);
  const owing = from.filter(({ waiver }) => !waiver);
  // Of several units that became several, nobody can say whose old report covers which new one.
  const policy = owing.length > 1 && heirs.length > 1 ? "renew" : (event.policy ?? "inherit");
  for (const obligation of event.to) {
    const inherited = owing.filter((one) => heirs.length === 1 || one.obligation.id === obligation.id);
    const inheritance = inherited.length === 0 ? null : { from: inherited, sinceMs, policy };
    standing.set(obligation.id, { ...fresh(obligation, decision), extension, inheritance });
  }
}

/** A merger never shortens the time a unit was given. */
function latestExtension(from: readonly ObligationRecord[]): Extension | null {
  const extensions = from.flatMap(({ extension }) => extension ?? []);
  const end = ({ deadline }: Extension) => instantMs(deadline.lastInstant);
  return extensions.reduce<Extension | null>(
    (last, one) => (last && end(last) >= end(one) ? last : one),
    null,
  );
}

function fresh(obligation: Obligation, cause: Decision | null): ObligationRecord {
  return { obligation, extension: null, waiver: null, cause, inheritance: null };
}

function decisionOf({
  at,
  actor,
  reason,
}: EventOf<Exclude<ObligationEvent["type"], "campaign_issued">>): Decision {
  return { at, actor, reason };
}
