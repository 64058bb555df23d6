import { join } from "node:path";
import { eventsOf, type CampaignEvent, type Ledger } from "@chiendich/core";
import { openLedger } from "@chiendich/ledger-sqlite";
import type { Io } from "../terminal/io.ts";
import { files, readBytes } from "./workspace.ts";

/** What has happened in the campaign of a folder; nothing when its ledger does not exist yet. */
export async function readEvents(folder: string, io: Io): Promise<readonly CampaignEvent[]> {
  // Opening would make the file, and reading changes nothing.
  if ((await readBytes(join(folder, files.ledger))) === null) return [];
  return withLedger(folder, io, async (ledger) => eventsOf(await ledger.read()));
}

/**
 * Decides on the events so far what is to be written, and writes it; when somebody else wrote
 * meanwhile, decides again.
 *
 * @returns the events that were written
 */
export async function appendEvents(
  folder: string,
  io: Io,
  decide: (events: readonly CampaignEvent[]) => readonly CampaignEvent[],
): Promise<readonly CampaignEvent[]> {
  return withLedger(folder, io, async (ledger) => {
    for (;;) {
      const entries = await ledger.read();
      const events = decide(eventsOf(entries));
      if (events.length === 0) return [];
      try {
        await ledger.append(events, { after: entries.length });
        return events;
      } catch (error) {
        if (!(error instanceof Error && "code" in error && error.code === "ledger_moved")) throw error;
      }
    }
  });
}

export async function withLedger<Result>(
  folder: string,
  io: Io,
  work: (ledger: Ledger) => Promise<Result>,
): Promise<Result> {
  const ledger = openLedger(join(folder, files.ledger), { now: io.now });
  try {
    return await work(ledger);
  } finally {
    await ledger.close();
  }
}
