import { issue, type Issue } from "../issue/issue.ts";
import { compareInstants, isInstant } from "../time/instant.ts";
import { isSignedBy, type Checkpoint, type Verifier } from "./checkpoint.ts";
import { hashOf } from "./content-hash.ts";
import { chainHashOf, contentHashOf, genesis, type ChainLink, type LedgerEntry } from "./ledger-entry.ts";
import type { Ledger } from "./ledger.ts";

/** Whether a ledger is as it was written, and where not. */
export interface LedgerVerification {
  /** Entries that were looked at. */
  readonly entries: number;
  /** The first position at which something is not as it was written; null when all is. */
  readonly brokenAt: number | null;
  readonly issues: readonly Issue[];
}

/**
 * Recomputes every hash from the first entry on, checks each redaction against the event that
 * records it, and compares with signed checkpoints. Needs nothing but the ledger and the public key.
 */
export async function verifyLedger(
  ledger: Pick<Ledger, "id" | "read">,
  options: { readonly checkpoints?: readonly Checkpoint[]; readonly verifier?: Verifier } = {},
): Promise<LedgerVerification> {
  const walk = await walkChain(ledger);
  const issues = [...walk.issues, ...unexplainedRedactions(walk)];
  for (const checkpoint of options.checkpoints ?? []) {
    issues.push(...(await checkpointIssues(ledger.id, checkpoint, walk, options.verifier)));
  }
  const positions = issues.map(({ params }) => (params as { readonly position: number }).position);
  return {
    entries: walk.hashes.length - 1,
    brokenAt: positions.length ? Math.min(...positions) : null,
    issues,
  };
}

interface Walk {
  /** By position; of position 0 the genesis. */
  readonly hashes: readonly string[];
  /** Hash of what is left of each redacted event, by position. */
  readonly redacted: ReadonlyMap<number, string>;
  /** What the ledger says about its redactions, by position. */
  readonly recorded: ReadonlyMap<number, string>;
  readonly issues: readonly Issue[];
}

const pageSize = 10_000;

async function walkChain(ledger: Pick<Ledger, "id" | "read">): Promise<Walk> {
  let link: ChainLink = genesis(ledger.id);
  let previous: LedgerEntry | null = null;
  const hashes = [link.hash];
  const redacted = new Map<number, string>();
  const recorded = new Map<number, string>();
  const issues: Issue[] = [];
  for (;;) {
    const page = await ledger.read({ after: link.position, limit: pageSize });
    for (const entry of page) {
      const problem = entryProblem(link, previous, entry);
      if (problem) issues.push(problem);
      if (!isEntry(entry)) {
        hashes.push("");
        link = { position: link.position + 1, hash: "" };
        continue;
      }
      if (entry.salt === null) redacted.set(link.position + 1, hashOf(entry.event));
      // Several redactions of one event: what the last one left is what must be there.
      if (entry.event.type === "event_redacted") recorded.set(entry.event.position, entry.event.remainsHash);
      hashes.push(entry.hash);
      // Going on from what is written, so that one change is one issue.
      link = { position: link.position + 1, hash: entry.hash };
      previous = entry;
    }
    if (page.length < pageSize) return { hashes, redacted, recorded, issues };
  }
}

function entryProblem(link: ChainLink, previous: LedgerEntry | null, entry: LedgerEntry): Issue | null {
  const position = link.position + 1;
  const place = { path: `ledger[${position}]` };
  if (!isEntry(entry)) return issue("ledger_content_changed", place, { position });
  if (entry.position !== position) return issue("ledger_entry_missing", place, { position });
  if (chainHashOf(link, entry) !== entry.hash) return issue("ledger_chain_broken", place, { position });
  if (entry.salt !== null && contentHashOf(entry.event, entry.salt) !== entry.contentHash) {
    return issue("ledger_content_changed", place, { position });
  }
  if (previous && compareInstants(entry.recordedAt, previous.recordedAt) < 0) {
    return issue("ledger_time_backwards", place, { position });
  }
  return null;
}

/** Whether it has the shape of an entry at all: a file that somebody edited may hold anything. */
function isEntry(entry: Partial<LedgerEntry>): entry is LedgerEntry {
  const { recordedAt, event, salt, contentHash, hash } = entry;
  return (
    [contentHash, hash].every((text) => typeof text === "string") &&
    (salt === null || typeof salt === "string") &&
    typeof recordedAt === "string" &&
    isInstant(recordedAt) &&
    typeof event === "object" &&
    event !== null
  );
}

/** An event without its salt was redacted; unless the ledger says so, and says what was left, it was changed. */
function unexplainedRedactions({ redacted, recorded }: Walk): readonly Issue[] {
  return [...redacted]
    .filter(([position, hash]) => recorded.get(position) !== hash)
    .map(([position]) => issue("ledger_content_changed", { path: `ledger[${position}]` }, { position }));
}

async function checkpointIssues(
  ledgerId: string,
  checkpoint: Checkpoint,
  { hashes }: Walk,
  verifier: Verifier | undefined,
): Promise<readonly Issue[]> {
  const { position } = checkpoint;
  const place = { path: `checkpoint[${position}]` };
  const signed = verifier ? await isSignedBy(checkpoint, verifier) : false;
  if (checkpoint.ledgerId !== ledgerId || !signed) {
    return [issue("ledger_checkpoint_invalid", place, { position })];
  }
  const hash = hashes[position];
  if (hash === undefined)
    return [issue("ledger_cut_short", place, { position: hashes.length, signed: position })];
  return hash === checkpoint.hash ? [] : [issue("ledger_checkpoint_differs", place, { position })];
}
