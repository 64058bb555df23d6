// The units cases are made of, with what the labelling rules need to know: type, bare name, what else is in scope,
// which names are real somewhere. The rules decide every label; the resolver is never asked.
import { directory } from "../directory.mjs";
import { chance, unmarked } from "../noise.mjs";

export const recipients = directory("nha-trang");
export const country2024 = directory("vn-2024-10");
export const country2025 = directory("vn-2025-07");

const schoolWords = {
  th: ["TH", "Trường Tiểu học", "Tiểu học", "Trường TH"],
  thcs: ["THCS", "Trường Trung học cơ sở", "Trường THCS"],
  th_thcs: ["TH&THCS", "Trường Tiểu học và Trung học cơ sở", "Trường TH&THCS"],
  mn: ["MN", "Trường Mầm non", "Mầm non", "Trường MN"],
  mg: ["MG", "Trường Mẫu giáo", "Mẫu giáo", "Trường MG"],
};

/** Marks without regard to which vowel of the syllable bears them, so that hòa and hoà are one. */
export const nameKey = (text) =>
  text
    .toLowerCase()
    .replace(/đ/g, "d\u0335")
    .normalize("NFD")
    .trim()
    .split(/[\s-]+/)
    .map(
      (word) =>
        word.replace(/[\u0300-\u0335]/g, "").replace(/y$/, "i") +
        [...word.replace(/[^\u0300-\u0335]/g, "")].sort().join(""),
    )
    .join(" ");
export const unmarkedKey = (text) => nameKey(unmarked(text));

const bareName = (fullName) => fullName.replace(/^(Phường|Xã|Thị trấn|Đặc khu) /, "");

/** Communes by key, wherever and whenever they are: none of these is a misspelling. */
export const realNames = new Set(
  [
    ...country2024.units.map(({ name }) => name),
    ...country2025.units.map(({ name }) => name),
    ...country2025.predecessors.map(({ old_name }) => bareName(old_name)),
  ].map(nameKey),
);
export const realUnmarked = new Set(
  [
    ...country2024.units.map(({ name }) => name),
    ...country2025.units.map(({ name }) => name),
    ...country2025.predecessors.map(({ old_name }) => bareName(old_name)),
  ].map(unmarkedKey),
);

const wardOf = (unit) => {
  const [, type, name] = /^UBND (phường|xã) (.*)$/.exec(unit.short_name);
  const short = { phường: ["P. ", "P.", "P "], xã: ["X. ", "X.", "X "] }[type];
  return {
    dir: "nha-trang",
    kind: "ward",
    id: unit.id,
    type,
    name,
    number: "",
    context: {},
    typeForms: [`UBND ${type} `, `${type} `, `UBND ${short[1]}`, short[0], `Ủy ban nhân dân ${type} `],
  };
};
const schoolOf = (unit) => {
  const [, , whole] = /^(TH&THCS|THCS|TH|MN|MG) (.*)$/.exec(unit.short_name);
  const [, name, number] = /^(.*?)( \d)?$/.exec(whole);
  return {
    dir: "nha-trang",
    kind: "school",
    id: unit.id,
    type: unit.type,
    name,
    number: number ?? "",
    context: {},
    typeForms: schoolWords[unit.type].map((word) => `${word} `),
  };
};

export const wards = recipients.units.filter(({ type }) => /^ubnd_(phuong|xa)$/.test(type)).map(wardOf);
export const schools = recipients.units
  .filter(({ type }) => Object.hasOwn(schoolWords, type))
  .map(schoolOf)
  .filter(({ name }) => !/\d/.test(name));
export const organisations = recipients.units.filter(
  ({ type }) => !/^ubnd_(phuong|xa)$/.test(type) && !Object.hasOwn(schoolWords, type),
);

const communeShort = { Phường: "P.", Xã: "X.", "Thị trấn": "TT ", "Đặc khu": "Đặc khu " };
const communeOf = (dir, context) => (unit) => ({
  dir,
  kind: "commune",
  id: unit.id,
  type: unit.type,
  name: unit.name,
  number: "",
  district: unit.district,
  province: unit.province,
  context: context(unit),
  typeForms: [
    `${unit.type} `,
    `${unit.type.toLowerCase()} `,
    `UBND ${unit.type.toLowerCase()} `,
    communeShort[unit.type],
  ],
});
const provinceWide = new Map();
for (const { full_name, province } of country2025.units) {
  const key = `${province} ${full_name}`;
  provinceWide.set(key, (provinceWide.get(key) ?? 0) + 1);
}
export const communes2024 = country2024.units
  .map(communeOf("vn-2024-10", ({ district, province }) => ({ district, province })))
  .filter(({ name }) => !/\d/.test(name));
export const communes2025 = country2025.units
  .filter(({ full_name, province }) => provinceWide.get(`${province} ${full_name}`) === 1)
  .map(communeOf("vn-2025-07", ({ province }) => ({ province })))
  .filter(({ name }) => !/\d/.test(name));

const byDistrict = Map.groupBy(communes2024, ({ district, province }) => `${district}, ${province}`);
const by2025 = Map.groupBy(communes2025, ({ province }) => province);
const provinceOf = new Map(country2025.units.map(({ id, province }) => [id, province]));
const old2025 = Map.groupBy(
  country2025.predecessors.map(({ old_name, new_id }) => ({
    id: `old ${new_id} ${old_name}`,
    newId: new_id,
    name: bareName(old_name),
    province: provinceOf.get(new_id),
  })),
  ({ province }) => province,
);

/** Everything a name may be mistaken for in the scope the subject is asked in. */
export function rivals(subject) {
  if (subject.kind === "ward") return wards;
  if (subject.kind === "school") return schools.filter(({ type }) => type === subject.type);
  if (subject.dir === "vn-2024-10") return byDistrict.get(`${subject.district}, ${subject.province}`);
  return [...by2025.get(subject.province), ...(old2025.get(subject.province) ?? [])];
}

export function distance(left, right) {
  const a = [...left];
  const b = [...right];
  let row = b.map((_, index) => index + 1);
  row.unshift(0);
  for (let i = 0; i < a.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1)
      next.push(Math.min(row[j] + (a[i] === b[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1));
    row = next;
  }
  return row.at(-1);
}
const asTyped = (text) => text.normalize("NFC").toLowerCase();

/**
 * What a misspelt name means by rule 9: the subject when it is strictly nearest, by letters and by letters with marks;
 * "real" when the misspelling is another commune's name; null when the rule leaves it open.
 */
export function spellingLabel(subject, typed) {
  const key = nameKey(typed);
  const marked = typed !== unmarked(typed);
  if (key === nameKey(subject.name)) return subject.id;
  const others = rivals(subject).filter(
    ({ id, name, newId }) =>
      id !== subject.id && newId !== subject.id && nameKey(name) !== nameKey(subject.name),
  );
  if (others.some(({ name }) => unmarkedKey(name) === unmarkedKey(typed))) return null;
  if (marked ? realNames.has(key) : realUnmarked.has(key)) return marked ? "real" : null;
  if (realUnmarked.has(unmarkedKey(typed)) && unmarkedKey(typed) !== unmarkedKey(subject.name)) return null;
  const letters = distance(unmarkedKey(typed), unmarkedKey(subject.name));
  const all = distance(asTyped(typed), asTyped(subject.name));
  for (const { name } of others) {
    if (Math.abs(name.length - typed.length) > all + 1) continue;
    if (distance(unmarkedKey(typed), unmarkedKey(name)) <= letters + 1) return null;
    if (distance(asTyped(typed), asTyped(name)) <= all) return null;
  }
  return subject.id;
}

/** A gatherer of cases with its own chance, so that one file's changes do not move another's. */
export function gatherer(seed) {
  const random = chance(seed);
  const cases = [];
  const add = (category, dir, input, context, expected, accept = []) =>
    cases.push({ category, dir, input, context: context ?? {}, expected, accept });
  return {
    random,
    cases,
    add,
    /** `make` for some subjects of every kind; null makes no case. */
    each(category, make, count = 14) {
      for (const list of [wards, schools, communes2024, communes2025]) {
        let made = 0;
        for (let tries = 0; tries < count * 12 && made < count; tries += 1) {
          const subject = random.of(list);
          const text = make(subject, random);
          if (text === null || text === undefined) continue;
          add(`${category}`, subject.dir, text, subject.context, subject.id);
          made += 1;
        }
      }
    },
    /** Misspelt names: labelled by rule 9, dropped where it leaves the answer open. */
    misspelt(category, spell, count = 14) {
      for (const list of [wards, schools, communes2024, communes2025]) {
        let made = 0;
        for (let tries = 0; tries < count * 15 && made < count; tries += 1) {
          const subject = random.of(list);
          const typed = spell(subject.name, random);
          if (typed === null || typed === undefined || typed === subject.name) continue;
          const label = spellingLabel(subject, typed);
          if (label === null) continue;
          const text = random.of(subject.typeForms) + typed + subject.number;
          if (label === "real")
            add(`${category}_real`, subject.dir, text, subject.context, "unknown", ["ambiguous"]);
          else add(category, subject.dir, text, subject.context, label);
          made += 1;
        }
      }
    },
    form: (subject) => random.of(subject.typeForms) + subject.name + subject.number,
  };
}
