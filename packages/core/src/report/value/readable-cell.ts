import type { Cell } from "../../sheet/cell.ts";
import { charsetOfFont, decodeLegacy, type LegacyCharset } from "../../vietnamese/legacy-charset.ts";

/** A cell with its text in Unicode; `original` and `charset` are there when it was stored otherwise. */
export type ReadableCell = Cell & {
  readonly original?: string | undefined;
  readonly charset?: LegacyCharset | undefined;
};

/**
 * Text typed in an old font as Unicode. The cell's own font decides; without one, `assumed` does,
 * where the rest of the sheet has shown it. Text that cannot be in that charset stays as it is.
 */
export function readableCell(cell: Cell, assumed: LegacyCharset | null): ReadableCell {
  if (cell.type !== "text" || (assumed === null && cell.font === undefined)) return cell;
  if (!/[^\u0000-\u007f]/u.test(cell.value)) return cell;
  const charset = (cell.font === undefined ? null : charsetOfFont(cell.font)) ?? assumed;
  const decoded = charset === null ? null : decodeLegacy(cell.value, charset);
  if (charset === null || decoded === null) return cell;
  return { ...cell, value: decoded, original: cell.value, charset };
}
