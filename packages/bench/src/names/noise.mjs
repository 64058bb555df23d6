// Noise by rule: what officials, phones, Excel, OCR and old fonts make of a name. Used to see whether the
// resolver's rules carry over to cases nobody tuned it on; the kinds here are not those of the sample.

/** A small generator of chance that gives the same numbers every time (mulberry32). */
export function chance(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    below: (size) => Math.floor(next() * size),
    of: (list) => list[Math.floor(next() * list.length)],
  };
}

export const unmarked = (text) =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/đ/g, "d")
    .replace(/Đ/g, "D");

const windows1252 = new Map();
[..."€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"].forEach((character, index) =>
  windows1252.set(0x80 + index, character),
);
const shown1252 = (bytes, gone = (character) => character) =>
  [...bytes]
    .map((byte) => (byte < 0x80 || byte > 0x9f ? String.fromCharCode(byte) : gone(windows1252.get(byte))))
    .join("");
const macRoman = [
  ..."ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ",
];
const utf8 = (text) => new TextEncoder().encode(text.normalize("NFC"));

const viqrMarks = {
  "\u0300": "`",
  "\u0301": "'",
  "\u0309": "?",
  "\u0303": "~",
  "\u0323": ".",
  "\u0302": "^",
  "\u0306": "(",
  "\u031b": "+",
};
const vniDigits = {
  "\u0300": "2",
  "\u0301": "1",
  "\u0309": "3",
  "\u0303": "4",
  "\u0323": "5",
  "\u0302": "6",
  "\u0306": "8",
  "\u031b": "7",
};
const cyrillic = { a: "а", e: "е", o: "о", p: "р", c: "с", x: "х", H: "Н", T: "Т", A: "А", M: "М", P: "Р" };
const ocr = { o: "0", l: "1", i: "1", s: "5", b: "6", g: "9", O: "0", I: "l", B: "8" };

const replaceOne = (text, random, map) => {
  const places = [...text]
    .map((character, index) => [character, index])
    .filter(([character]) => map[character] !== undefined);
  if (places.length === 0) return null;
  const [character, at] = random.of(places);
  return [...text].map((other, index) => (index === at ? map[character] : other)).join("");
};

/** Rewritings of a written form; each gives null where it does not apply. */
export const rewritings = {
  viqr: (text) =>
    [...text.normalize("NFD")].map((c) => viqrMarks[c] ?? (c === "đ" ? "dd" : c === "Đ" ? "DD" : c)).join(""),
  vni_keys: (text) =>
    [...text.normalize("NFD")].map((c) => vniDigits[c] ?? (c === "đ" ? "d9" : c === "Đ" ? "D9" : c)).join(""),
  mac_roman: (text) =>
    [...utf8(text)].map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : macRoman[byte - 0x80])).join(""),
  utf8_twice: (text) => shown1252(utf8(shown1252(utf8(text)))),
  utf8_gone: (text) => shown1252(utf8(text), (c) => (c.charCodeAt(0) < 0xa0 ? "" : c)),
  utf8_1258: (text) => shown1252(utf8(text)).replace(/Ã/g, "Ă"),
  cp1258_in_1252: (text) =>
    [...text.normalize("NFD").replace(/[aeouAEOU][\u0302\u0306\u031b]/g, (pair) => pair.normalize("NFC"))]
      .map(
        (c) =>
          ({
            "\u0300": "Ì",
            "\u0309": "Ò",
            "\u0303": "Þ",
            "\u0301": "ì",
            "\u0323": "ò",
            Ă: "Ã",
            ă: "ã",
            Đ: "Ð",
            đ: "ð",
            Ơ: "Õ",
            ơ: "õ",
            Ư: "Ý",
            ư: "ý",
          })[c] ?? c,
      )
      .join(""),
  ansi_question: (text) => [...text.normalize("NFC")].map((c) => (c.charCodeAt(0) > 0xff ? "?" : c)).join(""),
  cyrillic: (text, random) => replaceOne(text, random, cyrillic),
  fullwidth: (text) =>
    text.normalize("NFC").replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  zero_width: (text, random) => {
    const at = 1 + random.below(text.length - 1);
    return text.slice(0, at) + random.of(["\u200b", "\u00ad", "\ufeff", "\u200d", "\u2060"]) + text.slice(at);
  },
  file_name: (text, random) =>
    `${random.of(["BC_", "", "bao cao_", "2024_"])}${unmarked(text).replace(/\s+/g, "_")}${random.of([".xlsx", ".xls", "_final.xlsx", "_v2.xlsx", ".docx"])}`,
  hyphens: (text) => text.replace(/\s+/g, "-"),
  run_together: (text) => unmarked(text).toLowerCase().replace(/\s+/g, ""),
  camel: (text) => text.replace(/(^|\s+)(\p{L})/gu, (_, __, letter) => letter.toUpperCase()),
  hashtag: (text) =>
    `#${unmarked(text)
      .replace(/(^|[\s.]+)(\p{L})/gu, (_, __, letter) => letter.toUpperCase())
      .replace(/[^A-Za-z0-9]/g, "")}`,
  spaced_letters: (text, random) => {
    const words = text.split(" ");
    const at = words.length - 1 - random.below(Math.min(2, words.length));
    if (words[at].length < 3) return null;
    words[at] = `${words[at].slice(0, 2)} ${words[at].slice(2)}`;
    return words.join(" ");
  },
  glued_words: (text) => {
    const words = text.split(" ");
    return words.length < 2
      ? null
      : [...words.slice(0, -2), words.slice(-2).join("").toLowerCase()].join(" ");
  },
  ocr: (text, random) => replaceOne(text, random, ocr),
  decorated: (text, random) =>
    random.of([
      `**${text}**`,
      `✅ ${text}`,
      `📌 ${text}`,
      `>> ${text}`,
      `"${text}"`,
      `[${text}]`,
      `${text} 🙂`,
      `= ${text}`,
      `${text} *`,
      `「${text}」`,
    ]),
  lead: (text, random) =>
    random.of([
      "Đơn vị báo cáo: ",
      "Người báo cáo - ",
      "Chủ tịch ",
      "Văn thư ",
      "Tên đơn vị báo cáo: ",
      "Báo cáo số liệu của ",
      "Gửi từ: ",
      "Đ/c CT ",
      "Số liệu ",
      "BC kết quả ",
      "Đơn vị: ",
      "Re: ",
      "FW: BC ",
      "Nơi gửi: ",
    ]) + text,
  trail: (text, random) =>
    text +
    random.of([
      " - 0258 3822 111",
      " (ĐT: 0258.3822111)",
      " - nộp lần 1",
      " (bản chính)",
      " tháng 10/2024",
      " ngày 29/10/2024",
      " - đã ký số",
      "; ",
      " (02 trang)",
      " - quý IV/2024",
      " (gửi lại)",
      " năm học 2024-2025",
      " - Báo cáo",
    ]),
  twice: (text, random) =>
    random.of([`${text} ${text}`, `${text}, ${text}`, `${text}\n${text}`, `${text} - ${text}`]),
  lines: (text) => text.replace(/\s+/, "\n"),
  no_bar: (text) => (/[đĐ]/.test(text) ? text.replace(/đ/g, "d").replace(/Đ/g, "D") : null),
  phonetic: (text, random) => {
    const rules = [
      [/\bx/i, "s"],
      [/\bs/i, "x"],
      [/\btr/i, "ch"],
      [/\bch(?=[^\s])/i, "tr"],
      [/\bl/i, "n"],
      [/\bn(?![gh])/i, "l"],
      [/ng\b/, "n"],
      [/n\b/, "ng"],
      [/\bd/i, "gi"],
      [/\bgi/i, "d"],
      [/c\b/, "t"],
      [/t\b/, "c"],
    ];
    const words = text.split(" ");
    const fit = rules.filter(([rule]) => rule.test(words.at(-1)));
    if (fit.length === 0) return null;
    const [rule, by] = random.of(fit);
    words[words.length - 1] = words.at(-1).replace(rule, by);
    return words.join(" ");
  },
};
