import type { Sheet } from "../../sheet/sheet.ts";
import {
  charsetOfFont,
  decodeLegacy,
  possibleCharsets,
  type LegacyCharset,
} from "../../vietnamese/legacy-charset.ts";
import { cleanText } from "../value/clean-text.ts";
import type { TableFinder } from "./find-tables.ts";

const looked = 400;

/**
 * The legacy charset of a sheet whose fonts do not tell (CSV, Google Sheets): the one in which its
 * texts become headings we know, when that makes at least two and they are none as they stand.
 */
export function sheetCharset(sheet: Sheet, finder: TableFinder): LegacyCharset | null {
  const known = (text: string) =>
    finder.main.knows(text) || finder.repeats.some(({ matcher }) => matcher.knows(text));
  const counts = new Map<LegacyCharset, number>();
  let seen = 0;
  for (const { cells } of sheet.rows) {
    for (const cell of cells) {
      if (cell?.type !== "text" || (cell.font !== undefined && charsetOfFont(cell.font) !== null)) continue;
      const charsets = possibleCharsets(cell.value);
      if (charsets.length === 0) continue;
      if ((seen += 1) > looked) return best(counts);
      for (const charset of charsets) {
        const decoded = decodeLegacy(cell.value, charset);
        if (decoded !== null && known(cleanText(decoded)) && !known(cleanText(cell.value))) {
          counts.set(charset, (counts.get(charset) ?? 0) + 1);
        }
      }
    }
  }
  return best(counts);
}

function best(counts: ReadonlyMap<LegacyCharset, number>): LegacyCharset | null {
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  return first && first[1] >= 2 && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}
