export { ed25519Signer, ed25519Verifier, keyIdOf } from "./ed25519.ts";
export { fileReturnStore } from "./file-return-store.ts";
export { openContacts } from "./open-contacts.ts";
export { openLedger, type OpenLedgerOptions } from "./open-ledger.ts";
