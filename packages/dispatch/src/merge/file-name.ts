import { crc32 } from "../docx/zip.ts";

/** What Windows, Linux or macOS do not allow in a name, and what shells and archives trip over. */

const forbidden = /[\u0000-\u001f\u007f<>:"/\\|?*\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/g;
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(?:\.|$)/i;
/** In bytes of UTF-8; the most that file systems take is 255. */
const longestName = 120;

const encoder = new TextEncoder();

/**
 * A file name from a name people know and an id: safe on every system, the same in every run and
 * whatever else is merged. Ids that are plain words stand in it as they are; of others a check sum,
 * so that two ids never give the same name but by a chance of one in four thousand million.
 *
 * @param extension without the dot
 */
export function fileNameFor(name: string, id: string, extension: string): string {
  const words = name
    .normalize("NFC")
    .replace(/\p{Surrogate}/gu, "")
    .replace(forbidden, " ")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  const plainId = /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/.test(id) && id.length <= 80;
  const key = plainId ? id : crc32(encoder.encode(id)).toString(16).padStart(8, "0");
  const short = shortened(words, longestName);
  const stem = short === "" || reserved.test(short) ? `van-ban ${short}`.trim() : short;
  return `${stem} (${key}).${extension}`;
}

/** Cut between letters, never inside one. */
function shortened(text: string, bytes: number): string {
  // A letter of Vietnamese takes at most three bytes.
  if (text.length * 3 <= bytes) return text;
  let result = "";
  let length = 0;
  for (const letter of text) {
    length += encoder.encode(letter).length;
    if (length > bytes) return result.trimEnd();
    result += letter;
  }
  return result;
}
