const digitWords = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"] as const;
const scaleWords = ["", "nghìn", "triệu"] as const;

/** Three digits in words. `full` says that digits stand before them, so that hundreds are spoken even when zero. */
function triple(value: number, full: boolean): string[] {
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor(value / 10) % 10;
  const ones = value % 10;
  const words: string[] = [];
  if (hundreds > 0 || full) words.push(digitWords[hundreds] as string, "trăm");
  if (tens === 0 && ones > 0 && words.length > 0) words.push("linh");
  if (tens === 1) words.push("mười");
  if (tens > 1) words.push(digitWords[tens] as string, "mươi");
  if (ones === 0) return words;
  // mốt, tư and lăm are how 1, 4 and 5 are said after a ten.
  if (ones === 1 && tens > 1) words.push("mốt");
  else if (ones === 4 && tens > 1) words.push("tư");
  else if (ones === 5 && tens > 0) words.push("lăm");
  else words.push(digitWords[ones] as string);
  return words;
}

/** Below a thousand million. */
function belowBillion(value: number, full: boolean): string[] {
  const words: string[] = [];
  for (let power = 2; power >= 0; power -= 1) {
    const part = Math.floor(value / 1000 ** power) % 1000;
    if (part === 0) continue;
    words.push(...triple(part, full || words.length > 0));
    const scale = scaleWords[power];
    if (scale) words.push(scale);
  }
  return words;
}

/**
 * A whole number in Vietnamese words, as it stands in brackets after the digits: 1.205 is
 * `một nghìn hai trăm linh năm`. Northern administrative usage: `nghìn` and `linh`, not `ngàn` and `lẻ`.
 *
 * @throws {RangeError} when the value is not a whole number that a double holds exactly
 */
export function numberInWords(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number`);
  if (value === 0) return "không";
  const parts: string[] = value < 0 ? ["âm"] : [];
  const size = Math.abs(value);
  const billions = Math.floor(size / 1e9);
  // Up to 9 million milliards: `tỷ` is spoken once, over everything before it.
  if (billions > 0) parts.push(...belowBillion(billions, false), "tỷ");
  parts.push(...belowBillion(size % 1e9, billions > 0));
  return parts.join(" ");
}

const unitValues: Readonly<Record<string, number>> = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  nhăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
};
const scaleValues: Readonly<Record<string, number>> = {
  nghìn: 1e3,
  ngàn: 1e3,
  triệu: 1e6,
  tỷ: 1e9,
  tỉ: 1e9,
};

/**
 * Reads what {@link numberInWords} writes, and the southern forms (`ngàn`, `lẻ`, `bẩy`, `tỉ`):
 * `mười hai` is 12, `hai mươi lăm` is 25, `hai trăm linh tư` is 204.
 *
 * @returns `null` when a word is no number word, or the words do not follow each other as in a
 *   number (`hai ba`, `mươi`)
 */
export function parseNumberInWords(text: string): number | null {
  const words = text.normalize("NFC").toLowerCase().trim().split(/\s+/u);
  const negative = words[0] === "âm";
  if (negative) words.shift();
  const value = parseUnsigned(words);
  if (value === null || words.length === 0) return null;
  return negative && value > 0 ? -value : value;
}

/** Billions, then millions, thousands and the rest: a scale may not follow a smaller or equal one. */
function parseUnsigned(words: readonly string[]): number | null {
  if (words.length === 1 && words[0] === "không") return 0;
  const billion = words.findIndex((word) => scaleValues[word] === 1e9);
  if (billion >= 0) {
    const high = parseScaled(words.slice(0, billion));
    const low = billion === words.length - 1 ? 0 : parseScaled(words.slice(billion + 1));
    return high === null || low === null || high === 0 ? null : high * 1e9 + low;
  }
  return parseScaled(words);
}

function parseScaled(words: readonly string[]): number | null {
  let total = 0;
  let ceiling = 1e9;
  let start = 0;
  for (const [index, word] of words.entries()) {
    const scale = scaleValues[word];
    if (scale === undefined) continue;
    const part = parseTriple(words.slice(start, index));
    if (part === null || scale >= ceiling) return null;
    total += part * scale;
    ceiling = scale;
    start = index + 1;
  }
  if (start === words.length) return words.length > 0 ? total : null;
  const rest = parseTriple(words.slice(start));
  return rest === null ? null : total + rest;
}

/** `hai trăm linh năm`, `mười hai`, `hai mươi`, `hai lăm`, `tư`. */
function parseTriple(words: readonly string[]): number | null {
  const digit = (word: string | undefined) => (word === undefined ? undefined : unitValues[word]);
  let rest = [...words];
  let total = 0;
  let hundreds = false;
  if (rest[1] === "trăm") {
    const value = digit(rest[0]);
    if (value === undefined) return null;
    total = value * 100;
    hundreds = true;
    rest = rest.slice(2);
    if (rest.length === 0) return total;
  }
  if (hundreds && (rest[0] === "linh" || rest[0] === "lẻ")) {
    const value = digit(rest[1]);
    return value === undefined || rest.length !== 2 ? null : total + value;
  }
  if (rest[0] === "mười") {
    if (rest.length === 1) return total + 10;
    const value = digit(rest[1]);
    return value === undefined || value === 0 || rest.length !== 2 ? null : total + 10 + value;
  }
  const first = digit(rest[0]);
  if (first === undefined) return null;
  if (rest.length === 1) return hundreds ? null : total + first;
  if (first === 0) return null;
  if (rest[1] === "mươi") {
    if (rest.length === 2) return total + first * 10;
    const value = digit(rest[2]);
    return value === undefined || value === 0 || rest.length !== 3 ? null : total + first * 10 + value;
  }
  // `hai lăm`, `ba mốt`, `bốn tư`: the ten is left out in speech, and only these endings show it.
  const spoken = ["mốt", "tư", "lăm", "nhăm"].includes(rest[1] as string);
  return spoken && rest.length === 2 && first > 1 ? total + first * 10 + (digit(rest[1]) as number) : null;
}
