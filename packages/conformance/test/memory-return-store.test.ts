import { memoryReturnStore } from "@chiendich/core";
import { describe } from "vitest";
import { returnStoreConformance } from "../src/index.ts";

describe("memoryReturnStore", () => returnStoreConformance(async () => memoryReturnStore()));
