import { memorySheets } from "@chiendich/core";
import { describe } from "vitest";
import { sheetSourceConformance } from "../src/sheet-source.ts";

describe("memorySheets", () =>
  sheetSourceConformance({ create: (sheets, names) => memorySheets("bao-cao.xlsx", sheets, names) }));
