import { OutboxError, type Outbox, type OutboxEntry, type OutboxMessage } from "./outbox.ts";

/** An outbox that lasts as long as the process: for tests, and for trying a run out. */
export function memoryOutbox<Message extends OutboxMessage = OutboxMessage>(): Outbox<Message> {
  const entries = new Map<string, OutboxEntry<Message>>();
  const find = (id: string): OutboxEntry<Message> => {
    const entry = entries.get(id);
    if (!entry) throw new OutboxError("message_unknown", `there is no message ${id} in the outbox`);
    return entry;
  };
  const claimed = (id: string): OutboxEntry<Message> => {
    const entry = find(id);
    if (entry.state !== "claimed") throw new OutboxError("not_claimed", `message ${id} is ${entry.state}`);
    return entry;
  };
  return {
    put: async (messages) => {
      const before = entries.size;
      for (const message of messages) {
        if (entries.has(message.id)) continue;
        entries.set(message.id, { message, state: "waiting", claims: [], problem: null });
      }
      return entries.size - before;
    },
    entries: async () => [...entries.values()],
    claim: async (id, at) => {
      const entry = find(id);
      if (entry.state !== "waiting") return false;
      entries.set(id, { ...entry, state: "claimed", claims: [...entry.claims, at] });
      return true;
    },
    settle: async (id, outcome) => {
      const entry = claimed(id);
      const problem = outcome.kind === "sent" ? null : outcome.problem;
      entries.set(id, { ...entry, state: outcome.kind === "later" ? "waiting" : outcome.kind, problem });
    },
    release: async (id) => {
      entries.set(id, { ...claimed(id), state: "waiting" });
    },
  };
}
