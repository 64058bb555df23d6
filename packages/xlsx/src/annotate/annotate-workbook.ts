import type { Issue, Language } from "@chiendich/core";
import { contentKind } from "../content/content-kind.ts";
import { openWorkbook, type OpenWorkbookOptions } from "../open-workbook.ts";
import { openPackage } from "../package/workbook-package.ts";
import { readWorkbookPart } from "../package/workbook-part.ts";
import { defaultLimits } from "../limits.ts";
import { isOpenXmlWorkbook } from "../content/package-kind.ts";
import { annotatedCopy } from "./annotated-copy.ts";
import { annotatePackage } from "./annotate-package.ts";
import { annotationsBySheet } from "./annotation.ts";

/** How a workbook is marked. */
export interface AnnotateOptions extends Partial<OpenWorkbookOptions> {
  readonly language: Language;
}

/**
 * A return as it goes back to whoever sent it: the same workbook, with every cell that has an issue
 * coloured and each issue said, with its cure, in a comment. Once the cells are mended the file can be
 * sent again as it is. A return that was no .xlsx comes back as one.
 *
 * @param issues those of this file; what concerns no cell is said at A1
 * @throws {TypeError} when the bytes are no workbook that can be opened: there is nothing to write comments into
 */
export async function annotateWorkbook(
  bytes: Uint8Array,
  issues: readonly Issue[],
  options: AnnotateOptions,
): Promise<Uint8Array> {
  const { language, name = "workbook" } = options;
  const { value: source, issues: opening } = await openWorkbook(bytes, { ...options, name });
  if (!source) throw new TypeError(`no workbook to annotate: ${opening.map(({ code }) => code).join(", ")}`);
  const limits = { ...defaultLimits, ...options.limits };
  if (contentKind(bytes) === "zip") {
    const file = openPackage(bytes, name, limits);
    if (isOpenXmlWorkbook(file)) {
      const sheets = readWorkbookPart(file).sheets.map((sheet) => sheet.name);
      return annotatePackage(file, annotationsBySheet(issues, sheets, language));
    }
  }
  const sheets = (await source.listSheets()).map((sheet) => sheet.name);
  return annotatedCopy(source, annotationsBySheet(issues, sheets, language));
}
