import { eventsOf, verifyLedger, type CampaignEvent, type Instant, type Ledger } from "@chiendich/core";
import { afterEach, describe, expect, it } from "vitest";

/** What the kit needs to know about an implementation. */
export interface LedgerHarness {
  /** A new empty ledger whose clock is `now`. */
  create(clock: { readonly now: () => Instant }): Promise<Ledger>;
  /** A second connection to the same stored ledger; absent when it is stored nowhere. */
  reopen?: (ledger: Ledger, clock: { readonly now: () => Instant }) => Promise<Ledger>;
}

const actor = "Văn phòng";
const at = "2024-11-08T09:00:00+07:00";
const received = (source: string): CampaignEvent => ({
  type: "return_received",
  at,
  actor,
  sha256: "0".repeat(64),
  source,
  evidence: "file",
});
const decided = (reason: string): CampaignEvent => ({
  type: "name_decided",
  at,
  actor,
  text: "P. Vĩnh Hải",
  unitId: "p-vinh-hai",
  reason,
});
const sources = (ledger: Ledger, options?: Parameters<Ledger["read"]>[0]) =>
  ledger.read(options).then((entries) => entries.map(({ event }) => (event as { source: string }).source));

/** What every Ledger must do. Fixed values only, so that a failure can be replayed. */
export function ledgerConformance({ create, reopen }: LedgerHarness): void {
  const opened: Ledger[] = [];
  const clock = (...instants: readonly Instant[]) => {
    let call = 0;
    return { now: () => instants[Math.min(call++, instants.length - 1)] as Instant };
  };
  const fresh = async (...instants: readonly Instant[]) => {
    const ledger = await create(clock(...(instants.length === 0 ? [at] : instants)));
    opened.push(ledger);
    return ledger;
  };
  afterEach(async () => {
    for (const ledger of opened.splice(0)) await ledger.close();
  });

  describe("appending", () => {
    it("gives positions from 1 without gaps, over several batches", async () => {
      const ledger = await fresh();
      await ledger.append([received("a"), received("b")]);
      await ledger.append([received("c")]);
      expect((await ledger.read()).map(({ position }) => position)).toEqual([1, 2, 3]);
      expect(await sources(ledger)).toEqual(["a", "b", "c"]);
    });

    it("reads back the events as they were given, without what was undefined", async () => {
      const ledger = await fresh();
      const decision = decided("“đúng” 😀 ệ");
      await ledger.append([{ ...received("a"), row: undefined } as CampaignEvent, decision]);
      expect(eventsOf(await ledger.read())).toStrictEqual([received("a"), decision]);
    });

    it("returns where the ledger now ends", async () => {
      const ledger = await fresh();
      const end = await ledger.append([received("a"), received("b")]);
      expect(end).toEqual(await ledger.head());
      expect((await ledger.read()).at(-1)).toMatchObject(end);
      expect(end.position).toBe(2);
    });

    it("writes nothing for an empty batch", async () => {
      const ledger = await fresh();
      const empty = await ledger.head();
      expect(await ledger.append([])).toEqual(empty);
      expect(await ledger.read()).toEqual([]);
    });

    it("writes all of a batch or none: one event without a reason spoils it", async () => {
      const ledger = await fresh();
      await ledger.append([received("a")]);
      await expect(ledger.append([received("b"), decided("  ")])).rejects.toThrow(TypeError);
      expect(await sources(ledger)).toEqual(["a"]);
    });

    it.each([
      ["an unknown type", { type: "unheard_of", at, actor }],
      ["no actor", { ...received("a"), actor: "" }],
      ["no instant", { ...received("a"), at: "08/11/2024" }],
      ["an override without a reason", { ...decided("x"), reason: undefined }],
    ])("refuses an event with %s", async (_, event) => {
      const ledger = await fresh();
      await expect(ledger.append([event as unknown as CampaignEvent])).rejects.toThrow(TypeError);
    });

    it("refuses to write after a position that others have passed, and writes nothing", async () => {
      const ledger = await fresh();
      await ledger.append([received("a")], { after: 0 });
      await expect(ledger.append([received("b")], { after: 0 })).rejects.toMatchObject({
        name: "LedgerError",
        code: "ledger_moved",
      });
      await ledger.append([received("c")], { after: 1 });
      expect(await sources(ledger)).toEqual(["a", "c"]);
    });

    it("keeps the order of appends that are not awaited", async () => {
      const ledger = await fresh();
      await Promise.all(["a", "b", "c", "d"].map((source) => ledger.append([received(source)])));
      expect(await sources(ledger)).toEqual(["a", "b", "c", "d"]);
      expect((await verifyLedger(ledger)).brokenAt).toBeNull();
    });
  });

  describe("reading", () => {
    it("starts after a position and stops at a limit", async () => {
      const ledger = await fresh();
      await ledger.append(["a", "b", "c", "d"].map(received));
      expect(await sources(ledger, { after: 1 })).toEqual(["b", "c", "d"]);
      expect(await sources(ledger, { after: 1, limit: 2 })).toEqual(["b", "c"]);
      expect(await sources(ledger, { after: 9 })).toEqual([]);
    });

    it("gives the head, and before the first entry what it will be chained to", async () => {
      const ledger = await fresh();
      const empty = await ledger.head();
      expect(empty).toEqual({ position: 0, hash: expect.stringMatching(/^[0-9a-f]{64}$/), recordedAt: null });
      await ledger.append([received("a")]);
      const [entry] = await ledger.read();
      expect(await ledger.head()).toEqual({ position: 1, hash: entry?.hash, recordedAt: at });
    });

    it("hands out data nobody can change the ledger through", async () => {
      const ledger = await fresh();
      await ledger.append([received("a")]);
      const [entry] = await ledger.read();
      try {
        (entry as { event: { source: string } }).event.source = "changed";
      } catch {
        // Frozen data is as good.
      }
      expect(await sources(ledger)).toEqual(["a"]);
    });
  });

  describe("the clock", () => {
    const before = "2024-11-08T08:59:59+07:00";
    const longBefore = "2024-11-08T08:00:00+07:00";

    it("records when each batch was written", async () => {
      const ledger = await fresh(at, "2024-11-08T02:00:05Z");
      await ledger.append([received("a")]);
      await ledger.append([received("b")]);
      expect((await ledger.read()).map(({ recordedAt }) => recordedAt)).toEqual([at, "2024-11-08T02:00:05Z"]);
    });

    it("going back by a second does not put an entry before the one before it", async () => {
      const ledger = await fresh(at, before);
      await ledger.append([received("a")]);
      await ledger.append([received("b")]);
      expect((await ledger.head()).recordedAt).toBe(at);
    });

    it("going back by an hour is a clear error, and nothing is written", async () => {
      const ledger = await fresh(at, longBefore);
      await ledger.append([received("a")]);
      await expect(ledger.append([received("b")])).rejects.toMatchObject({ code: "ledger_clock_backwards" });
      expect(await sources(ledger)).toEqual(["a"]);
    });
  });

  describe("the chain", () => {
    it("verifies as written", async () => {
      const ledger = await fresh();
      await ledger.append([received("a"), decided("xác nhận")]);
      expect(await verifyLedger(ledger)).toEqual({ entries: 2, brokenAt: null, issues: [] });
    });

    it("still verifies after text was redacted, and says who redacted it and why", async () => {
      const ledger = await fresh();
      await ledger.append([received("a"), decided("bà Tâm gọi từ số 0900 000 000")]);
      const end = await ledger.redact({
        position: 2,
        paths: [["reason"]],
        reason: "dữ liệu cá nhân",
        actor,
      });
      const entries = await ledger.read();
      expect(entries.at(-1)).toMatchObject(end);
      expect(entries.at(-1)?.event).toMatchObject({
        type: "event_redacted",
        position: 2,
        reason: "dữ liệu cá nhân",
        actor,
      });
      expect(entries.map(({ position }) => position)).toEqual([1, 2, 3]);
      expect(JSON.stringify(entries)).not.toContain("0900 000 000");
      expect(eventsOf(entries)[1]).toMatchObject({ type: "name_decided", unitId: "p-vinh-hai" });
      expect((await verifyLedger(ledger)).brokenAt).toBeNull();
    });

    it("may redact the same event twice", async () => {
      const ledger = await fresh();
      await ledger.append([decided("số 0900 000 000")]);
      await ledger.redact({ position: 1, paths: [["reason"]], reason: "dữ liệu cá nhân", actor });
      await ledger.redact({ position: 1, paths: [["text"]], reason: "dữ liệu cá nhân", actor });
      expect((await verifyLedger(ledger)).brokenAt).toBeNull();
    });

    it.each([
      ["a position that does not exist", 9, ["reason"]],
      ["a path without text", 1, ["nowhere"]],
      ["what other events rest on", 1, ["unitId"]],
    ])("refuses to redact %s", async (_, position, path) => {
      const ledger = await fresh();
      await ledger.append([decided("lý do")]);
      await expect(ledger.redact({ position, paths: [path], reason: "xóa", actor })).rejects.toThrow(
        RangeError,
      );
      expect((await ledger.head()).position).toBe(1);
    });
  });

  it("rejects everything once it is closed, and closes twice", async () => {
    const ledger = await fresh();
    await ledger.close();
    await ledger.close();
    for (const attempt of [ledger.append([received("a")]), ledger.read(), ledger.head()]) {
      await expect(attempt).rejects.toMatchObject({ name: "LedgerError", code: "ledger_closed" });
    }
  });

  if (!reopen) return;
  describe("a stored ledger", () => {
    const again = async (ledger: Ledger) => {
      const second = await reopen(ledger, clock(at));
      opened.push(second);
      return second;
    };

    it("is the same when it is opened again", async () => {
      const ledger = await fresh();
      await ledger.append([received("a"), received("b")]);
      const written = await ledger.read();
      await ledger.close();
      const second = await again(ledger);
      expect(second.id).toBe(ledger.id);
      expect(await second.read()).toEqual(written);
      expect((await second.append([received("c")])).position).toBe(3);
      expect((await verifyLedger(second)).brokenAt).toBeNull();
    });

    it("takes turns between two connections without a gap in the chain", async () => {
      const one = await fresh();
      const two = await again(one);
      for (const source of ["a", "b", "c"]) {
        await one.append([received(source)]);
        await two.append([received(source.toUpperCase())]);
      }
      expect(await sources(one)).toEqual(["a", "A", "b", "B", "c", "C"]);
      expect((await verifyLedger(two)).brokenAt).toBeNull();
    });

    it("tells the second of two that decided on the same state", async () => {
      const one = await fresh();
      const two = await again(one);
      await one.append([received("a")], { after: 0 });
      await expect(two.append([received("a")], { after: 0 })).rejects.toMatchObject({ code: "ledger_moved" });
      expect(await sources(one)).toEqual(["a"]);
    });
  });
}
