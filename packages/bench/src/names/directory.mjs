// Loads the directories the sample is resolved against.
import { readFileSync } from "node:fs";
const D = new URL("./sample/", import.meta.url);
export function readCsv(name) {
  const t = readFileSync(new URL(name, D), "utf8").trim().split("\n");
  const c = t[0].split(",");
  return t.slice(1).map((x) => {
    const v = [];
    let i = 0;
    while (i <= x.length) {
      if (x[i] === '"') {
        let j = i + 1,
          s = "";
        while (j < x.length) {
          if (x[j] === '"') {
            if (x[j + 1] === '"') {
              s += '"';
              j += 2;
              continue;
            }
            break;
          }
          s += x[j++];
        }
        v.push(s);
        i = j + 2;
      } else {
        let j = x.indexOf(",", i);
        if (j < 0) j = x.length;
        v.push(x.slice(i, j));
        i = j + 1;
      }
    }
    return Object.fromEntries(c.map((k, i) => [k, v[i] ?? ""]));
  });
}
const cache = {};
export function directory(name) {
  if (cache[name]) return cache[name];
  let d;
  if (name === "nha-trang" || name === "nha-trang-loo") {
    const rec = readCsv("nha-trang-recipients.csv");
    const removed =
      name === "nha-trang-loo"
        ? new Set(JSON.parse(readFileSync(new URL("nha-trang-units-removed-for-negatives.json", D), "utf8")))
        : new Set();
    const ward = (c) =>
      rec.find((r) => r.gso_code === c && /^ubnd-(phuong|xa)-/.test(r.id) && r.id !== "ubnd-phuong-tan-tien")
        ?.id;
    const predecessors = readCsv("nha-trang-mergers-2024-11.csv")
      .filter((m) => m.relation !== "continues")
      .map((m) => ({
        old_id: ward(m.predecessor_code),
        old_code: m.predecessor_code,
        old_name: m.predecessor_name,
        new_id: m.successor_name === "Phường Tân Tiến" ? "ubnd-phuong-tan-tien" : ward(m.successor_code),
        kind: "full",
        effective: m.effective,
      }));
    d = {
      name,
      kind: "recipients",
      asOf: "2024-10-20",
      units: rec.filter((r) => !removed.has(r.id)),
      parents: [],
      predecessors,
    };
  } else if (name === "vn-2024-10") {
    const u = readCsv("vn-units-2024-10.csv");
    const p = new Map(u.filter((x) => x.level === "1").map((x) => [x.code, x])),
      q = new Map(u.filter((x) => x.level === "2").map((x) => [x.code, x]));
    d = {
      name,
      kind: "admin",
      asOf: "2024-10-20",
      units: u
        .filter((x) => x.level === "3")
        .map((x) => {
          const b = q.get(x.parent_code),
            a = p.get(b.parent_code);
          return {
            id: x.code,
            name: x.name,
            full_name: x.full_name,
            type: x.type,
            district_code: b.code,
            district: b.full_name,
            province_code: a.code,
            province: a.full_name,
          };
        }),
      parents: u.filter((x) => x.level !== "3"),
      predecessors: [],
    };
  } else if (name === "vn-2025-07") {
    const u = readCsv("vn-units-2025-07.csv");
    const p = new Map(u.filter((x) => x.level === "1").map((x) => [x.code, x]));
    d = {
      name,
      kind: "admin",
      asOf: "2025-07-15",
      units: u
        .filter((x) => x.level === "2")
        .map((x) => {
          const a = p.get(x.parent_code);
          return {
            id: x.code,
            name: x.name,
            full_name: x.full_name,
            type: x.type,
            district_code: "",
            district: "",
            province_code: a.code,
            province: a.full_name,
          };
        }),
      parents: u.filter((x) => x.level === "1"),
      predecessors: readCsv("vn-mergers-2025.csv").map((m) => ({
        old_id: m.old_code,
        old_code: m.old_code,
        old_name: m.old_name,
        old_district: m.old_district,
        old_province: m.old_province,
        new_id: m.new_code,
        kind: m.kind,
        effective: "2025-07-01",
      })),
    };
  } else throw new Error(name);
  return (cache[name] = d);
}
