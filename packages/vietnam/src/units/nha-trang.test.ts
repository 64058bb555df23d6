import {
  checkDirectory,
  explainJoint,
  explainPart,
  findUnit,
  restate,
  unitsAsOf,
  unitsByCode,
  type RecipientUnit,
  type UnitDirectory,
} from "@chiendich/core";
import { beforeAll, describe, expect, it } from "vitest";
import { loadProvince } from "./packs.ts";
import { peopleCommittees } from "./people-committees.ts";

let khanhHoa: UnitDirectory;
beforeAll(async () => {
  khanhHoa = await loadProvince("56");
});

const city = "vn-568-2024-10";
const successorWards = ["Bắc Nha Trang", "Nha Trang", "Tây Nha Trang", "Nam Nha Trang"];
const inNhaTrang = (unit: RecipientUnit) =>
  unit.parents["administrative"] === city || successorWards.includes(unit.name.replace("Phường ", ""));
const wards = (date: string) => unitsAsOf(khanhHoa, date).filter(inNhaTrang);
const count = (date: string, type: string) => wards(date).filter((unit) => unit.type === type).length;

describe("Nha Trang through its two mergers", () => {
  it.each([
    ["2024-10-29", 27, 19, 8], // the day of the dispatch
    ["2024-11-02", 22, 14, 8], // 1196/NQ-UBTVQH15
    ["2025-06-30", 22, 14, 8],
    ["2025-07-01", 4, 4, 0], // 1667/NQ-UBTVQH15
  ])("has on %s %i units: %i wards and %i communes", (date, all, phuong, xa) => {
    expect([wards(date).length, count(date, "phuong"), count(date, "xa")]).toEqual([all, phuong, xa]);
  });

  it("has had three wards under the code 22366, one after the other", () => {
    const bearers = unitsByCode(khanhHoa, { scheme: "administrative", code: "22366" });
    expect(bearers.map(({ id, name, validFrom, validTo }) => [id, name, validFrom, validTo])).toEqual([
      ["vn-22366-2024-10", "Phường Phước Tiến", undefined, "2024-10-31"],
      ["vn-22366-2024-11", "Phường Tân Tiến", "2024-11-01", "2025-06-30"],
      ["vn-22366-2025-07", "Phường Nha Trang", "2025-07-01", undefined],
    ]);
    const key = { scheme: "administrative", code: "22366", epoch: "2024-11" };
    expect(unitsByCode(khanhHoa, key).map(({ name }) => name)).toEqual(["Phường Tân Tiến"]);
  });

  const reported = () =>
    wards("2024-10-29").map(({ id }, index) => ({ unitId: id, value: (index + 1) * 100 }));
  const total = (27 * 28 * 100) / 2;
  const from = "2024-10-29";

  it.each([
    ["2024-10-29", 27],
    ["2024-11-02", 22],
    ["2025-07-01", 4],
  ])("shows its figures on the units of %s in %i rows with the same total", (to, rows) => {
    const table = restate(khanhHoa, reported(), { from, to, rows: inNhaTrang });
    expect(table.rows).toHaveLength(rows);
    expect(table.rows.every(({ value, incomplete }) => value !== null && !incomplete)).toBe(true);
    expect(table.joint).toEqual([]);
    expect(table.total).toBe(total);
    expect(table.rows.reduce((sum, { value }) => sum + Number(value), 0)).toBe(total);
  });

  it("shows what three wards reported as one ward as theirs together, on the units of before", () => {
    const [tanTien, loc] = ["vn-22366-2024-11", "vn-22363-2024-10"];
    const figures = [
      { unitId: tanTien, value: 900 },
      { unitId: loc, value: 50 },
    ];
    const table = restate(khanhHoa, figures, { from: "2024-11-10", to: "2024-10-29", rows: inNhaTrang });
    expect(table.rows).toHaveLength(27);
    expect(table.total).toBe(950);
    expect(table.joint.map(({ units }) => units.map((id) => findUnit(khanhHoa, id)?.name))).toEqual([
      ["Phường Phước Tân", "Phường Phước Tiến", "Phường Tân Lập"],
    ]);
    const words = { directory: khanhHoa, restatement: table, language: "vi" as const };
    expect(table.joint.map((joint) => explainJoint(joint, words))).toEqual([
      "số liệu chung của Phường Phước Tân, Phường Phước Tiến, Phường Tân Lập, do Phường Tân Tiến báo cáo sau khi sắp xếp; không tách được cho từng đơn vị",
    ]);
  });

  it("names the document behind every part of a restated row", () => {
    const table = restate(khanhHoa, reported(), { from, to: "2024-11-02", rows: inNhaTrang });
    const words = { directory: khanhHoa, restatement: table, language: "vi" as const };
    const row = table.rows.find(({ unitId }) => unitId === "vn-22351-2024-10");
    expect(row?.parts.map((part) => explainPart(part, words))).toEqual([
      "toàn bộ số liệu của Phường Phương Sài (1196/NQ-UBTVQH15, từ ngày 01/11/2024)",
      "toàn bộ số liệu của Phường Phương Sơn (1196/NQ-UBTVQH15, từ ngày 01/11/2024)",
    ]);
  });
});

describe("the people's committees of Nha Trang", () => {
  const committees = (asOf: string, until = asOf) =>
    peopleCommittees(khanhHoa, { within: city, asOf, until });

  it("are the city's and those of its 27 wards and communes, named as the decree writes them", () => {
    const { units } = committees("2024-10-29");
    expect(units).toHaveLength(28);
    expect(units[0]).toMatchObject({
      id: "ubnd-tp-nha-trang",
      name: "Ủy ban nhân dân thành phố Nha Trang",
      shortName: "UBND TP Nha Trang",
      type: "ubnd_tp",
      groups: [],
    });
    expect(units.find(({ id }) => id === "ubnd-phuong-vinh-hai")).toEqual({
      id: "ubnd-phuong-vinh-hai",
      name: "Ủy ban nhân dân phường Vĩnh Hải",
      shortName: "UBND phường Vĩnh Hải",
      aliases: [],
      type: "ubnd_phuong",
      groups: ["UBND phường, xã"],
      parents: { administrative: "ubnd-tp-nha-trang" },
      codes: [{ scheme: "administrative", code: "22330", epoch: "2024-10" }],
      basis: "Danh mục TCTK 10/2024",
    });
  });

  it("come with what became of them, when asked, and nothing to find wrong", () => {
    const directory = committees("2024-10-29", "2024-12-31");
    expect(unitsAsOf(directory, "2024-10-29")).toHaveLength(28);
    expect(unitsAsOf(directory, "2024-11-02")).toHaveLength(23);
    expect(checkDirectory(directory)).toEqual([]);
    const later = committees("2024-10-29", "2025-07-01");
    const names = unitsAsOf(later, "2025-07-01").map(({ shortName }) => shortName);
    expect(names).toEqual(successorWards.map((name) => `UBND phường ${name}`));
    expect(checkDirectory(later)).toEqual([]);
  });

  it("cannot be told for a unit that does not exist on the day", () => {
    expect(() => committees("2025-07-01")).toThrow(RangeError);
  });
});
