import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { printUnits, readChanges, readMergers, readUnits, type Region } from "./region.ts";

/** The packs: three official states of the country, and what changed between the first and the last. */
export const packIds = ["2024-10", "2024-11-nha-trang", "2025-03", "2025-07"] as const;
/** Name of a pack. */
export type PackId = (typeof packIds)[number];

const nhaTrang = "568";

/** The pack's part in one region, as the text its digest is made of; empty when it has none there. */
export function packText(id: PackId, region: Region): string {
  switch (id) {
    case "2024-10":
      return region.before;
    case "2024-11-nha-trang":
      return nhaTrangText(region);
    case "2025-03":
      return [region.changes, region.mergers].filter((text) => text !== "").join("\n\n");
    case "2025-07":
      return `${region.after}\n\n${region.links}`;
  }
}

/** The 22 wards and communes, then the mergers that made them 22 of 27. */
function nhaTrangText(region: Region): string {
  const units = new Map(
    readUnits(region.before)
      .filter(({ parent }) => parent === nhaTrang)
      .map((unit) => [unit.code, unit]),
  );
  if (units.size === 0) return "";
  const all = new Set(units.keys());
  for (const { on, code, unit } of readChanges(region.changes)) {
    if (on !== "2024-11-01" || !all.has(code)) continue;
    if (unit) units.set(code, unit);
    else units.delete(code);
  }
  const mergers = readMergers(region.mergers)
    .filter(({ to }) => all.has(to))
    .map(({ on, resolution, kind, from, to }) => [on, resolution, kind, from.join("+"), to].join(","));
  return `${printUnits([...units.values()])}\n\n${mergers.join("\n")}`;
}

/** SHA-256 of the pack's part in the region, hex. */
export function packDigest(id: PackId, region: Region): string {
  return digest(packText(id, region));
}

/** SHA-256 of the whole pack: of its regions' digests, one line each, in the order of their codes. */
export function packSha256(digests: Readonly<Record<string, string>>): string {
  const lines = Object.entries(digests)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([region, sha]) => `${region} ${sha}\n`);
  return digest(lines.join(""));
}

function digest(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
