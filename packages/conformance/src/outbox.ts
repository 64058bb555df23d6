import { drainOutbox, OutboxError, type Outbox, type SendOutcome } from "@chiendich/core";
import { describe, expect, it } from "vitest";

/** What the kit needs to know about an implementation. */
export interface OutboxHarness {
  /** A new empty outbox. */
  create(): Promise<Outbox>;
  /** The same outbox as another process finds it, the first one left as it was when it died. */
  reopen(outbox: Outbox): Promise<Outbox>;
  /** How many messages a day the capped run sends, for 8 days; 10 when absent. */
  readonly dailyCap?: number;
}

const timeZone = "Asia/Ho_Chi_Minh";
const day = (number: number) => `2024-11-${String(number).padStart(2, "0")}T08:00:00+07:00`;
const messages = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `r1/T-3@2024-11-09/đơn vị ${index}`,
    text: "Đề nghị báo cáo",
  }));
const ids = (count: number) => messages(count).map(({ id }) => id);

/** What every Outbox must do. Fixed values only, so that a failure can be replayed. */
export function outboxConformance({ create, reopen, dailyCap = 10 }: OutboxHarness): void {
  const states = async (outbox: Outbox) => (await outbox.entries()).map(({ state }) => state);
  const filled = async (count: number) => {
    const outbox = await create();
    await outbox.put(messages(count));
    return outbox;
  };
  const first = ids(1)[0] as string;

  describe("putting messages in", () => {
    it("keeps them whole and in order, and another process finds them", async () => {
      const outbox = await filled(3);
      for (const one of [outbox, await reopen(outbox)]) {
        expect(await one.entries()).toEqual(
          messages(3).map((message) => ({ message, state: "waiting", claims: [], problem: null })),
        );
      }
    });

    it("puts the same message in once, and says how many were new", async () => {
      const outbox = await create();
      expect(await outbox.put(messages(2))).toBe(2);
      expect(await outbox.put(messages(3))).toBe(1);
      expect(await (await reopen(outbox)).put(messages(3))).toBe(0);
      expect(await outbox.entries()).toHaveLength(3);
    });

    it("does not wake a message that is settled", async () => {
      const outbox = await filled(1);
      await outbox.claim(first, day(6));
      await outbox.settle(first, { kind: "sent" }, day(6));
      await outbox.put(messages(1));
      expect(await states(outbox)).toEqual(["sent"]);
    });
  });

  describe("claiming a message", () => {
    it("gives it to exactly one of those who ask, in any process", async () => {
      const outbox = await filled(1);
      const others = await Promise.all([reopen(outbox), reopen(outbox), reopen(outbox)]);
      const claims = await Promise.all([outbox, ...others].map((one) => one.claim(first, day(6))));
      expect(claims.filter(Boolean)).toHaveLength(1);
      expect(await (await reopen(outbox)).entries()).toMatchObject([{ state: "claimed", claims: [day(6)] }]);
    });

    it("is remembered by whoever opens the outbox next", async () => {
      const outbox = await filled(1);
      expect(await outbox.claim(first, day(6))).toBe(true);
      expect(await (await reopen(outbox)).claim(first, day(7))).toBe(false);
    });

    it("is refused for what is not in the outbox", async () => {
      await expect((await create()).claim("ai", day(6))).rejects.toMatchObject({ code: "message_unknown" });
    });
  });

  describe("settling a message", () => {
    it.each<[SendOutcome, string, string | null]>([
      [{ kind: "sent" }, "sent", null],
      [{ kind: "later", problem: "hết hạn mức" }, "waiting", "hết hạn mức"],
      [{ kind: "refused", problem: "địa chỉ không tồn tại" }, "refused", "địa chỉ không tồn tại"],
    ])("as %j leaves it %s", async (outcome, state, problem) => {
      const outbox = await filled(1);
      await outbox.claim(first, day(6));
      await outbox.settle(first, outcome, day(6));
      for (const one of [outbox, await reopen(outbox)]) {
        expect(await one.entries()).toMatchObject([{ state, problem, claims: [day(6)] }]);
      }
    });

    it("lets a message that waits again be claimed again, and counts both claims", async () => {
      const outbox = await filled(1);
      await outbox.claim(first, day(6));
      await outbox.settle(first, { kind: "later", problem: "bận" }, day(6));
      expect(await outbox.claim(first, day(7))).toBe(true);
      expect(await outbox.entries()).toMatchObject([{ claims: [day(6), day(7)] }]);
    });

    it("is refused for what nobody claimed", async () => {
      const outbox = await filled(1);
      const settled = outbox.settle(first, { kind: "sent" }, day(6));
      await expect(settled).rejects.toBeInstanceOf(OutboxError);
      await expect(settled).rejects.toMatchObject({ code: "not_claimed" });
      await expect(outbox.settle("ai", { kind: "sent" }, day(6))).rejects.toMatchObject({
        code: "message_unknown",
      });
    });

    it("leaves a claim of a dead process alone until a person releases it", async () => {
      const outbox = await filled(1);
      await outbox.claim(first, day(6));
      const next = await reopen(outbox);
      expect(await states(next)).toEqual(["claimed"]);
      await next.release(first, { at: day(7), actor: "Văn thư", reason: "hộp thư đi không có" });
      expect(await states(await reopen(next))).toEqual(["waiting"]);
      await expect(next.release(first, { at: day(7), actor: "Văn thư", reason: "" })).rejects.toMatchObject({
        code: "not_claimed",
      });
    });
  });

  describe("sending what waits", () => {
    it(`sends ${8 * dailyCap} messages under a cap of ${dailyCap} a day in 8 days, each once`, async () => {
      const outbox = await filled(8 * dailyCap);
      const went: string[] = [];
      for (let number = 1; number <= 8; number += 1) {
        const report = await drainOutbox(await reopen(outbox), {
          send: async ({ id }) => {
            went.push(id);
            return { kind: "sent" };
          },
          now: () => day(number),
          timeZone,
          dailyCap,
        });
        expect(report).toMatchObject({ waiting: (8 - number) * dailyCap, capped: number < 8, uncertain: [] });
        expect(report.sent).toHaveLength(dailyCap);
      }
      expect(went).toEqual(ids(8 * dailyCap));
    });

    it("sends no message twice, wherever the process was killed", async () => {
      for (let deathAt = 0; deathAt < 16; deathAt += 1) {
        const outbox = await filled(3);
        const went: string[] = [];
        const send = async ({ id }: { readonly id: string }): Promise<SendOutcome> => {
          went.push(id);
          return { kind: "sent" };
        };
        await drainOutbox(mortal(outbox, deathAt), { send, now: () => day(6), timeZone }).catch(() => null);
        const next = await reopen(outbox);
        const report = await drainOutbox(next, { send, now: () => day(7), timeZone });
        expect(new Set(went).size).toBe(went.length);
        // What did not go out is known to be uncertain: nothing is lost without a word either.
        expect([...went, ...report.uncertain.filter((id) => !went.includes(id))].toSorted()).toEqual(
          ids(3).toSorted(),
        );
        expect(report.uncertain.length).toBeLessThanOrEqual(1);
      }
    });
  });
}

/** An outbox whose process dies at its n-th call: before it does anything, or when it has just done it. */
function mortal(outbox: Outbox, deathAt: number): Outbox {
  let calls = 0;
  const living = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    if (calls++ === deathAt) throw new Error("killed before");
    const value = await work();
    if (calls++ === deathAt) throw new Error("killed after");
    return value;
  };
  return {
    put: (messages) => living(() => outbox.put(messages)),
    entries: () => living(() => outbox.entries()),
    claim: (id, at) => living(() => outbox.claim(id, at)),
    settle: (id, outcome, at) => living(() => outbox.settle(id, outcome, at)),
    release: (id, decision) => living(() => outbox.release(id, decision)),
  };
}
