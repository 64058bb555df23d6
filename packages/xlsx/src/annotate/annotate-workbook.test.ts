import { issue, type Issue } from "@chiendich/core";
import { describe, expect, it } from "vitest";
import { handMade, MAIN, OFFICE, relationships } from "../../test/hand-made.ts";
import { annotateWorkbook, openWorkbook, writeWorkbook } from "../index.ts";
import { readZip } from "../zip/read-zip.ts";
import { inflate } from "../zip/inflate.ts";
import { defaultLimits } from "../limits.ts";

const source = "vinh-hai.xlsx";
const wrong = (cell: string, sheet = "Báo cáo"): Issue =>
  issue("workbook_value_invalid", { source, sheet, cell }, { raw: "1,5", type: "number" });
const said =
  "Lỗi: “1,5” không phải là số hợp lệ; giữ nguyên dạng chữ.\nCách sửa: Kiểm tra lại ô này trong tệp gốc và sửa nếu cần.";

const validations =
  '<extLst><ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations count="1"><x14:dataValidation type="list"><x14:formula1><xm:f xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">\'Danh mục\'!$A$1:$A$9</xm:f></x14:formula1></x14:dataValidation></x14:dataValidations></ext></extLst>';
/** An office's own workbook: a chart, print set-up, validations by extension, a formula, somebody's comment. */
const template = handMade({
  sheets: [
    {
      name: "Báo cáo",
      before: '<cols><col min="4" max="4" width="9" style="1"/></cols>',
      rows: '<row r="1"><c r="A1" t="inlineStr"><is><t>Đơn vị</t></is></c><c r="C1" s="1"><v>1</v></c></row><row r="3" spans="1:3"><c r="B3"><f>C1*2</f><v>2</v></c></row><row r="5"/>',
      after: `<mergeCells count="1"><mergeCell ref="A8:B8"/></mergeCells><pageSetup paperSize="9" orientation="landscape"/><drawing r:id="rId1"/>${validations}`,
      relationships: [
        { id: "rId1", kind: "drawing", target: "../drawings/drawing1.xml" },
        { id: "rId2", kind: "comments", target: "../comments1.xml" },
      ],
    },
    { name: "Danh mục", rows: '<row r="1"><c r="A1"><v>1</v></c></row>' },
  ],
  styles:
    '<fonts count="1"><font><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="3" fontId="0" fillId="0" borderId="0"><alignment horizontal="right"/></xf></cellXfs>',
  parts: {
    "xl/drawings/drawing1.xml": "<xdr:wsDr xmlns:xdr='x'/>",
    "xl/drawings/_rels/drawing1.xml.rels": relationships([
      { id: "rId1", kind: "chart", target: "../charts/chart1.xml" },
    ]),
    "xl/charts/chart1.xml": "<c:chartSpace xmlns:c='c'/>",
    "xl/comments1.xml": `<comments xmlns="${MAIN}"><authors><author>Kế toán</author></authors><commentList><comment ref="C1" authorId="0"><text><t>xem lại</t></text></comment></commentList></comments>`,
  },
});

function partsOf(bytes: Uint8Array): Map<string, string> {
  const { entries } = readZip(bytes, "", defaultLimits);
  return new Map([...entries].map(([name, entry]) => [name, inflate(entry, "").toString()]));
}

async function commentsOf(bytes: Uint8Array, sheet = "Báo cáo"): Promise<Record<string, string>> {
  const { value } = await openWorkbook(bytes, { name: source });
  const found: Record<string, string> = {};
  for (const { index, cells } of (await value?.readSheet(sheet))?.rows ?? []) {
    cells.forEach((cell, column) => {
      if (cell?.comment !== undefined)
        found[`${String.fromCharCode(65 + column)}${index + 1}`] = cell.comment;
    });
  }
  return found;
}

describe("an annotated return", () => {
  it("says every issue at its cell, in Vietnamese, with what to do about it", async () => {
    const annotated = await annotateWorkbook(
      template,
      [wrong("A1"), wrong("D1"), wrong("A5"), wrong("B20")],
      { language: "vi" },
    );
    expect(await commentsOf(annotated)).toEqual({ A1: said, C1: "xem lại", D1: said, A5: said, B20: said });
  });
  it("says two issues of one cell in one comment, and ours below somebody else's", async () => {
    const annotated = await annotateWorkbook(template, [wrong("A1"), wrong("A1"), wrong("C1")], {
      language: "vi",
    });
    expect(await commentsOf(annotated)).toEqual({ A1: `${said}\n\n${said}`, C1: `xem lại\n\n${said}` });
  });
  it("says what concerns no cell at A1 of its sheet, or of the first, and leaves out what is for the record", async () => {
    const elsewhere: Issue[] = [
      issue("workbook_truncated", { source }, {}),
      issue("workbook_truncated", { source, sheet: "Danh mục" }, {}),
      issue("workbook_has_macros", { source }, {}),
    ];
    const annotated = await annotateWorkbook(template, elsewhere, { language: "en" });
    const sentence = "Error: The file is cut short: its end is missing.";
    expect((await commentsOf(annotated))["A1"]).toContain(sentence);
    expect((await commentsOf(annotated, "Danh mục"))["A1"]).toContain(sentence);
    expect((await commentsOf(annotated))["A1"]).not.toContain("macros");
  });
  it("keeps every part it need not touch byte for byte, and of those it touches all but the cells", async () => {
    const before = partsOf(template);
    const after = partsOf(await annotateWorkbook(template, [wrong("A1"), wrong("C1")], { language: "vi" }));
    const touched = [...before]
      .filter(([name, content]) => after.get(name) !== content)
      .map(([name]) => name);
    expect(touched.sort()).toEqual([
      "[Content_Types].xml",
      "xl/comments1.xml",
      "xl/styles.xml",
      "xl/worksheets/_rels/sheet1.xml.rels",
      "xl/worksheets/sheet1.xml",
    ]);
    const sheet = after.get("xl/worksheets/sheet1.xml") ?? "";
    const undone = sheet
      .replace(' s="2"', "")
      .replace('r="C1" s="3"', 'r="C1" s="1"')
      .replace(/<legacyDrawing [^>]*>/, "");
    expect(undone).toBe(before.get("xl/worksheets/sheet1.xml"));
    expect(sheet.indexOf("<legacyDrawing")).toBeLessThan(sheet.indexOf("<extLst"));
    expect(sheet.indexOf("<legacyDrawing")).toBeGreaterThan(sheet.indexOf("<drawing"));
  });
  it("keeps a cell's number format and alignment under the colour", async () => {
    const styles = partsOf(await annotateWorkbook(template, [wrong("C1")], { language: "vi" })).get(
      "xl/styles.xml",
    );
    expect(styles).toContain(
      '<xf numFmtId="3" fontId="0" fillId="2" borderId="0" applyFill="1"><alignment horizontal="right"/></xf></cellXfs>',
    );
    expect(styles).toContain('<fills count="3">');
    expect(styles).toContain('<fgColor rgb="FFFFC7CE"/>');
  });
  it("annotated again says only what is wrong now, and takes the colour from what was mended", async () => {
    const first = await annotateWorkbook(template, [wrong("A1"), wrong("C1"), wrong("D9")], {
      language: "vi",
    });
    const second = await annotateWorkbook(first, [wrong("A1")], { language: "vi" });
    expect(await commentsOf(second)).toEqual({ A1: said, C1: "xem lại" });
    const boxes = partsOf(second).get("xl/drawings/vmlDrawing1.vml") ?? "";
    expect(boxes.match(/<v:shape /g)).toHaveLength(1);
    const mended = /<c r="C1" s="(\d+)"/.exec(partsOf(second).get("xl/worksheets/sheet1.xml") ?? "")?.[1];
    const styles = [...(partsOf(second).get("xl/styles.xml") ?? "").matchAll(/<xf [^>]*>/g)].map(
      ([xf]) => xf,
    );
    expect(styles[Number(mended)]).toContain('fillId="0"');
  });
  it.each([
    ["a colour of its own", '<patternFill patternType="solid"><fgColor rgb="FF00B050"/></patternFill>'],
    [
      "a colour of the theme",
      '<patternFill patternType="solid"><fgColor theme="4" tint="0.5"/><bgColor indexed="64"/></patternFill>',
    ],
    [
      "by chance the colour we use",
      '<patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/></patternFill>',
    ],
    ["a pattern", '<patternFill patternType="lightUp"><fgColor rgb="FF00B050"/></patternFill>'],
    [
      "a gradient",
      '<gradientFill degree="90"><stop position="0"><color rgb="FF00B050"/></stop></gradientFill>',
    ],
  ])("gives a cell that had %s its colour back once it is mended", async (_, fill) => {
    const colored = handMade({
      sheets: [{ name: "Báo cáo", rows: '<row r="1"><c r="A1" s="1"><v>1</v></c></row>' }],
      styles: `<fonts count="1"><font/></fonts><fills count="2"><fill/><fill>${fill}</fill></fills><cellXfs count="2"><xf/><xf fillId="1"/></cellXfs>`,
    });
    const fillOf = (bytes: Uint8Array) => {
      const parts = partsOf(bytes);
      const style = /r="A1" s="(\d+)"/.exec(parts.get("xl/worksheets/sheet1.xml") ?? "")?.[1];
      const styles = parts.get("xl/styles.xml") ?? "";
      const xf = [...styles.matchAll(/<xf\b[^>]*>/g)][Number(style)]?.[0] ?? "";
      const all = [...styles.matchAll(/<fill\/>|<fill>(.*?)<\/fill>/g)];
      return all[Number(/fillId="(\d+)"/.exec(xf)?.[1] ?? 0)]?.[1];
    };
    const plain = (xml = "") => xml.replace('<bgColor indexed="64"/>', "");
    const first = await annotateWorkbook(colored, [wrong("A1")], { language: "vi" });
    const second = await annotateWorkbook(first, [wrong("A1")], { language: "vi" });
    const third = await annotateWorkbook(second, [], { language: "vi" });
    expect(plain(fillOf(third))).toBe(plain(fill));
    if (/solid/.test(fill)) expect(fillOf(second)).toContain('fgColor rgb="FFFFC7CE"');
  });
  it("with nothing to say is the same workbook", async () => {
    expect(partsOf(await annotateWorkbook(template, [], { language: "vi" }))).toEqual(partsOf(template));
  });
  it("of a text with separators comes back as a workbook", async () => {
    const csv = Buffer.from("Đơn vị;Số buổi\nVĩnh Hải;1,5\n");
    const options = { language: "vi", name: "vinh-hai.csv" } as const;
    const annotated = await annotateWorkbook(csv, [wrong("B2", "vinh-hai")], options);
    const { value } = await openWorkbook(annotated, { name: source });
    const [, row] = (await value?.readSheet("vinh-hai"))?.rows ?? [];
    expect(row?.cells[1]).toMatchObject({ type: "text", value: "1,5", comment: said });
  });
  it("of what is no workbook does not exist", async () => {
    const pdf = Buffer.from("%PDF-1.7");
    await expect(annotateWorkbook(pdf, [], { language: "vi" })).rejects.toThrow(TypeError);
  });
  it("reads clean once the cells are mended", async () => {
    const form = await writeWorkbook({
      title: "",
      sheets: [{ name: "Báo cáo", rows: [{ cells: [{ value: 1 }] }] }],
    });
    const { issues } = await openWorkbook(await annotateWorkbook(form, [wrong("A1")], { language: "vi" }), {
      name: source,
    });
    expect(issues).toEqual([]);
  });
});

it("a sheet with prefixes is annotated with prefixes", async () => {
  const xml = `<x:worksheet xmlns:x="${MAIN}" xmlns:r="${OFFICE}"><x:sheetData/></x:worksheet>`;
  const annotated = await annotateWorkbook(handMade({ sheets: [{ name: "Báo cáo", xml }] }), [wrong("B2")], {
    language: "vi",
  });
  expect(await commentsOf(annotated)).toEqual({ B2: said });
});

it("comments get a drawing of their own beside the pictures of page headers", async () => {
  const pictures = '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="LH"/></xml>';
  const letterhead = handMade({
    sheets: [
      {
        name: "Báo cáo",
        after: '<legacyDrawingHF r:id="rId1"/>',
        relationships: [{ id: "rId1", kind: "vmlDrawing", target: "../drawings/vmlDrawing1.vml" }],
      },
    ],
    parts: { "xl/drawings/vmlDrawing1.vml": pictures },
  });
  const first = await annotateWorkbook(letterhead, [wrong("A1")], { language: "vi" });
  const parts = partsOf(await annotateWorkbook(first, [wrong("A1"), wrong("B2")], { language: "vi" }));
  expect(parts.get("xl/drawings/vmlDrawing1.vml")).toBe(pictures);
  expect(parts.get("xl/drawings/vmlDrawing2.vml")?.match(/ObjectType="Note"/g)).toHaveLength(2);
  expect(parts.get("xl/worksheets/sheet1.xml")).toMatch(
    /<legacyDrawing [^>]*r:id="rId3"\/><legacyDrawingHF /,
  );
  expect(parts.get("xl/worksheets/_rels/sheet1.xml.rels")).toContain('Target="../drawings/vmlDrawing2.vml"');
});
