import { memoryLedger } from "@chiendich/core";
import { describe } from "vitest";
import { ledgerConformance } from "../src/index.ts";

describe("memoryLedger", () => ledgerConformance({ create: async ({ now }) => memoryLedger({ now }) }));
