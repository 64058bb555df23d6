import type { Language } from "../../vietnamese/language.ts";
import type { CalendarDate } from "../../time/calendar-date.ts";
import type { RecipientUnit } from "../recipient-unit.ts";

/** What stands beside the name in the sheet, as typed. A cell that is not understood narrows nothing. */
export interface ResolveContext {
  readonly district?: string | undefined;
  readonly province?: string | undefined;
  /** The heading the row stands under: `II. BẬC TIỂU HỌC`. */
  readonly group?: string | undefined;
  /** The day the name is meant for; the resolver's own `asOf` when absent. */
  readonly asOf?: CalendarDate | undefined;
}

/**
 * What a typed name turned out to be. Never a guess: when more than one unit may be meant it is
 * `ambiguous`, when none is, `unknown`; `candidates` and `nearest` are there for a person to choose from.
 */
export type Resolution =
  | { readonly status: "matched"; readonly unit: RecipientUnit; readonly how: How }
  | { readonly status: "ambiguous"; readonly candidates: readonly RecipientUnit[] }
  | { readonly status: "unknown"; readonly nearest: readonly RecipientUnit[] };

/** How a text was read before it was compared. */
export type ReadingKind =
  | "entities"
  | "tcvn3"
  | "vni"
  | "viscii"
  | "utf8-misread"
  | "cp1258-misread"
  | "telex"
  | "vni-typing"
  | "viqr"
  | "number-words"
  | "scanned"
  | "type-misspelled"
  | "run-together"
  | "other-marks"
  | "english"
  | "repeated-word"
  | "lost-letters";

/** Why a name means its unit: enough to print a sentence, and to look again. */
export interface How {
  /**
   * - `exact`: the official or short name, mark for mark (spacing, case and type abbreviations aside)
   * - `alias`: another name the directory lists
   * - `unmarked`: the letters without some or all of their marks
   * - `abbreviation`: words shortened to their first letters
   * - `typo`: one unit is strictly nearest
   * - `decision`: a person decided it
   */
  readonly by: "exact" | "alias" | "unmarked" | "abbreviation" | "typo" | "decision";
  /** The name it was taken for. */
  readonly name: string;
  /** The name is that of a unit this one took over. */
  readonly predecessor?: string | undefined;
  /** The name stood in a column meant for something else. */
  readonly column?: "district" | "province" | undefined;
  readonly readings?: readonly ReadingKind[] | undefined;
  /** Who decided, and why. */
  readonly decision?: { readonly who: string; readonly why: string; readonly date: CalendarDate } | undefined;
}

const readingWords: Readonly<Record<ReadingKind, { readonly vi: string; readonly en: string }>> = {
  entities: { vi: "bỏ mã HTML", en: "HTML codes decoded" },
  tcvn3: { vi: "đọc theo bảng mã TCVN3 (ABC)", en: "read as TCVN3 (ABC)" },
  vni: { vi: "đọc theo bảng mã VNI", en: "read as VNI" },
  viscii: { vi: "đọc theo bảng mã VISCII", en: "read as VISCII" },
  "utf8-misread": {
    vi: "khôi phục UTF-8 bị đọc sai bảng mã",
    en: "UTF-8 read in the wrong charset, restored",
  },
  "cp1258-misread": { vi: "đọc theo bảng mã Windows-1258", en: "read as Windows-1258" },
  telex: { vi: "gõ Telex chưa bỏ dấu", en: "Telex keystrokes left over" },
  "vni-typing": { vi: "gõ VNI chưa bỏ dấu", en: "VNI keystrokes left over" },
  viqr: { vi: "gõ VIQR chưa bỏ dấu", en: "VIQR keystrokes left over" },
  "number-words": { vi: "đổi cách viết số", en: "number written another way" },
  scanned: { vi: "chữ số do máy quét đọc nhầm", en: "digits a scanner put for letters" },
  "type-misspelled": { vi: "sai chính tả ở từ chỉ loại đơn vị", en: "type word misspelled" },
  "run-together": { vi: "tách chữ viết liền", en: "words run together" },
  "other-marks": {
    vi: "dấu viết theo cách khác (Đắk, Đăk, Đak)",
    en: "marked in another way (Đắk, Đăk, Đak)",
  },
  english: { vi: "tên viết theo tiếng Anh", en: "English form" },
  "repeated-word": { vi: "bỏ từ lặp", en: "repeated word dropped" },
  "lost-letters": { vi: "đoán chữ bị mất", en: "lost letters filled in" },
};

const byWords = {
  exact: { vi: "đúng tên", en: "exact name" },
  alias: { vi: "tên khác của đơn vị", en: "another name of the unit" },
  unmarked: { vi: "thiếu dấu", en: "marks missing" },
  abbreviation: { vi: "viết tắt", en: "abbreviated" },
  typo: { vi: "sai chính tả của", en: "misspelling of" },
  decision: { vi: "theo quyết định của người xử lý", en: "decided by a person" },
} as const;

/** `sai chính tả của “phường Vĩnh Hải”; gõ Telex chưa bỏ dấu`. */
export function printHow(how: How, language: Language): string {
  const parts = [`${byWords[how.by][language]} “${how.name}”`];
  if (how.decision) {
    const { who, why, date } = how.decision;
    parts.push(`${who}, ${date}${why ? `: ${why}` : ""}`);
  }
  if (how.predecessor !== undefined) {
    parts.push(
      language === "vi"
        ? `đơn vị cũ “${how.predecessor}”, nay thuộc đơn vị này`
        : `former unit “${how.predecessor}”, now part of this one`,
    );
  }
  if (how.column !== undefined) {
    const column = { district: { vi: "huyện", en: "district" }, province: { vi: "tỉnh", en: "province" } }[
      how.column
    ];
    parts.push(language === "vi" ? `ghi ở cột ${column.vi}` : `written in the ${column.en} column`);
  }
  for (const reading of how.readings ?? []) parts.push(readingWords[reading][language]);
  return parts.join("; ");
}
