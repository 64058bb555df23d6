// Every written form of a unit under every rewriting of letters, columns, numbers and English.
import { rewritings, unmarked } from "../noise.mjs";
import { country2024, gatherer, recipients } from "./subjects.mjs";

export function rewritten() {
  const { add, random, cases } = gatherer(77);
  const nt = recipients;
  const n24 = country2024;
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
      add(
        "nt_initial",
        "nha-trang",
        `${u.type === "ubnd_phuong" ? "phường" : "xã"} ${a[0]}. ${c}`,
        {},
        u.id,
        ["ambiguous"],
      );
    }
    add(
      "nt_english",
      "nha-trang",
      `${unmarked(b)} ${u.type === "ubnd_phuong" ? "Ward" : "Commune"}`,
      {},
      u.id,
    );
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
  return cases;
}
