import type { SheetSink } from "@chiendich/core";
import { writeWorkbook } from "./write/write-workbook.ts";

/** Workbooks as bytes, over the contract every sink keeps. */
export function xlsxSink(): SheetSink<Uint8Array> {
  return {
    capabilities: { pictures: true, protection: true, validations: true },
    write: writeWorkbook,
  };
}
