import { describe, expect, it } from "vitest";
import { drainOutbox, type DrainOptions } from "./drain-outbox.ts";
import { memoryOutbox } from "./memory-outbox.ts";
import type { OutboxMessage, SendOutcome } from "./outbox.ts";

const timeZone = "Asia/Ho_Chi_Minh";
const morning = "2024-11-06T08:00:00+07:00";
const nextDay = "2024-11-07T08:00:00+07:00";

async function outboxOf(...ids: readonly string[]) {
  const outbox = memoryOutbox();
  await outbox.put(ids.map((id) => ({ id })));
  const went: string[] = [];
  const drain = (more: Partial<DrainOptions<OutboxMessage>> = {}) =>
    drainOutbox(outbox, { send: sendTo(went), now: () => morning, timeZone, ...more });
  return { outbox, went, drain };
}

const sendTo =
  (went: string[], outcome: SendOutcome = { kind: "sent" }) =>
  async ({ id }: OutboxMessage) => {
    went.push(id);
    return outcome;
  };

describe("drainOutbox", () => {
  it("sends what waits, in order, and nothing the second time", async () => {
    const { went, drain } = await outboxOf("a", "b");
    expect(await drain()).toEqual({
      sent: ["a", "b"],
      later: [],
      refused: [],
      uncertain: [],
      waiting: 0,
      capped: false,
    });
    expect((await drain()).sent).toEqual([]);
    expect(went).toEqual(["a", "b"]);
  });

  it.each<[string, DrainOptions<OutboxMessage>["send"]]>([
    ["rejects", async () => Promise.reject(new Error("mất kết nối"))],
    [
      "throws at once",
      () => {
        throw new Error("mất kết nối");
      },
    ],
  ])(
    "leaves a message alone for good when the sender %s: nobody knows whether it went out",
    async (_, send) => {
      const { went, drain } = await outboxOf("a", "b");
      const broken = await drain({
        send: (message) => (message.id === "a" ? send(message) : sendTo(went)(message)),
      });
      expect(broken).toMatchObject({ sent: ["b"], uncertain: ["a"], waiting: 0 });
      expect(await drain({ now: () => nextDay })).toMatchObject({ sent: [], uncertain: ["a"] });
      expect(went).toEqual(["b"]);
    },
  );

  it("sends an uncertain message again once a person has released it", async () => {
    const { outbox, went, drain } = await outboxOf("a");
    await drain({ send: async () => Promise.reject(new Error()) });
    await outbox.release("a", { at: nextDay, actor: "Văn thư", reason: "không có trong hộp thư đi" });
    expect(await drain({ now: () => nextDay })).toMatchObject({ sent: ["a"], uncertain: [] });
    expect(went).toEqual(["a"]);
  });

  it("keeps for another run what could not go out, and gives up what never can", async () => {
    const { went, drain } = await outboxOf("a", "b");
    const outcomes: Record<string, SendOutcome> = {
      a: { kind: "later", problem: "máy chủ bận" },
      b: { kind: "refused", problem: "địa chỉ không tồn tại" },
    };
    const first = await drain({ send: async ({ id }) => outcomes[id] as SendOutcome });
    expect(first).toMatchObject({ later: ["a"], refused: ["b"], waiting: 1 });
    expect(await drain()).toMatchObject({ sent: ["a"], waiting: 0 });
    expect(went).toEqual(["a"]);
  });

  it("keeps to the daily cap over several runs of one day, whatever came of them", async () => {
    const { drain } = await outboxOf("a", "b", "c", "d");
    const busy = sendTo([], { kind: "later", problem: "máy chủ bận" });
    expect(await drain({ dailyCap: 2, send: busy })).toMatchObject({ later: ["a", "b"], capped: true });
    expect(await drain({ dailyCap: 3 })).toMatchObject({ sent: ["a"], waiting: 3, capped: true });
    expect(await drain({ dailyCap: 3 })).toMatchObject({ sent: [], waiting: 3, capped: true });
    expect(await drain({ dailyCap: 3, now: () => nextDay })).toMatchObject({
      sent: ["b", "c", "d"],
      capped: false,
    });
  });

  it("counts a day in the zone, not in UTC, and goes on when midnight passes during the run", async () => {
    const { drain } = await outboxOf("a", "b", "c");
    // 16:59 and 17:00 UTC lie on two days in Vietnam. The clock is asked before and after each message.
    const clock = ["2024-11-06T16:59:00Z", "2024-11-06T16:59:30Z", "2024-11-06T17:00:00Z"];
    const now = () => clock.shift() ?? "2024-11-06T17:00:30Z";
    expect(await drain({ dailyCap: 1, now })).toMatchObject({ sent: ["a", "b"], waiting: 1, capped: true });
  });

  it("claims nothing more once it is aborted", async () => {
    const { went, drain } = await outboxOf("a", "b");
    const signal = { aborted: false };
    const send = async (message: OutboxMessage) => {
      signal.aborted = true;
      return sendTo(went)(message);
    };
    expect(await drain({ send, signal })).toMatchObject({ sent: ["a"], waiting: 1, capped: false });
  });

  it("leaves to others what they claimed meanwhile", async () => {
    const { outbox, went, drain } = await outboxOf("a", "b");
    const send = async (message: OutboxMessage) => {
      if (message.id === "a") await outbox.claim("b", morning);
      return sendTo(went)(message);
    };
    expect(await drain({ send })).toMatchObject({ sent: ["a"], uncertain: ["b"] });
    expect(went).toEqual(["a"]);
  });
});
