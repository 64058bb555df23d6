export { openLedger, type OpenLedgerOptions } from "./open-ledger.ts";
