export { localToken } from "./access.ts";
export { everyFault, randomFaults, type Fault, type FaultPlan } from "./faults.ts";
export { listen, type ListeningServer } from "./listen.ts";
export {
  createLocalSheets,
  type AnsweredRequest,
  type LocalSheets,
  type LocalSheetsOptions,
} from "./local-sheets.ts";
export type { ExportWorkbook } from "./local-store.ts";
export type { QuotaLimits } from "./minute-quota.ts";
export { supportedRequests } from "./requests/batch-update.ts";
export type { SortBehaviour } from "./requests/batch.ts";
