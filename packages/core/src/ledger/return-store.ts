import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/**
 * The returns as they came, byte for byte, by the hash of their bytes: with the ledger they are all
 * that is needed to rebuild everything else. Failures of the world reject with a `LedgerError`.
 */
export interface ReturnStore {
  /** Keeps the bytes, once however often they come, durably when the promise resolves. Gives their SHA-256, hex. */
  put(bytes: Uint8Array): Promise<string>;
  /**
   * The bytes; `null` when they were never put. Bytes that no longer have their hash are not handed
   * out: `ledger_damaged`.
   */
  get(sha256: string): Promise<Uint8Array | null>;
  /** All hashes, sorted. */
  list(): Promise<readonly string[]>;
}

/** SHA-256 of bytes, hex. */
export function hashOfBytes(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/** Returns kept in memory, for tests. */
export function memoryReturnStore(): ReturnStore {
  const kept = new Map<string, Uint8Array>();
  return {
    put: async (bytes) => {
      const hash = hashOfBytes(bytes);
      kept.set(hash, bytes.slice());
      return hash;
    },
    get: async (hash) => kept.get(hash)?.slice() ?? null,
    list: async () => [...kept.keys()].sort(),
  };
}
