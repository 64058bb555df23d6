// Names that other bodies, other places and other days bear, and words that are no names.
import { unmarked } from "../noise.mjs";
import { country2024, country2025, gatherer, recipients } from "./subjects.mjs";

export function taken() {
  const { add, random, cases } = gatherer(88);
  const nt = recipients;
  const n24 = country2024;
  const n25 = country2025;
  const communes = n24.units;
  const ntUnits = nt.units.filter((u) => u.id !== "ubnd-tp-nha-trang");
  const wards = ntUnits.filter((u) => /^ubnd_(phuong|xa)$/.test(u.type));
  const bodies = [
    "Công an",
    "Đảng ủy",
    "HĐND",
    "Hội Nông dân",
    "Hội LHPN",
    "Hội CCB",
    "Đoàn TNCS HCM",
    "Trạm Y tế",
    "Trạm y tế",
    "UBMTTQ",
    "Ủy ban MTTQVN",
    "Ban CHQS",
    "Công đoàn",
    "Quỹ tín dụng",
    "HTX",
    "Chợ",
    "Đình",
    "Chùa",
    "Nhà thờ",
    "Nhà văn hóa",
    "Bưu điện",
    "Đội thuế",
    "Tổ dân phố số 5",
    "Khu phố 3",
    "Thôn 2",
    "Chi bộ 4",
    "Tổ công nghệ số cộng đồng",
    "CLB",
    "Trung tâm học tập cộng đồng",
    "Ban Quản lý",
    "Hội Người cao tuổi",
    "Hội Chữ thập đỏ",
    "Ban chỉ huy quân sự",
    "Văn phòng Đảng ủy",
    "Đội CSGT",
    "Hạt kiểm lâm",
    "Đồn biên phòng",
    "Chi nhánh Agribank",
    "Cửa hàng xăng dầu",
    "Nghĩa trang",
    "Sân vận động",
    "Trường THPT",
    "Trường Đại học",
    "Cụm công nghiệp",
    "Phòng khám",
    "Ban Công tác Mặt trận",
    "Đoàn phường",
    "Hội Khuyến học",
    "Đài truyền thanh",
    "Tổ tuyên truyền",
    "Bộ phận một cửa",
  ];
  for (const body of bodies)
    for (let i = 0; i < 3; i++) {
      const w = random.of(wards);
      const p = w.short_name.replace("UBND ", "");
      add(
        "neg_nt_body",
        "nha-trang",
        `${body} ${random.of([p, p.replace("phường ", "P. ").replace("xã ", "X. ")])}`,
        {},
        "unknown",
      );
      add("neg_nt_body_bare", "nha-trang", `${body} ${p.replace(/^(phường|xã) /, "")}`, {}, "unknown", [
        "ambiguous",
        ...(body === "Ban Quản lý" || body === "Chợ" ? [] : []),
      ]);
      const c = random.of(communes);
      add(
        "neg_n_body",
        "vn-2024-10",
        `${body} ${c.full_name.toLowerCase().replace(c.name.toLowerCase(), c.name)}`,
        { district: c.district, province: c.province },
        "unknown",
      );
      add(
        "neg_n_body",
        "vn-2024-10",
        `${body} ${c.name}`,
        { district: c.district, province: c.province },
        "unknown",
        ["ambiguous"],
      );
    }
  const allNt = new Set(
    ntUnits.map((u) =>
      unmarked(u.short_name.replace(/^(UBND (phường|xã)|TH|THCS|MN|MG|TH&THCS) /, ""))
        .toLowerCase()
        .replace(/ \d$/, ""),
    ),
  );
  const far = communes.filter(
    (c) => !allNt.has(unmarked(c.name).toLowerCase()) && !/^Phường \d/.test(c.full_name),
  );
  for (let i = 0; i < 400; i++) {
    const c = random.of(far);
    add(
      "neg_nt_elsewhere",
      "nha-trang",
      random.of([
        c.full_name,
        "UBND " + c.full_name.toLowerCase().replace(c.name.toLowerCase(), c.name),
        unmarked(c.full_name),
        "TH " + c.name,
        "MN " + c.name,
        c.name,
      ]),
      {},
      "unknown",
      ["ambiguous"],
    );
  }
  for (const w of wards) {
    const p = w.short_name.replace("UBND ", "");
    const other = p.startsWith("phường") ? p.replace("phường", "xã") : p.replace("xã", "phường");
    add("neg_nt_type", "nha-trang", other, {}, "unknown", ["ambiguous"]);
    add("neg_nt_type", "nha-trang", p.replace(/^(phường|xã)/, "thị trấn"), {}, "unknown", ["ambiguous"]);
    add("neg_nt_level", "nha-trang", p.replace(/^(phường|xã)/, "huyện"), {}, "unknown");
    add("neg_nt_place", "nha-trang", p + ", thành phố Cam Ranh", {}, "unknown", ["ambiguous"]);
    add("neg_nt_place", "nha-trang", p + ", tỉnh Phú Yên", {}, "unknown", ["ambiguous"]);
    add("neg_nt_place", "nha-trang", p + " - huyện Diên Khánh", {}, "unknown", ["ambiguous"]);
    const o = random.of(wards);
    if (o !== w) {
      add("neg_nt_two", "nha-trang", `${w.short_name}, ${o.short_name}`, {}, "ambiguous", ["unknown"]);
      add("neg_nt_two", "nha-trang", `${p} và ${o.short_name.replace("UBND ", "")}`, {}, "ambiguous", [
        "unknown",
      ]);
      add(
        "neg_nt_two",
        "nha-trang",
        `${p}/${o.short_name.replace(/^UBND (phường|xã) /, "")}`,
        {},
        "ambiguous",
        ["unknown"],
      );
      add(
        "neg_nt_two",
        "nha-trang",
        `${p} + ${o.short_name.replace(/^UBND (phường|xã) /, "")}`,
        {},
        "ambiguous",
        ["unknown"],
      );
    }
  }
  for (let i = 0; i < 300; i++) {
    const c = random.of(communes);
    const d = random.of(communes);
    const here = communes.filter((x) => x.district === d.district && x.province === d.province);
    if (here.some((x) => unmarked(x.name) === unmarked(c.name))) continue;
    add(
      "neg_n_other_district",
      "vn-2024-10",
      random.of([c.full_name, unmarked(c.full_name), c.name]),
      { district: d.district, province: d.province },
      "unknown",
      ["ambiguous"],
    );
  }
  for (let i = 0; i < 150; i++) {
    const c = random.of(communes);
    const other = { Phường: "Xã", Xã: "Thị trấn", "Thị trấn": "Phường" }[c.type];
    const here = communes.filter((x) => x.district === c.district && x.province === c.province);
    if (here.some((x) => unmarked(x.full_name) === unmarked(`${other} ${c.name}`))) continue;
    add(
      "neg_n_type",
      "vn-2024-10",
      `${other} ${c.name}`,
      { district: c.district, province: c.province },
      "unknown",
      ["ambiguous"],
    );
  }
  const junk = [
    "Tổng cộng",
    "Cộng",
    "Ghi chú",
    "STT",
    "TT",
    "Stt",
    "Họ tên",
    "Nguyễn Văn An",
    "Trần Thị Bích",
    "Lê Văn Tám",
    "Người lập biểu",
    "Thủ trưởng đơn vị",
    "Kế toán",
    "x",
    "X",
    "-",
    "--",
    "n/a",
    "N/A",
    "#REF!",
    "#DIV/0!",
    "null",
    "TRUE",
    "FALSE",
    "12.345",
    "1.234,5",
    "50%",
    "0258.3822111",
    "a@b.vn",
    "https://zalo.me/g/abc",
    "10/11/2024",
    "Quý IV",
    "Tháng 10",
    "Năm 2024",
    "I",
    "II",
    "A",
    "B",
    "Đơn vị tính",
    "người",
    "lượt",
    "Xã",
    "Phường",
    "UBND",
    "UBND phường",
    "UBND xã",
    "Trường",
    "Trường TH",
    "TH",
    "THCS",
    "MN",
    "P.",
    "Thị trấn",
    "Tỉnh",
    "Huyện",
    "Nơi nhận",
    "Kính gửi",
    "Số: 2242/VHTT",
    "V/v triển khai",
    "Biểu số 01",
    "Phụ lục I",
    "Đạt",
    "Chưa báo cáo",
    "Không phát sinh",
    "Có",
    "Nam",
    "Nữ",
    "Hà Nội",
    "Việt Nam",
    "Sheet1",
    "Total",
    "Grand Total",
    "Chủ tịch",
    "Phó Chủ tịch",
    "Đã ký",
    "(Ký, ghi rõ họ tên)",
    "Nha Trang, ngày 29 tháng 10 năm 2024",
    "Các phường",
    "27 xã, phường",
    "Toàn thành phố",
    "Khối phường xã",
    "Khối trường học",
    "Tổ 1",
    "Hải",
    "Vĩnh",
    "Phước",
    "Hòa",
    "An",
    "Tân",
    "Sơn",
    "Lộc",
    "Phương",
    "Thạnh",
    "Trường An",
    "Hoa",
    "Mai",
    "Trung tâm",
    "Văn phòng",
    "Hội",
    "Ban",
    "Đội",
    "Chi cục",
  ];
  for (const j of junk) {
    add("neg_junk", "nha-trang", j, {}, "unknown", ["ambiguous"]);
    add("neg_junk", "vn-2024-10", j, {}, "unknown", ["ambiguous"]);
    add("neg_junk", "vn-2025-07", j, { province: "Khánh Hòa" }, "unknown", ["ambiguous"]);
  }
  // random nonsense syllables
  const syl = [
    "lan",
    "hung",
    "quat",
    "bech",
    "duom",
    "tring",
    "khoe",
    "nhap",
    "giun",
    "xop",
    "vich",
    "toac",
    "ruou",
    "pheu",
    "chim",
    "meo",
    "voi",
    "gach",
    "lua",
    "bong",
  ];
  for (let i = 0; i < 200; i++) {
    add(
      "neg_nonsense",
      random.of(["nha-trang", "vn-2024-10", "vn-2025-07"]),
      random.of(["Phường ", "Xã ", "", "UBND xã ", "TH ", "MN "]) + random.of(syl) + " " + random.of(syl),
      {},
      "unknown",
      ["ambiguous"],
    );
  }
  // lineage 2025
  const byOld = new Map();
  for (const p of n25.predecessors) {
    const k = p.old_code;
    (byOld.get(k) || byOld.set(k, []).get(k)).push(p);
  }
  const cur = new Set(n25.units.map((u) => u.full_name));
  for (const [, l] of [...byOld].filter(() => random.next() < 0.02)) {
    const o = l[0];
    if (!o.old_district) continue;
    const to = [...new Set(l.map((x) => x.new_id))];
    if (cur.has(o.old_name)) continue;
    const ctx = { district: o.old_district, province: o.old_province };
    add(
      to.length === 1 ? "lin_full" : "lin_split",
      "vn-2025-07",
      random.of([
        o.old_name,
        unmarked(o.old_name),
        o.old_name.replace("Phường ", "P.").replace("Xã ", "X.").replace("Thị trấn ", "TT "),
        o.old_name.replace(/^(Phường|Xã|Thị trấn) /, "UBND $&") + " (cũ)",
      ]),
      ctx,
      to.length === 1 ? to[0] : "ambiguous",
      to.length === 1 ? [] : ["unknown"],
    );
  }
  return cases;
}
