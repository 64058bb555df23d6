import type { WorkbookPackage } from "../package/workbook-package.ts";

/** What a zip file is, from the parts in it. */
export type PackageKind = "xlsx" | "xlsb" | "ods" | "document" | "presentation" | "archive";

const mainParts: readonly (readonly [PackageKind, RegExp])[] = [
  ["xlsb", /^xl\/workbook\.bin$/i],
  ["xlsx", /^xl\/workbook.*\.xml$/i],
  ["document", /^word\/document.*\.xml$/i],
  ["presentation", /^ppt\/presentation.*\.xml$/i],
];

export function packageKind(file: WorkbookPackage): PackageKind {
  const names = [...file.entries.keys()];
  for (const [kind, pattern] of mainParts) if (names.some((name) => pattern.test(name))) return kind;
  if (file.entries.has("mimetype")) {
    const type = file.bytes("mimetype").toString("latin1").trim();
    if (type.startsWith("application/vnd.oasis.opendocument.spreadsheet")) return "ods";
    if (type.startsWith("application/vnd.oasis.opendocument.presentation")) return "presentation";
    if (type.startsWith("application/vnd.oasis.opendocument")) return "document";
  }
  // A workbook's main part may have any name; its relationship says where it is.
  if (
    file.find("[Content_Types].xml") &&
    file.relationships("").some(({ kind }) => kind === "officeDocument")
  ) {
    return "xlsx";
  }
  return "archive";
}

export function isOpenXmlWorkbook(file: WorkbookPackage): boolean {
  return packageKind(file) === "xlsx";
}
