// reading
export { defaultLimits, type WorkbookLimits } from "./limits.ts";
export { libreOfficeConverter, type LibreOfficeOptions } from "./convert/libre-office.ts";
export {
  openWorkbook,
  type OldFormat,
  type OpenWorkbookOptions,
  type WorkbookConverter,
} from "./open-workbook.ts";

// writing
export { writeWorkbook } from "./write/write-workbook.ts";
export { xlsxSink } from "./xlsx-sink.ts";

// annotating
export { annotateWorkbook, type AnnotateOptions } from "./annotate/annotate-workbook.ts";

// consolidated workbook
export {
  describeConsolidatedWorkbook,
  type ConsolidatedWorkbookParts,
} from "./consolidated-workbook/describe-consolidated-workbook.ts";

// filling
export { fillWorkbook, type CellFill } from "./fill/fill-workbook.ts";
