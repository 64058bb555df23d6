import { expect, it } from "vitest";
import { MAIN, sheetXml } from "../../test/hand-made.ts";
import { withMarkRules, withoutMarkRules } from "./mark-rules.ts";
import { styleMarker } from "./highlight-styles.ts";

const at = (row: number, column: number) => ({ row, column });
const styleOf = (color: string) => (color === "FFC7CE" ? 7 : 8);
const red = (...cells: { row: number; column: number }[]) => new Map([["FFC7CE", cells]]);

const format = (sqref: string, priority: number, more = "") =>
  `<conditionalFormatting sqref="${sqref}"${more}><cfRule type="expression" dxfId="0" priority="${priority}"><formula>LEN(A1)=0</formula></cfRule></conditionalFormatting>`;
const ofExcel2010 =
  '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings><x14:conditionalFormatting>' +
  '<x14:cfRule type="expression" priority="3" id="{1}"><xm:f>Sheet2!A1=0</xm:f></x14:cfRule><xm:sqref>D1 F1:F9</xm:sqref>' +
  "</x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>";
const bar =
  '<conditionalFormatting sqref="B1:B9"><cfRule type="dataBar" priority="1"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar></cfRule></conditionalFormatting>';
const sheet = sheetXml({
  before: '<sheetViews><sheetView workbookViewId="0"/></sheetViews>',
  after: `${bar}${format("A1:A9", 2)}<pageSetup paperSize="9"/>${ofExcel2010}`,
});

it("a rule of ours goes first over the marked cells that others would paint over, and only those", () => {
  const marked = withMarkRules(sheet, red(at(0, 0), at(4, 1), at(4, 2), at(4, 5)), styleOf);
  expect(marked).toContain(
    '</sheetData><conditionalFormatting sqref="A1 B5 F5"><cfRule type="expression" dxfId="7" priority="1" stopIfTrue="1">' +
      '<formula>N("Chiendich")=0</formula></cfRule></conditionalFormatting><conditionalFormatting sqref="B1:B9">',
  );
  expect(Array.from(marked.matchAll(/priority="(\d+)"/g), ([, number]) => number)).toEqual([
    "1",
    "2",
    "3",
    "4",
  ]);
});

it("each colour has a rule, and all of them go without a trace", () => {
  const marks = new Map([...red(at(0, 0)), ["FFEB9C", [at(1, 0)]] as const]);
  const marked = withMarkRules(sheet, marks, styleOf);
  expect(marked.match(/dxfId="[78]" priority="[12]"/g)).toEqual([
    'dxfId="7" priority="1"',
    'dxfId="8" priority="2"',
  ]);
  expect(withoutMarkRules(marked)).toBe(sheet);
});

it("our rule goes from among others that a program has put it with, and those keep their order", () => {
  const saved = sheetXml({
    after:
      '<conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="0" priority="5"><formula>N(&quot;Chiendich&quot;)=0</formula></cfRule>' +
      '<cfRule type="expression" dxfId="1" priority="6"><formula>LEN(A1)=0</formula></cfRule></conditionalFormatting>',
  });
  expect(withoutMarkRules(saved)).toContain(
    '<conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="1" priority="5"><formula>LEN(A1)=0</formula></cfRule></conditionalFormatting>',
  );
});

it.each([
  ["no conditional formats over the marked cells", sheet, at(0, 2)],
  ["none at all", sheetXml({}), at(0, 0)],
  ["those of a pivot table", sheetXml({ after: format("A1:A9", 1, ' pivot="1"') }), at(0, 0)],
])("a sheet with %s stays as it is", (_, xml, cell) => {
  expect(withMarkRules(xml, red(cell), styleOf)).toBe(xml);
});

it("a sheet with prefixes gets a rule with prefixes, and one with formats in its extension only a first one", () => {
  const xml = `<x:worksheet xmlns:x="${MAIN}"><x:sheetData/><x:pageSetup paperSize="9"/>${ofExcel2010}</x:worksheet>`;
  expect(withMarkRules(xml, red(at(0, 3)), styleOf)).toContain(
    '<x:sheetData/><x:conditionalFormatting sqref="D1"><x:cfRule type="expression" dxfId="7" priority="1" stopIfTrue="1"><x:formula>N("Chiendich")=0</x:formula></x:cfRule></x:conditionalFormatting><x:pageSetup',
  );
});

const lists = (dxfs: string) =>
  `<styleSheet xmlns="${MAIN}"><fills><fill/></fills><cellXfs><xf/></cellXfs>${dxfs}<tableStyles count="0"/><extLst><ext><x14:dxfs count="1"><x14:dxf/></x14:dxfs></ext></extLst></styleSheet>`;
const ours = '<dxf><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf>';

it.each([
  ["no styles of conditional formats", "", 0, `<dxfs count="1">${ours}</dxfs>`],
  ["an empty list of them", '<dxfs count="0"/>', 0, `<dxfs count="1">${ours}</dxfs>`],
  ["a list of them", '<dxfs count="1"><dxf/></dxfs>', 1, `<dxfs count="2"><dxf/>${ours}</dxfs>`],
  ["ours from the last time", `<dxfs count="1">${ours}</dxfs>`, 0, `<dxfs count="1">${ours}</dxfs>`],
])("a workbook with %s gets ours once", (_, before, number, after) => {
  const marker = styleMarker(lists(before));
  expect([marker?.conditional("FFC7CE"), marker?.conditional("FFC7CE")]).toEqual([number, number]);
  expect(marker?.xml()).toBe(lists(after));
});
