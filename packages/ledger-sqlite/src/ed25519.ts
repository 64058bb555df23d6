import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from "node:crypto";
import type { Signer, Verifier } from "@chiendich/core";

/** Names a public key by what it is: 16 hex digits of the SHA-256 of its DER form. */
export function keyIdOf(publicKeyPem: string): string {
  return idOf(createPublicKey(publicKeyPem));
}

/** Signs checkpoints and packages. @throws {TypeError} when the key is not Ed25519 */
export function ed25519Signer(privateKeyPem: string): Signer {
  const key = ed25519(createPrivateKey(privateKeyPem));
  return {
    keyId: idOf(createPublicKey(key)),
    sign: async (bytes) => new Uint8Array(sign(null, bytes, key)),
  };
}

/** Knows these public keys and no others. @throws {TypeError} when one is not Ed25519 */
export function ed25519Verifier(publicKeysPem: readonly string[]): Verifier {
  const keys = new Map(
    publicKeysPem.map((pem) => ed25519(createPublicKey(pem))).map((key) => [idOf(key), key]),
  );
  return async (keyId, bytes, signature) => {
    const key = keys.get(keyId);
    return key !== undefined && verify(null, bytes, key, signature);
  };
}

function ed25519(key: KeyObject): KeyObject {
  if (key.asymmetricKeyType !== "ed25519")
    throw new TypeError(`not an Ed25519 key: ${key.asymmetricKeyType}`);
  return key;
}

function idOf(key: KeyObject): string {
  const der = key.export({ type: "spki", format: "der" });
  return createHash("sha256").update(der).digest("hex").slice(0, 16);
}
