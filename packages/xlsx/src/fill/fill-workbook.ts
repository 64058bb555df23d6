import { parseAddress, type CellDescription } from "@chiendich/core";
import { packageKind } from "../content/package-kind.ts";
import { defaultLimits, type WorkbookLimits } from "../limits.ts";
import { openPackage } from "../package/workbook-package.ts";
import { readWorkbookPart, type WorkbookPart } from "../package/workbook-part.ts";
import { editCells, type CellEdit, type CellXml } from "../package-edit/edit-cells.ts";
import { PackageEdits } from "../package-edit/package-edits.ts";
import { dateSerial } from "../sheet/serial-date.ts";
import { escapeText } from "../sheet/text.ts";
import { WorkbookProblem } from "../workbook-problem.ts";
import { attributeOf, contentText, edited, tagsOf, withAttribute } from "../xml/tags.ts";

/** A value for one cell of a workbook that exists. The cell keeps its look. */
export interface CellFill {
  readonly sheet: string;
  /** A1 style. */
  readonly cell: string;
  readonly value: CellDescription["value"];
}

/**
 * Fills cells of an office's own workbook. Only the sheets concerned change, and those only at these
 * cells; validations, charts, print set-up and macros stay byte for byte. Formulas are calculated
 * anew when the workbook is next opened; until then they hold what they last had.
 *
 * @throws {RangeError} for a sheet that is not there, a bad address or value, or a cell that holds a formula
 * @throws {TypeError} when the bytes are no .xlsx workbook
 */
export function fillWorkbook(
  bytes: Uint8Array,
  fills: readonly CellFill[],
  options: { readonly limits?: Partial<WorkbookLimits> | undefined } = {},
): Uint8Array {
  const { file, workbook } = opened(bytes, { ...defaultLimits, ...options.limits });
  const edits = new PackageEdits(file);
  for (const [name, cells] of bySheet(fills, workbook)) {
    const part = workbook.sheets.find((sheet) => sheet.name === name)?.part;
    if (part === undefined) throw new RangeError(`there is no sheet “${name}”`);
    const xml = edits.read(part) ?? "";
    edits.write(part, edited(xml, editCells(xml, cells)));
  }
  edits.write(workbook.part, recalculated(edits.read(workbook.part) ?? ""));
  return edits.bytes();
}

function opened(bytes: Uint8Array, limits: WorkbookLimits) {
  try {
    const file = openPackage(bytes, "workbook", limits);
    if (packageKind(file) === "xlsx") return { file, workbook: readWorkbookPart(file) };
  } catch (cause) {
    if (!(cause instanceof WorkbookProblem)) throw cause;
    throw new TypeError(`not a workbook that can be filled: ${cause.message}`, { cause });
  }
  throw new TypeError("only .xlsx and .xlsm workbooks can be filled");
}

function bySheet(fills: readonly CellFill[], { dateEpoch }: WorkbookPart): Map<string, CellEdit[]> {
  const sheets = new Map<string, CellEdit[]>();
  for (const { sheet, cell, value } of fills) {
    const at = parseAddress(cell);
    if (!at) throw new RangeError(`“${cell}” is no cell`);
    const edit = { ...at, content: contentOf(value, cell, dateEpoch) };
    sheets.set(sheet, [...(sheets.get(sheet) ?? []), edit]);
  }
  return sheets;
}

function contentOf(value: CellFill["value"], cell: string, epoch: 1900 | 1904): CellXml {
  if (value === null) return { type: null, inner: () => "" };
  if (typeof value === "boolean") return plain("b", value ? "1" : "0");
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new RangeError(`${cell}: a workbook cannot hold ${value}`);
    return plain(null, String(value));
  }
  if (typeof value === "object") {
    const serial = dateSerial(value.date, epoch);
    if (serial === null) throw new RangeError(`${cell}: “${value.date}” is no date the workbook can hold`);
    return plain(null, String(serial));
  }
  const text = contentText(escapeText(value));
  return { type: "inlineStr", inner: (p) => `<${p}is><${p}t xml:space="preserve">${text}</${p}t></${p}is>` };
}

function plain(type: string | null, text: string): CellXml {
  return { type, inner: (prefix) => `<${prefix}v>${text}</${prefix}v>` };
}

/** Asks the next program to calculate everything; what formulas hold now is from before. */
function recalculated(xml: string): string {
  const tags = [...tagsOf(xml)];
  const calculation = tags.find(({ local }) => local === "calcPr");
  if (calculation) {
    if (attributeOf(calculation.text, "fullCalcOnLoad") === "1") return xml;
    return (
      xml.slice(0, calculation.start) +
      withAttribute(calculation.text, "fullCalcOnLoad", "1") +
      xml.slice(calculation.end)
    );
  }
  // Its place is behind the defined names, and before whatever else may follow.
  const before = tags.findLast(
    ({ local, kind }) => (local === "definedNames" || local === "sheets") && kind !== "open",
  );
  if (!before) return xml;
  const prefix = before.name.slice(0, before.name.length - before.local.length);
  return `${xml.slice(0, before.end)}<${prefix}calcPr fullCalcOnLoad="1"/>${xml.slice(before.end)}`;
}
