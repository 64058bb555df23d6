import type { Sheet } from "@chiendich/core";

/**
 * SHA-256, hex, of what a reader can see of the sheets: the same content gives the same id, whoever
 * asks and however often. Columns we write ourselves are left out, so that writing back changes no
 * snapshot.
 */
export async function snapshotId(
  sheets: readonly Sheet[],
  ownColumns: (sheet: Sheet) => ReadonlySet<number>,
): Promise<string> {
  const content = sheets.map((sheet) => {
    const own = ownColumns(sheet);
    return [
      sheet.name,
      sheet.visibility,
      sheet.merges,
      sheet.hiddenColumns,
      sheet.binding?.columns ?? null,
      sheet.binding?.rows ?? null,
      sheet.rows.map((row) => [
        row.index,
        row.hidden ?? false,
        row.cells.map((cell, column) => (own.has(column) || cell === undefined ? null : cell)),
      ]),
    ];
  });
  return sha256(JSON.stringify(content));
}

/** SHA-256 of the text's UTF-8 bytes, hex. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
