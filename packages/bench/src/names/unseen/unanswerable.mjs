// Names that no unit may get: other bodies, other levels, other numbers, people, places, pairs, words, and units that are not there.
import { unmarked } from "../noise.mjs";
import {
  communes2024,
  communes2025,
  distance,
  gatherer,
  nameKey,
  organisations,
  realNames,
  realUnmarked,
  recipients,
  rivals,
  schools,
  unmarkedKey,
  wards,
} from "./subjects.mjs";
import {
  bodiesOfPlaces,
  bodiesOfSchools,
  thingsOfPlaces,
  surnames,
  otherTypes,
  free,
} from "./word-lists.mjs";

export function unanswerable() {
  const { add, random, cases } = gatherer(44);
  const some = (count, make) => {
    for (let made = 0, tries = 0; made < count && tries < count * 30; tries += 1) if (make()) made += 1;
  };
  const short = (type) =>
    ({ phường: ["phường ", "P. ", "P."], xã: ["xã ", "X. ", "X."] })[type] ?? [`${type.toLowerCase()} `];
  for (const body of bodiesOfPlaces) {
    const ward = random.of(wards);
    add("neg_body", "nha-trang", `${body} ${random.of(short(ward.type))}${ward.name}`, {}, "unknown", [
      "ambiguous",
    ]);
    add(
      "neg_body_plain",
      "nha-trang",
      unmarked(`${body} ${random.of(short(ward.type))}${ward.name}`).toLowerCase(),
      {},
      "unknown",
      ["ambiguous"],
    );
    const commune = random.of(communes2024);
    add(
      "neg_body_country",
      "vn-2024-10",
      `${body} ${random.of(short(commune.type))}${commune.name}`,
      commune.context,
      "unknown",
      ["ambiguous"],
    );
    const now = random.of(communes2025);
    add(
      "neg_body_country",
      "vn-2025-07",
      `${body} ${random.of(short(now.type))}${now.name}`,
      now.context,
      "unknown",
      ["ambiguous"],
    );
    add(
      "neg_body_caps",
      "vn-2025-07",
      `${body} ${random.of(short(now.type))}${now.name}`.toUpperCase(),
      now.context,
      "unknown",
      ["ambiguous"],
    );
  }
  for (const body of bodiesOfSchools)
    for (let i = 0; i < 2; i += 1) {
      const school = random.of(schools);
      add(
        "neg_body_of_school",
        "nha-trang",
        `${body} ${random.of(["trường ", ""])}${school.typeForms[0]}${school.name}${school.number}`,
        {},
        "unknown",
        ["ambiguous"],
      );
    }
  for (const thing of thingsOfPlaces) {
    const ward = random.of(wards);
    const market = recipients.units.some(({ name, short_name }) =>
      [name, short_name].some((one) => nameKey(one).endsWith(nameKey(`${thing} ${ward.name}`))),
    );
    if (!market) add("neg_thing", "nha-trang", `${thing} ${ward.name}`, {}, "unknown", ["ambiguous"]);
    const commune = random.of(communes2024);
    add("neg_thing_country", "vn-2024-10", `${thing} ${commune.name}`, commune.context, "unknown", [
      "ambiguous",
    ]);
  }
  for (const surname of surnames)
    for (let i = 0; i < 2; i += 1) {
      const subject = random.of([...wards, ...schools]);
      add("neg_person", "nha-trang", `${surname} ${subject.name}`, {}, "unknown", ["ambiguous"]);
      const commune = random.of(communes2024);
      const full = `${surname} ${commune.name}`;
      if (!realNames.has(nameKey(full)))
        add("neg_person", "vn-2024-10", full, commune.context, "unknown", ["ambiguous"]);
    }
  for (const school of schools) {
    const type = random.of(otherTypes[school.type]);
    const there = recipients.units.some(({ name, short_name }) =>
      [name, short_name].some(
        (one) => unmarkedKey(one) === unmarkedKey(`${type} ${school.name}${school.number}`),
      ),
    );
    const typed = `${type} ${school.name}${school.number}`;
    const numberedThere = schools.some(
      (other) => other.typeForms[0].trim() === type && other.name === school.name,
    );
    if (!there)
      add(
        "neg_school_type",
        "nha-trang",
        random.of([typed, `Trường ${typed}`, unmarked(typed)]),
        {},
        "unknown",
        ["ambiguous"],
      );
    void numberedThere;
    if (school.number) {
      add(
        "neg_number_gone",
        "nha-trang",
        random.of(school.typeForms) +
          random.of([school.name, unmarked(school.name), school.name.toUpperCase()]),
        {},
        "ambiguous",
        ["unknown"],
      );
      for (const wrong of [" 4", " 12", "9", " số 5", " IV", " bốn"])
        if (random.next() < 0.4)
          add(
            "neg_number_wrong",
            "nha-trang",
            random.of(school.typeForms) + school.name + wrong,
            {},
            "unknown",
            ["ambiguous"],
          );
      if (random.next() < 0.5)
        add(
          "neg_number_pair",
          "nha-trang",
          school.typeForms[0] +
            school.name +
            random.of([" 1, 2", " 1 và 2", " 1+2", " 1&2", " 1-2", " (1,2)", " 1/2"]),
          {},
          "ambiguous",
          ["unknown"],
        );
    } else if (
      !schools.some((other) => other.type === school.type && other.name === school.name && other.number)
    ) {
      add(
        "neg_number_added",
        "nha-trang",
        random.of(school.typeForms) + school.name + random.of([" 1", " 2", " số 2", " II", "3"]),
        {},
        "unknown",
        ["ambiguous"],
      );
    }
  }
  for (const typed of [
    "MN 2-3",
    "MN 4-2",
    "MN 10-20",
    "MN 30-4",
    "MN 1-6",
    "MN 19/5",
    "Mầm non 8-4",
    "MN 3-8",
    "MN 2/9",
    "mn 20-11",
    "MN 3-2-4",
    "MN 3",
    "Trường MN 8",
    "MN 20",
    "THCS 3-2",
    "TH 20-10",
  ])
    add("neg_date_names", "nha-trang", typed, {}, "unknown", ["ambiguous"]);
  for (const ward of wards) {
    const level = random.of([
      "huyện",
      "Tỉnh",
      "thành phố",
      "quận",
      "thị xã",
      "UBND huyện",
      "Thị trấn",
      "UBND quận",
      "H.",
      "TX",
      "UBND TP",
    ]);
    add("neg_level", "nha-trang", `${level} ${ward.name}`, {}, "unknown", ["ambiguous"]);
    const other = random.of(wards);
    if (other.id !== ward.id) {
      add(
        "neg_pair",
        "nha-trang",
        `${ward.type} ${ward.name}${random.of([", ", " và ", " - ", "; ", "/", " + ", " & ", "\n", " với "])}${random.of([`${other.type} `, ""])}${other.name}`,
        {},
        "ambiguous",
        ["unknown"],
      );
    }
    const school = random.of(schools);
    const second = random.of(schools);
    if (second.id !== school.id && second.name !== school.name)
      add(
        "neg_pair",
        "nha-trang",
        `${school.typeForms[0]}${school.name}${school.number}${random.of([", ", " và ", " - ", "; ", "/ "])}${second.typeForms[0]}${second.name}${second.number}`,
        {},
        "ambiguous",
        ["unknown"],
      );
  }
  some(40, () => {
    const unit = random.of(communes2024);
    const other = random.of(rivals(unit));
    if (other.id === unit.id || nameKey(other.name) === nameKey(unit.name)) return false;
    add(
      "neg_pair_country",
      "vn-2024-10",
      `${unit.type} ${unit.name}${random.of([", ", " và ", " - ", "/", "; "])}${random.of([`${other.type.toLowerCase()} `, ""])}${other.name}`,
      unit.context,
      "ambiguous",
      ["unknown"],
    );
    return true;
  });
  some(30, () => {
    const unit = random.of(communes2024);
    add(
      "neg_level_country",
      "vn-2024-10",
      `${random.of(["Huyện", "Tỉnh", "Quận", "UBND huyện", "TX."])} ${unit.name}`,
      random.of([unit.context, {}]),
      "unknown",
      ["ambiguous"],
    );
    return true;
  });
  // a real commune of the country, one letter or mark from one of ours
  const near = (list, scope, category, context) => {
    for (const ours of list)
      for (const name of realList) {
        if (Math.abs(name.length - ours.name.length) > 2) continue;
        if (
          nameKey(name) === nameKey(ours.name) ||
          scope(ours).some((other) => unmarkedKey(other.name) === unmarkedKey(name) && other.name === name)
        )
          continue;
        if (distance(unmarkedKey(name), unmarkedKey(ours.name)) > 1) continue;
        if (scope(ours).some((other) => nameKey(other.name) === nameKey(name))) continue;
        if (random.next() < (list === wards ? 0.25 : 0.5))
          add(
            category,
            ours.dir,
            random.of([`${ours.type} `, `UBND ${ours.type.toLowerCase()} `]) + name,
            context(ours),
            "unknown",
            ["ambiguous"],
          );
      }
  };
  const realList = [...new Set(communes2024.map(({ name }) => name))];
  near(
    wards,
    () => wards,
    "neg_real_beside",
    () => ({}),
  );
  near(
    Array.from({ length: 40 }, () => random.of(communes2024)),
    rivals,
    "neg_real_beside_country",
    ({ context }) => context,
  );
  // halfway between two of the same scope
  const midpoints = (list, category) =>
    some(40, () => {
      const unit = random.of(list);
      const a = [...unit.name];
      const other = random.of(
        rivals(unit).filter(
          ({ name, id, newId }) => id !== unit.id && newId === undefined && name.length === unit.name.length,
        ),
      );
      if (!other || other.type !== unit.type || (other.number ?? "") !== (unit.number ?? "")) return false;
      const b = [...other.name];
      const differ = a.flatMap((letter, index) => (letter === b[index] ? [] : [index]));
      if (differ.length !== 2) return false;
      a[differ[0]] = b[differ[0]];
      const typed = a.join("");
      // with fewer marks it is one of the two, not between them
      if (unmarkedKey(typed) === unmarkedKey(unit.name) || unmarkedKey(typed) === unmarkedKey(other.name))
        return false;
      if (realNames.has(nameKey(typed)) || rivals(unit).some(({ name }) => nameKey(name) === nameKey(typed)))
        return false;
      add(category, unit.dir, random.of(unit.typeForms) + typed + unit.number, unit.context, "ambiguous", [
        "unknown",
      ]);
      return true;
    });
  midpoints(wards, "neg_midway");
  midpoints(schools, "neg_midway");
  midpoints(communes2024, "neg_midway_country");
  midpoints(communes2025, "neg_midway_country");
  for (const text of free) {
    add("neg_words", "nha-trang", text, {}, "unknown", [
      "ambiguous",
      ...(/Nha Trang$/.test(text) ? ["ubnd-tp-nha-trang"] : []),
    ]);
    const contexts = [random.of([{}, random.of(communes2024).context]), random.of(communes2025).context];
    if (realUnmarked.has(unmarkedKey(text))) continue;
    add("neg_words", "vn-2024-10", text, contexts[0], "unknown", ["ambiguous"]);
    add("neg_words", "vn-2025-07", text, contexts[1], "unknown", ["ambiguous"]);
  }
  const foreignTo = [
    "tỉnh Khánh Hòa",
    "huyện Diên Khánh",
    "thị xã Ninh Hòa",
    "TP Cam Ranh",
    "tỉnh Phú Yên",
    "quận 3",
    "huyện Vạn Ninh",
  ];
  for (const unit of organisations) {
    const bare = unit.name.replace(/ (thành phố |TP )?Nha Trang$/, "");
    if (!/Nha Trang$/.test(unit.name)) continue;
    add("neg_organisation_elsewhere", "nha-trang", `${bare} ${random.of(foreignTo)}`, {}, "unknown", [
      "ambiguous",
    ]);
    const ward = random.of(wards);
    if (!bare.startsWith("Ủy ban nhân dân"))
      add(
        "neg_organisation_of_ward",
        "nha-trang",
        `${bare} ${random.of(short(ward.type))}${ward.name}`,
        {},
        "unknown",
        ["ambiguous"],
      );
  }
  for (const text of [
    "Sở Nội vụ",
    "Sở Tài nguyên và Môi trường",
    "Sở GD&ĐT Khánh Hòa",
    "Sở VHTT",
    "Cục Thuế tỉnh",
    "Kho bạc Nhà nước Nha Trang",
    "Phòng Kinh tế - Hạ tầng",
    "Phòng Dân tộc",
    "Thị ủy Ninh Hòa",
    "Thành ủy Cam Ranh",
    "Tỉnh ủy",
    "Tỉnh đoàn",
    "Huyện đoàn",
    "Thành đoàn Cam Ranh",
    "Ban Nội chính",
    "Đảng ủy khối",
    "Viện Hải dương học",
    "Đại học Nha Trang",
    "Trường Đại học Khánh Hòa",
    "THPT Lý Tự Trọng",
    "THPT Nguyễn Văn Trỗi",
    "Trường THPT Hoàng Văn Thụ",
    "Bệnh viện Đa khoa tỉnh",
    "Vietcombank Nha Trang",
    "Ngân hàng CSXH",
    "Hạt Kiểm lâm",
    "Đội QLTT số 1",
    "Chi cục Hải quan",
    "Điện lực Ninh Hòa",
    "Điện lực Vĩnh Phước",
    "Bưu điện tỉnh",
    "Công an tỉnh",
    "BCHQS tỉnh",
    "TAND tỉnh Khánh Hòa",
    "VKSND tỉnh",
    "UBND tỉnh",
    "UBND huyện",
    "HĐND tỉnh",
    "BQL chợ Phước Thái",
    "BQL chợ Xóm Mới",
    "Hội Nhà báo",
    "Hội Văn học nghệ thuật",
    "Liên minh HTX",
    "Phòng Thanh tra",
    "Phòng Giáo dục huyện Cam Lâm",
    "Trung tâm Văn hóa tỉnh",
    "Trung tâm Y tế huyện Vạn Ninh",
    "MN Tư thục ABC",
    "Trường mầm non tư thục Vĩnh Hải",
    "Trường quốc tế",
    "Trung tâm ngoại ngữ Lam Sơn",
    "THCS Thái Nguyên Diên Khánh",
    "Nhà sách Lam Sơn",
    "Đường Yersin",
    "phố Bạch Đằng",
    "Bảo tàng Yersin",
    "Chùa Hoa Mai",
    "Khách sạn Hoa Hồng",
  ])
    add("neg_organisation", "nha-trang", text, {}, "unknown", ["ambiguous"]);
  return cases;
}
