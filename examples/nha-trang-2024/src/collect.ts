import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import {
  createUnitResolver,
  dateOf,
  issue,
  readReturn,
  recordReturn,
  reportRecords,
  transferObligations,
  type CampaignEvent,
  type Instant,
  type Issue,
  type Reading,
  type UnitResolver,
} from "@chiendich/core";
import { openWorkbook } from "@chiendich/xlsx";
import { administrativeNames } from "@chiendich/vietnam";
import { readBytes, type Plan } from "./plan.ts";

/** What came in: the events it gave, what was read in each file, and everything that is wrong. */
export interface Collection {
  readonly events: readonly CampaignEvent[];
  readonly readings: readonly Reading[];
  readonly issues: readonly Issue[];
  /** Of the issues: files that are missing or cannot be read at all. */
  readonly unreadable: readonly Issue[];
  readonly account: Account;
}

/**
 * What became of every row: `accepted + queried + rejected + superseded = rows`, and of every cell:
 * `mapped + ignored = cells`. A row that corrects an earlier report is accepted; its values stand
 * there.
 */
export interface Account {
  readonly files: number;
  readonly unreadable: number;
  readonly rows: number;
  readonly accepted: number;
  readonly queried: number;
  readonly rejected: number;
  readonly superseded: number;
  /** Of the accepted. */
  readonly corrections: number;
  readonly cells: number;
  readonly mapped: number;
  readonly ignored: number;
}

/** A line of `returns/received.csv`: which file came when, and what shows it. */
interface Receipt {
  readonly file: string;
  readonly at: Instant;
  readonly evidence: string;
}

/** Reads every return in the order in which it came, and carries obligations over when units merge. */
export async function collect(
  { campaign, directory }: Plan,
  issued: readonly CampaignEvent[],
  returns: URL,
  actor: string,
): Promise<Collection> {
  const { timeZone } = campaign;
  const events = [...issued];
  const readings: Reading[] = [];
  const issues: Issue[] = [];
  const unreadable: Issue[] = [];
  // The name of a ward somewhere else is not a misspelling of one of ours.
  const elsewhere = await administrativeNames();
  const resolverOn = resolversByDay((day) => createUnitResolver(directory, { asOf: day, elsewhere }));
  const receipts = await readReceipts(returns);
  for (const { file, at, evidence } of receipts) {
    const day = dateOf(at, timeZone);
    events.push(...transferObligations(campaign, directory, events, { on: day, at, actor }));
    const bytes = await readBytes(new URL(encodeURIComponent(file), returns));
    if (bytes === null) {
      unreadable.push(issue("workspace_file_missing", { source: file }, { name: `returns/${file}` }));
      continue;
    }
    const opened = await openWorkbook(bytes, { name: file });
    if (!opened.value) {
      unreadable.push(...opened.issues);
      continue;
    }
    issues.push(...opened.issues);
    const reading = await readReturn(opened.value, {
      campaign,
      directory,
      resolver: resolverOn(day),
      sha256: createHash("sha256").update(bytes).digest("hex"),
      receivedAt: at,
    });
    events.push(
      ...recordReturn(reading, events, { at, actor, receivedAt: at, evidence, schema: campaign.report }),
    );
    readings.push(reading);
    issues.push(...reading.issues);
  }
  const account = accountOf(events, readings, receipts.length);
  return { events, readings, issues: [...unreadable, ...issues], unreadable, account };
}

function resolversByDay(make: (day: string) => UnitResolver): (day: string) => UnitResolver {
  const made = new Map<string, UnitResolver>();
  return (day) => {
    const resolver = made.get(day) ?? make(day);
    made.set(day, resolver);
    return resolver;
  };
}

async function readReceipts(returns: URL): Promise<readonly Receipt[]> {
  const text = await readFile(new URL("received.csv", returns), "utf8");
  return text
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => {
      const [file = "", at = "", evidence = ""] = line.split(",");
      return { file, at, evidence };
    });
}

/** @throws {Error} when a row or a cell is missing from the account: then something was lost */
function accountOf(events: readonly CampaignEvent[], readings: readonly Reading[], files: number): Account {
  const last = events.at(-1)?.at ?? "";
  const fates = new Map(reportRecords(events, { at: last }).map(({ report, fate }) => [report.id, fate]));
  const verdicts = readings.flatMap((reading) => reading.verdicts);
  const taken = verdicts.flatMap((verdict) => (verdict.outcome === "rejected" ? [] : [verdict.report]));
  const havingFate = (wanted: string) => taken.filter(({ id }) => fates.get(id) === wanted).length;
  const corrections = taken.filter(
    ({ id, submission }) => submission === "correction" && !fates.has(id),
  ).length;
  const sum = (of: (reading: Reading) => number) =>
    readings.reduce((total, reading) => total + of(reading), 0);
  const account: Account = {
    files,
    unreadable: files - readings.length,
    rows: verdicts.length,
    accepted: havingFate("standing") + corrections,
    queried: havingFate("queried"),
    rejected: verdicts.length - taken.length,
    superseded: havingFate("superseded"),
    corrections,
    cells: sum((reading) => reading.account.cells),
    mapped: sum((reading) => reading.account.mapped),
    ignored: sum((reading) => reading.account.ignored),
  };
  const { accepted, queried, rejected, superseded, rows, mapped, ignored, cells } = account;
  if (accepted + queried + rejected + superseded !== rows || mapped + ignored !== cells) {
    throw new Error(`the account does not add up: ${JSON.stringify(account)}`);
  }
  return account;
}
