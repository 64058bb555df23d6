import { relationshipsPart, type Relationship, type WorkbookPackage } from "./workbook-package.ts";
import type { SheetFrame } from "../sheet/sheet-xml.ts";

/** Kinds of parts that hold what we read; without another, such as a picture, nothing is lost to a reader. */
const read: ReadonlySet<string> = new Set(["styles", "sharedStrings", "comments", "threadedComment"]);

/** Names of parts that relationships lead to and the package does not hold: what stood in them is lost. */
export function missingParts(file: WorkbookPackage, related: readonly Relationship[]): string[] {
  return related.flatMap(({ kind, target, external }) =>
    read.has(kind) && !external && !file.find(target) ? [target] : [],
  );
}

/**
 * What a sheet points to and cannot be found: parts, and the list of its relationships when that does
 * not know what the sheet's links and comments are called.
 */
export function missingFromSheet(
  file: WorkbookPackage,
  part: string,
  related: readonly Relationship[],
  { links, commentBoxes }: SheetFrame,
): string[] {
  const known = new Set(related.map(({ id }) => id));
  const asked = [commentBoxes, ...links.map(({ id }) => id)];
  const isWhole = asked.every((id) => id === undefined || known.has(id));
  return [...(isWhole ? [] : [relationshipsPart(part)]), ...missingParts(file, related)];
}
