import { createHash } from "node:crypto";
import {
  dateOf,
  transferObligations,
  type CampaignEvent,
  type Issue,
  type NameDecision,
  type Reading,
} from "@chiendich/core";
import type { Io } from "../terminal/io.ts";
import { appendEvents, readEvents } from "./campaign-ledger.ts";
import { actorOf, type RunningCampaign } from "./command-context.ts";
import { keepContacts, withoutContacts } from "./contacts-apart.ts";
import { isNoUnit } from "./decisions.ts";
import { keepReturn, readKept } from "./kept-returns.ts";
import { unitVerifiers } from "./office-keys.ts";
import { readCollected } from "./read-collected.ts";
import type { Receipt } from "./receipts.ts";
import { nameDecisionEvents, recordAgain } from "./redecide.ts";
import { verdictSettler, type SettledVerdict } from "./settled-verdicts.ts";
import { unitResolvers } from "./unit-resolvers.ts";

/** What became of one file. */
export interface Collected {
  readonly receipt: Receipt;
  readonly bytes: Uint8Array;
  /** Null when the file cannot be read. */
  readonly reading: Reading | null;
  /** What became of each report in it. */
  readonly verdicts: readonly SettledVerdict[];
  readonly issues: readonly Issue[];
  /** Nothing when it had been collected before and nothing has changed. */
  readonly events: readonly CampaignEvent[];
  /** It was read by an earlier run, and reads as it did then: its issues have been said. */
  readonly known: boolean;
}

export interface CollectOptions {
  readonly decisions: readonly NameDecision[];
  readonly dryRun: boolean;
  readonly onFile?: (done: number, total: number) => void;
}

/** Reads returns into the ledger, in the order they came; the bytes are kept, unchanged, by their hash. */
export async function collectReturns(
  running: RunningCampaign,
  receipts: readonly Receipt[],
  io: Io,
  { decisions, dryRun, onFile }: CollectOptions,
): Promise<readonly Collected[]> {
  const { folder, campaign, directory } = running;
  const actor = actorOf(campaign);
  const now = io.now();
  const verifierOf = await unitVerifiers(folder);
  const resolverOn = await unitResolvers(directory, decisions);
  // In a dry run the events pile up here instead of in the ledger.
  const planned = [...running.events];
  const write = async (decide: (events: readonly CampaignEvent[]) => readonly CampaignEvent[]) => {
    if (!dryRun) return appendEvents(folder, io, decide);
    const events = decide(planned);
    planned.push(...events);
    return events;
  };

  await write((events) => nameDecisionEvents(decisions, directory, events, now));
  const kept = await readKept(folder);
  const collected: Omit<Collected, "verdicts">[] = [];
  for (const [index, receipt] of receipts.entries()) {
    const { receivedAt, evidence, name, policy } = receipt;
    const on = dateOf(receivedAt, campaign.timeZone);
    await write((events) => transferObligations(campaign, directory, events, { on, at: now, actor }));
    const bytes = await receipt.content();
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const roundId = receipt.roundId ?? kept.get(sha256)?.roundId;
    const resolver = resolverOn(on);
    const read = await readCollected(running, receipt, bytes, { sha256, resolver, roundId, verifierOf });
    if (read.reading === null) {
      collected.push({ receipt, bytes, reading: null, issues: read.issues, events: [], known: false });
    } else {
      const schema = campaign.report;
      const { reading, contacts } = withoutContacts(read.reading, schema);
      const events = await write((known) =>
        recordAgain(reading, known, { at: now, actor, receivedAt, evidence, policy, schema, directory }),
      );
      if (!dryRun) {
        const how = {
          ...{ sha256, name, receivedAt, evidence },
          ...(roundId !== undefined && { roundId }),
          ...(policy !== undefined && { policy }),
        };
        await keepReturn(folder, how, bytes, kept.get(sha256));
        await keepContacts(folder, contacts);
      }
      const issues = read.issues.filter((one) => !isSettled(one, decisions));
      const known = events.length === 0 && kept.has(sha256);
      collected.push({ receipt, bytes, reading, issues, events, known });
    }
    onFile?.(index + 1, receipts.length);
  }
  const settle = verdictSettler(dryRun ? planned : await readEvents(folder, io), now);
  return collected.map((one) => {
    const verdicts = one.reading ? settle(one.reading) : [];
    return { ...one, verdicts, issues: [...one.issues, ...verdicts.flatMap(({ issues }) => issues)] };
  });
}

/** A row under a name that people said is no unit is rejected, and nothing more is to be done about it. */
function isSettled(one: Issue, decisions: readonly NameDecision[]): boolean {
  return one.code === "report_unit_unknown" && isNoUnit(one.params.text, decisions);
}
