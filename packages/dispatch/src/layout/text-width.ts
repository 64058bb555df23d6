/**
 * How wide a text is in Times New Roman, so that rules, columns and steps of size are decided while
 * writing, without a layout engine. Advance widths in 1/2048 of the size, read from Liberation Serif,
 * which has the metrics of Times New Roman. Tone and vowel marks change no width; the horns of ơ and ư
 * do, so those letters stand in the table.
 */
const letters = [
  ...Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)),
  ..."ĐđƠơƯư“”‘’–—…•§°½",
];

const regular =
  "512 682 836 1024 1024 1706 1593 369 682 682 1024 1155 512 682 512 569 1024 1024 1024 1024 1024 1024 1024 1024 1024 1024 569 569 1155 1155 1155 909 1886 1479 1366 1366 1479 1251 1139 1479 1479 682 797 1479 1251 1821 1479 1479 1139 1479 1366 1139 1251 1479 1479 1933 1479 1479 1251 682 569 682 961 1024 682 909 1024 909 1024 909 682 1024 1024 569 569 1024 569 1593 1024 1024 1024 1024 682 797 569 1024 1024 1479 1024 1024 909 983 410 983 1108 1479 1024 1479 1083 1589 1110 909 909 682 682 1024 2048 2048 717 1024 819 1536";
const bold =
  "512 682 1137 1024 1024 2048 1706 569 682 682 1024 1167 512 682 512 569 1024 1024 1024 1024 1024 1024 1024 1024 1024 1024 682 682 1167 1167 1167 1024 1905 1479 1366 1479 1479 1366 1251 1593 1593 797 1024 1593 1366 1933 1479 1593 1251 1593 1479 1139 1366 1479 1479 2048 1479 1479 1366 682 569 682 1190 1024 682 1024 1139 909 1139 909 682 1024 1139 569 682 1139 569 1706 1139 1024 1139 1139 909 797 682 1139 1024 1479 1024 1024 909 807 451 807 1065 1479 1139 1593 1134 1630 1229 1024 1024 682 682 1024 2048 2048 717 1024 819 1536";

const unitsPerEm = 2048;
/** For letters the table lacks: about the width of a capital, so that too much room is left, never too little. */
const unknown = 1479;

/** Widths by code; 0 for letters not yet asked for. Vietnamese and its punctuation end before U+2100. */
function table(widths: string): Uint16Array {
  const byCode = new Uint16Array(0x2100);
  for (const [index, width] of widths.split(" ").entries())
    byCode[(letters[index] as string).charCodeAt(0)] = Number(width);
  return byCode;
}
const tables = { regular: table(regular), bold: table(bold) };

export interface Face {
  /** In points. */
  readonly size: number;
  readonly bold?: boolean;
}

/** Without tone and vowel marks, but with the horn of ơ and ư, which has a width of its own. */
function unmarked(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u031a\u031c-\u036f]/g, "")
    .normalize("NFC");
}

/** Width of a letter the table lacks: with marks, or not of Latin script. Kept in the table. */
function otherWidth(code: number, widths: Uint16Array): number {
  let units = 0;
  for (const plain of unmarked(String.fromCharCode(code))) units += widths[plain.charCodeAt(0)] || unknown;
  if (code < widths.length) widths[code] = units;
  return units;
}

/** Width in twips. */
export function textWidthOf(text: string, face: Face): number {
  const widths = face.bold ? tables.bold : tables.regular;
  let units = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    units += widths[code] || otherWidth(code, widths);
  }
  return (units / unitsPerEm) * face.size * 20;
}

/** The lines a text breaks into within a width in twips, at spaces, as every word processor does. */
export function linesOf(text: string, face: Face, width: number): readonly string[] {
  const space = textWidthOf(" ", face);
  const lines: string[] = [];
  let line = "";
  let filled = 0;
  for (const word of text.split(/ +/)) {
    const length = textWidthOf(word, face);
    if (line !== "" && filled + space + length > width) {
      lines.push(line);
      line = word;
      filled = length;
    } else {
      filled += line === "" ? length : space + length;
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  lines.push(line);
  return lines;
}

/** As many lines as {@link linesOf}, broken so that the longest is as short as it can be. */
export function balancedLines(text: string, face: Face, width: number): readonly string[] {
  let lines = linesOf(text, face, width);
  const count = lines.length;
  if (count === 1) return lines;
  for (;;) {
    const longest = Math.max(...lines.map((line) => textWidthOf(line, face)));
    const narrower = linesOf(text, face, longest - 1);
    if (narrower.length > count || narrower.join() === lines.join()) return lines;
    lines = narrower;
  }
}
