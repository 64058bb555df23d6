// reading
export { defaultLimits, type WorkbookLimits } from "./limits.ts";
export { openWorkbook, type OpenWorkbookOptions } from "./open-workbook.ts";
