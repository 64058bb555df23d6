// What hands, input methods, phones, fonts and scanners do to the letters of a name.
import { unmarked } from "../noise.mjs";
import { gatherer } from "./subjects.mjs";

const telexMarks = { "\u0300": "f", "\u0301": "s", "\u0309": "r", "\u0303": "x", "\u0323": "j" };
const vniMarks = { "\u0300": "2", "\u0301": "1", "\u0309": "3", "\u0303": "4", "\u0323": "5" };
const vniShapes = { "\u0302": "6", "\u031b": "7", "\u0306": "8" };

/** A syllable as Telex keys: `place` says whether the tone key follows its vowel or ends the syllable. */
function telex(word, place = "end") {
  let keys = "";
  let tone = "";
  for (const letter of word.normalize("NFC")) {
    const [base, ...marks] = letter.normalize("NFD");
    if (letter === "đ" || letter === "Đ") {
      keys += letter === "đ" ? "dd" : "DD";
      continue;
    }
    keys += base;
    for (const mark of marks) {
      if (mark === "\u0302") keys += base;
      else if (mark === "\u031b" || mark === "\u0306") keys += base === base.toUpperCase() ? "W" : "w";
      else if (place === "vowel") keys += telexMarks[mark];
      else tone = telexMarks[mark];
    }
  }
  return keys + (word === word.toUpperCase() && word.length > 1 ? tone.toUpperCase() : tone);
}
function vni(word) {
  let keys = "";
  let tone = "";
  for (const letter of word.normalize("NFC")) {
    if (letter === "đ" || letter === "Đ") {
      keys += letter === "đ" ? "d9" : "D9";
      continue;
    }
    const [base, ...marks] = letter.normalize("NFD");
    keys += base;
    for (const mark of marks) {
      if (vniShapes[mark]) keys += vniShapes[mark];
      else tone = vniMarks[mark];
    }
  }
  return keys + tone;
}
const words = (text, change) => text.split(" ").map(change).join(" ");
const oneWord = (text, random, change) => {
  const list = text.split(" ");
  const fit = list
    .map((word, index) => [change(word), index, word])
    .filter(([made, , word]) => made && made !== word);
  if (fit.length === 0) return null;
  const [made, index] = random.of(fit);
  list[index] = made;
  return list.join(" ");
};
const letterAt = (text, random, test = /\p{L}/u) => {
  const places = [...text].flatMap((letter, index) => (index > 0 && test.test(letter) ? [index] : []));
  return places.length === 0 ? -1 : random.of(places);
};
const splice = (text, at, gone, put) =>
  [...text].slice(0, at).join("") + put + [...text].slice(at + gone).join("");

const beside = {
  q: "wa", w: "qes", e: "wrd", r: "etf", t: "ryg", y: "tuh", u: "yij", i: "uok", o: "ipl", p: "ol", a: "qsz", s: "adw",
  d: "sfe", f: "dgr", g: "fht", h: "gjy", j: "hku", k: "jli", l: "ko", z: "xa", x: "zcs", c: "xvd", v: "cbf", b: "vng",
  n: "bmh", m: "nj",
}; // prettier-ignore
const tones = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"];
const toneOf = (word) => /[\u0300\u0301\u0309\u0303\u0323]/.exec(word.normalize("NFD"))?.[0] ?? "";
const withoutTone = (word) =>
  word
    .normalize("NFD")
    .replace(/[\u0300\u0301\u0309\u0303\u0323]/g, "")
    .normalize("NFC");
const retone = (word, tone) =>
  word
    .normalize("NFD")
    .replace(/[\u0300\u0301\u0309\u0303\u0323]/, tone)
    .normalize("NFC");
const toneOn = (word, at, tone) => splice(word, at, 1, ([...word][at] + tone).normalize("NFC"));
const vowel = /[aeiouyăâêôơư]/iu;

const swapCase = (text) =>
  [...text.normalize("NFC")].map((c) => (c === c.toUpperCase() ? c.toLowerCase() : c.toUpperCase())).join("");
const bold = (text) =>
  [...text.normalize("NFD")]
    .map((c) =>
      /[A-Z]/.test(c)
        ? String.fromCodePoint(0x1d400 + c.charCodeAt(0) - 65)
        : /[a-z]/.test(c)
          ? String.fromCodePoint(0x1d41a + c.charCodeAt(0) - 97)
          : c,
    )
    .join("");
const greek = {
  A: "Α",
  B: "Β",
  E: "Ε",
  H: "Η",
  I: "Ι",
  K: "Κ",
  M: "Μ",
  N: "Ν",
  O: "Ο",
  P: "Ρ",
  T: "Τ",
  X: "Χ",
  o: "ο",
  v: "ν",
};

/** Rewritings that lose nothing: the unit is certain. */
const lossless = {
  telex_capitals: (text) => words(text.toUpperCase(), (word) => telex(word).toUpperCase()),
  telex_inside: (text) => words(text, (word) => telex(word, "vowel")),
  telex_one_word: (text, random) => oneWord(text, random, (word) => telex(word)),
  vni_end: (text) => words(text, vni),
  vni_one_word: (text, random) => oneWord(text, random, vni),
  inverted_case: swapCase,
  random_case: (text, random) =>
    [...text.normalize("NFC")].map((c) => (random.next() < 0.5 ? c.toUpperCase() : c.toLowerCase())).join(""),
  first_capital_only: (text) => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase(),
  second_capital: (text) => words(text, (word) => word.slice(0, 2).toUpperCase() + word.slice(2)),
  mark_order: (text) =>
    text.normalize("NFD").replace(/([\u0302\u0306\u031b])([\u0323\u0300\u0301\u0303\u0309])/g, "$2$1"),
  half_composed: (text) =>
    [...text.normalize("NFC")]
      .map((c) => {
        const parts = [...c.normalize("NFD")];
        return parts.length === 3 ? (parts[0] + parts[1]).normalize("NFC") + parts[2] : c;
      })
      .join(""),
  zero_width_everywhere: (text) => [...text].join("\u200b"),
  directional: (text) => `\u202a${text}\u202c\u200e`,
  odd_spaces: (text, random) =>
    text.replace(/ /g, () =>
      random.of(["\u3000", "\u200a", "\u2003", "\u000b", "\u2028", "\u00a0 ", " \u00ad"]),
    ),
  variation_selector: (text) => text.replace(/ /, "\ufe0f "),
  mathematical_bold: bold,
  fullwidth_letters: (text) =>
    text.replace(/[A-Za-z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  greek_capitals: (text) => [...text.toUpperCase().normalize("NFD")].map((c) => greek[c] ?? c).join(""),
  d_eth: (text) => (/[đĐ]/.test(text) ? text.replace(/đ/g, "ð").replace(/Đ/g, "Ð") : null),
  tone_moved: (text, random) =>
    oneWord(text, random, (word) => {
      const tone = toneOf(word);
      const plain = withoutTone(word);
      const places = [...plain].flatMap((letter, at) => (vowel.test(letter) && at > 0 ? [at] : []));
      return tone && places.length > 1 ? toneOn(plain, random.of(places), tone) : null;
    }),
  tone_after_consonant: (text, random) =>
    oneWord(text, random, (word) => {
      const tone = toneOf(word);
      return tone && /[nmgchtp]$/.test(word) ? withoutTone(word) + tone : null;
    }),
  half_horn: (text, random) =>
    oneWord(text, random, (word) => {
      const parts = word.normalize("NFD");
      const found = /u\u031b(o\u031b)/i.exec(parts);
      return found
        ? random.of([parts.replace(/u\u031b(o)/i, "u$1"), parts.replace(/(o)\u031b/i, "$1")]).normalize("NFC")
        : null;
    }),
  one_word_unmarked: (text, random) => oneWord(text, random, unmarked),
  shapes_unmarked_tones_kept: (text) =>
    text
      .normalize("NFD")
      .replace(/[\u0302\u0306\u031b]/g, "")
      .normalize("NFC"),
  tones_dropped_shapes_kept: (text) => words(text, withoutTone),
  letters_spaced: (text) => [...text.normalize("NFC").replace(/ /g, "  ")].join(" "),
  no_space_after_type: (text) =>
    /^(UBND )?(P|X)\. /.test(text) ? text.replace(". ", ".") : text.replace(" ", ""),
  capital_runs: (text) =>
    text.replace(
      /(^|\s+)(\p{L})(\p{L}*)/gu,
      (_, __, first, rest) => first.toUpperCase() + rest.toLowerCase(),
    ),
  underscores: (text) => text.replace(/\s+/g, "_"),
  dots_for_spaces: (text) => text.replace(/\s+/g, "."),
  commas_for_spaces: (text) => text.replace(/ (?=[^ ]*$)/, ", "),
  html_entities: (text) =>
    [...text.normalize("NFC")].map((c) => (c.charCodeAt(0) > 127 ? `&#${c.codePointAt(0)};` : c)).join(""),
  html_hex_bold: (text) =>
    `<b>${[...text.normalize("NFC")].map((c) => (c.charCodeAt(0) > 127 ? `&#x${c.codePointAt(0).toString(16)};` : c)).join("")}</b>&nbsp;`,
  quotes: (text, random) =>
    random.of([`“${text}”`, `'${text}'`, `«${text}»`, `(${text})`, `{${text}}`, `"${text}",`, `'${text}`]),
  ends: (text, random) =>
    text + random.of([".", "..", ";", ":", ",", " -", " –", "…", " /", "!", " .", "\\"]),
  hyphen_line: (text) => text.replace(/ (?=[^ ]*$)/, "\r\n"),
  number_sign: (text, random) =>
    random.of(["#", "@", "№ 3 ", "• ", "· ", "▪ ", "➢ ", "→ ", "☑ ", "* ", "~ "]) + text,
};

const regional = [
  [/^tr/i, "ch"], [/^ch/i, "tr"], [/^s/i, "x"], [/^x/i, "s"], [/^l/i, "n"], [/^n(?![gh])/i, "l"], [/^v/i, "d"],
  [/^d(?!i)/i, "v"], [/^gi/i, "d"], [/^r/i, "g"], [/n$/, "ng"], [/ng$/, "n"], [/t$/, "c"], [/c$/, "t"], [/^qu/i, "w"],
  [/^h(?=o|u)/i, ""], [/^ph/i, "f"], [/^k/i, "c"], [/^ng(?!h)/i, "ngh"], [/^gh/i, "g"],
]; // prettier-ignore

/** Rewritings that may leave the name: labelled by which name is then nearest. */
const misspelling = {
  neighbour_key: (name, random) => {
    const at = letterAt(name, random, /[a-z]/);
    return at < 0 ? null : splice(name, at, 1, random.of([...beside[[...name][at]]]));
  },
  neighbour_key_plain: (name, random) => {
    const plain = unmarked(name).toLowerCase();
    const at = letterAt(plain, random, /[a-z]/);
    return splice(plain, at, 1, random.of([...beside[plain[at]]]));
  },
  doubled_letter: (name, random) => {
    const at = letterAt(name, random);
    return splice(name, at, 0, [...name][at]);
  },
  letter_gone: (name, random) => splice(name, letterAt(name, random), 1, ""),
  vowel_gone: (name, random) => {
    const at = letterAt(name, random, /[aeiouyăâêôơưàáảãạ]/i);
    return at < 0 ? null : splice(name, at, 1, "");
  },
  last_letter_gone: (name) => (name.length > 5 ? name.slice(0, -1) : null),
  stray_letter: (name, random) => splice(name, letterAt(name, random), 0, random.of([..."aeionhgt"])),
  stray_telex_key: (name, random) =>
    oneWord(name, random, (word) => (/[^a-z]/i.test(word) ? word + random.of([..."sfrxj"]) : null)),
  transposed: (name, random) => {
    const at = letterAt(name, random);
    const list = [...name];
    return list[at + 1] && /\p{L}/u.test(list[at + 1]) && list[at] !== list[at + 1]
      ? splice(name, at, 2, list[at + 1] + list[at])
      : null;
  },
  hook_tilde: (name, random) =>
    oneWord(name, random, (word) => {
      const tone = toneOf(word);
      return tone === "\u0309" ? retone(word, "\u0303") : tone === "\u0303" ? retone(word, "\u0309") : null;
    }),
  hook_tilde_all: (name) =>
    words(name, (word) => {
      const tone = toneOf(word);
      return tone === "\u0309" ? retone(word, "\u0303") : tone === "\u0303" ? retone(word, "\u0309") : word;
    }),
  another_tone: (name, random) =>
    oneWord(name, random, (word) => (toneOf(word) ? retone(word, random.of(tones.slice(1))) : null)),
  another_shape: (name, random) =>
    oneWord(name, random, (word) =>
      word
        .normalize("NFD")
        .replace(/\u0302/, random.of(["\u0306", "\u031b"]))
        .normalize("NFC"),
    ),
  regional: (name, random) => {
    const [rule, by] = random.of(regional);
    return oneWord(name, random, (word) =>
      rule.test(word)
        ? word.replace(rule, (found) =>
            found[0] !== found[0]?.toLowerCase() && by ? by[0].toUpperCase() + by.slice(1) : by,
          )
        : null,
    );
  },
  i_for_y: (name, random) =>
    oneWord(name, random, (word) =>
      /^(m|l|k|t|s|h)[yýỳỷỹỵ]$|^qu[yýỳỷỹỵ]$|u[yýỳỷỹỵ]$/iu.test(word)
        ? word.normalize("NFD").replace(/y/i, "i").normalize("NFC")
        : /[^aeou][iìíỉĩị]$/iu.test(word)
          ? word.normalize("NFD").replace(/i/i, "y").normalize("NFC")
          : null,
    ),
  scanned_letter: (name, random) => {
    const map = [["m", "rn"], ["n", "ri"], ["h", "li"], ["i", "l"], ["l", "I"], ["o", "c"], ["g", "q"], ["c", "e"], ["u", "ii"], ["d", "cl"], ["ư", "u'"], ["ơ", "o'"], ["ả", "á"], ["ẩ", "ấ"], ["ĩ", "ỉ"]]; // prettier-ignore
    const fit = map.filter(([from]) => name.slice(1).includes(from));
    if (fit.length === 0) return null;
    const [from, to] = random.of(fit);
    return name.charAt(0) + name.slice(1).replace(from, to);
  },
  scanned_noise: (name, random) => {
    const at = letterAt(name, random);
    return splice(name, at, 0, random.of(["'", "`", ".", "|", "^", "~", "_", "'"]));
  },
  syllable_swapped: (name) =>
    name.split(" ").length === 3
      ? name.split(" ").toSpliced(1, 2, name.split(" ")[2], name.split(" ")[1]).join(" ")
      : null,
  syllable_twice: (name) => {
    const list = name.split(" ");
    return list.length > 1 ? [...list, list.at(-1)].join(" ") : null;
  },
};

export function typing() {
  const made = gatherer(11);
  for (const [category, rewrite] of Object.entries(lossless))
    made.each(`type_${category}`, (subject, random) => {
      const text = rewrite(made.form(subject), random);
      return text;
    });
  for (const [category, spell] of Object.entries(misspelling)) made.misspelt(`slip_${category}`, spell);
  return made.cases;
}
