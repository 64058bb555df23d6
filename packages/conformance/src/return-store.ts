import type { ReturnStore } from "@chiendich/core";
import { describe, expect, it } from "vitest";

const bytes = (text: string) => new TextEncoder().encode(text);
const hashOfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

/** What every ReturnStore must do. `create` makes an empty one. */
export function returnStoreConformance(create: () => Promise<ReturnStore>): void {
  describe("keeping returns", () => {
    it("gives back exactly the bytes, under the SHA-256 of the bytes", async () => {
      const store = await create();
      expect(await store.put(bytes("abc"))).toBe(hashOfAbc);
      expect(await store.get(hashOfAbc)).toEqual(bytes("abc"));
    });

    it("keeps the same bytes once, and nothing else under their hash", async () => {
      const store = await create();
      await store.put(bytes("abc"));
      await store.put(bytes("abc"));
      await store.put(bytes("abd"));
      expect(await store.list()).toHaveLength(2);
      expect(await store.list()).toEqual([...(await store.list())].sort());
    });

    it("keeps an empty return, and one of a megabyte", async () => {
      const store = await create();
      const large = new Uint8Array(1_000_000).map((_, index) => index % 251);
      for (const one of [new Uint8Array(), large]) expect(await store.get(await store.put(one))).toEqual(one);
    });

    it("knows nothing of what was never put, nor of what is no hash", async () => {
      const store = await create();
      for (const name of [hashOfAbc, "", "../../etc/passwd"]) expect(await store.get(name)).toBeNull();
    });

    it("is not changed through what it was given or gave", async () => {
      const store = await create();
      const given = bytes("abc");
      await store.put(given);
      given[0] = 0;
      (await store.get(hashOfAbc))?.fill(0);
      expect(await store.get(hashOfAbc)).toEqual(bytes("abc"));
    });
  });
}
