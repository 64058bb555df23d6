import { packDigests, provinces } from "../../data/manifest.ts";
import { loadRegion } from "../../data/regions.ts";
import type { UnitDirectory } from "@chiendich/core";
import type { PackInfo, PackSource } from "./pack.ts";
import { packDigest, packIds, packSha256, packText, type PackId } from "./pack-text.ts";
import { provinceDirectory } from "./province-directory.ts";
import type { Region } from "./region.ts";

/** A province from 1 July 2025, and the provinces it was made of. */
export interface Province {
  readonly code: string;
  /** `Tỉnh Khánh Hòa` */
  readonly name: string;
  readonly old: readonly { readonly code: string; readonly name: string }[];
}

/** The 34 provinces of today, by code. */
export function listProvinces(): readonly Province[] {
  return provinces.map(({ code, name, old }) => ({ code, name, old }));
}

const gso: PackSource = {
  document: "Danh mục đơn vị hành chính, Tổng cục Thống kê, tháng 10/2024",
  obtainedFrom: "github.com/dvhcvn/data, commit 1d9288a (danh mục 01/9/2024, còn nguyên đến 31/10/2024)",
  licence: "not stated by the source",
  confidence: "high",
};
const lists: PackSource = {
  document: "Danh mục đơn vị hành chính, Tổng cục Thống kê, 01/11/2024 đến 01/3/2025",
  obtainedFrom: "github.com/dvhcvn/data, commits c6f8449, 8514174, f2ec239, 00a1203, 5393138",
  licence: "not stated by the source",
  confidence: "high",
  note: "A commune that bears its code under a new name is taken for the successor: inferred. 503 communes left the list with no known successor.",
};
const nhaTrangMergers: PackSource = {
  document: "1196/NQ-UBTVQH15",
  obtainedFrom: "vov.gov.vn; the lists of 01/9/2024 and 01/11/2024",
  licence: "not stated by the source",
  confidence: "medium",
  note: "Who was joined to whom was read in the press; the codes before and after in the lists.",
};
const codes2025: PackSource = {
  document: "Công văn 915/CTK-CSCL; Công văn 1027/CTK-CSCL (25/6/2025), Cục Thống kê",
  obtainedFrom: "github.com/dvhcvn/20250701, commit dd94887, input/docs",
  licence: "MIT (dvhcvn, 2025)",
  confidence: "high",
};
const links2025: PackSource = {
  document: "1654/NQ-UBTVQH15 … 1687/NQ-UBTVQH15 (16/6/2025)",
  obtainedFrom: "github.com/dvhcvn/20250701, commit dd94887, mapping/splits.json",
  licence: "MIT (dvhcvn, 2025)",
  confidence: "medium",
  note: "The source read the links out of the resolutions by program; 22 that it had wrong are corrected (SOURCES.md). Shares of communes in several parts are not declared.",
};

const packs: Readonly<Record<PackId, Omit<PackInfo, "id" | "sha256">>> = {
  "2024-10": {
    title: { vi: "Đơn vị hành chính tháng 10/2024", en: "Administrative units of October 2024" },
    from: "2024-10-01",
    to: "2024-10-31",
    counts: { provinces: 63, districts: 704, communes: 10_542 },
    sources: [gso],
  },
  "2024-11-nha-trang": {
    title: {
      vi: "Phường, xã của thành phố Nha Trang từ 01/11/2024",
      en: "Wards and communes of Nha Trang from November 2024",
    },
    from: "2024-11-01",
    to: "2025-06-30",
    counts: { provinces: 0, districts: 0, communes: 22 },
    sources: [lists, nhaTrangMergers],
  },
  "2025-03": {
    title: { vi: "Thay đổi từ 01/11/2024 đến 01/3/2025", en: "Changes from November 2024 to March 2025" },
    from: "2024-11-01",
    to: "2025-06-30",
    counts: { provinces: 63, districts: 696, communes: 10_047 },
    sources: [lists, nhaTrangMergers],
  },
  "2025-07": {
    title: { vi: "Đơn vị hành chính từ 01/7/2025", en: "Administrative units from July 2025" },
    from: "2025-07-01",
    counts: { provinces: 34, districts: 0, communes: 3_321 },
    sources: [codes2025, links2025],
  },
};

/** What each pack is and where it comes from. */
export function listPacks(): readonly PackInfo[] {
  return packIds.map((id) => ({ id, ...packs[id], sha256: packDigests[id] }));
}

/**
 * The administrative units of one province through time, with their lineage: loads that province
 * alone. The code may be one of today or one of 2024 (`58`, Ninh Thuận, is in `56`).
 *
 * @throws {RangeError} for a code no province has
 */
export async function loadProvince(code: string): Promise<UnitDirectory> {
  const province = provinces.find((one) => one.code === code || one.old.some((old) => old.code === code));
  if (!province) throw new RangeError(`no province has the code “${code}”`);
  const region = await regionOf(province.code);
  return provinceDirectory(region, `${province.resolution}/NQ-UBTVQH15`);
}

/** What came of making a pack's digest anew. */
export interface PackVerification {
  readonly id: PackId;
  readonly declared: string;
  readonly computed: string;
  readonly matches: boolean;
  /** By the code of today's province; those the pack has nothing about are left out. */
  readonly provinces: readonly {
    readonly code: string;
    readonly declared: string | null;
    readonly computed: string;
    readonly matches: boolean;
  }[];
}

/** Reads the whole pack and makes its digest anew, province by province. */
export async function verifyPack(id: PackId): Promise<PackVerification> {
  return verifyRegions(
    id,
    await Promise.all(provinces.map(async ({ code }) => ({ code, region: await regionOf(code) }))),
  );
}

/** The same for regions at hand: what was loaded elsewhere, or changed. */
export function verifyRegions(
  id: PackId,
  regions: readonly { readonly code: string; readonly region: Region }[],
): PackVerification {
  const parts = regions
    .filter(({ region }) => packText(id, region) !== "")
    .map(({ code, region }) => {
      const digests: Readonly<Record<string, string>> | undefined = provinces.find(
        (one) => one.code === code,
      )?.sha256;
      const declared = digests?.[id] ?? null;
      const computed = packDigest(id, region);
      return { code, declared, computed, matches: declared === computed };
    });
  const computed = packSha256(Object.fromEntries(parts.map((part) => [part.code, part.computed])));
  const declared = packDigests[id];
  return { id, declared, computed, matches: declared === computed, provinces: parts };
}

async function regionOf(code: string): Promise<Region> {
  const load = loadRegion[code];
  if (!load) throw new RangeError(`no province has the code “${code}”`);
  return load();
}
