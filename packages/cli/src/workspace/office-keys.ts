import { createHash, createPrivateKey, generateKeyPairSync } from "node:crypto";
import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Signer, Verifier } from "@chiendich/core";
import type { OfficeKey } from "@chiendich/dispatch";
import { ed25519Signer, ed25519Verifier } from "@chiendich/ledger-sqlite";
import { files, readText } from "./workspace.ts";

const privateEnding = ".private.pem";
const publicEnding = ".public.pem";

/** What the office signs with. */
export interface SigningKey {
  readonly keyId: string;
  readonly key: OfficeKey;
  /** PEM; to be published, so that anybody can check a letter. */
  readonly publicKey: string;
}

/**
 * The key with which the office signs the links of its dispatches; made when there is none yet. It
 * lies in `.chiendich/keys/`, readable by its owner alone, and never in `out/`. Of several the one
 * with the last name is used; old public keys stay, so that old letters can still be checked.
 */
export async function signingKey(folder: string, year: string): Promise<SigningKey> {
  const { keyId, pem } = await privateKey(folder, year);
  const der = createPrivateKey(pem).export({ type: "pkcs8", format: "der" });
  const key = await crypto.subtle.importKey("pkcs8", new Uint8Array(der), "Ed25519", false, ["sign"]);
  const publicKey = (await readText(join(folder, files.keys, `${keyId}${publicEnding}`))) ?? "";
  return { keyId, key, publicKey };
}

/** Signs with the same key what programs read: checkpoints of the ledger, packages for the level above. */
export async function officeSigner(folder: string, year: string): Promise<Signer> {
  return ed25519Signer((await privateKey(folder, year)).pem);
}

/** Knows what this office has signed. */
export async function officeVerifier(folder: string): Promise<Verifier> {
  return ed25519Verifier((await publicPems(folder, files.keys)).map(({ pem }) => pem));
}

/**
 * Knows what the units have signed whose public keys lie in `keys/`, each under its unit's id:
 * `phuong-vinh-hai.public.pem`. A key vouches for its own unit only.
 */
export async function unitVerifiers(folder: string): Promise<(unitId: string) => Verifier | undefined> {
  const pems = await publicPems(folder, files.unitKeys);
  return (unitId) => {
    const own = pems.filter(({ name }) => name === unitId).map(({ pem }) => pem);
    return own.length > 0 ? ed25519Verifier(own) : undefined;
  };
}

/** The office's public keys by id, past ones included. */
export async function publicKeys(folder: string): Promise<Readonly<Record<string, OfficeKey>>> {
  const keys: Record<string, OfficeKey> = {};
  for (const { name, pem } of await publicPems(folder, files.keys)) {
    const der = Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ""), "base64");
    keys[name] = await crypto.subtle.importKey("spki", new Uint8Array(der), "Ed25519", true, ["verify"]);
  }
  return keys;
}

async function privateKey(folder: string, year: string) {
  const names = await keyFiles(join(folder, files.keys), privateEnding);
  const keyId = names.at(-1)?.slice(0, -privateEnding.length) ?? (await makeKey(folder, year));
  const pem = (await readText(join(folder, files.keys, `${keyId}${privateEnding}`))) ?? "";
  return { keyId, pem };
}

/** Public keys of a folder, each with its file's name without the ending. */
async function publicPems(folder: string, place: string) {
  const names = await keyFiles(join(folder, place), publicEnding);
  return Promise.all(
    names.map(async (name) => ({
      name: name.slice(0, -publicEnding.length),
      pem: (await readText(join(folder, place, name))) ?? "",
    })),
  );
}

/** @returns the new key's id: the year, so that a later one sorts last, and what no other office's key has */
async function makeKey(folder: string, year: string): Promise<string> {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const der = publicKey.export({ type: "spki", format: "der" });
  const keyId = `${year}-${createHash("sha256").update(der).digest("hex").slice(0, 12)}`;
  const path = (ending: string) => join(folder, files.keys, `${keyId}${ending}`);
  await mkdir(join(folder, files.keys), { recursive: true, mode: 0o700 });
  await writeFile(path(publicEnding), publicKey.export({ type: "spki", format: "pem" }));
  await writeFile(path(privateEnding), privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
  return keyId;
}

async function keyFiles(folder: string, ending: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith(ending)).toSorted();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
