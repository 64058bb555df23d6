import { foldVietnamese } from "../../vietnamese/fold.ts";

/** The ways in which one heading may be compared, from the strictest on. */
export interface HeadingForms {
  /** Lower case, composed, punctuation made spaces; with and without what stands in brackets. */
  readonly exact: readonly string[];
  /** The same without marks. */
  readonly folded: readonly string[];
  /** Without “Số”, “Tổng số”, “Trong đó” at its head. */
  readonly bare: readonly string[];
  /** Words that carry meaning, without order. */
  readonly words: readonly string[];
}

const leading = /^(?:trong do|tong so luong|tong so|tong cong|so luong|tong|so luot|so) (?=\S)/u;
/** `1.`, `2.3`, `a)` before a heading number it and say nothing. */
const ordinal = /^(?:\d{1,2}(?: \d{1,2})*|[a-hđ]) (?=\p{L}{2})/u;
const fillers = new Set([
  "so",
  "tong",
  "luong",
  "cac",
  "da",
  "duoc",
  "ve",
  "cua",
  "tren",
  "o",
  "cho",
  "va",
  "trong",
  "do",
]);

export function headingForms(text: string): HeadingForms {
  const whole = plain(text);
  const unbracketed = plain(text.replace(/\([^()]*\)/gu, " "));
  const exact = [...new Set([whole, unbracketed])].filter(Boolean);
  const folded = [...new Set(exact.map(foldVietnamese))];
  const bare = [
    ...new Set(folded.map((one) => one.replace(ordinal, "").replace(leading, "").replace(leading, ""))),
  ];
  const last = folded.at(-1) ?? "";
  return {
    exact,
    folded,
    bare,
    words: [...new Set(last.split(" ").filter((word) => word && !fillers.has(word)))],
  };
}

/** Letters and digits, single spaces between words. */
function plain(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/\(\*\)/gu, " ")
    .replace(/[^\p{L}\p{N}%]+/gu, " ")
    .trim();
}

/** Columns every table may have, by what people call them, folded. */
export type SpecialColumn =
  | "number"
  | "unitName"
  | "unitCode"
  | "fieldLabel"
  | "measure"
  | "value"
  | "note"
  | "explanation"
  | "nil"
  | "dataAsOf"
  | "submission"
  | "group";

const names: Readonly<Record<SpecialColumn, readonly string[]>> = {
  number: ["stt", "tt", "so tt", "so thu tu", "no"],
  unitName: [
    "don vi",
    "ten don vi",
    "don vi bao cao",
    "ten don vi bao cao",
    "don vi thuc hien",
    "co quan don vi",
    "ten co quan don vi",
    "dia phuong",
    "dia ban",
    "ten dia phuong",
    "phuong xa",
    "xa phuong",
    "xa phuong thi tran",
    "ten phuong",
    "ten xa",
    "xa",
    "ten phuong xa",
    "ten xa phuong",
    "phuong",
    "ten truong",
    "truong",
    "don vi nhan",
    "unit",
    "unit name",
  ],
  unitCode: ["ma don vi", "ma dv", "ma so don vi"],
  fieldLabel: [
    "chi tieu",
    "ten chi tieu",
    "noi dung",
    "noi dung bao cao",
    "noi dung chi tieu",
    "noi dung thuc hien",
    "tieu chi",
    "hang muc",
  ],
  measure: ["don vi tinh", "dvt", "dv tinh", "don vi do"],
  value: [
    "so lieu",
    "ket qua",
    "ket qua thuc hien",
    "so luong",
    "gia tri",
    "so lieu bao cao",
    "thuc hien",
    "tra loi",
  ],
  note: ["ghi chu", "nhan xet", "note", "notes"],
  explanation: ["giai trinh", "ghi chu giai trinh", "giai trinh ghi chu", "ly do", "giai thich"],
  nil: ["khong phat sinh", "bao cao khong phat sinh"],
  dataAsOf: [
    "so lieu tinh den ngay",
    "so lieu tinh den",
    "thoi diem chot so lieu",
    "tinh den ngay",
    "ngay chot so lieu",
  ],
  submission: ["hinh thuc bao cao", "hinh thuc gui"],
  group: ["nhom", "khoi", "nhom don vi", "cap hoc"],
};

const specials = new Map(
  (Object.entries(names) as [SpecialColumn, readonly string[]][]).flatMap(([special, all]) =>
    all.map((name) => [name, special] as const),
  ),
);

/** What kind of column a heading names, when it is none of the schema's own. */
export function specialColumn(forms: HeadingForms): SpecialColumn | null {
  for (const form of forms.folded) {
    const found = specials.get(form);
    if (found) return found;
  }
  return null;
}
