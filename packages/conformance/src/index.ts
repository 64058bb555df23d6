export { ledgerConformance, type LedgerHarness } from "./ledger.ts";
export { outboxConformance, type OutboxHarness } from "./outbox.ts";
