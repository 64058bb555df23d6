import { beforeAll, describe, expect, it } from "vitest";
import { actor, issued, on, report, accepted } from "../../test/rollout.ts";
import { canonicalJson } from "./canonical-json.ts";
import { signCheckpoint, type Checkpoint, type Signer, type Verifier } from "./checkpoint.ts";
import { sha256Hex } from "./content-hash.ts";
import { chainHashOf, genesis, type ChainLink, type LedgerEntry } from "./ledger-entry.ts";
import type { Ledger } from "./ledger.ts";
import { memoryLedger } from "./memory-ledger.ts";
import { verifyLedger } from "./verify-ledger.ts";

const now = () => on(8);
let entries: readonly LedgerEntry[];
beforeAll(async () => {
  const ledger = memoryLedger({ id: "nha-trang", now });
  await ledger.append([
    issued(),
    accepted(report("p-an", { people: 5 })),
    accepted(report("p-cat", { people: 7 })),
  ]);
  await ledger.append([
    { type: "name_decided", at: on(8), actor, text: "P An", unitId: "p-an", reason: "gọi 0900 000 000" },
  ]);
  await ledger.redact({ position: 4, paths: [["reason"]], reason: "dữ liệu cá nhân", actor });
  entries = await ledger.read();
});

/** A ledger that holds exactly these entries, as a file somebody edited does. */
const holding = (changed: readonly LedgerEntry[], id = "nha-trang"): Pick<Ledger, "id" | "read"> => ({
  id,
  read: async ({ after = 0, limit = Infinity } = {}) => changed.slice(after, after + limit),
});
const verdict = async (changed: readonly LedgerEntry[], options?: Parameters<typeof verifyLedger>[1]) => {
  const { brokenAt, issues } = await verifyLedger(holding(changed), options);
  return [brokenAt, ...issues.map(({ code }) => code)];
};
const change = (position: number, by: (entry: LedgerEntry) => Partial<LedgerEntry>) =>
  entries.map((entry) => (entry.position === position ? { ...entry, ...by(entry) } : entry));

/** The ledger written anew with one entry recorded too early: its own chain is whole. */
function rewound(original: readonly LedgerEntry[], at: number): readonly LedgerEntry[] {
  let link: ChainLink = genesis("nha-trang");
  return original.slice(0, at).map((entry) => {
    const recordedAt = entry.position === at ? on(1) : entry.recordedAt;
    const hash = chainHashOf(link, { ...entry, recordedAt });
    link = { position: entry.position, hash };
    return { ...entry, recordedAt, hash };
  });
}

describe("verifying a ledger", () => {
  it("finds it whole, redaction included", async () => {
    expect(await verdict(entries)).toEqual([null]);
  });

  it("finds the entry, for any character of any entry that is changed", async () => {
    for (const { position } of entries) {
      const text = canonicalJson(entries[position - 1]);
      for (let at = 0; at < text.length; at += 7) {
        const other = text[at] === "0" ? "1" : "0";
        let edited: LedgerEntry;
        try {
          edited = JSON.parse(text.slice(0, at) + other + text.slice(at + 1)) as LedgerEntry;
        } catch {
          continue; // No JSON any more: reading it fails.
        }
        const { brokenAt } = await verifyLedger(holding(entries.with(position - 1, edited)));
        // The event of a redacted entry is vouched for by a later entry; nothing goes unseen.
        expect([position, brokenAt, at]).toEqual([position, expect.any(Number), at]);
        expect(brokenAt).toBeLessThanOrEqual(position);
      }
    }
  });

  it("finds content that was changed together with its own hash", async () => {
    const forged = change(2, (entry) => ({ event: { ...entry.event, actor: "người khác" } }));
    expect(await verdict(forged)).toEqual([2, "ledger_content_changed"]);
  });

  it("finds a missing entry, and two that changed places", async () => {
    expect((await verdict(entries.filter(({ position }) => position !== 2)))[0]).toBe(2);
    expect((await verdict([entries[1], entries[0], ...entries.slice(2)] as LedgerEntry[]))[0]).toBe(1);
  });

  it("does not take a removed salt for a redaction", async () => {
    expect(await verdict(change(2, () => ({ salt: null })))).toEqual([2, "ledger_content_changed"]);
  });

  it("says which entry is missing, and which was recorded before the one before it", async () => {
    const gap = entries.filter(({ position }) => position !== 2);
    expect((await verdict(gap)).slice(0, 2)).toEqual([2, "ledger_entry_missing"]);
    expect(await verdict(rewound(entries, 3))).toEqual([3, "ledger_time_backwards"]);
  });

  it("does not take another campaign's ledger for this one", async () => {
    expect((await verifyLedger(holding(entries, "dien-khanh"))).brokenAt).toBe(1);
  });
});

describe("a signed checkpoint", () => {
  const signer: Signer = {
    keyId: "k1",
    sign: async (bytes) => new TextEncoder().encode(sha256Hex(`secret${bytes}`)),
  };
  const verifier: Verifier = async (keyId, bytes, signature) =>
    keyId === "k1" && new TextDecoder().decode(signature) === sha256Hex(`secret${bytes}`);
  let checkpoint: Checkpoint;
  beforeAll(async () => {
    checkpoint = await signCheckpoint("nha-trang", entries[2] as LedgerEntry, { at: on(9), signer });
  });

  it("is confirmed by the ledger it was made of, also when that has grown", async () => {
    expect(await verdict(entries, { checkpoints: [checkpoint], verifier })).toEqual([null]);
  });

  it("finds a ledger that was cut off before it", async () => {
    expect(await verdict(entries.slice(0, 2), { checkpoints: [checkpoint], verifier })).toEqual([
      3,
      "ledger_cut_short",
    ]);
  });

  it("finds a ledger that was written anew, though its own chain is whole", async () => {
    const other = memoryLedger({ id: "nha-trang", now });
    await other.append([
      issued(),
      accepted(report("p-an", { people: 50 })),
      accepted(report("p-cat", { people: 7 })),
    ]);
    expect(await verdict(await other.read(), { checkpoints: [checkpoint], verifier })).toEqual([
      3,
      "ledger_checkpoint_differs",
    ]);
  });

  it.each<[string, (one: Checkpoint) => Checkpoint]>([
    ["another position", (one) => ({ ...one, position: 2 })],
    ["another time", (one) => ({ ...one, at: on(10) })],
    ["another ledger", (one) => ({ ...one, ledgerId: "dien-khanh" })],
    ["an unknown key", (one) => ({ ...one, keyId: "k2" })],
  ])("is not believed with %s", async (_, edit) => {
    const issues = (await verifyLedger(holding(entries), { checkpoints: [edit(checkpoint)], verifier }))
      .issues;
    expect(issues.map(({ code }) => code)).toEqual(["ledger_checkpoint_invalid"]);
  });
});
