export {
  describeConsolidatedWorkbook,
  type ConsolidatedWorkbookParts,
} from "./consolidated-workbook/describe-consolidated-workbook.ts";
