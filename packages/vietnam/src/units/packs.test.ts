import {
  checkDirectory,
  restate,
  successorsOf,
  unitAsOf,
  unitsAsOf,
  unitsByCode,
  type UnitDirectory,
} from "@chiendich/core";
import { beforeAll, describe, expect, it } from "vitest";
import { loadRegion } from "../../data/regions.ts";
import { packIds } from "./pack-text.ts";
import { listPacks, listProvinces, loadProvince, verifyPack, verifyRegions } from "./packs.ts";
import { peopleCommittees } from "./people-committees.ts";
import { retiredCommunes } from "./retired-communes.ts";
import { isCommune } from "./unit-types.ts";

let country: readonly { readonly code: string; readonly directory: UnitDirectory }[];
beforeAll(async () => {
  country = await Promise.all(
    listProvinces().map(async ({ code }) => ({ code, directory: await loadProvince(code) })),
  );
});

/** A commune without a known successor, and one that was split without declared shares. */
const reasons = new Set<string>(["splitUndeclared", "successorUnknown"]);
const all = (date: string) => country.flatMap(({ directory }) => unitsAsOf(directory, date));
const counts = (date: string) => {
  const count = { province: 0, district: 0, commune: 0 };
  for (const unit of all(date)) {
    const hasParent = unit.parents["administrative"] !== undefined;
    count[isCommune(unit) ? "commune" : hasParent ? "district" : "province"] += 1;
  }
  return count;
};

describe("the packs of the country", () => {
  it.each([
    ["2024-10-31", { province: 63, district: 704, commune: 10_542 }],
    ["2025-03-01", { province: 63, district: 696, commune: 10_047 }],
    ["2025-07-01", { province: 34, district: 0, commune: 3_321 }],
  ])("have on %s %j", (date, expected) => expect(counts(date)).toEqual(expected));

  it("have 687 wards, 2,621 communes and 13 special zones from July 2025", () => {
    const types = Map.groupBy(all("2025-07-01"), ({ type }) => type);
    const size = (type: string) => types.get(type)?.length;
    expect([size("phuong"), size("xa"), size("dac_khu")]).toEqual([687, 2_621, 13]);
  });

  it("hold nothing that contradicts itself", () => {
    const known = new Set(["lineage_successor_unknown", "unit_name_duplicate", "lineage_basis_missing"]);
    const findings = country.flatMap(({ directory }) => checkDirectory(directory));
    expect(findings.filter(({ code }) => !known.has(code))).toEqual([]);
  });

  it("carry the 510 communes retired by March 2025; of seven in Khánh Hòa the successor is known", () => {
    const retired = country.flatMap(({ code, directory }) =>
      retiredCommunes(directory).map((one) => ({ ...one, province: code })),
    );
    expect(retired).toHaveLength(510);
    const known = retired.filter(({ successors }) => successors.length > 0);
    expect(known.map(({ province, unit, successors }) => [province, unit.name, successors[0]?.name])).toEqual(
      [
        ["56", "Phường Xương Huân", "Phường Vạn Thạnh"],
        ["56", "Phường Vạn Thắng", "Phường Vạn Thạnh"],
        ["56", "Phường Phương Sơn", "Phường Phương Sài"],
        ["56", "Phường Phước Tân", "Phường Tân Tiến"],
        ["56", "Phường Tân Lập", "Phường Tân Tiến"],
        ["56", "Xã Ninh Phước", "Xã Ninh Phước"],
        ["56", "Xã Diên Đồng", "Xã Xuân Đồng"],
      ],
    );
  });

  it("restate any figures from 2024 to 2025 without changing a total, and keep apart what is not known", () => {
    for (const { directory } of country) {
      const figures = unitsAsOf(directory, "2024-10-31")
        .filter(({ codes }) => codes[0]?.code.length === 5)
        .map(({ id }, index) => ({ unitId: id, value: index + 1 }));
      const sum = (figures.length * (figures.length + 1)) / 2;
      const table = restate(directory, figures, { from: "2024-10-31", to: "2025-07-01" });
      const rows = table.rows.reduce((total, { value }) => total + (value ?? 0), 0);
      const joint = table.joint.reduce((total, { value }) => total + value, 0);
      expect([table.total, rows + joint]).toEqual([sum, sum]);
      expect(table.joint.every(({ reason }) => reasons.has(reason))).toBe(true);
    }
  });
});

describe("the links of July 2025", () => {
  const reform = () =>
    country.flatMap(({ directory }) => directory.lineage.filter(({ on }) => on === "2025-07-01"));
  const whither = (id: string) =>
    country.flatMap(({ directory }) =>
      directory.units.some((unit) => unit.id === id)
        ? successorsOf(directory, id, "2025-07-01").map(({ name }) => name)
        : [],
    );

  it("divide 443 communes, none with a declared share", () => {
    const splits = reform().filter(({ kind }) => kind === "split");
    expect(splits).toHaveLength(443);
    expect(splits.every(({ to }) => to.every(({ share }) => share === undefined))).toBe(true);
  });

  it.each([
    ["Xã Tân Phú, Châu Thành, An Giang", "vn-30622-2024-10", "Xã Vĩnh An"], // 1654/NQ-UBTVQH15, item 31
    ["Xã Quang Trung, Vụ Bản", "vn-13768-2024-10", "Xã Hiển Khánh"], // 1674, item 24
    ["Phường Phú Sơn, Thanh Hóa", "vn-14770-2024-10", "Phường Hạc Thành"], // 1686, item 127
    ["Xã Ân Nghĩa, Hoài Ân", "vn-21727-2024-10", "Xã Kim Sơn"], // 1664, item 27
  ])("lead %s where the resolution does, not where a namesake went", (_, id, expected) => {
    expect(whither(id)).toEqual([expected]);
  });

  it("rest on the resolution of their province", () => {
    const bases = new Set(
      reform().flatMap(({ kind, legalBasis }) => (kind === "split" || kind === "merged" ? [legalBasis] : [])),
    );
    expect(
      [...bases].every((basis) => /^(16(5[4-9]|[67]\d|8[0-7])\/NQ-UBTVQH15|202\/2025\/QH15)$/.test(basis)),
    ).toBe(true);
  });
});

it("the people's committees of whole provinces, through the reform, have nothing wrong with them", () => {
  // One that went on alone, one made of three, one made of two.
  for (const { directory } of country.filter(({ code }) => ["01", "79", "08"].includes(code))) {
    for (const { id, parents } of unitsAsOf(directory, "2024-10-29")) {
      if (parents["administrative"] !== undefined) continue;
      const committees = peopleCommittees(directory, {
        within: id,
        asOf: "2024-10-29",
        until: "2025-07-01",
      });
      const wrong = checkDirectory(committees).filter(({ severity }) => severity === "error");
      expect(wrong).toEqual([]);
      expect(committees.units.every((unit) => /^ubnd-[a-z\d-]+$/.test(unit.id))).toBe(true);
    }
  }
});

describe("a pack", () => {
  it.each(packIds)("%s is what its digest says", async (id) => {
    const verification = await verifyPack(id);
    expect(verification.matches).toBe(true);
    expect(verification.computed).toBe(listPacks().find((pack) => pack.id === id)?.sha256);
    expect(verification.provinces.every(({ matches }) => matches)).toBe(true);
  });

  it("with one letter changed is not, and says in which province", async () => {
    const regions = await Promise.all(
      listProvinces().map(async ({ code }) => ({ code, region: await loadRegion[code]!() })),
    );
    const changed = regions.map(({ code, region }) =>
      code === "56"
        ? { code, region: { ...region, before: region.before.replace("Vĩnh Hải", "Vĩnh Hai") } }
        : { code, region },
    );
    const verification = verifyRegions("2024-10", changed);
    expect(verification.matches).toBe(false);
    expect(verification.provinces.filter(({ matches }) => !matches).map(({ code }) => code)).toEqual(["56"]);
    expect(verifyRegions("2025-07", changed).matches).toBe(true);
  });

  it("names a document, a place it was read, a licence and a confidence for everything in it", () => {
    for (const { sources } of listPacks()) {
      expect(sources.length).toBeGreaterThan(0);
      for (const source of sources) {
        expect([source.document, source.obtainedFrom, source.licence, source.confidence].every(Boolean)).toBe(
          true,
        );
      }
    }
  });

  it("names the list or document behind each unit", () => {
    for (const { basis } of all("2025-07-01")) expect(basis).toMatch(/Công văn (915|1027)\/CTK-CSCL, \d+\//);
    for (const { basis } of all("2024-10-31")) expect(basis).toMatch(/^Danh mục TCTK 10\/2024/);
  });
});

describe("a province", () => {
  it("is found by its code of today or of 2024", async () => {
    const [khanhHoa, ninhThuan] = await Promise.all([loadProvince("56"), loadProvince("58")]);
    expect(ninhThuan).toEqual(khanhHoa);
    await expect(loadProvince("99")).rejects.toThrow(RangeError);
  });

  it("was one or several of the 63", () => {
    expect(listProvinces()).toHaveLength(34);
    expect(listProvinces().flatMap(({ old }) => old)).toHaveLength(63);
    expect(listProvinces().find(({ code }) => code === "56")).toEqual({
      code: "56",
      name: "Tỉnh Khánh Hòa",
      old: [
        { code: "56", name: "Tỉnh Khánh Hòa" },
        { code: "58", name: "Tỉnh Ninh Thuận" },
      ],
    });
  });

  it("keeps a commune that went on under its name: the same unit, below the province now", async () => {
    const directory = await loadProvince("01");
    const [then, now] = ["2024-10-31", "2025-07-01"].map((date) =>
      unitsAsOf(directory, date).find(({ id }) => id === "vn-09661-2024-10"),
    );
    expect([then?.name, now?.name]).toEqual(["Xã Minh Châu", "Xã Minh Châu"]);
    expect([then?.parents, now?.parents]).toEqual([
      { administrative: "vn-271-2024-10" },
      { administrative: "vn-01-2024-10" },
    ]);
  });

  it("turns an island district into a special zone and keeps its id", async () => {
    const directory = await loadProvince("79");
    const zone = unitsByCode(directory, { scheme: "administrative", code: "26732" });
    expect(zone.map(({ id, name }) => [id, name])).toEqual([["vn-755-2024-10", "Đặc khu Côn Đảo"]]);
    expect(unitAsOf(directory, "vn-755-2024-10", "2025-06-30")).toMatchObject({
      name: "Huyện Côn Đảo",
      type: "huyen",
    });
  });
});
