import { generateKeyPairSync } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { returnStoreConformance } from "@chiendich/conformance";
import { isSignedBy, memoryLedger, signCheckpoint, verifyLedger } from "@chiendich/core";
import { afterAll, describe, expect, it } from "vitest";
import { ed25519Signer, ed25519Verifier, fileReturnStore, keyIdOf, openContacts } from "../src/index.ts";

const folder = mkdtempSync(join(tmpdir(), "chiendich-stores-"));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;
const fresh = () => join(folder, String((count += 1)));

describe("the folder of returns", () => {
  returnStoreConformance(async () => fileReturnStore(fresh()));

  it("does not hand out a file that was changed", async () => {
    const path = fresh();
    const store = fileReturnStore(path);
    const hash = await store.put(new TextEncoder().encode("một"));
    const file = join(path, hash.slice(0, 2), hash);
    chmodSync(file, 0o644);
    writeFileSync(file, "hai");
    await expect(store.get(hash)).rejects.toMatchObject({ name: "LedgerError", code: "ledger_damaged" });
  });

  it("holds whole files only, nothing half written", async () => {
    const path = fresh();
    const hash = await fileReturnStore(path).put(new Uint8Array(300_000).fill(7));
    expect(readdirSync(join(path, hash.slice(0, 2)))).toEqual([hash]);
  });
});

describe("the file of contacts", () => {
  const contact = { unitId: "p-an", reportId: "r", field: "contactPhone", value: "0900 000 078" };

  it("keeps contacts, replaces them and finds them again", async () => {
    const path = fresh();
    const store = openContacts(path);
    await store.put([contact, { ...contact, unitId: "p-cat" }]);
    await store.put([{ ...contact, value: "0900 000 079" }]);
    await store.close();
    const again = openContacts(path);
    expect(await again.unitIds()).toEqual(["p-an", "p-cat"]);
    expect(await again.get(["p-an", "unknown"])).toEqual([{ ...contact, value: "0900 000 079" }]);
    await again.close();
  });

  it("leaves nothing of what was deleted on the disk", async () => {
    const path = fresh();
    const store = openContacts(path);
    await store.put([contact]);
    expect(readFileSync(path).includes("0900 000 078")).toBe(true);
    await store.delete(["p-an"]);
    for (const suffix of ["", "-journal", "-wal"]) {
      if (existsSync(path + suffix)) expect(readFileSync(path + suffix).includes("0900 000 078")).toBe(false);
    }
    await store.close();
  });
});

describe("Ed25519", () => {
  const pair = () => {
    const { privateKey, publicKey } = generateKeyPairSync("ed25519");
    return {
      secret: privateKey.export({ type: "pkcs8", format: "pem" }) as string,
      open: publicKey.export({ type: "spki", format: "pem" }) as string,
    };
  };
  const office = pair();
  const at = "2024-11-08T09:00:00+07:00";

  it("signs a checkpoint that anybody with the public key verifies offline", async () => {
    const ledger = memoryLedger({ now: () => at });
    await ledger.append([{ type: "report_approved", at, actor: "Văn phòng", reportId: "r" }]);
    const signer = ed25519Signer(office.secret);
    const checkpoint = await signCheckpoint(ledger.id, await ledger.head(), { at, signer });
    const verifier = ed25519Verifier([office.open]);
    expect(checkpoint.keyId).toBe(keyIdOf(office.open));
    expect((await verifyLedger(ledger, { checkpoints: [checkpoint], verifier })).brokenAt).toBeNull();
    expect(await isSignedBy({ ...checkpoint, position: 2 }, verifier)).toBe(false);
    expect(await isSignedBy(checkpoint, ed25519Verifier([pair().open]))).toBe(false);
  });

  it("refuses another kind of key", () => {
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const pem = privateKey.export({ type: "pkcs8", format: "pem" }) as string;
    expect(() => ed25519Signer(pem)).toThrow(TypeError);
  });
});
