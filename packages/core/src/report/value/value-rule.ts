/**
 * The rules by which what people write becomes a value. The id stands in the answer beside the raw
 * text, several joined by `+` in the order they were applied; the words explain it to whoever asks.
 */
export const valueRules = {
  "number-as-text": { vi: "số được lưu dưới dạng chữ", en: "a number stored as text" },
  "number-words": { vi: "số viết bằng chữ", en: "a number in words" },
  "thousands-vi": { vi: "dấu chấm phân cách hàng nghìn", en: "a point between thousands" },
  "thousands-en": { vi: "dấu phẩy phân cách hàng nghìn", en: "a comma between thousands" },
  "thousands-space": { vi: "khoảng trắng phân cách hàng nghìn", en: "a space between thousands" },
  "decimal-vi": { vi: "dấu phẩy thập phân", en: "a decimal comma" },
  "decimal-en": { vi: "dấu chấm thập phân", en: "a decimal point" },
  approximate: { vi: "số ước (khoảng, chừng, ~)", en: "an estimate (about, ~)" },
  bound: { vi: "chỉ nêu giới hạn (hơn, dưới, >, <)", en: "a limit only (over, under, >, <)" },
  "label-words": { vi: "bỏ chữ lặp lại tên chỉ tiêu", en: "words of the label left out" },
  "unit-word": { vi: "bỏ đơn vị tính viết sau số", en: "the unit after the number left out" },
  "scale-word": {
    vi: "tính theo nghìn, triệu hoặc tỷ, quy về đơn vị tính của chỉ tiêu",
    en: "thousand, million or billion, taken in the field's own unit",
  },
  "digits-other-script": { vi: "chữ số toàn chiều hoặc Ả Rập", en: "full-width or Arabic digits" },
  "percent-sign": { vi: "bỏ dấu phần trăm", en: "the percent sign left out" },
  "percent-format": { vi: "ô định dạng phần trăm", en: "a cell with a percent format" },
  "note-in-brackets": { vi: "phần trong ngoặc là ghi chú", en: "what stands in brackets is a note" },
  "nil-word": { vi: "ghi không phát sinh", en: "says there was nothing" },
  "nil-report": { vi: "báo cáo không phát sinh", en: "a nil report" },
  "not-applicable-word": { vi: "ghi không áp dụng", en: "says it does not apply" },
  dash: { vi: "dấu gạch ngang: không áp dụng", en: "a dash: does not apply" },
  "not-known-word": { vi: "ghi chưa có số liệu", en: "says it is not known yet" },
  "date-text": { vi: "ngày viết bằng chữ số, ngày trước tháng sau", en: "a date as text, day first" },
  "date-text-iso": { vi: "ngày viết theo năm-tháng-ngày", en: "a date as text, year first" },
  "date-words": { vi: "ngày viết bằng chữ “tháng”, “năm”", en: "a date in words" },
  "date-month-first": { vi: "chỉ có thể là tháng trước ngày sau", en: "possible only with the month first" },
  "two-digit-year": { vi: "năm viết hai chữ số", en: "a year of two digits" },
  "year-from-window": { vi: "năm lấy theo thời gian chiến dịch", en: "the year of the campaign" },
  "excel-serial": { vi: "số thứ tự ngày của bảng tính", en: "a date serial" },
  "digits-date": { vi: "ngày viết liền năm tháng ngày", en: "a date as eight digits" },
  "time-dropped": { vi: "bỏ phần giờ", en: "the time left out" },
  "date-as-text": { vi: "ô ngày tháng được ghi thành chữ", en: "a date written out as text" },
  "choice-folded": { vi: "khớp lựa chọn, không kể dấu và chữ hoa", en: "an option, marks and case aside" },
  tick: { vi: "dấu đánh chọn", en: "a tick" },
  "yes-no-word": { vi: "chữ có hoặc không", en: "a word for yes or no" },
  "text-cleaned": {
    vi: "bỏ ký tự không in được, khoảng trắng thừa",
    en: "unprintable characters and spare spaces left out",
  },
  "number-cell": { vi: "ô số được ghi thành mã", en: "a number cell taken as a code" },
  "number-format": { vi: "số 0 ở đầu lấy theo định dạng ô", en: "leading zeros from the cell's format" },
  "leading-zero": { vi: "thêm lại số 0 ở đầu", en: "the leading zero put back" },
  "separators-removed": { vi: "bỏ dấu cách, dấu chấm trong mã", en: "separators in a code left out" },
  "country-code": { vi: "đổi +84 thành 0", en: "+84 made 0" },
  "several-links": { vi: "nhiều đường dẫn trong một ô", en: "several links in one cell" },
  "links-among-words": { vi: "lấy đường dẫn giữa lời văn", en: "links taken from among words" },
  "link-without-scheme": { vi: "thêm https:// vào đường dẫn", en: "https:// put before a link" },
  "link-behind-text": { vi: "đường dẫn gắn sau chữ", en: "the link behind the text" },
  "ratio-text": { vi: "tử số và mẫu số trong một ô", en: "numerator and denominator in one cell" },
  "unit-name": { vi: "tên đơn vị", en: "a unit's name" },
  "charset-tcvn3": { vi: "chuyển từ bảng mã TCVN3 (ABC)", en: "read as TCVN3 (ABC)" },
  "charset-vni": { vi: "chuyển từ bảng mã VNI", en: "read as VNI" },
  "charset-utf8-misread": {
    vi: "khôi phục UTF-8 bị đọc sai bảng mã",
    en: "UTF-8 read in the wrong charset, restored",
  },
  "charset-cp1258-misread": { vi: "chuyển từ Windows-1258", en: "read as Windows-1258" },
  "added-kind": {
    vi: "đọc theo loại chỉ tiêu do phần mở rộng thêm",
    en: "read as a kind of field that a plugin adds",
  },
  "merged-fields": { vi: "cộng các chỉ tiêu cũ nay gộp làm một", en: "former fields, now one, added up" },
  "carried-over": { vi: "giữ theo báo cáo trước", en: "kept from the earlier report" },
} as const satisfies Readonly<Record<string, { readonly vi: string; readonly en: string }>>;

/** Name of a rule by which a cell's text became a value; `explainRule` puts it into words. */
export type ValueRule = keyof typeof valueRules;

/** `số ước (khoảng, chừng, ~); dấu chấm phân cách hàng nghìn` for `approximate+thousands-vi`. */
export function explainRule(rule: string, language: "vi" | "en"): string {
  return rule
    .split("+")
    .map((id) => (Object.hasOwn(valueRules, id) ? valueRules[id as ValueRule][language] : id))
    .join("; ");
}
