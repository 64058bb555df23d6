/**
 * Keys of the developer metadata that binds a campaign's spreadsheet. Visible to every program with
 * access (`DOCUMENT`), so nothing secret may ever stand in it.
 */
export const markKeys = {
  /** On the spreadsheet: the campaign's id. */
  campaign: "chiendich.campaign",
  /** On a sheet: what it is for, `report/<round>` or `guide`. */
  sheet: "chiendich.sheet",
  /** On a row: the unit's id. */
  unit: "chiendich.unit",
  /** On a column: its key, as in the hidden first row. */
  column: "chiendich.column",
  /** On the two heading rows that have a meaning: `keys` and `headings`. */
  row: "chiendich.row",
} as const;

/** A number from 1 to 2^30 that the text always gives: ids that Google lets us choose. */
export function stableId(text: string): number {
  // FNV-1a: spread well enough for ids within one spreadsheet, and the same on every machine.
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return (hash & 0x3fff_ffff) + 1;
}
