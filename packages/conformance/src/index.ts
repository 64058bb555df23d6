export { ledgerConformance, type LedgerHarness } from "./ledger.ts";
export { outboxConformance, type OutboxHarness } from "./outbox.ts";
export { sheetSinkConformance, type SheetSinkHarness } from "./sheet-sink.ts";
export { sheetSourceConformance, type SheetSourceHarness } from "./sheet-source.ts";
export { returnStoreConformance } from "./return-store.ts";
