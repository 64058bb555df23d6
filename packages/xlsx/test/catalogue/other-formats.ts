import { compoundFile } from "../hand-made.ts";
import type { Fixture } from "./fixture.ts";

const utf8 = (text: string) => () => Buffer.from(text);
const bytes = (text: string) => () => Buffer.from(text, "latin1");
const table = { A1: "Đơn vị", B1: "Số buổi", A2: "Vĩnh Hải", B2: "1.234" };

/** What is no .xlsx and is sent all the same. */
export const otherFormats: readonly Fixture[] = [
  {
    file: "comma-separated.csv",
    why: "every cell is text: only the reader of the column knows what 1.234 means",
    make: utf8("Đơn vị,Số buổi\nVĩnh Hải,1.234\n"),
    expect: { cells: { ...table, B2: { type: "text", value: "1.234" } } },
  },
  {
    file: "semicolon-separated.csv",
    why: "Excel with Vietnamese settings, decimal commas inside",
    make: utf8("Đơn vị;Số buổi\r\nVĩnh Hải;1.234\r\nLộc Thọ;1,5\r\n"),
    expect: { cells: { ...table, B3: "1,5" } },
  },
  {
    file: "tab-separated.tsv",
    why: "copied from a sheet",
    make: utf8("Đơn vị\tSố buổi\nVĩnh Hải\t1.234"),
    expect: { cells: table },
  },
  {
    file: "separator-stated-in-the-first-line.csv",
    why: "`sep=` as Excel writes it",
    make: utf8("sep=|\r\nĐơn vị|Số buổi\r\nVĩnh Hải|1.234\r\n"),
    expect: { cells: table },
  },
  {
    file: "utf-8-with-byte-order-mark.csv",
    why: "the mark is no part of the first cell",
    make: utf8("\ufeffĐơn vị,Số buổi\nVĩnh Hải,1.234\n"),
    expect: { cells: table },
  },
  {
    file: "utf-16-unicode-text.txt",
    why: "Excel's “Unicode Text”",
    make: () =>
      Buffer.concat([
        Buffer.from([0xff, 0xfe]),
        Buffer.from("Đơn vị\tSố buổi\r\nVĩnh Hải\t1.234\r\n", "utf16le"),
      ]),
    expect: { cells: table },
  },
  {
    file: "windows-1258.csv",
    why: "the Vietnamese Windows charset, tones as combining bytes",
    make: bytes("\u00d0\u00f5n vi\u00f2,S\u00f4\u00ec bu\u00f4\u00d2i\nVi\u00den Ha\u00d2i,1.234\n"),
    expect: { issues: ["workbook_encoding_assumed"], cells: { ...table, A2: "Vĩn Hải" } },
  },
  {
    file: "tcvn3.csv",
    why: "the old standard's bytes",
    make: bytes("UBND ph\u00ad\u00eang V\u00dcnh H\u00b6i,12\nTr\u00ad\u00eang TiÓu häc Léc Thä,3\n"),
    expect: {
      issues: ["workbook_encoding_assumed"],
      cells: { A1: "UBND phường Vĩnh Hải", A2: "Trường Tiểu học Lộc Thọ" },
    },
  },
  {
    file: "vni.csv",
    why: "the southern charset, two bytes a letter",
    make: bytes(
      "UBND ph\u00f6\u00f4\u00f8ng V\u00f3nh Ha\u00fbi,12\nTr\u00f6\u00f4\u00f8ng Tie\u00e5u ho\u00efc Lo\u00e4c Tho\u00ef,3\n",
    ),
    expect: {
      issues: ["workbook_encoding_assumed"],
      cells: { A1: "UBND phường Vĩnh Hải", A2: "Trường Tiểu học Lộc Thọ" },
    },
  },
  {
    file: "quotes-and-line-breaks.csv",
    why: "separators, quotes and lines inside quotes; text behind a quote",
    make: utf8('a,"b, ""c""\nd"\n"e"f,g\n'),
    expect: { cells: { A1: "a", B1: 'b, "c"\nd', A2: "ef", B2: "g" } },
  },
  {
    file: "quote-that-never-closes.csv",
    why: "the rest of the file would be one cell",
    make: utf8('a,b\n"c,d\ne,f\n'),
    expect: { issues: ["workbook_quote_not_closed"], cells: { A1: "a", A2: "c,d\ne,f\n" } },
  },
  {
    file: "ragged-lines-and-blank-ones.csv",
    why: "short lines, blank lines, a separator at the end, lines ended as on old Macs",
    make: utf8("a,b,c\r\rd\re,,f,\r"),
    expect: { cells: { A1: "a", C1: "c", A3: "d", A4: "e", B4: null, C4: "f" } },
  },
  {
    file: "formula-injection.csv",
    why: "read as text",
    make: utf8("ten,ghi chu\n\"=cmd|' /C calc'!A0\",-\n"),
    expect: {
      issues: ["workbook_text_looks_like_formula"],
      cells: { A2: { type: "text", value: "=cmd|' /C calc'!A0" }, B2: "-" },
    },
  },
  {
    file: "one-column.csv",
    why: "no separator at all; commas in sentences are none",
    make: utf8("Đơn vị\nVĩnh Hải\nLộc Thọ\n"),
    expect: { cells: { A1: "Đơn vị", A3: "Lộc Thọ" } },
  },
  {
    file: "web-page-named.xls",
    why: "what web systems hand out as Excel",
    make: utf8(
      '<html><head><meta charset="utf-8"><style>td{}</style></head><body><h3>BÁO CÁO</h3><table><tr><th>Đơn vị</th><th>Số buổi</th></tr><tr><td>Vĩnh Hải</td><td>1.234</td></tr></table><p>Người lập biểu</p></body></html>',
    ),
    expect: { cells: { A1: "BÁO CÁO", A2: "Đơn vị", B3: "1.234", A4: "Người lập biểu" } },
  },
  {
    file: "web-page-from-libreoffice.html",
    why: "a comment stands in the cell as an element, and is no part of its text",
    make: () =>
      Buffer.from(
        '<!DOCTYPE html><html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/></head><body><table><tr><td sdnum="1033;"><comment>Xin kiểm tra</comment><font color="#000000">UBND phường Vĩnh Hải</font></td><td sdval="3" sdnum="1033;">3</td></tr></table></body></html>',
      ),
    expect: {
      cells: { A1: { type: "text", value: "UBND phường Vĩnh Hải", comment: "Xin kiểm tra" }, B1: "3" },
    },
  },
  {
    file: "web-page-with-spans.xls",
    why: "rowspan, colspan, hidden rows, entities, line breaks, unclosed cells",
    make: utf8(
      "<table><tr><td rowspan=2>Đơn&nbsp;vị<td colspan=2>Số buổi<tr><td>Tổng<td>Trong đó<tr style='display:none'><td>ẩn<td>1<td>2<tr><td>A &amp; B<br>C<td>3<td><table><tr><td>lồng</table></table>",
    ),
    expect: {
      cells: {
        A1: "Đơn vị",
        B1: "Số buổi",
        B2: "Tổng",
        C2: "Trong đó",
        A3: "ẩn",
        A4: "A & B\nC",
        C4: "lồng",
      },
    },
  },
  {
    file: "web-page-from-excel.xls",
    why: "Excel's own export says the number behind what is shown",
    make: utf8(
      '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table><tr><td x:num="1234.5">1.234,5</td><td x:num>12</td><td x:str>00127</td></tr></table></body></html>',
    ),
    expect: {
      cells: { A1: { type: "number", value: 1234.5 }, B1: 12, C1: { type: "text", value: "00127" } },
    },
  },
  {
    file: "web-page-in-windows-1258.xls",
    why: "the page states its charset",
    make: bytes(
      '<html><meta http-equiv="Content-Type" content="text/html; charset=windows-1258"><table><tr><td>Tr\u00fd\u00f5\u00ccng</td></tr></table></html>',
    ),
    expect: { cells: { A1: "Trường" } },
  },
  {
    file: "spreadsheetml-2003.xls",
    why: "the XML of Excel 2003: skipped cells, merges, types, formulas, comments, hidden sheets",
    make: utf8(
      '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">' +
        '<Styles><Style ss:ID="Default"><Font ss:FontName="Arial"/></Style><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style></Styles><Names><NamedRange ss:Name="DonVi" ss:RefersTo="=Sheet1!R1C1"/></Names>' +
        '<Worksheet ss:Name="Báo cáo"><Table><Column ss:Index="3" ss:Hidden="1"/><Row><Cell ss:MergeAcross="2"><Data ss:Type="String">Đơn vị</Data><Comment><Data>xem lại</Data></Comment></Cell></Row><Row ss:Index="4" ss:Hidden="1"><Cell ss:Index="2"><Data ss:Type="Number">12.5</Data></Cell><Cell ss:StyleID="d"><Data ss:Type="DateTime">2024-11-09T00:00:00.000</Data></Cell><Cell ss:Formula="=RC[-2]*2"><Data ss:Type="Number">25</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell><Cell><Data ss:Type="Error">#REF!</Data></Cell></Row></Table></Worksheet>' +
        '<Worksheet ss:Name="Ẩn"><Table/><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>',
    ),
    expect: {
      cells: {
        A1: { type: "text", value: "Đơn vị", comment: "xem lại", font: "Arial" },
        B4: 12.5,
        C4: { type: "date", value: "2024-11-09", serial: 45605, format: "dd/mm/yyyy" },
        D4: { type: "number", value: 25, formula: "RC[-2]*2" },
        E4: true,
        F4: { type: "error", value: "#REF!" },
      },
    },
  },
  {
    file: "letter-in-rich-text.xls",
    why: "a .rtf",
    make: utf8("{\\rtf1 Kính gửi}"),
    expect: { refused: true, issues: ["workbook_is_other_file"] },
  },
  // Made by LibreOffice 7.4 from one sheet; kept as they came.
  {
    file: "saved-by-libreoffice.xlsx",
    why: "dates, merges, hidden rows, formulas, errors as LibreOffice writes them",
    madeWith: "LibreOffice",
    expect: { cells: { A1: "Trường Tiểu học", B2: 1.5, D2: "2024-11-09" } },
  },
  {
    file: "saved-by-libreoffice.ods",
    why: "OpenDocument",
    madeWith: "LibreOffice",
    expect: {
      cells: {
        A1: "Trường Tiểu học",
        B2: 1.5,
        C2: { type: "number", value: 3, formula: "B2*2" },
        D2: "2024-11-09",
        B9: { type: "error", value: "#DIV/0!", formula: "#DIV/0!" },
      },
    },
  },
  {
    file: "saved-by-libreoffice.fods",
    why: "OpenDocument in one file",
    madeWith: "LibreOffice",
    expect: { cells: { A1: "Trường Tiểu học", B2: 1.5, D2: "2024-11-09" } },
  },
  {
    file: "saved-by-libreoffice.xls",
    why: "the format from before 2007, without a converter",
    madeWith: "LibreOffice",
    expect: { refused: true, issues: ["workbook_old_format"] },
  },
  {
    file: "protected-by-a-password.xlsx",
    why: "an encrypted workbook is no zip",
    make: () => compoundFile(["EncryptionInfo", "EncryptedPackage"]),
    expect: { refused: true, issues: ["workbook_encrypted"] },
  },
  {
    file: "protected-by-a-password.xls",
    why: "the old format's own encryption",
    madeWith: "LibreOffice",
    expect: { refused: true, issues: ["workbook_encrypted"] },
  },
  {
    file: "protected-by-a-password.ods",
    why: "the same in OpenDocument",
    madeWith: "LibreOffice",
    expect: { refused: true, issues: ["workbook_encrypted"] },
  },
  {
    file: "letter-from-before-2007.doc",
    why: "the same container as .xls, another content",
    madeWith: "LibreOffice",
    expect: { refused: true, issues: ["workbook_is_other_file"] },
  },
  {
    file: "saved-by-exceljs.xlsx",
    why: "what the writing library makes, rich text, links and notes included",
    madeWith: "exceljs",
    expect: { cells: { A1: "Trường Tiểu học", B2: 1.5, C2: { type: "number", value: 3, formula: "B2*2" } } },
  },
];
