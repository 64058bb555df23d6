import { createHash } from "node:crypto";

/** What a workbook keeps of a sheet's password. */
export interface ProtectionHash {
  readonly algorithmName: "SHA-512";
  readonly saltValue: string;
  readonly spinCount: number;
  readonly hashValue: string;
}

/** As often as Excel itself repeats the hash; about a third of a second. */
const SPINS = 100_000;

/** Forms of one campaign share a password; hashing it for each of four hundred would take minutes. */
const known = new Map<string, ProtectionHash>();

/**
 * The hash of a sheet's password. The salt comes from the password, so that the same description
 * gives the same bytes; a sheet's protection keeps slips out, not people, and is no secret.
 */
export function protectionHash(password: string): ProtectionHash {
  const before = known.get(password);
  if (before) return before;
  const salt = createHash("sha256").update(`sheet protection: ${password}`).digest().subarray(0, 16);
  let key = createHash("sha512").update(salt).update(Buffer.from(password, "utf16le")).digest();
  const turn = Buffer.alloc(4);
  for (let spin = 0; spin < SPINS; spin++) {
    turn.writeUInt32LE(spin);
    key = createHash("sha512").update(key).update(turn).digest();
  }
  const hash: ProtectionHash = {
    algorithmName: "SHA-512",
    saltValue: salt.toString("base64"),
    spinCount: SPINS,
    hashValue: key.toString("base64"),
  };
  known.set(password, hash);
  return hash;
}
