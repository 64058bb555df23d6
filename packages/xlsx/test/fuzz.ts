import type { Parsed, SheetSource } from "@chiendich/core";
import { openWorkbook } from "../src/index.ts";

/** A stream of numbers 0…1 from a seed, so that a failing run can be repeated. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What an upload, a bad disk or an attacker does to a file. */
export function damaged(bytes: Uint8Array, next: () => number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const kind = Math.floor(next() * 4);
  if (kind === 0) return copy.slice(0, Math.floor(next() * copy.length));
  if (kind === 1) {
    for (let flips = 1 + Math.floor(next() * 8); flips > 0; flips--) {
      copy[Math.floor(next() * copy.length)] = Math.floor(next() * 256);
    }
    return copy;
  }
  const from = Math.floor(next() * copy.length);
  const to = Math.min(copy.length, from + 1 + Math.floor(next() * 64));
  if (kind === 2) return Uint8Array.from([...copy.slice(0, from), ...copy.slice(to)]);
  return Uint8Array.from([...copy.slice(0, to), ...copy.slice(from)]);
}

/** Bytes of no meaning, sometimes behind a signature that promises some. */
export function noise(next: () => number): Uint8Array {
  const bytes = Uint8Array.from({ length: Math.floor(next() * 400) }, () => Math.floor(next() * 256));
  const signatures = ["", "504b0304", "504b0506", "d0cf11e0a1b11ae1", "3c68746d6c3e", "efbbbf", "fffe"];
  const signature = signatures[Math.floor(next() * signatures.length)] as string;
  return Buffer.concat([Buffer.from(signature, "hex"), bytes]);
}

/** Opens and reads everything there is to read. Throws only what must never be thrown. */
export async function readAll(bytes: Uint8Array): Promise<Parsed<SheetSource> & { readonly cells: number }> {
  const opened = await openWorkbook(bytes, { name: "hong.xlsx" });
  let cells = 0;
  for (const { name } of (await opened.value?.listSheets()) ?? []) {
    const sheet = await opened.value?.readSheet(name);
    for (const row of sheet?.rows ?? []) cells += row.cells.length;
  }
  return { ...opened, cells };
}
