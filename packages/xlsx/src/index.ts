// reading
export { defaultLimits, type WorkbookLimits } from "./limits.ts";
export { openWorkbook, type OpenWorkbookOptions } from "./open-workbook.ts";

// writing
export { writeWorkbook } from "./write/write-workbook.ts";
export { xlsxSink } from "./xlsx-sink.ts";
