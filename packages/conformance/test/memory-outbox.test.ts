import { memoryOutbox } from "@chiendich/core";
import { describe } from "vitest";
import { outboxConformance } from "../src/index.ts";

describe("memoryOutbox", () =>
  // Memory outlives no process: what another finds is the same object.
  outboxConformance({ create: async () => memoryOutbox(), reopen: async (outbox) => outbox, dailyCap: 100 }));
