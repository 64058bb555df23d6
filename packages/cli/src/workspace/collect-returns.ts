import { createHash } from "node:crypto";
import { extname } from "node:path";
import {
  createUnitResolver,
  dateOf,
  readReturn,
  transferObligations,
  type CampaignEvent,
  type Issue,
  type NameDecision,
  type Reading,
} from "@chiendich/core";
import { openWorkbook } from "@chiendich/xlsx";
import { openSnapshot, snapshotExtension } from "../google/sheet-snapshot.ts";
import { pluginParts } from "../plugin/plugin-parts.ts";
import type { Io } from "../terminal/io.ts";
import { appendEvents } from "./campaign-ledger.ts";
import { actorOf, type RunningCampaign } from "./command-context.ts";
import { keepContacts, withoutContacts } from "./contacts-apart.ts";
import { isNoUnit } from "./decisions.ts";
import { keepReturn, readKept } from "./kept-returns.ts";
import type { Receipt } from "./receipts.ts";
import { nameDecisionEvents, recordAgain } from "./redecide.ts";

/** What became of one file. */
export interface Collected {
  readonly receipt: Receipt;
  readonly bytes: Uint8Array;
  /** Null when the file is no workbook. */
  readonly reading: Reading | null;
  readonly issues: readonly Issue[];
  /** Nothing when it had been collected before and nothing has changed. */
  readonly events: readonly CampaignEvent[];
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
  const { sources, validators, fieldKinds } = pluginParts(running.plugins);
  const openers: typeof sources = { ...sources, [snapshotExtension]: openSnapshot };
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
  const collected: Collected[] = [];
  for (const [index, receipt] of receipts.entries()) {
    const { receivedAt, evidence, name, policy } = receipt;
    const on = dateOf(receivedAt, campaign.timeZone);
    await write((events) => transferObligations(campaign, directory, events, { on, at: now, actor }));
    const bytes = await receipt.content();
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const open = openers[extname(name).toLowerCase()] ?? openWorkbook;
    const opened = await open(bytes, { name });
    if (opened.value === null) {
      collected.push({ receipt, bytes, reading: null, issues: opened.issues, events: [] });
    } else {
      const resolver = createUnitResolver(directory, { asOf: on, decisions });
      const roundId = receipt.roundId ?? kept.get(sha256)?.roundId;
      const read = await readReturn(opened.value, {
        campaign,
        directory,
        resolver,
        sha256,
        receivedAt,
        roundId,
        validators,
        fieldKinds,
      });
      const schema = campaign.report;
      const { reading, contacts } = withoutContacts(read, schema);
      const events = await write((known) =>
        recordAgain(reading, known, { at: now, actor, receivedAt, evidence, policy, schema }),
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
      const issues = [...opened.issues, ...reading.issues].filter((one) => !isSettled(one, decisions));
      collected.push({ receipt, bytes, reading, issues, events });
    }
    onFile?.(index + 1, receipts.length);
  }
  return collected;
}

/** A row under a name that people said is no unit is rejected, and nothing more is to be done about it. */
function isSettled(one: Issue, decisions: readonly NameDecision[]): boolean {
  return one.code === "report_unit_unknown" && isNoUnit(one.params.text, decisions);
}
