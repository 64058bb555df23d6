import { expect, it } from "vitest";
import * as xlsx from "../src/index.ts";

it("exports these names and no others", () => {
  expect(Object.keys(xlsx).sort()).toEqual([
    "annotateWorkbook",
    "defaultLimits",
    "describeConsolidatedWorkbook",
    "fillWorkbook",
    "libreOfficeConverter",
    "openWorkbook",
    "writeWorkbook",
    "xlsxSink",
  ]);
});
