import { isSpreadsheetML } from "../xml/read-xml.ts";
import { builtInFormat, isDateFormat } from "./number-format.ts";
import type { WorkbookPackage } from "./workbook-package.ts";

/** What reading needs of a workbook's styles, by the style number that cells carry. */
export interface CellStyles {
  /** The number format; `undefined` is General. */
  readonly formats: readonly (string | undefined)[];
  readonly isDate: readonly boolean[];
  readonly fonts: readonly (string | undefined)[];
}

export const noStyles: CellStyles = { formats: [], isDate: [], fonts: [] };

export function readStyles(file: WorkbookPackage, part: string): CellStyles {
  const custom = new Map<number, string>();
  const fontNames: (string | undefined)[] = [];
  const cells: { format: number; font: number }[] = [];
  let within = "";

  file.readXml(part, {
    open({ name, uri, attributes }) {
      if (!isSpreadsheetML(uri)) return;
      if (name === "fonts" || name === "cellXfs" || name === "dxfs" || name === "cellStyleXfs") within = name;
      else if (name === "numFmt" && within !== "dxfs") {
        custom.set(Number(attributes["numFmtId"]), attributes["formatCode"] ?? "");
      } else if (name === "font" && within === "fonts") fontNames.push(undefined);
      else if (name === "name" && within === "fonts") fontNames[fontNames.length - 1] = attributes["val"];
      else if (name === "xf" && within === "cellXfs") {
        cells.push({ format: Number(attributes["numFmtId"] ?? 0), font: Number(attributes["fontId"] ?? 0) });
      }
    },
    close({ name }) {
      if (name === within) within = "";
    },
  });

  const formats = cells.map(({ format }) => {
    const text = custom.get(format) ?? builtInFormat(format);
    return text === "General" || text === "" ? undefined : text;
  });
  return {
    formats,
    isDate: formats.map((format) => format !== undefined && isDateFormat(format)),
    fonts: cells.map(({ font }) => fontNames[font]),
  };
}
