import type { SheetVisibility } from "@chiendich/core";
import { refuse } from "../workbook-problem.ts";
import { isSpreadsheetML } from "../xml/read-xml.ts";
import type { Relationship, WorkbookPackage } from "./workbook-package.ts";

/** What the workbook's main part says: its sheets in tab order and where they are, names, epoch. */
export interface WorkbookPart {
  readonly part: string;
  readonly sheets: readonly SheetPart[];
  /** Tabs that hold a chart or a dialog instead of cells. */
  readonly sheetsWithoutCells: readonly string[];
  readonly names: Readonly<Record<string, string>>;
  readonly dateEpoch: 1900 | 1904;
  readonly related: readonly Relationship[];
}

export interface SheetPart {
  readonly name: string;
  readonly visibility: SheetVisibility;
  readonly part: string;
}

const visibilities: Readonly<Record<string, SheetVisibility>> = {
  hidden: "hidden",
  veryHidden: "veryHidden",
};

/** @throws {WorkbookProblem} when the package holds no workbook */
export function readWorkbookPart(file: WorkbookPackage): WorkbookPart {
  const part =
    file.relationships("").find(({ kind }) => kind === "officeDocument")?.target ?? "xl/workbook.xml";
  const related = file.relationships(part);
  const listed: { name: string; state: string; id: string }[] = [];
  const names = Object.create(null) as Record<string, string>;
  let dateEpoch: 1900 | 1904 = 1900;
  let definedName: { name: string; scope: string | undefined; text: string } | null = null;
  let isWorkbook = false;

  file.readXml(part, {
    open({ name, uri, attributes }) {
      if (!isSpreadsheetML(uri)) return;
      if (name === "workbook") isWorkbook = true;
      else if (name === "workbookPr") dateEpoch = isTrue(attributes["date1904"]) ? 1904 : 1900;
      else if (name === "sheet") {
        const { name: title = "", state = "", "r:id": id = "" } = attributes;
        listed.push({ name: title, state, id });
      } else if (name === "definedName") {
        definedName = { name: attributes["name"] ?? "", scope: attributes["localSheetId"], text: "" };
      }
    },
    text(text) {
      if (definedName) definedName.text += text;
    },
    close({ name }) {
      if (name !== "definedName" || !definedName) return;
      // A name that holds for one sheet only is told apart as `Sheet!name`, the way programs show it.
      const sheet = definedName.scope === undefined ? undefined : listed[Number(definedName.scope)]?.name;
      // `_xlnm.Print_Titles` and its kin are settings of programs, not names people gave.
      if (!definedName.name.startsWith("_xlnm.")) {
        names[sheet === undefined ? definedName.name : `${sheet}!${definedName.name}`] = definedName.text;
      }
      definedName = null;
    },
  });
  if (!isWorkbook) refuse("workbook_not_recognised", { source: file.source }, {});

  const sheets: SheetPart[] = [];
  const sheetsWithoutCells: string[] = [];
  for (const { name, state, id } of listed) {
    const relationship = related.find((one) => one.id === id);
    if (!relationship) refuse("workbook_part_missing", { source: file.source, sheet: name }, { part: id });
    if (relationship.kind === "worksheet") {
      sheets.push({ name, visibility: visibilities[state] ?? "visible", part: relationship.target });
    } else sheetsWithoutCells.push(name);
  }
  return { part, sheets, sheetsWithoutCells, names: { ...names }, dateEpoch, related };
}

function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}
