// Nha Trang: days before and after the merger, headings, and columns that name home or another place.
import { unmarked } from "../noise.mjs";
import { gatherer, schools, unmarkedKey, wards } from "./subjects.mjs";

export function home() {
  const { add, random, cases } = gatherer(332);
  // Nha Trang: days, headings, places that are not home
  const gone = {
    "Xương Huân": "ubnd-phuong-van-thanh",
    "Vạn Thắng": "ubnd-phuong-van-thanh",
    "Phương Sơn": "ubnd-phuong-phuong-sai",
    "Phước Tiến": "ubnd-phuong-tan-tien",
    "Phước Tân": "ubnd-phuong-tan-tien",
    "Tân Lập": "ubnd-phuong-tan-tien",
  };
  for (const subject of wards) {
    const typed = random.of(subject.typeForms) + subject.name;
    if (subject.name !== "Tân Tiến")
      add(
        "day_before",
        "nha-trang",
        typed,
        { asOf: random.of(["2024-10-31", "2024-10-01", "2023-01-01"]) },
        subject.id,
      );
    add(
      "day_after",
      "nha-trang",
      typed,
      { asOf: random.of(["2024-11-01", "2024-11-20", "2025-06-30"]) },
      gone[subject.name] ?? subject.id,
    );
    if (gone[subject.name]) {
      const now = wards.find(({ id }) => id === gone[subject.name]);
      for (const form of [
        `phường ${subject.name} (nay là phường ${now.name})`,
        `UBND phường ${subject.name} nay là ${now.name}`,
        `phường ${now.name} (${subject.name} cũ)`,
        `P. ${subject.name} cũ`,
        `phường ${subject.name} (đã sáp nhập)`,
        `${now.name} (trước là phường ${subject.name})`,
        `Phường ${now.name} (sáp nhập từ phường ${subject.name})`,
      ])
        add(
          "day_after_both",
          "nha-trang",
          form,
          { asOf: "2024-11-05" },
          now.id,
          form.startsWith(now.name) ? ["ambiguous"] : [],
        );
    }
    const other = random.of(wards);
    if (gone[other.name] === undefined && gone[subject.name] === undefined && other.id !== subject.id)
      add(
        "neg_both_contradict",
        "nha-trang",
        `phường ${subject.name} (nay là phường ${other.name})`,
        { asOf: "2024-11-05" },
        "unknown",
        ["ambiguous", ...(other.type === "phường" ? [other.id] : [])],
      );
  }
  const heading = {
    ward: ["UBND CÁC PHƯỜNG, XÃ", "UBND phường, xã", "III. Khối phường xã", "Các xã, phường"],
    th: ["II. BẬC TIỂU HỌC", "Trường Tiểu học", "KHỐI TIỂU HỌC", "Cấp Tiểu học", "B. Các trường tiểu học"],
    thcs: ["Bậc THCS", "Trường THCS", "KHỐI THCS", "Trung học cơ sở"],
    mn: ["BẬC MẦM NON", "Trường Mầm non", "Khối mầm non", "Mầm non, mẫu giáo"],
    mg: ["Trường Mầm non, Mẫu giáo", "Khối mầm non - mẫu giáo"],
    th_thcs: ["Trường THCS"],
  };
  const named = [...wards, ...schools];
  for (let i = 0; i < 60; i += 1) {
    const subject = random.of(named);
    const kind = subject.kind === "ward" ? "ward" : subject.type;
    const kindOf = (other) => (other.kind === "ward" ? "ward" : other.type);
    const near = {
      mn: ["mn", "mg"],
      mg: ["mn", "mg"],
      thcs: ["thcs", "th_thcs"],
      th_thcs: ["thcs", "th_thcs"],
    }[kind] ?? [kind];
    const same = named.filter(
      (other) =>
        near.includes(kindOf(other)) &&
        unmarkedKey(other.name) === unmarkedKey(subject.name) &&
        (subject.number === "" || other.number === subject.number),
    );
    const typed =
      random.of([subject.name, unmarked(subject.name), subject.name.toUpperCase()]) + subject.number;
    if (same.length === 1)
      add("group_bare", "nha-trang", typed, { group: random.of(heading[kind]) }, subject.id);
    else add("neg_group_bare", "nha-trang", typed, { group: random.of(heading[kind]) }, "ambiguous");
    const wrong = kind === "th" ? "mn" : "th";
    if (kind !== "th_thcs")
      add(
        "neg_group_contradicts",
        "nha-trang",
        subject.typeForms[0] + subject.name + subject.number,
        { group: random.of(heading[wrong]) },
        "unknown",
        ["ambiguous", subject.id],
      );
  }
  for (const subject of wards) {
    add(
      "home_columns",
      "nha-trang",
      random.of(subject.typeForms) + subject.name,
      random.of([
        { district: "TP Nha Trang" },
        { district: "Nha Trang", province: "Khánh Hòa" },
        { province: "KHÁNH HÒA" },
        { district: "nha trang", province: "khanh hoa" },
        { district: "Tp. Nha Trang", province: "Tỉnh Khánh Hoà" },
      ]),
      subject.id,
    );
    add(
      "neg_not_home",
      "nha-trang",
      random.of(subject.typeForms) + subject.name,
      random.of([
        { district: "Huyện Diên Khánh" },
        { district: "TX Ninh Hòa", province: "Khánh Hòa" },
        { province: "Tỉnh Phú Yên" },
        { district: "Vạn Ninh" },
        { district: "TP Cam Ranh" },
      ]),
      "unknown",
      ["ambiguous"],
    );
    add(
      "neg_not_home_text",
      "nha-trang",
      random.of(subject.typeForms) +
        subject.name +
        random.of([
          ", huyện Vạn Ninh",
          " - TX. Ninh Hòa",
          " (Phú Yên)",
          ", Cam Lâm, Khánh Hòa",
          " TP Tuy Hòa",
          ", tỉnh Bình Định",
          ", TP.HCM",
          " - Đà Lạt - Lâm Đồng",
          ", Q.1",
          " huyện Cam Lâm",
          ", Hà Nội",
        ]),
      {},
      "unknown",
      ["ambiguous"],
    );
  }
  return cases;
}
