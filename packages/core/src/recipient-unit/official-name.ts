import { placeTones } from "../vietnamese/tone-placement.ts";
import { cleanText } from "./csv-table.ts";

/**
 * Words for types, functions and fields, as Decree 30/2020/NĐ-CP, PL II writes them (read in the
 * decree); which bodies there are is from lists of offices (secondary sources).
 */
const phrases = [
  "Ủy ban nhân dân", "Hội đồng nhân dân", "Ủy ban Mặt trận Tổ quốc Việt Nam", "Mặt trận Tổ quốc Việt Nam",
  "Thành ủy", "Huyện ủy", "Tỉnh ủy", "Quận ủy", "Thị ủy", "Đảng ủy", "Ủy ban Kiểm tra", "Ban Tuyên giáo",
  "Ban Tuyên giáo và Dân vận", "Ban Tổ chức", "Ban Dân vận", "Ban Chỉ đạo", "Ban Quản lý", "Ban Chỉ huy Quân sự",
  "Văn phòng", "Phòng", "Sở", "Ban", "Chi cục", "Cục", "Trung tâm", "Thanh tra", "Công an", "Tòa án nhân dân",
  "Viện Kiểm sát nhân dân", "Kho bạc Nhà nước", "Bảo hiểm xã hội", "Hội đồng nhân dân và Ủy ban nhân dân",
  "Văn hóa", "Thông tin", "Văn hóa và Thông tin", "Văn hóa - Xã hội", "Văn hóa - Thông tin và Thể thao",
  "Thể thao", "Du lịch", "Truyền thông", "Nội vụ", "Tư pháp", "Tài chính", "Kế hoạch", "Tài chính - Kế hoạch",
  "Giáo dục và Đào tạo", "Giáo dục nghề nghiệp", "Giáo dục thường xuyên", "Y tế", "Lao động - Thương binh và Xã hội",
  "Kinh tế", "Hạ tầng", "Quản lý đô thị", "Tài nguyên và Môi trường", "Nông nghiệp", "Công thương", "Xây dựng",
  "Phát triển quỹ đất", "Phục vụ hành chính công", "Khoa học và Công nghệ", "Chính trị",
  "Liên đoàn Lao động", "Đoàn Thanh niên Cộng sản Hồ Chí Minh", "Hội Liên hiệp Phụ nữ", "Hội Nông dân",
  "Hội Cựu chiến binh", "Hội Chữ thập đỏ", "Hội Người cao tuổi", "Hội Khuyến học", "Hội", "Chi hội",
  "Trường", "Trường Mầm non", "Trường Mẫu giáo", "Trường Tiểu học", "Trường Trung học cơ sở", "Trường Trung học phổ thông",
  "Trường Tiểu học và Trung học cơ sở", "Trường Phổ thông dân tộc nội trú", "Trường Phổ thông dân tộc bán trú",
  "Mầm non", "Mẫu giáo", "Tiểu học", "Trung học cơ sở", "Trung học phổ thông", "Nhà Văn hóa", "Thư viện",
  "Tổ công nghệ số cộng đồng", "Tổ công tác triển khai Đề án 06", "Nhân dân", "Nhà nước", "Việt Nam",
  "Thủ đô Hà Nội", "Thành phố Hồ Chí Minh", "và", "của", "trực thuộc",
]; // prettier-ignore

/** Common nouns of administrative units: lower case before a name, capital before a number. */
const administrative = [
  "phường", "xã", "thị trấn", "quận", "huyện", "thị xã", "thành phố", "tỉnh", "đặc khu", "tổ dân phố", "thôn", "khóm", "khu phố",
]; // prettier-ignore

const abbreviations = new Set([
  "UBND",
  "HĐND",
  "UBMTTQVN",
  "MTTQ",
  "TP",
  "TH",
  "THCS",
  "THPT",
  "MN",
  "PTDTNT",
  "PTDTBT",
  "GDNN-GDTX",
  "TNCS",
]);

const lower = (text: string) => text.normalize("NFC").toLocaleLowerCase("vi");
const upper = (text: string) => text.toLocaleUpperCase("vi");
const words = (text: string) => text.split(" ");
const byFirst = new Map<string, (readonly string[])[]>();
for (const phrase of [...phrases, ...administrative]) {
  const key = lower(words(phrase)[0] as string);
  byFirst.set(key, [...(byFirst.get(key) ?? []), words(phrase)]);
}
for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length);

/**
 * The name in the decree's capitalisation, as it stands inside a sentence: `ỦY BAN NHÂN DÂN PHƯỜNG
 * VĨNH HẢI` gives `Ủy ban nhân dân phường Vĩnh Hải`, `TRƯỜNG TIỂU HỌC VĨNH HẢI 1` gives `Trường Tiểu
 * học Vĩnh Hải 1`, `phường 1` gives `Phường 1`. Words for types, functions and fields are set right;
 * a proper name is capitalised syllable by syllable when it is all capitals or all small, and left as
 * it is otherwise. A noun before the name of a person or an event is capital too, which only
 * its writer can know: within a mixed text such a capital stays. Tone marks go where the decree mostly has
 * them: `Hòa`, `Ủy`.
 *
 * @see Nghị định 30/2020/NĐ-CP, PL II
 */
export function officialName(text: string): string {
  const tokens = words(placeTones(cleanText(text)));
  const parts = partsOf(tokens);
  const proper = parts.flatMap(({ phrase, from }) => (phrase ? [] : [tokens[from] as string]));
  const names = proper.filter((token) => !abbreviations.has(upper(token))).join("");
  const flat = names === upper(names) || names === lower(names);
  return parts
    .flatMap(({ phrase, from }) =>
      phrase ? writtenPhrase(phrase, tokens, from, flat) : [properName(tokens[from] as string, flat)],
    )
    .join(" ");
}

interface Part {
  /** A known phrase, or nothing for one word of a proper name. */
  readonly phrase: readonly string[] | undefined;
  readonly from: number;
}

function partsOf(tokens: readonly string[]): readonly Part[] {
  const parts: Part[] = [];
  for (let from = 0; from < tokens.length; from += parts.at(-1)?.phrase?.length ?? 1) {
    parts.push({ phrase: phraseAt(tokens, from), from });
  }
  return parts;
}

/** The longest phrase that starts here. */
function phraseAt(tokens: readonly string[], at: number): readonly string[] | undefined {
  return byFirst
    .get(lower(tokens[at] as string))
    ?.find((phrase) => phrase.every((word, index) => lower(word) === lower(tokens[at + index] ?? "")));
}

function writtenPhrase(
  phrase: readonly string[],
  tokens: readonly string[],
  at: number,
  flat: boolean,
): readonly string[] {
  if (!administrative.includes(phrase.join(" "))) return phrase;
  const numbered = /^\d/.test(tokens[at + phrase.length] ?? "");
  const written = tokens[at] as string;
  const capital = numbered || (!flat && at > 0 && capitalised(written));
  return capital ? [capitalise(phrase[0] as string), ...phrase.slice(1)] : phrase;
}

function properName(token: string, flat: boolean): string {
  if (abbreviations.has(upper(token))) return upper(token);
  if (!flat || !/^\p{L}/u.test(token)) return token;
  return capitalise(lower(token));
}

function capitalise(word: string): string {
  return upper(word.slice(0, 1)) + word.slice(1);
}

function capitalised(word: string): boolean {
  return word !== lower(word) && word.slice(1) === lower(word.slice(1));
}
