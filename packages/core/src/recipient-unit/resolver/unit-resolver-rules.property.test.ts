import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RecipientUnit } from "../recipient-unit.ts";
import { unitDirectory } from "../unit-directory.ts";
import { createUnitResolver } from "./unit-resolver.ts";

/** Wards whose names share no letters a slip could confuse, and a bare home. */
const names = ["Vĩnh Hải", "Lộc Thọ", "Phước Đồng", "Ngọc Hiệp", "Xương Huân", "Phương Sơn"];
const unitOf = (name: string, type = "phường"): RecipientUnit => ({
  id: `${type} ${name}`,
  name: `Ủy ban nhân dân ${type} ${name}`,
  shortName: `UBND ${type} ${name}`,
  aliases: [],
  type,
  groups: [],
  parents: {},
  codes: [],
});
const home = ["thành phố Nha Trang", "tỉnh Khánh Hòa"];
const elsewhere = ["Huyện Diên Khánh", "Thị xã Ninh Hòa", "Tỉnh Phú Yên", "Xã Vĩnh Hội"];
const resolver = createUnitResolver(unitDirectory(names.map((name) => unitOf(name))), { home, elsewhere });
const answer = (text: string, context = {}) => {
  const found = resolver.resolve(text, context);
  return found.status === "matched" ? found.unit.id : found.status;
};

const name = fc.constantFrom(...names);
const form = (one: string) => fc.constantFrom(`phường ${one}`, `P. ${one}`, `UBND phường ${one}`, `P.${one}`);
const settings = { seed: 20241102, numRuns: 120 };

/** Shapes of vowels and tones, dropped one by one. */
const shapes = /[\u0302\u0306\u031b]/g;
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

describe("the rules for names", () => {
  it("let marks be left out of any letters, and take none that are there for others", () => {
    const text = fc
      .tuple(name, fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }))
      .map(([one, kept]) => {
        let at = 0;
        const drop = (mark: string) => (kept[at++ % kept.length] ? mark : "");
        const written = one.normalize("NFD").replace(tones, drop).replace(shapes, drop).normalize("NFC");
        return { one, text: `phường ${written}` };
      });
    fc.assert(
      fc.property(text, (typed) => {
        expect(answer(typed.text)).toBe(`phường ${typed.one}`);
      }),
      settings,
    );
  });

  it("find the unit whatever persons, telephones, files and remarks stand beside it", () => {
    const before = fc.constantFrom(
      "",
      "Kế toán ",
      "Đ/c Chủ tịch ",
      "Dạ em gửi ",
      "BC_2242_",
      "Nguyễn Văn An - ",
      "3) ",
    );
    const after = fc.constantFrom(
      "",
      " - đ/c Trần Thị Bình",
      " 0258 3822 111",
      " ngày 29/10/2024",
      " (gửi lại lần 2)",
      ", TP Nha Trang",
      ".xlsx",
      " (mất điện cả buổi sáng)",
      " vanthu@example.vn",
    );
    const cases = name.chain((one) =>
      fc.tuple(before, form(one), after).map((parts) => ({ one, text: parts.join("") })),
    );
    fc.assert(
      fc.property(cases, ({ one, text }) => {
        expect(answer(text)).toBe(`phường ${one}`);
      }),
      { ...settings, numRuns: 300 },
    );
  });

  it("never take another body's name for a unit's, whatever stands beside it", () => {
    const bodies = [
      "Công an",
      "Đảng ủy",
      "Hội Nông dân",
      "Trạm Y tế",
      "Chợ",
      "Tổ dân phố 3",
      "Đoàn Thanh niên",
    ];
    const cases = fc
      .tuple(
        fc.constantFrom(...bodies),
        name.chain(form),
        fc.constantFrom("", " đã nộp", " (mất điện)", ".xlsx"),
      )
      .map((parts) => `${parts[0]} ${parts[1]}${parts[2]}`);
    fc.assert(
      fc.property(cases, (text) => {
        expect(answer(text)).toBe("unknown");
      }),
      settings,
    );
  });

  it("give no unit where a column names a place that is not home", () => {
    const places = fc.constantFrom(
      "Huyện Diên Khánh",
      "Diên Khánh",
      "TX Ninh Hòa",
      "2. Huyện Vạn Ninh",
      "Quận 3",
    );
    const columns = fc.oneof(
      places.map((district) => ({ district })),
      fc.constant({ province: "Tỉnh Phú Yên" }),
    );
    fc.assert(
      fc.property(name.chain(form), columns, (text, context) => {
        expect(answer(text, context)).toBe("unknown");
      }),
      settings,
    );
    expect(answer("phường Vĩnh Hải", { district: "TP Nha Trnag" })).toBe("phường Vĩnh Hải");
  });

  it("take a title before a bare name for a person", () => {
    const titles = fc.constantFrom("Đ/c", "Cô", "Anh", "Chủ tịch", "Kế toán");
    fc.assert(
      fc.property(titles, name, (title, one) => {
        expect(answer(`${title} ${one}`)).toBe("unknown");
      }),
      settings,
    );
  });

  it("say nothing between two names that are each one letter or tone away", () => {
    const two = createUnitResolver(unitDirectory([unitOf("Canh Hiển"), unitOf("Canh Hiệp")]));
    expect(two.resolve("phường Canh Hiện").status).not.toBe("matched");
    expect(two.resolve("phường Canh Hiểnn").status).toBe("matched");
  });

  it("let a letter of its own tell names apart", () => {
    const one = createUnitResolver(unitDirectory([unitOf("Phú Túc"), unitOf("Mường É"), unitOf("An Bình")]));
    for (const text of ["phường Phú Túc C", "phường Mường", "phường An Bình A", "phường An Bình B"])
      expect([text, one.resolve(text).status]).toEqual([text, "unknown"]);
  });
});

describe("a text that says what a unit was and became", () => {
  const units = [
    { ...unitOf("Phước Tiến"), validTo: "2024-10-31" as const },
    unitOf("Tân Tiến"),
    unitOf("Lộc Thọ"),
  ];
  const lineage = [
    {
      kind: "merged" as const,
      on: "2024-11-01" as const,
      from: ["phường Phước Tiến"],
      to: [{ unitId: "phường Tân Tiến" }],
      legalBasis: "",
    },
  ];
  const said = createUnitResolver(unitDirectory(units, lineage), { asOf: "2024-11-05" });

  it.each([
    "phường Phước Tiến (nay là phường Tân Tiến)",
    "Phường Phước Tiến nay là Tân Tiến",
    "phường Tân Tiến (Phước Tiến cũ)",
    "P. Phước Tiến -> P. Tân Tiến",
    "phường Tân Tiến, trước đây là phường Phước Tiến",
  ])("%s is the one that both are", (text) => {
    const found = said.resolve(text);
    expect(found.status === "matched" && found.unit.id).toBe("phường Tân Tiến");
  });

  it("is ambiguous when the two are not one", () => {
    expect(said.resolve("phường Phước Tiến (nay là phường Lộc Thọ)").status).toBe("ambiguous");
  });

  it("is believed before the day of the merger too", () => {
    const early = said.resolve("phường Phước Tiến (nay là phường Tân Tiến)", { asOf: "2024-10-01" });
    expect(early.status === "matched" && early.unit.id).toBe("phường Tân Tiến");
  });
});
