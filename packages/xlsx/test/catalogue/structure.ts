import { writeWorkbook } from "../../src/index.ts";
import { fonts, formats, handMade, MAIN, OFFICE, partsOf, rawZip, sheetXml } from "../hand-made.ts";
import type { Fixture } from "./fixture.ts";

const text = (address: string, value: string) =>
  `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;
const simple = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>';
const one = (rows: string, more: Partial<Parameters<typeof handMade>[0]> = {}) =>
  handMade({ sheets: [{ rows }], ...more });
const withSheet = (xml: string | Uint8Array) =>
  handMade({ sheets: [{ xml }], strings: "<si><t>Lộc Thọ</t></si>" });

/** How workbooks are put together, by programs and by people. */
export const structure: readonly Fixture[] = [
  {
    file: "merged-title-over-two-header-rows.xlsx",
    why: "a merged range keeps its value in its first cell only",
    make: () =>
      handMade({
        sheets: [
          {
            rows: `<row r="1">${text("A1", "BÁO CÁO")}<c r="B1"/><c r="C1"/></row><row r="2">${text("A2", "Đơn vị")}${text("B2", "Số buổi")}<c r="C2"/></row><row r="3"><c r="A3"/>${text("B3", "Tổng")}${text("C3", "Trong đó")}</row>`,
            after:
              '<mergeCells count="3"><mergeCell ref="A1:C1"/><mergeCell ref="A2:A3"/><mergeCell ref="B2:C2"/></mergeCells>',
          },
        ],
      }),
    expect: { cells: { A1: "BÁO CÁO", B1: null, A3: null, C3: "Trong đó" } },
  },
  {
    file: "merged-ranges-that-overlap.xlsx",
    why: "two merges of one cell have no meaning; the first is kept",
    make: () =>
      handMade({
        sheets: [
          {
            rows: simple,
            after:
              '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="B2:C3"/><mergeCell ref="D1"/><mergeCell ref="so sai"/></mergeCells>',
          },
        ],
      }),
    expect: { issues: ["workbook_merge_invalid", "workbook_merge_invalid"], cells: { A1: 1 } },
  },
  {
    file: "thousands-of-merged-ranges.xlsx",
    why: "other readers hang on these",
    make: () =>
      handMade({
        sheets: [
          {
            rows: simple,
            after: `<mergeCells>${Array.from({ length: 4000 }, (_, index) => `<mergeCell ref="A${index * 2 + 2}:C${index * 2 + 3}"/>`).join("")}</mergeCells>`,
          },
        ],
      }),
    expect: { cells: { A1: 1 } },
  },
  {
    file: "hidden-rows-and-columns.xlsx",
    why: "hidden by mark, by no height and by no width",
    make: () =>
      handMade({
        sheets: [
          {
            before:
              '<cols><col min="2" max="3" width="9" hidden="1" customWidth="1"/><col min="5" max="5" width="0" customWidth="1"/><col min="7" max="7" width="9" hidden="0"/></cols>',
            rows: '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row><row r="3" ht="0" customHeight="1"><c r="A3"><v>3</v></c></row><row r="4" hidden="0"><c r="A4"><v>4</v></c></row>',
          },
        ],
      }),
    expect: { cells: { A2: 2, A3: 3 } },
  },
  {
    file: "sheets-hidden-and-very-hidden.xlsx",
    why: "forms keep their identity in sheets the menu cannot show",
    make: () =>
      handMade({
        sheets: [
          { name: "Báo cáo", rows: simple },
          { name: "Ẩn", state: "hidden", rows: simple },
          { name: "Rất ẩn", state: "veryHidden", rows: simple },
        ],
      }),
    expect: { cells: { "Rất ẩn!A1": 1 } },
  },
  {
    file: "chart-sheet-among-sheets.xlsx",
    why: "a tab without cells is said, not read",
    make: () =>
      handMade({
        sheets: [
          { name: "Số liệu", rows: simple },
          { name: "Biểu đồ", kind: "chartsheet", xml: `<chartsheet xmlns="${MAIN}"/>` },
        ],
      }),
    expect: { issues: ["workbook_sheet_without_cells"], cells: { "Số liệu!A1": 1 } },
  },
  {
    file: "defined-names.xlsx",
    why: "of the workbook, of one sheet, with entities; settings of programs are none",
    make: () =>
      handMade({
        sheets: [{ name: "Danh mục", rows: simple }],
        names: `<definedName name="DonVi">'Danh mục'!$A$1:$A$9</definedName><definedName name="Rieng" localSheetId="0">'Danh mục'!$B$1</definedName><definedName name="Cong">"a"&amp;"b"</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">'Danh mục'!$1:$1</definedName>`,
      }),
    expect: { cells: { A1: 1 } },
  },
  {
    file: "comments.xlsx",
    why: "on a cell with a value and on a blank one, plain and rich",
    make: () =>
      handMade({
        sheets: [
          { rows: simple, relationships: [{ id: "rId1", kind: "comments", target: "../comments1.xml" }] },
        ],
        parts: {
          "xl/comments1.xml": `<comments xmlns="${MAIN}"><authors><author>Văn thư</author></authors><commentList><comment ref="A1" authorId="0"><text><r><rPr><b/></rPr><t xml:space="preserve">Văn thư: </t></r><r><t>xem lại</t></r></text></comment><comment ref="C5" authorId="0"><text><t>trống</t></text></comment></commentList></comments>`,
        },
      }),
    expect: {
      cells: {
        A1: { type: "number", value: 1, comment: "Văn thư: xem lại" },
        C5: { type: "empty", value: null, comment: "trống" },
      },
    },
  },
  {
    file: "comments-in-threads.xlsx",
    why: "a conversation replaces the note kept for older programs",
    make: () =>
      handMade({
        sheets: [
          {
            rows: simple,
            relationships: [
              { id: "rId1", kind: "comments", target: "../comments1.xml" },
              { id: "rId2", kind: "threadedComment", target: "../threadedComments/threadedComment1.xml" },
            ],
          },
        ],
        parts: {
          "xl/comments1.xml": `<comments xmlns="${MAIN}"><authors><author>tc=1</author></authors><commentList><comment ref="A1" authorId="0"><text><t>[Threaded comment] Your version of Excel…</t></text></comment></commentList></comments>`,
          "xl/threadedComments/threadedComment1.xml":
            '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="A1" id="{1}"><text>Số này đúng chưa?</text></threadedComment><threadedComment ref="A1" id="{2}" parentId="{1}"><text>Đúng rồi.</text></threadedComment></ThreadedComments>',
        },
      }),
    expect: { cells: { A1: { type: "number", value: 1, comment: "Số này đúng chưa?\nĐúng rồi." } } },
  },
  {
    file: "links.xlsx",
    why: "to the web, to a place in the web, to mail, into the workbook, over a range",
    make: () =>
      handMade({
        sheets: [
          {
            rows: `<row r="1">${text("A1", "a")}${text("B1", "b")}${text("C1", "c")}${text("D1", "d")}</row>`,
            after:
              '<hyperlinks><hyperlink ref="A1" r:id="rId1"/><hyperlink ref="B1" r:id="rId1" location="muc-2"/><hyperlink ref="C1" location="\'Sheet1\'!A1"/><hyperlink ref="D1:E1" r:id="rId2"/></hyperlinks>',
            relationships: [
              {
                id: "rId1",
                kind: "hyperlink",
                target: "https://bao-cao.example/?a=1&amp;b=2",
                external: true,
              },
              { id: "rId2", kind: "hyperlink", target: "mailto:van-thu@xa.example", external: true },
            ],
          },
        ],
      }),
    expect: {
      cells: {
        A1: { type: "text", value: "a", link: "https://bao-cao.example/?a=1&b=2" },
        B1: { type: "text", value: "b", link: "https://bao-cao.example/?a=1&b=2#muc-2" },
        C1: { type: "text", value: "c", link: "#'Sheet1'!A1" },
        E1: { type: "empty", value: null, link: "mailto:van-thu@xa.example" },
      },
    },
  },
  {
    file: "cells-without-addresses.xlsx",
    why: "rows and cells may leave out where they stand",
    make: () =>
      one(
        '<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row><row r="7"><c><v>4</v></c><c r="D7"><v>5</v></c><c><v>6</v></c></row><row><c><v>7</v></c></row>',
      ),
    expect: { cells: { A1: 1, B1: 2, A2: 3, A7: 4, D7: 5, E7: 6, A8: 7 } },
  },
  {
    file: "rows-out-of-order.xlsx",
    why: "rows are put in order, and a row that comes twice is joined",
    make: () =>
      one(
        '<row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="B3"><v>33</v></c></row>',
      ),
    expect: { issues: ["workbook_rows_out_of_order"], cells: { A1: 1, A3: 3, B3: 33 } },
  },
  {
    file: "cell-that-comes-twice.xlsx",
    why: "other readers keep the last without a word",
    make: () =>
      one(
        '<row r="1"><c r="A1"><v>10</v></c><c r="A1"><v>90</v></c></row><row r="2"><c r="A2"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>',
      ),
    expect: {
      issues: ["workbook_cell_repeated", "workbook_cell_repeated", "workbook_rows_out_of_order"],
      cells: { A1: 10, A2: 1 },
    },
  },
  {
    file: "cell-addresses-that-are-none.xlsx",
    why: "of another row, past the last column, not an address",
    make: () =>
      one(
        '<row r="1"><c r="A1"><v>1</v></c><c r="B9"><v>2</v></c><c r="XFE1"><v>3</v></c><c r="1A"><v>4</v></c><c r="C1"><v>5</v></c></row>',
      ),
    expect: { issues: Array<string>(3).fill("workbook_cell_address_invalid"), cells: { A1: 1, C1: 5 } },
  },
  {
    file: "text-that-is-not-in-the-file.xlsx",
    why: "a cell points behind the last shared string, or nowhere",
    make: () =>
      one(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>9</v></c><c r="C1" t="s"><v>-1</v></c></row>',
        { strings: "<si><t>a</t></si>" },
      ),
    expect: { issues: ["workbook_string_missing", "workbook_string_missing"], cells: { A1: "a", B1: null } },
  },
  {
    file: "cell-in-the-last-corner.xlsx",
    why: "a slip of the hand at XFD1048576",
    make: () =>
      one('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'),
    expect: { issues: ["workbook_cell_far_away", "workbook_cell_far_away"], cells: { A1: 1, XFD1048576: 2 } },
  },
  {
    file: "namespace-prefixes.xlsx",
    why: "the same XML with every element prefixed",
    make: () =>
      handMade({
        sheets: [
          {
            xml: `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="B1"><x:f>1+1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="C1:D1"/></x:mergeCells></x:worksheet>`,
          },
        ],
        strings: "",
        parts: {
          "xl/sharedStrings.xml": `<x:sst xmlns:x="${MAIN}"><x:si><x:t>Vĩnh Hải</x:t></x:si></x:sst>`,
        },
      }),
    expect: { cells: { A1: "Vĩnh Hải", B1: { type: "number", value: 2, formula: "1+1" } } },
  },
  {
    file: "strict-open-xml.xlsx",
    why: "the standard's own dialect, with its own namespaces",
    make: () => {
      const strict = (xml: string) =>
        xml
          .replaceAll(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
          .replaceAll(OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships");
      return rawZip(
        partsOf({
          sheets: [
            {
              rows: '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1" t="d"><v>2024-11-09</v></c></row>',
            },
          ],
          strings: "<si><t>Lộc Thọ</t></si>",
          styles: formats("dd/mm/yyyy"),
        }).map(({ name, bytes }) => ({ name, bytes: Buffer.from(strict(Buffer.from(bytes).toString())) })),
      );
    },
    expect: { cells: { A1: "Lộc Thọ", B1: "2024-11-09" } },
  },
  {
    file: "parts-in-utf-16.xlsx",
    why: "XML may be in another encoding",
    make: () =>
      withSheet(
        Buffer.concat([
          Buffer.from([0xff, 0xfe]),
          Buffer.from(
            sheetXml({
              rows: `<row r="1"><c r="A1" t="s"><v>0</v></c>${text("B1", "Vĩnh Hòa")}</row>`,
            }).replace('encoding="UTF-8"', 'encoding="UTF-16"'),
            "utf16le",
          ),
        ]),
      ),
    expect: { cells: { A1: "Lộc Thọ", B1: "Vĩnh Hòa" } },
  },
  {
    file: "parts-in-windows-1258.xlsx",
    why: "a declared 8-bit encoding",
    make: () =>
      withSheet(
        Buffer.from(
          sheetXml({ rows: `<row r="1">${text("A1", "Tr\u00fd\u00f5\u00f0ng")}</row>` }).replace(
            "UTF-8",
            "windows-1258",
          ),
          "latin1",
        ),
      ),
    expect: { cells: { A1: "Trươđng" } },
  },
  {
    file: "absolute-targets-and-unusual-part-names.xlsx",
    why: "relationships lead to parts, whatever these are called",
    make: () =>
      rawZip(
        partsOf({
          sheets: [{}],
          parts: {
            "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="${OFFICE}/officeDocument" Target="/du/lieu/so.xml"/></Relationships>`,
            "xl/workbook.xml": null,
            "xl/_rels/workbook.xml.rels": null,
            "xl/worksheets/sheet1.xml": null,
            "du/lieu/so.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="T" sheetId="1" r:id="x"/></sheets></workbook>`,
            "du/lieu/_rels/so.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="x" Type="${OFFICE}/worksheet" Target="../TRANG/mot.xml"/></Relationships>`,
            "du/trang/mot.xml": sheetXml({ rows: simple }),
          },
        }),
      ),
    expect: { cells: { A1: 1 } },
  },
  {
    file: "entry-names-with-backslashes.xlsx",
    why: "some Windows programs write them",
    make: () =>
      rawZip(
        partsOf({ sheets: [{ rows: simple }] }).map(({ name, bytes }) => ({
          name: name.replaceAll("/", "\\"),
          bytes,
        })),
      ),
    expect: { cells: { A1: 1 } },
  },
  {
    file: "pretty-printed-xml.xlsx",
    why: "line breaks, single quotes and spaces where they are allowed",
    make: () =>
      withSheet(
        sheetXml({
          rows: "\n  <row r='1' >\n    <c r='A1'\n t='s'>\n <v>0</v>\n </c>\n    <c r=\"B1\" ><v>2</v></c >\n  </row>\n  <row r=\"2\">\r\n\t<c r=\"A2\">\r\n<v>3</v>\r\n</c></row>\n",
        }),
      ),
    expect: { cells: { A1: "Lộc Thọ", B1: 2, A2: 3 } },
  },
  {
    file: "comments-and-instructions-in-xml.xlsx",
    why: "what looks like cells inside an XML comment is none",
    make: () =>
      withSheet(
        sheetXml({
          rows: '<row r="1"><c r="A1"><v>1</v></c></row><!-- <row r="2"><c r="A2"><v>2</v></c></row> --><?x y?><row r="3"><c r="A3"><!-- 9 --><v>3</v></c></row>',
          before: "<!-- <sheetData> -->",
        }),
      ),
    expect: { cells: { A1: 1, A2: null, A3: 3 } },
  },
  {
    file: "elements-of-other-programs.xlsx",
    why: "foreign namespaces and extensions are passed over",
    make: () =>
      withSheet(
        `<worksheet xmlns="${MAIN}" xmlns:w="urn:khac"><w:sheetData><w:row><w:c><w:v>9</w:v></w:c></w:row></w:sheetData><sheetData><row r="1" w:a="1"><c r="A1" w:b="2"><v>1</v><extLst><ext uri="x"><w:v>5</w:v></ext></extLst></c></row></sheetData><extLst><ext uri="y"><w:mergeCell ref="A1:B2"/></ext></extLst></worksheet>`,
      ),
    expect: { cells: { A1: 1, B1: null } },
  },
  {
    file: "no-styles-and-no-texts.xlsx",
    why: "the smallest workbook there can be",
    make: () => handMade({ sheets: [{ rows: '<row r="1"><c r="A1" s="7"><v>1</v></c></row>' }] }),
    expect: { cells: { A1: 1 } },
  },
  {
    file: "sheet-without-cells.xlsx",
    why: "blank, self-closed, and with formatted blanks only",
    make: () =>
      handMade({
        sheets: [
          {},
          { xml: `<worksheet xmlns="${MAIN}"><sheetData/></worksheet>` },
          { rows: '<row r="1"><c r="A1" s="1"/><c r="B1" s="1"></c></row><row r="2"/>' },
        ],
      }),
    expect: { cells: { A1: null } },
  },
  {
    file: "twenty-thousand-blank-formatted-rows.xlsx",
    why: "passed over, and said",
    make: () =>
      one(
        `<row r="1"><c r="A1"><v>1</v></c></row>${Array.from({ length: 20_000 }, (_, index) => `<row r="${index + 2}" s="1" customFormat="1"/>`).join("")}`,
        { styles: fonts("Arial") },
      ),
    expect: { issues: ["workbook_rows_blank_but_formatted"], cells: { A1: 1 } },
  },
  {
    file: "validations-and-formats-of-whole-columns.xlsx",
    why: "other readers expand them to a million cells and hang",
    make: () =>
      handMade({
        sheets: [
          {
            rows: simple,
            after:
              '<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="1"><formula>A1&gt;5</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="whole" sqref="A1:A1048576 C1:C1048576"><formula1>0</formula1></dataValidation></dataValidations>',
          },
        ],
        names: '<definedName name="Cot">Sheet1!$A:$A</definedName>',
      }),
    expect: { cells: { A1: 1 } },
  },
  {
    file: "entries-stored-without-compression.xlsx",
    why: "zip's other method",
    make: () => rawZip(partsOf({ sheets: [{ rows: simple }] }).map((part) => ({ ...part, method: 0 }))),
    expect: { cells: { A1: 1 } },
  },
  {
    file: "workbook-with-macros.xlsm",
    why: "nothing is run",
    make: () =>
      handMade({
        sheets: [{ rows: simple }],
        parts: {
          "xl/vbaProject.bin": "x",
          "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="m" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/><Relationship Id="e" Type="${OFFICE}/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>`,
        },
      }),
    expect: { issues: ["workbook_has_external_links", "workbook_has_macros"], cells: { A1: 1 } },
  },
  {
    file: "form-with-a-long-dropdown.xlsx",
    why: "what this package writes: 400 units in a dropdown, protection, a very hidden list",
    madeWith: "this package",
    make: () =>
      writeWorkbook({
        title: "Biểu mẫu",
        sheets: [
          {
            name: "Báo cáo",
            columns: [{ width: 36 }, { width: 14 }],
            rows: [
              {
                cells: [
                  { value: "Đơn vị", style: { bold: true, border: true } },
                  { value: "Số buổi", style: { bold: true, border: true } },
                ],
              },
              {
                cells: [
                  { value: null, style: { locked: false, border: true } },
                  { value: null, style: { locked: false, border: true, format: "#,##0" } },
                ],
              },
            ],
            protection: {},
            validations: [
              {
                range: { from: { row: 1, column: 0 }, to: { row: 1, column: 0 } },
                rule: {
                  kind: "list",
                  values: Array.from(
                    { length: 400 },
                    (_, index) => `Tổ dân phố số ${index + 1}, phường Vĩnh Hải`,
                  ),
                },
                allowBlank: false,
                error: { title: "Đơn vị", text: "Chọn trong danh sách." },
              },
              {
                range: { from: { row: 1, column: 1 }, to: { row: 1, column: 1 } },
                rule: { kind: "whole", min: 0 },
                allowBlank: true,
                prompt: { title: "Số buổi", text: "Nhập số nguyên." },
              },
            ],
          },
        ],
      }),
    expect: { cells: { A1: "Đơn vị", "_danh_sach!A400": "Tổ dân phố số 400, phường Vĩnh Hải" } },
  },
];
