import { describe, expect, it } from "vitest";
import type { LineageEvent } from "../lineage-event.ts";
import type { RecipientUnit } from "../recipient-unit.ts";
import { printHow, type ResolveContext } from "./resolution.ts";
import { unitDirectory } from "../unit-directory.ts";
import { createUnitResolver, type UnitResolverOptions } from "./unit-resolver.ts";

const unit = (id: string, name: string, more: Partial<RecipientUnit> = {}): RecipientUnit => ({
  id,
  name,
  aliases: [],
  type: "",
  groups: [],
  parents: { administrative: "city" },
  codes: [],
  ...more,
});

const wards = { groups: ["UBND phường, xã"] };
const schools = { groups: ["Trường học"], parents: { sector: "phong-gddt" } };
const offices = { groups: ["Phòng chuyên môn"] };
const associations = { groups: ["Mặt trận, đoàn thể"] };

/** Names of Nha Trang, October 2024; `tan-tien` and the mergers are of November. */
const units = [
  unit("city", "Ủy ban nhân dân thành phố Nha Trang", { shortName: "UBND TP Nha Trang", parents: {} }),
  unit("p-vinh-hai", "Ủy ban nhân dân phường Vĩnh Hải", { shortName: "UBND phường Vĩnh Hải", ...wards }),
  unit("p-vinh-hoa", "Ủy ban nhân dân phường Vĩnh Hòa", wards),
  unit("p-phuong-sai", "Ủy ban nhân dân phường Phương Sài", wards),
  unit("p-phuoc-hai", "Ủy ban nhân dân phường Phước Hải", wards),
  unit("p-phuoc-tien", "Ủy ban nhân dân phường Phước Tiến", { validTo: "2024-10-31", ...wards }),
  unit("p-tan-tien", "Ủy ban nhân dân phường Tân Tiến", wards),
  unit("p-van-thanh", "Ủy ban nhân dân phường Vạn Thạnh", wards),
  unit("x-vinh-thai", "Ủy ban nhân dân xã Vĩnh Thái", wards),
  unit("x-vinh-thanh", "Ủy ban nhân dân xã Vĩnh Thạnh", wards),
  unit("th-vinh-hai-1", "Trường Tiểu học Vĩnh Hải 1", { shortName: "TH Vĩnh Hải 1", ...schools }),
  unit("th-vinh-hai-2", "Trường Tiểu học Vĩnh Hải 2", { shortName: "TH Vĩnh Hải 2", ...schools }),
  unit("th-vinh-thai", "Trường Tiểu học Vĩnh Thái", { shortName: "TH Vĩnh Thái", ...schools }),
  unit("thcs-mai-xuan-thuong", "Trường Trung học cơ sở Mai Xuân Thưởng", {
    shortName: "THCS Mai Xuân Thưởng",
    ...schools,
  }),
  unit("th-thcs-bich-dam", "Trường Tiểu học và Trung học cơ sở Bích Đầm", schools),
  unit("mn-8-3", "Trường Mầm non 8-3", { shortName: "MN 8-3", ...schools }),
  unit("mn-vinh-hai", "Trường Mầm non Vĩnh Hải", { shortName: "MN Vĩnh Hải", ...schools }),
  unit("phong-tnmt", "Phòng Tài nguyên và Môi trường thành phố Nha Trang", {
    shortName: "P. TN&MT",
    ...offices,
  }),
  unit("phong-gddt", "Phòng Giáo dục và Đào tạo thành phố Nha Trang", { shortName: "P. GD&ĐT", ...offices }),
  unit("hoi-phu-nu", "Hội Liên hiệp Phụ nữ thành phố Nha Trang", {
    shortName: "Hội LHPN TP",
    ...associations,
  }),
  unit("hoi-nct", "Hội Người cao tuổi thành phố Nha Trang", associations),
  unit("cong-an", "Công an thành phố Nha Trang", { shortName: "Công an TP" }),
];
const lineage: LineageEvent[] = [
  {
    kind: "merged",
    on: "2024-11-01",
    from: ["p-phuoc-tien"],
    to: [{ unitId: "p-tan-tien" }],
    legalBasis: "",
  },
];
const home = ["thành phố Nha Trang", "tỉnh Khánh Hòa"];

function resolverOf(options: UnitResolverOptions = {}) {
  const resolver = createUnitResolver(unitDirectory(units, lineage), {
    asOf: "2024-10-29",
    home,
    ...options,
  });
  return (text: string, context?: ResolveContext) => {
    const found = resolver.resolve(text, context);
    return found.status === "matched" ? found.unit.id : found.status;
  };
}
const resolve = resolverOf();

describe("a typed name", () => {
  it.each([
    ["Ủy ban nhân dân phường Vĩnh Hải", "p-vinh-hai"], // as the decree writes it
    ["UBND P.Vĩnh Hải", "p-vinh-hai"],
    ["P vinh hai", "p-vinh-hai"],
    ["UỶ BAN NHÂN DÂN PHƯỜNG VĨNH HOÀ", "p-vinh-hoa"], // the other place of the tone
    ["Ủy ban Vĩnh Hải", "p-vinh-hai"], // only a ward has a committee
    ["Phương Sài", "p-phuong-sai"], // no type word, though it begins as one
    ["phuong phuong sai", "p-phuong-sai"],
    ["Tr. TH Vĩnh Hải 01", "th-vinh-hai-1"],
    ["Trường tiểu học Vĩnh Hải số 2", "th-vinh-hai-2"],
    ["TH Vĩnh Hải II", "th-vinh-hai-2"],
    ["TH & THCS Bích Đầm", "th-thcs-bich-dam"],
    ["MN 8/3", "mn-8-3"],
    ["MN mồng 8 tháng 3", "mn-8-3"],
    ["Công an thành phố", "cong-an"],
    ["Phòng tài nguyên môi trường", "phong-tnmt"],
    ["Phường Vĩnh Hải, TP. Nha Trang, tỉnh Khánh Hòa", "p-vinh-hai"],
  ])("%s is %s", (text, id) => expect(resolve(text)).toBe(id));

  it.each([
    ["Phường Vĩnh Thái", "unknown"], // there is a xã of that name: the type decides
    ["MN Vĩnh Thái", "unknown"],
    ["TH Vĩnh Hải 3", "unknown"], // the number decides
    ["TH Vĩnh Hải A", "unknown"],
    ["TH Vĩnh Hải", "ambiguous"], // 1 or 2
    ["Vĩnh Hải", "ambiguous"], // ward, kindergarten, schools
    ["Vĩnh Thái", "ambiguous"],
    ["Công an phường Vĩnh Hải", "unknown"], // another body
    ["Công an tỉnh Khánh Hòa", "unknown"], // of another level
    ["Hội Người cao tuổi phường Vĩnh Hải", "unknown"],
    ["Chợ Vĩnh Hải", "unknown"],
    ["THPT Mai Xuân Thưởng", "unknown"],
    ["Phường Vĩnh Hải, thành phố Cam Ranh", "unknown"], // elsewhere
    ["Huyện Vĩnh Hải", "unknown"],
    ["UBND phường Vĩnh Hải, UBND phường Vĩnh Hòa", "ambiguous"], // two at once
    ["Phường Vạn Thành", "p-van-thanh"], // one mark wrong, and nobody's name here
  ])("%s is %s", (text, expected) => expect(resolve(text)).toBe(expected));

  it.each([
    "",
    " ",
    "0",
    "1",
    "TT",
    "STT",
    "Tổng cộng",
    "10/11/2024",
    "UBND",
    "UBND phường",
    "#REF!",
    "x".repeat(5000),
  ])("%j is no unit", (text) => expect(resolve(text)).toBe("unknown"));
});

describe("what stands around a name", () => {
  it.each([
    "53) UBND phường Vĩnh Hải",
    "STT 3: UBND phường Vĩnh Hải",
    "• Báo cáo của UBND phường Vĩnh Hải",
    "UBND phường Vĩnh Hải - lần 2 (đã nộp bản giấy)",
    "UBND phường Vĩnh Hải - ngày 15/10/2024",
    "UBND phường Vĩnh Hải: 0",
    "<b>UBND phường Vĩnh Hải</b>",
    "UBND ph&#432;&#7901;ng V&#297;nh H&#7843;i",
    "Vinh Hai Ward, Nha Trang City",
    "Khánh Hòa - Nha Trang - phường Vĩnh Hải",
    "bao_cao_UBND_phuong_Vinh_Hai.xlsx",
    "PVH (phường Vĩnh Hải)",
  ])("does not hide it: %s", (text) => expect(resolve(text)).toBe("p-vinh-hai"));

  it("may be the body above", () => {
    expect(resolve("PGD NHA TRANG - TH VĨNH THÁI")).toBe("th-vinh-thai");
  });

  it("may be the ward a school stands in, never that of another body", () => {
    expect(resolve("TH Vĩnh Hải 1, phường Vĩnh Hải")).toBe("th-vinh-hai-1");
    expect(resolve("Công an, phường Vĩnh Hải")).toBe("unknown");
  });

  it("is no name when it is a date line", () => {
    expect(resolve("Nha Trang, ngày 29 tháng 10 năm 2024")).toBe("unknown");
  });
});

describe("text that went through machines", () => {
  it.each([
    "UBND ph\u00adêng VÜnh H¶i", // TCVN3
    "UBND phöôøng Vónh Haûi", // VNI
    "UBND phÆ°á»\u009dng VÄ©nh Háº£i", // UTF-8 as Windows-1252
    "UBND ph??ng V?nh H?i", // letters lost
    "UBND ph\ufffdờng Vĩnh H\ufffdi",
    "UBND phuwowngf Vinhx Hair", // Telex
    "UBND phu7o7ng2 Vi4nh Ha3i", // VNI keys
    "UBND phường Vi~nh Ha?i", // VIQR
    "UBND phường Vĩnh Hải".normalize("NFD"),
    "UBND\u00a0phường\u200b  Vĩnh\tHải\r\n",
    "UBND рhường Vĩnh Hải", // a Cyrillic р
    "ＵＢＮＤ phường Vĩnh Hải",
    "ubndphuongvinhhai",
    "#PhuongVinhHai",
    "UBND phường Vĩnh Ha1", // read by a scanner
  ])("is read: %s", (text) => expect(resolve(text)).toBe("p-vinh-hai"));
});

describe("first letters", () => {
  it.each([
    ["THCS M.X.Thưởng", "thcs-mai-xuan-thuong"],
    ["P. P.Hải", "p-phuoc-hai"],
    ["Phòng TNMT", "phong-tnmt"],
    ["Hội NCT", "hoi-nct"],
  ])("%s is %s", (text, id) => expect(resolve(text)).toBe(id));

  it("are too little when nothing is written out", () => {
    expect(resolve("UBND P. P")).not.toBe("p-phuoc-hai");
  });
});

describe("a text of several parts", () => {
  it.each([
    [
      "UBND TP NHA TRANG\nTRƯỜNG MẦM NON VĨNH HẢI\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
      "mn-vinh-hai",
    ],
    ["SỞ GIÁO DỤC TỈNH KHÁNH HÒA\nTRƯỜNG TH VĨNH THÁI\n-------", "th-vinh-thai"], // the body above
    ["TM. UBND PHƯỜNG VĨNH HẢI\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "p-vinh-hai"], // who signs
    ["KẾT QUẢ THỰC HIỆN CHIẾN DỊCH - PHƯỜNG VĨNH HẢI", "p-vinh-hai"],
    ["Báo cáo tuyên truyền của phường Vĩnh Hải", "p-vinh-hai"],
    ["[Phiếu 02] P. Vĩnh Hải, số 45/BC-UBND", "p-vinh-hai"],
    ["MN Vĩnh Hải (khu tập thể, 15 đường Lê Lợi)", "mn-vinh-hai"],
    ["UBND phường Vĩnh Hải, thôn Đông, TP. Nha Trang", "p-vinh-hai"],
    ["Trường Mầm non Vĩnh Hải (12 lớp)", "mn-vinh-hai"],
    ["Ủy ban nhân dân phường Vĩnh Hải (UBND P. Vĩnh Hải)", "p-vinh-hai"], // twice the same
    ["UBND phường Vĩnh Hải / Vinh Hai Ward", "p-vinh-hai"],
    ["phường Tân Tiến (sáp nhập từ Phước Tiến, Phước Tân và Tân Lập)", "p-tan-tien"],
  ])("%j is %s", (text, id) => expect(resolve(text)).toBe(id));

  it.each([
    ["Báo cáo của Hội Nông dân phường Vĩnh Hải"], // another body
    ["BC ĐTN phường Vĩnh Hải"], // first letters may be those of one
    ["Phường Vĩnh Hải, thôn Đông"], // a hamlet is a body of its own
    ["Chi bộ - trường MN Vĩnh Hải"],
    ["TH Vĩnh Thái, 2"], // the number is part of a name
    ["Báo cáo kết quả - KT. CHỦ TỊCH"],
  ])("%j is no unit", (text) => expect(["unknown", "ambiguous"]).toContain(resolve(text)));
});

describe("a text that programs wrote over", () => {
  it.each([
    ["=?UTF-8?Q?Ph=C6=B0=E1=BB=9Dng_V=C4=A9nh_H=E1=BA=A3i?=", "p-vinh-hai"], // the head of an e-mail
    ["=?utf-8?B?UGjGsOG7nW5nIFbEqW5oIEjhuqNp?=", "p-vinh-hai"],
    ["Ph%u01B0%u1EDDng V%u0129nh H%u1EA3i", "p-vinh-hai"],
    ["Ph&amp;#432;&amp;#7901;ng V&amp;#297;nh H&amp;#7843;i", "p-vinh-hai"], // escaped twice
    ["Phường_x000D_\nVĩnh Hải", "p-vinh-hai"],
    ["'Phường Vĩnh Hải'!A1", "p-vinh-hai"],
    ["TH Vĩnh Hải 2.0", "th-vinh-hai-2"], // a number that became one with a fraction
    ["Phß¶ng Vînh Häi", "p-vinh-hai"], // VISCII
  ])("%j is %s", (text, id) => expect(resolve(text)).toBe(id));
});

describe("a name in other words", () => {
  it.each([
    ["TH Vĩnh Hải hai", "th-vinh-hai-2"],
    ["TH 2 Vĩnh Hải", "th-vinh-hai-2"],
    ["TH Vĩnh Hải số II", "th-vinh-hai-2"],
    ["Vĩnh Hải (P)", "p-vinh-hai"],
    ["Vĩnh Thái THCS", "unknown"], // no such school
    ["Tài nguyên và Môi trường", "phong-tnmt"], // a word left out
    ["P. Vỉnh Hảii", "p-vinh-hai"],
    ["Phường Phươnng Sàii", "p-phuong-sai"], // two slips in a long name
    ["P. Mai", "unknown"], // not a list mark and a name
  ])("%j is %s", (text, id) => expect(resolve(text)).toBe(id));
});

describe("a misspelling", () => {
  it.each([
    ["UBND phường Vĩnh Hảii", "p-vinh-hai"],
    ["phường Pương Sài", "p-phuong-sai"],
    ["Trường Tểu học Vĩnh Thái", "th-vinh-thai"], // in the type word
    ["UNBD phường Vĩnh Hải", "p-vinh-hai"],
  ])("%s is %s", (text, id) => expect(resolve(text)).toBe(id));

  it("between two names is nobody's", () => {
    expect(resolve("xa vinh thaih")).not.toMatch(/^x-/);
  });

  it("is none when it is a real name elsewhere", () => {
    expect(resolve("Phường Vạn Thành")).toBe("p-van-thanh");
    expect(resolverOf({ elsewhere: ["Xã Vạn Thành"] })("Phường Vạn Thành")).toBe("unknown");
  });

  it("of a body's first word is not the type it resembles", () => {
    expect(resolve("Phòng Vĩnh Hải")).toBe("unknown");
  });
});

describe("time", () => {
  it.each([
    [undefined, "p-phuoc-tien"],
    ["2024-10-31", "p-phuoc-tien"],
    ["2024-11-01", "p-tan-tien"],
  ])("as of %s, Phước Tiến is %s", (asOf, id) => {
    expect(resolverOf({ asOf: undefined })("UBND P. Phước Tiến", { asOf })).toBe(id);
  });

  it("makes an old name that went to two units ambiguous", () => {
    const split: LineageEvent = {
      kind: "split",
      on: "2025-07-01",
      from: ["p-vinh-hai"],
      to: [{ unitId: "p-vinh-hoa" }, { unitId: "p-phuoc-hai" }],
      legalBasis: "",
    };
    const resolver = createUnitResolver(unitDirectory(units, [...lineage, split]), {
      asOf: "2025-07-01",
      home,
    });
    const found = resolver.resolve("UBND phường Vĩnh Hải");
    expect(found.status === "ambiguous" && found.candidates.map(({ id }) => id)).toEqual([
      "p-vinh-hoa",
      "p-phuoc-hai",
    ]);
  });

  it("leaves a name unknown whose unit ended without a successor", () => {
    const ended = units.map((one) => (one.id === "p-vinh-hai" ? { ...one, validTo: "2024-10-31" } : one));
    const resolver = createUnitResolver(unitDirectory(ended), { asOf: "2024-11-01", home });
    expect(resolver.resolve("UBND phường Vĩnh Hải").status).toBe("unknown");
  });
});

describe("the columns beside", () => {
  it("hold the unit when they were swapped", () => {
    expect(resolve("TP Nha Trang", { district: "Phường Phương Sài" })).toBe("p-phuong-sai");
  });

  it.each([
    ["Khối Mầm non", "mn-vinh-hai"],
    ["I. CÁC PHƯỜNG, XÃ", "p-vinh-hai"],
    ["II. BẬC TIỂU HỌC", "ambiguous"],
    ["Ghi chú", "ambiguous"], // not understood, so it narrows nothing
  ])("and a heading %s make Vĩnh Hải %s", (group, expected) => {
    expect(resolve("Vĩnh Hải", { group })).toBe(expected);
  });

  it("let a part of a name stand for the whole", () => {
    expect(resolve("Phụ nữ", { group: "Mặt trận và các đoàn thể" })).toBe("hoi-phu-nu");
  });
});

describe("a directory of communes", () => {
  const place = (id: string, name: string, parent?: string) =>
    unit(id, name, { parents: parent === undefined ? {} : { administrative: parent } });
  const country = [
    place("kh", "Tỉnh Khánh Hòa"),
    place("py", "Tỉnh Phú Yên"),
    place("dk", "Huyện Diên Khánh", "kh"),
    place("ta", "Huyện Tuy An", "py"),
    place("dien-son", "Xã Diên Sơn", "dk"),
    place("an-hoa-dk", "Xã An Hòa", "dk"),
    place("an-hoa-ta", "Xã An Hòa", "ta"),
    place("an-my", "Xã An Mỹ", "ta"),
    place("dien-khanh", "Thị trấn Diên Khánh", "dk"),
  ];
  const among = country.slice(4).map(({ id }) => id);
  const resolver = createUnitResolver(unitDirectory(country), { among });
  const find = (text: string, context?: ResolveContext) => {
    const found = resolver.resolve(text, context);
    return found.status === "matched" ? found.unit.id : found.status;
  };

  it.each([
    ["Xã An Hòa", {}, "ambiguous"],
    ["Xã An Hòa, huyện Tuy An", {}, "an-hoa-ta"],
    ["Xã An Hoà", { province: "Phú Yên" }, "an-hoa-ta"],
    ["xa an hoa", { district: "H. Dien Khanh" }, "an-hoa-dk"],
    ["xã Diên Sơn, DK, KH", {}, "dien-son"],
    ["Xã An Mĩ", {}, "an-my"], // i for y
    ["Xã An Mỹ", { district: "Huyện Diên Khánh" }, "unknown"], // real, but not there
    ["Huyện Diên Khánh", {}, "unknown"], // a unit of another level
    ["Diên Khánh", {}, "ambiguous"], // the town or the district
    ["Huyện Tuy An", { district: "Xã An Mỹ" }, "an-my"],
  ])("resolves %s with %j to %s", (text, context, expected) => expect(find(text, context)).toBe(expected));
});

describe("how a name was understood", () => {
  it("is said in both languages", () => {
    const resolver = createUnitResolver(unitDirectory(units, lineage), { asOf: "2024-11-02", home });
    const how = (text: string) => {
      const found = resolver.resolve(text);
      return found.status === "matched" ? [printHow(found.how, "vi"), printHow(found.how, "en")] : [];
    };
    expect(how("UBND phường Vĩnh Hải")).toEqual([
      "đúng tên “UBND phường Vĩnh Hải”",
      "exact name “UBND phường Vĩnh Hải”",
    ]);
    expect(how("phuong vinh hai")).toEqual([
      "thiếu dấu “UBND phường Vĩnh Hải”",
      "marks missing “UBND phường Vĩnh Hải”",
    ]);
    expect(how("Vinhx Hair Ward")).toEqual([]);
    expect(how("P. Vinhx Hair")[0]).toBe("đúng tên “UBND phường Vĩnh Hải”; gõ Telex chưa bỏ dấu");
    expect(how("P. Phước Tiến")[0]).toBe(
      "đúng tên “Ủy ban nhân dân phường Phước Tiến”; đơn vị cũ “Ủy ban nhân dân phường Phước Tiến”, nay thuộc đơn vị này",
    );
  });

  it("offers what is near when the name is nobody's", () => {
    const resolver = createUnitResolver(unitDirectory(units), { home });
    const found = resolver.resolve("Phường Vĩnh Thái");
    expect(found.status === "unknown" && found.nearest.map(({ id }) => id)).toContain("x-vinh-thai");
  });
});
