// A second look, written after the first was answered: wordings and slips that the rules were not written against.
import { unmarked } from "../noise.mjs";
import {
  communes2024,
  communes2025,
  distance,
  gatherer,
  rivals,
  schools,
  unmarkedKey,
  wards,
} from "./subjects.mjs";

const wordings = {
  long_remark: (name, random) => `${name} ${random.of(["(số liệu chưa đầy đủ do mất điện)", "- em gửi lại giúp ạ", "(nhờ anh chị kiểm tra lại)", "(chị phụ trách nghỉ thai sản)", "- cô giáo mới nhận việc", "(báo cáo nhanh qua điện thoại)", "(chờ lãnh đạo duyệt)", "- vẫn như tháng trước"])}`,
  trailing_talk: (name, random) => name + random.of([" ạ", " nhé", " đã gửi rồi ạ", " gửi lại file", " nộp chậm", " xin nộp báo cáo", " kính gửi", " nộp bổ sung", " gửi anh", " - gửi phòng"]),
  leading_talk: (name, random) => random.of(["Kính gửi anh chị, em là văn thư ", "Đơn vị em là ", "Em ở ", "Tôi là cán bộ ", "Nhờ anh nhận giúp ", "Xin chào, ", "Em nộp báo cáo của ", "Báo cáo kết quả của ", "Dạ bên em "]) + name,
  colon_number: (name, random) => `${name}: ${random.of(["12", "1.234", "35/40", "12 người", "0", "100%"])}`,
  list_mark: (name, random) => random.of(["- ", "+ ", "(5). ", "II.3 ", "3/ ", "A1. ", "[12] ", "o ", "Đv 4: ", "STT 12. ", "Số 7. ", "*) "]) + name,
  doc_number: (name, random) => random.of(["BC số 45/BC-UBND của ", "Số 12/BC-UBND ", "45/BC-UBND - ", "Báo cáo số 45 ngày 29/10/2024 của ", "CV 2242 - ", "BC 15/BC-TH "]) + name,
  share_link: (name, random) => name + random.of([" https://docs.google.com/spreadsheets/d/abc", " (zalo 0905123456)", " - gmail", " <vanthu@nhatrang.gov.vn>", " vanthu.nt@khanhhoa.gov.vn"]),
  new_file: (name, random) => random.of(["BaoCao_", "FORM_", "Mau01_", "Biểu 01 - ", "Data ", "2024.10.29 ", "T10_", "Thang10-", "[DaKy] "]) + name + random.of([".xlsx", "-final.xlsx", " ban cuoi.xlsx", "_OK.xlsx", " (bản ký).pdf", "_T10.xlsx", ".rar", ".jpg", " (3).docx"]),
}; // prettier-ignore

const shapes = {
  caps_type: (subject) => `${subject.typeForms.find((form) => form.length > 4)?.toUpperCase() ?? subject.typeForms[0]}${subject.name}${subject.number}`,
  lower_name: (subject, random) => random.of(subject.typeForms) + (subject.name + subject.number).toLowerCase(),
  plain_name: (subject, random) => random.of(subject.typeForms) + unmarked(subject.name + subject.number),
  plain_all_caps: (subject, random) => unmarked(random.of(subject.typeForms) + subject.name + subject.number).toUpperCase(),
  tabs: (subject, random) => random.of(subject.typeForms).trim() + "\t" + subject.name + subject.number,
  double: (subject, random) => { const form = random.of(subject.typeForms) + subject.name + subject.number; return `${form} (${form.toLowerCase()})`; },
  percent_encoded: (subject) => encodeURIComponent(subject.typeForms[0] + subject.name + subject.number),
  json_escaped: (subject) => [...(subject.typeForms[0] + subject.name + subject.number).normalize("NFC")].map((c) => (c.charCodeAt(0) > 127 ? "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0") : c)).join(""),
  quoted_printable: (subject) => [...new TextEncoder().encode(subject.typeForms[0] + subject.name + subject.number)].map((byte) => (byte > 127 ? "=" + byte.toString(16).toUpperCase() : String.fromCharCode(byte))).join(""),
  mixed_forms: (subject) => subject.typeForms[0].normalize("NFD") + subject.name.normalize("NFC") + subject.number,
  stray_dots: (subject, random) => random.of(subject.typeForms).trim() + ". " + subject.name + "." + subject.number.trim(),
  comma_after_type: (subject, random) => random.of(subject.typeForms).trim() + ", " + subject.name + subject.number,
  colon_after_type: (subject, random) => random.of(subject.typeForms).trim() + ": " + subject.name + subject.number,
  bracketed_name: (subject, random) => `${random.of(subject.typeForms).trim()} "${subject.name}${subject.number}"`,
  hyphen_type: (subject, random) => random.of(subject.typeForms).trim() + "-" + subject.name + subject.number,
}; // prettier-ignore

const slips = {
  two_tones: (name, random) => { const list = name.normalize("NFD").split(""); const at = list.flatMap((c, i) => (/[\u0300\u0301\u0303\u0309\u0323]/.test(c) ? [i] : [])); if (at.length < 2) return null; for (const i of at.slice(0, 2)) list[i] = random.of(["\u0301", "\u0300"]); return list.join("").normalize("NFC"); },
  d_for_dd_and_letter: (name) => (/[đĐ]/.test(name) ? name.replace(/đ/g, "d").replace(/Đ/g, "D") : null),
  ng_ngh: (name) => (/ngh/i.test(name) ? name.replace(/ngh/i, (x) => x.slice(0, 2)) : /\bng(?=[eêi])/i.test(name) ? name.replace(/\b(ng)/i, "$1h") : null),
  digit_for_letter: (name, random) => { const map = { o: "0", l: "1", i: "1", s: "5", g: "9" }; const at = [...name].flatMap((c, i) => (i > 0 && map[c] ? [i] : [])); if (!at.length) return null; const i = random.of(at); return name.slice(0, i) + map[name[i]] + name.slice(i + 1); },
  capital_inside: (name, random) => { const i = 1 + random.below(name.length - 1); return name.slice(0, i) + name[i].toUpperCase() + name.slice(i + 1); },
  space_inside: (name, random) => { const i = 1 + random.below(name.length - 1); return /\s/.test(name.slice(i - 1, i + 1)) ? null : name.slice(0, i) + " " + name.slice(i); },
  quote_inside: (name, random) => { const i = 1 + random.below(name.length - 1); return name.slice(0, i) + "'" + name.slice(i); },
}; // prettier-ignore

export function again() {
  const made = gatherer(66);
  const { add, random } = made;
  for (const [category, word] of Object.entries(wordings))
    made.each(`again_${category}`, (subject) => word(made.form(subject), random), 10);
  for (const [category, shape] of Object.entries(shapes))
    made.each(`again_${category}`, (subject) => shape(subject, random), 10);
  for (const [category, slip] of Object.entries(slips)) made.misspelt(`again_${category}`, slip, 10);
  const others = [
    "Bí thư",
    "Bí thư Chi bộ",
    "Chủ tịch HĐND",
    "Trưởng thôn",
    "Tổ trưởng",
    "Hội viên",
    "Công an viên",
    "Trưởng trạm y tế",
    "Chủ tịch Hội Nông dân",
    "Chủ tịch Hội LHPN",
    "Bí thư Đoàn",
    "Xã đội trưởng",
    "Phường đội",
    "Chủ tịch MTTQ",
    "Tổ công tác",
    "Đội công tác",
    "Ban vận động",
    "Nhóm trẻ",
    "Cụm dân cư",
    "Chợ đêm",
    "Trường dạy nghề",
    "Trung tâm GDTX",
    "Trường THPT",
    "Nhà thiếu nhi",
    "Tổ hợp tác",
  ];
  for (const body of others)
    for (let i = 0; i < 2; i += 1) {
      const ward = random.of(wards);
      add("neg_again_body", "nha-trang", `${body} ${ward.type} ${ward.name}`, {}, "unknown", ["ambiguous"]);
      const commune = random.of(communes2024);
      add(
        "neg_again_body",
        "vn-2024-10",
        `${body} ${commune.type.toLowerCase()} ${commune.name}`,
        commune.context,
        "unknown",
        ["ambiguous"],
      );
      add("neg_again_body", "vn-2024-10", `${body} ${commune.name}`, commune.context, "unknown", [
        "ambiguous",
      ]);
    }
  const letters = ["A", "B", "C"];
  for (let i = 0; i < 40; i += 1) {
    const subject = random.of([...wards, ...schools, ...communes2025]);
    add(
      "neg_again_letter",
      subject.dir,
      `${random.of(subject.typeForms)}${subject.name} ${random.of(letters)}`,
      subject.context,
      "unknown",
      ["ambiguous"],
    );
    const prefix = random.of(["Tân ", "Bắc ", "Nam ", "Đông ", "Thượng ", "Trung "]);
    if (!subject.name.startsWith(prefix.trim()))
      add(
        "neg_again_longer",
        subject.dir,
        `${random.of(subject.typeForms)}${prefix}${subject.name}`,
        subject.context,
        "unknown",
        ["ambiguous"],
      );
    const half = subject.name.split(" ");
    if (half.length > 1)
      add(
        "neg_again_half",
        subject.dir,
        random.of(subject.typeForms) + random.of([half[0], half.at(-1)]),
        subject.context,
        "unknown",
        ["ambiguous"],
      );
    const other = random.of([...wards, ...schools, ...communes2025].filter(({ dir }) => dir === subject.dir));
    const crossed = `${half[0]} ${other.name.split(" ").at(-1)}`;
    const close = rivals(subject).some(({ name }) => distance(unmarkedKey(name), unmarkedKey(crossed)) <= 1);
    if (half.length > 1 && other.name.split(" ").length > 1 && !close)
      add(
        "neg_again_crossed",
        subject.dir,
        random.of(subject.typeForms) + crossed,
        subject.context,
        "unknown",
        ["ambiguous"],
      );
  }
  return made.cases;
}
