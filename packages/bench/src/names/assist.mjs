// The glue a careful developer would write around a generic matcher. Shared by all peers.
export const plain = (s) =>
  String(s)
    .normalize("NFKC")
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, "")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[đĐ]/g, "d")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
export function assist(s, kind) {
  let t = String(s)
    .normalize("NFKC")
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, "")
    .replace(/^\s*(?:stt\s*)?(?:[\(\[]?\d{1,3}[.)\/:\]]|[-+•*–]|[a-z]\)|[IVX]+\.\d+\.)\s*/i, "");
  t = plain(
    t
      .replace(/\bU\.B\.N\.D\b/gi, "UBND")
      .replace(/\bT\.?H\.?C\.?S\b\.?/gi, "thcs ")
      .replace(/\b(P|X|TT|TX|TP|Q|H|T|MN|MG|TH)\./gi, "$1 "),
  );
  t = " " + t + " ";
  t = t
    .replace(/ (uy ban nhan dan|ub nd|uy ban|ubnd|ub) /g, " ubnd ")
    .replace(/ (kinh gui|bao cao cua|bao cao|don vi|ten don vi|dv|bc) /g, " ");
  if (kind === "recipients") {
    t = t
      .replace(/ (tr|trg|truong) /g, " ")
      .replace(/ (ubnd )?p (?=(noi|tu|tai|tc|tn|ld|vh|gd|y|kinh|qld))/g, " phong ")
      .replace(/ (ubnd )?(p|ph|phuong) /g, " phuong ")
      .replace(/ (ubnd )?(x|xa) /g, " xa ")
      .replace(/ (th thcs|th va thcs) /g, " tieu hoc va trung hoc co so ")
      .replace(/ th /g, " tieu hoc ")
      .replace(/ (thcs|cap 2) /g, " trung hoc co so ")
      .replace(/ mn /g, " mam non ")
      .replace(/ mg /g, " mau giao ")
      .replace(/ cap 1 /g, " tieu hoc ");
    t = t
      .replace(/ gd dt /g, " giao duc va dao tao ")
      .replace(/ vh tt /g, " van hoa va thong tin ")
      .replace(/ tc kh /g, " tai chinh ke hoach ")
      .replace(/ tn mt /g, " tai nguyen va moi truong ")
      .replace(/ qldt /g, " quan ly do thi ");
    t = t.replace(/ (thanh pho|tp) (?=(nha trang|nt) )/g, " ").replace(/ (tinh |t )?khanh hoa /g, " ");
    const u = t.replace(/ (nha trang|nt) /g, " ").replace(/ (tp|thanh pho) /g, " ");
    if (u.trim().length > 3) t = u;
  } else
    t = t
      .replace(/ ubnd /g, " ")
      .replace(/^ (p|ph|f) ?(?=[a-z0-9])/, (m) =>
        /^ (p|f)(\d)/.test(t) || /^ (p|ph|f) /.test(t) ? " phuong " : m,
      )
      .replace(/^ x /, " xa ")
      .replace(/^ (tt|t t) /, " thi tran ")
      .replace(/^ (dk) /, " dac khu ")
      .replace(/ 0(\d) /g, " $1 ");
  return t.replace(/\s+/g, " ").trim();
}
const stripType = (t) =>
  t.replace(/^(thanh pho|tinh|quan|huyen|thi xa|tp|t|q|h|tx) /, "").replace(/^q(\d+)$/, "$1");
const ALIAS = {
  tphcm: "ho chi minh",
  hcm: "ho chi minh",
  "sai gon": "ho chi minh",
  hn: "ha noi",
  hue: "thua thien hue",
};
export function makeContext(directory) {
  if (directory.kind === "recipients") {
    const cls = (u) =>
      /^ubnd_(phuong|xa)$/.test(u.type)
        ? "ward"
        : u.type === "th"
          ? "th"
          : u.type === "thcs"
            ? "thcs"
            : /^(mn|mg)$/.test(u.type)
              ? "mn"
              : u.group.startsWith("Phòng")
                ? "phong"
                : u.group.startsWith("Đảng")
                  ? "doan"
                  : "";
    const CL = directory.units.map(cls);
    return {
      split: (input, c) => {
        if (!c?.group) return { head: input, filter: null };
        const g = plain(c.group);
        const k = /tieu hoc/.test(g)
          ? "th"
          : /thcs|trung hoc co so/.test(g)
            ? "thcs"
            : /mam non|mau giao/.test(g)
              ? "mn"
              : /phuong|xa/.test(g)
                ? "ward"
                : /phong/.test(g)
                  ? "phong"
                  : /doan the|mat tran/.test(g)
                    ? "doan"
                    : "";
        return { head: input, filter: k ? Object.assign((i) => CL[i] === k, { key: k }) : null };
      },
    };
  }
  const prov = new Map(),
    dist = new Map();
  const seen = new Set();
  for (const u of directory.units) {
    if (!seen.has(u.province)) {
      seen.add(u.province);
      const p = stripType(plain(u.province));
      prov.set(p, p);
    }
    if (u.district && !seen.has("d" + u.district)) {
      seen.add("d" + u.district);
      dist.set(stripType(plain(u.district)).replace(/^0(\d)$/, "$1"), 1);
    }
  }
  const memo = new Map(),
    nk = (s) => {
      let v = memo.get(s);
      if (v === undefined) memo.set(s, (v = s ? stripType(plain(s)) : ""));
      return v;
    };
  const PK = directory.units.map((u) => nk(u.province)),
    DK = directory.units.map((u) => nk(u.district));
  const asProv = (x) => {
      const k = stripType(plain(x));
      return prov.has(k) ? k : prov.has(ALIAS[k]) ? ALIAS[k] : null;
    },
    asDist = (x) => {
      const k = stripType(plain(x));
      return dist.has(k) ? k : null;
    };
  return {
    split: (input, c) => {
      let head = String(input),
        p = null,
        d = null;
      const seg = head.split(/\s*[,;>()\[\]\/]\s*|\s+[-–]\s+/).filter((x) => x.trim());
      if (seg.length > 1) {
        const rest = [];
        for (const s of seg.slice(1)) {
          const a = asDist(s),
            b = asProv(s);
          if (b && p == null && (s === seg[seg.length - 1] || !a)) p = b;
          else if (a) d = a;
          else if (b) p = b;
          else rest.push(s);
        }
        if (p || d) head = [seg[0], ...rest].join(" ");
      }
      if (c?.province) p = asProv(c.province) ?? p;
      if (c?.district) d = asDist(c.district) ?? d;
      return {
        head,
        filter:
          p || d
            ? Object.assign((i) => (!p || PK[i] === p) && (!d || !DK[i] || DK[i] === d), { key: p + "|" + d })
            : null,
      };
    },
  };
}
