// Kinds of noise that the sample does not have, made by rule and by chance with a fixed seed; and names that must get no unit.
import { directory } from "./directory.mjs";
import { build } from "./ours.mjs";
import { chance, rewritings, unmarked } from "./noise.mjs";
const show = process.argv.includes("--show-wrong");
const random = chance(20241029);
const cases = [];
const nt = directory("nha-trang"),
  n24 = directory("vn-2024-10"),
  n25 = directory("vn-2025-07");
const add = (category, dir, input, context, expected, accept) =>
  cases.push({ category, dir, input, context: context ?? {}, expected, accept: accept ?? [] });
const ntUnits = nt.units.filter((u) => u.id !== "ubnd-tp-nha-trang");
const wards = ntUnits.filter((u) => /^ubnd_(phuong|xa)$/.test(u.type));
const schools = ntUnits.filter((u) => /^(th|thcs|mn|mg|th_thcs)$/.test(u.type));
const shortWard = (u) =>
  random.of([
    u.short_name,
    u.name,
    u.short_name.replace("phường", "P.").replace("xã", "X."),
    u.short_name.replace("UBND ", ""),
    u.short_name.replace("UBND phường ", "P.").replace("UBND xã ", "X."),
  ]);
const shortSchool = (u) =>
  random.of([u.short_name, u.name, u.name.replace("Trường ", ""), "Trường " + u.short_name]);
const form = (u) =>
  /^ubnd_(phuong|xa)$/.test(u.type)
    ? shortWard(u)
    : /^(th|thcs|mn|mg|th_thcs)$/.test(u.type)
      ? shortSchool(u)
      : random.of([u.short_name, u.name]);
const communes = n24.units;
const nform = (u) => random.of([u.full_name, "UBND " + u.full_name, u.full_name]);
const nctx = (u) =>
  random.of([
    { district: u.district, province: u.province },
    { province: u.province, district: u.district },
  ]);
for (const [k, f] of Object.entries(rewritings)) {
  for (let i = 0; i < 40; i++) {
    const u = random.of(ntUnits);
    const x = f(form(u), random);
    if (x) add("nt_" + k, "nha-trang", x, {}, u.id);
  }
  for (let i = 0; i < 40; i++) {
    const u = random.of(communes);
    const x = f(nform(u), random);
    if (x) add("n_" + k, "vn-2024-10", x, nctx(u), u.id);
  }
}
// national inline forms
const bareD = (u) => u.district.replace(/^(Huyện|Thị xã|Thành phố|Quận) /, ""),
  bareP = (u) => u.province.replace(/^(Tỉnh|Thành phố) /, "");
const inl = {
  reversed: (u) => `${u.province}, ${u.district}, ${u.full_name}`,
  reversed_dash: (u) => `${u.province} - ${u.district} - ${u.full_name}`,
  paren: (u) => `${u.full_name} (${u.district}, ${u.province})`,
  bracket: (u) => `${u.full_name} [${u.district} - ${u.province}]`,
  nosep: (u) => `${u.full_name} ${u.district} ${u.province}`,
  nosep_lower: (u) => `${u.full_name} ${u.district} ${u.province}`.toLowerCase(),
  nosep_plain: (u) => unmarked(`${u.full_name} ${u.district} ${u.province}`).toLowerCase(),
  untyped: (u) => (/^\d/.test(bareD(u)) ? null : `${u.full_name}, ${bareD(u)}, ${bareP(u)}`),
  untyped_nosep: (u) => (/^\d/.test(bareD(u)) ? null : `${u.full_name} ${bareD(u)} ${bareP(u)}`),
  dash: (u) => `${u.full_name}-${u.district}-${u.province}`,
  slash: (u) => `${u.full_name}/${u.district}/${u.province}`,
  newline: (u) => `${u.full_name}\n${u.district}\n${u.province}`,
  abbr: (u) =>
    `${u.full_name.replace("Phường ", "P.").replace("Xã ", "X.").replace("Thị trấn ", "TT.")}, ${u.district.replace("Huyện ", "H.").replace("Quận ", "Q.").replace("Thị xã ", "TX.").replace("Thành phố ", "TP.")}, ${u.province.replace("Tỉnh ", "T.").replace("Thành phố ", "TP.")}`,
  english: (u) =>
    `${unmarked(u.name)} ${{ Phường: "Ward", Xã: "Commune", "Thị trấn": "Township" }[u.type]}, ${unmarked(bareD(u))} ${/^(Quận|Huyện)/.test(u.district) ? "District" : /^Thị xã/.test(u.district) ? "Town" : "City"}, ${unmarked(bareP(u))} ${/^Tỉnh/.test(u.province) ? "Province" : "City"}`,
  vn: (u) => `${u.full_name}, ${u.district}, ${u.province}, Việt Nam`,
};
for (const [k, f] of Object.entries(inl))
  for (let i = 0; i < 50; i++) {
    const u = random.of(communes);
    const x = f(u);
    if (x) add("n_inline_" + k, "vn-2024-10", x, {}, u.id);
  }
// context forms
const typo = (s) => {
  const i = 1 + random.below(s.length - 2);
  const r = random.below(3);
  return r === 0
    ? s.slice(0, i) + s.slice(i + 1)
    : r === 1
      ? s.slice(0, i) + s[i + 1] + s[i] + s.slice(i + 2)
      : s.slice(0, i) + "e" + s.slice(i);
};
const ctxf = {
  plain: (u) => ({ district: unmarked(bareD(u)), province: unmarked(bareP(u)) }),
  upper: (u) => ({ district: u.district.toUpperCase(), province: u.province.toUpperCase() }),
  typo_d: (u) => ({ district: typo(u.district), province: u.province }),
  typo_p: (u) => ({ district: u.district, province: typo(u.province) }),
  both_in_d: (u) => ({ district: `${u.district}, ${u.province}` }),
  exchanged: (u) => ({ district: u.province, province: u.district }),
  junk_d: (u) => ({ district: "-", province: u.province }),
  numbering: (u) => ({ district: `I. ${u.district}`, province: u.province }),
  tcvn_like: (u) => ({ district: u.district.normalize("NFD"), province: u.province.normalize("NFD") }),
  space: (u) => ({ district: " " + u.district.replace(" ", "  ") + "\u00a0", province: u.province + "\n" }),
};
const inScope = (u, p) => communes.filter((x) => x.full_name === u.full_name && p(x)).length === 1;
for (const [k, f] of Object.entries(ctxf))
  for (let i = 0; i < 50; i++) {
    const u = random.of(communes);
    const c = f(u);
    const uniqueP = inScope(u, (x) => x.province === u.province),
      uniqueD = inScope(u, (x) => x.district === u.district);
    const need = k === "typo_p" ? uniqueD : uniqueP;
    if (!need) continue;
    add("n_ctx_" + k, "vn-2024-10", nform(u), c, u.id, []);
  }
// numbers
const numbered = schools.filter((u) => / \d$/.test(u.short_name));
for (const u of numbered) {
  const n = u.short_name.slice(-1);
  const b = u.short_name.slice(0, -2);
  for (const x of [
    `${b} số ${n}`,
    `${b} ${["", "I", "II", "III"][n]}`,
    `${b} 0${n}`,
    `${b} No.${n}`,
    `${b} #${n}`,
    `${b}-${n}`,
    `${b} (${n})`,
    `${b}_${n}`,
    `${b} số ${["", "một", "hai", "ba"][n]}`,
    `${u.name.slice(0, -2)} so ${n}`,
  ])
    add("nt_number", "nha-trang", x, {}, u.id);
  add("nt_number_wrong", "nha-trang", `${b} ${7}`, {}, "unknown", ["ambiguous"]);
  add("nt_number_wrong", "nha-trang", `${b} ${n}${n}`, {}, "unknown", ["ambiguous"]);
  add("nt_number_none", "nha-trang", b, {}, "ambiguous", ["unknown"]);
  add("nt_number_none", "nha-trang", unmarked(b), {}, "ambiguous", ["unknown"]);
}
for (let i = 0; i < 60; i++) {
  const u = random.of(communes.filter((x) => /^Phường \d+$/.test(x.full_name)));
  const n = String(Number(u.name));
  for (const x of [
    `Phường ${n}`,
    `P${n}`,
    `P.${n}`,
    `F${n}`,
    `phường số ${n}`,
    `P. 0${n}`,
    `phuong ${n}`,
    `UBND P${n}`,
    `Ward ${n}`,
  ])
    add("n_ward_number", "vn-2024-10", x, { district: u.district, province: u.province }, u.id);
}
// ward initials, english, repeated
for (const u of wards) {
  const b = u.short_name.replace(/^UBND (phường|xã) /, "");
  const [a, c] = b.split(" ");
  const same = wards.filter((x) => {
    const [y, z] = x.short_name.replace(/^UBND (phường|xã) /, "").split(" ");
    return z === c && y[0] === a[0] && x.type === u.type && y.startsWith(a.slice(0, 1));
  });
  if (same.length === 1) {
    const T = u.type === "ubnd_phuong" ? "P." : "X.";
    add("nt_initial", "nha-trang", `UBND ${T} ${a[0]}.${c}`, {}, u.id, ["ambiguous"]);
    add("nt_initial", "nha-trang", `${u.type === "ubnd_phuong" ? "phường" : "xã"} ${a[0]}. ${c}`, {}, u.id, [
      "ambiguous",
    ]);
  }
  add("nt_english", "nha-trang", `${unmarked(b)} ${u.type === "ubnd_phuong" ? "Ward" : "Commune"}`, {}, u.id);
  add(
    "nt_english",
    "nha-trang",
    `People's Committee of ${unmarked(b)} ${u.type === "ubnd_phuong" ? "Ward" : "Commune"}, Nha Trang City`,
    {},
    u.id,
  );
}
for (const u of schools) {
  const m = /^(TH&THCS|TH|THCS|MN|MG) (.*)$/.exec(u.short_name);
  const e = { TH: "Primary School", THCS: "Secondary School", MN: "Preschool" }[m[1]];
  if (e) add("nt_english", "nha-trang", `${unmarked(m[2])} ${e}`, {}, u.id);
  const v = {
    TH: ["Tr. Tiểu Học ", "T.H ", "Trường cấp 1 ", "TrTH ", "Tr.TH."],
    THCS: ["Tr.THCS ", "Trường cấp 2 ", "T.H.C.S. ", "trường thcs"],
    MN: ["Tr.MN ", "M.N ", "Trường M.Non ", "Truong MN-"],
    MG: ["Tr.MG ", "M.G "],
  }[m[1]];
  if (v) add("nt_school_abbr", "nha-trang", random.of(v) + m[2], {}, u.id);
  add("nt_school_place", "nha-trang", `${u.short_name} - phường Vĩnh Hải - Nha Trang`, {}, u.id);
  add("nt_school_place", "nha-trang", `${u.short_name} (xã Vĩnh Thái)`, {}, u.id);
  add("nt_parent_prefix", "nha-trang", `Phòng GD&ĐT Nha Trang - ${u.short_name}`, {}, u.id, ["unknown"]);
}
// two typos in long names
const edit = (s) => {
  const at = [...s.matchAll(/\p{L}/gu)].map((m) => m.index).filter((i) => i > 0);
  const i = random.of(at);
  return s.slice(0, i) + s.slice(i + 1);
};
for (let i = 0; i < 60; i++) {
  const u = random.of(communes.filter((x) => x.name.length >= 10));
  add(
    "n_two_typos",
    "vn-2024-10",
    u.type + " " + edit(edit(u.name)),
    { district: u.district, province: u.province },
    u.id,
    ["unknown", "ambiguous"],
  );
}
// negatives
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
const dirs = { "nha-trang": build(nt), "vn-2024-10": build(n24), "vn-2025-07": build(n25) };
const cat = new Map();
let right = 0,
  answered = 0,
  pos = 0,
  posRight = 0,
  neg = 0,
  negWrong = 0;
const out = [];
for (const c of cases) {
  const a = dirs[c.dir].resolve(c.input, c.context);
  const got = a.status === "matched" ? a.id : a.status;
  const ok = got === c.expected || c.accept.includes(got);
  const isId = c.expected !== "ambiguous" && c.expected !== "unknown";
  const k = cat.get(c.category) ?? cat.set(c.category, { n: 0, ok: 0, wrong: 0, miss: 0 }).get(c.category);
  k.n++;
  if (ok) k.ok++;
  if (a.status === "matched") {
    answered++;
    if (ok) right++;
    else {
      k.wrong++;
    }
  }
  if (isId) {
    pos++;
    if (got === c.expected) posRight++;
    else k.miss++;
  } else {
    neg++;
    if (a.status === "matched" && !ok) negWrong++;
  }
  if (!ok)
    out.push(
      `${a.status === "matched" ? "WRONG" : "miss "} ${c.category} ${JSON.stringify(c.input)} ${JSON.stringify(c.context)} expected ${c.expected} got ${got}`,
    );
}
console.log(
  `n=${cases.length} P=${(right / answered).toFixed(4)} R=${(posRight / pos).toFixed(4)} wrongNeg=${(negWrong / neg).toFixed(4)} (${negWrong}/${neg})`,
);
for (const [k, v] of [...cat].sort(
  (a, b) => b[1].wrong - a[1].wrong || b[1].miss / b[1].n - a[1].miss / a[1].n,
))
  if (v.ok < v.n) console.log(`${k.padEnd(26)} n=${v.n} ok=${v.ok} wrong=${v.wrong} miss=${v.miss}`);
if (show) console.log(out.join("\n"));
