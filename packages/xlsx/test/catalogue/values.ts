import { fonts, formats, handMade } from "../hand-made.ts";
import type { Fixture } from "./fixture.ts";

const one = (rows: string, more: Partial<Parameters<typeof handMade>[0]> = {}) =>
  handMade({ sheets: [{ rows }], ...more });
const row = (...cells: readonly string[]) => `<row r="1">${cells.join("")}</row>`;
const inline = (text: string) => `<c r="A1" t="inlineStr"><is><t>${text}</t></is></c>`;

/** What single cells hold. */
export const values: readonly Fixture[] = [
  {
    file: "numbers-in-every-notation.xlsx",
    why: "integers, decimals, exponents, signs, a bare point, 17 digits",
    make: () =>
      one(
        row(
          '<c r="A1"><v>48210</v></c>',
          '<c r="B1"><v>-0.5</v></c>',
          '<c r="C1"><v>1.5E+3</v></c>',
          '<c r="D1"><v>.25</v></c>',
          '<c r="E1"><v>5.</v></c>',
          '<c r="F1"><v>+7</v></c>',
          '<c r="G1"><v>0.10000000000000001</v></c>',
          '<c r="H1"><v>-0</v></c>',
        ),
      ),
    expect: { cells: { A1: 48210, B1: -0.5, C1: 1500, D1: 0.25, E1: 5, F1: 7, G1: 0.1, H1: 0 } },
  },
  {
    file: "numbers-beyond-two-to-the-53.xlsx",
    why: "a count too long for a double is read, and said to be imprecise",
    make: () => one(row('<c r="A1"><v>9007199254740993</v></c>', '<c r="B1"><v>9007199254740991</v></c>')),
    expect: { issues: ["workbook_number_imprecise"], cells: { A1: 9007199254740992, B1: 9007199254740991 } },
  },
  {
    file: "number-that-is-none.xlsx",
    why: "`10abc` and `1,5` in number cells are no numbers; other readers give 10 and 1",
    make: () =>
      one(
        row(
          '<c r="A1"><v>10abc</v></c>',
          '<c r="B1"><v>1,5</v></c>',
          '<c r="C1"><v>0x10</v></c>',
          '<c r="D1"><v>NaN</v></c>',
        ),
      ),
    expect: {
      issues: Array<string>(4).fill("workbook_value_invalid"),
      cells: { A1: "10abc", B1: "1,5", C1: "0x10", D1: "NaN" },
    },
  },
  {
    file: "number-larger-than-a-double.xlsx",
    why: "1e309 would become infinite",
    make: () => one(row('<c r="A1"><v>1e309</v></c>', '<c r="B1"><v>-1E+400</v></c>')),
    expect: {
      issues: ["workbook_number_too_large", "workbook_number_too_large"],
      cells: { A1: "1e309", B1: "-1E+400" },
    },
  },
  {
    file: "leading-zeros-by-format.xlsx",
    why: "00127 shown by a format is the number 127 with that format",
    make: () => one(row('<c r="A1" s="1"><v>127</v></c>'), { styles: formats("00000") }),
    expect: { cells: { A1: { type: "number", value: 127, format: "00000" } } },
  },
  {
    file: "numbers-stored-as-text.xlsx",
    why: "text that looks like numbers and dates stays text",
    make: () =>
      one(
        row('<c r="A1" t="s"><v>0</v></c>', '<c r="B1" t="s"><v>1</v></c>', '<c r="C1" t="s"><v>2</v></c>'),
        {
          strings: "<si><t>00127</t></si><si><t>1.234</t></si><si><t>05/03/2026</t></si>",
        },
      ),
    expect: { cells: { A1: { type: "text", value: "00127" }, B1: "1.234", C1: "05/03/2026" } },
  },
  {
    file: "booleans.xlsx",
    why: "0 and 1, and one that is neither",
    make: () =>
      one(
        row('<c r="A1" t="b"><v>1</v></c>', '<c r="B1" t="b"><v>0</v></c>', '<c r="C1" t="b"><v>2</v></c>'),
      ),
    expect: { issues: ["workbook_value_invalid"], cells: { A1: true, B1: false, C1: "2" } },
  },
  {
    file: "errors-of-every-kind.xlsx",
    why: "errors are errors, not text",
    make: () =>
      one(
        row(
          ...["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"].map(
            (error, index) => `<c r="${"ABCDEFG"[index]}1" t="e"><v>${error}</v></c>`,
          ),
        ),
      ),
    expect: { cells: { A1: { type: "error", value: "#DIV/0!" }, F1: { type: "error", value: "#REF!" } } },
  },
  {
    file: "dates-with-their-formats.xlsx",
    why: "calendar dates by built-in, Vietnamese and locale formats, with and without time",
    make: () =>
      one(
        row(
          ...[1, 2, 3, 4].map(
            (style, index) => `<c r="${"ABCD"[index]}1" s="${style}"><v>45605.354166666664</v></c>`,
          ),
          '<c r="E1" s="1"><v>45605</v></c>',
        ),
        {
          styles: formats(
            "dd/mm/yyyy",
            "[$-42A]dd mmmm yyyy",
            '"Nha Trang, ngày "d" tháng "m" năm "yyyy',
            "yyyy-mm-dd hh:mm",
          ),
        },
      ),
    expect: {
      cells: {
        A1: "2024-11-09T08:30:00",
        B1: "2024-11-09T08:30:00",
        C1: "2024-11-09T08:30:00",
        D1: "2024-11-09T08:30:00",
        E1: { type: "date", value: "2024-11-09", serial: 45605, format: "dd/mm/yyyy" },
      },
    },
  },
  {
    file: "dates-around-the-day-that-never-was.xlsx",
    why: "29 February 1900 does not exist; serial 60 stays a number",
    make: () =>
      one(
        row(
          ...[0, 1, 59, 60, 61].map(
            (serial, index) => `<c r="${"ABCDE"[index]}1" s="1"><v>${serial}</v></c>`,
          ),
        ),
        { styles: formats("dd/mm/yyyy") },
      ),
    expect: {
      issues: ["workbook_date_impossible", "workbook_date_impossible"],
      cells: { A1: 0, B1: "1900-01-01", C1: "1900-02-28", D1: 60, E1: "1900-03-01" },
    },
  },
  {
    file: "dates-from-a-1904-workbook.xlsx",
    why: "the same day has another serial in workbooks made on old Macs",
    make: () =>
      one(
        row('<c r="A1" s="1"><v>44143</v></c>', '<c r="B1"><v>44143</v></c>', '<c r="C1" s="1"><v>0</v></c>'),
        { styles: formats("dd/mm/yyyy"), workbookPr: '<workbookPr date1904="1"/>' },
      ),
    expect: {
      cells: {
        A1: { type: "date", value: "2024-11-09", serial: 44143, format: "dd/mm/yyyy" },
        B1: 44143,
        C1: "1904-01-01",
      },
    },
  },
  {
    file: "dates-out-of-range.xlsx",
    why: "a negative serial and one after 9999 are no dates",
    make: () =>
      one(
        row(
          '<c r="A1" s="1"><v>-1</v></c>',
          '<c r="B1" s="1"><v>2958466</v></c>',
          '<c r="C1" s="1"><v>2958465</v></c>',
        ),
        { styles: formats("dd/mm/yyyy") },
      ),
    expect: {
      issues: ["workbook_date_impossible", "workbook_date_impossible"],
      cells: { A1: -1, B1: 2958466, C1: "9999-12-31" },
    },
  },
  {
    file: "times-and-durations-are-numbers.xlsx",
    why: "half a day is no date in 1899",
    make: () =>
      one(row(...[1, 2, 3].map((style, index) => `<c r="${"ABC"[index]}1" s="${style}"><v>0.5</v></c>`)), {
        styles: formats("hh:mm", "[h]:mm:ss", "mm:ss.0"),
      }),
    expect: {
      cells: {
        A1: { type: "number", value: 0.5, format: "hh:mm" },
        B1: { type: "number", value: 0.5, format: "[h]:mm:ss" },
        C1: { type: "number", value: 0.5, format: "mm:ss.0" },
      },
    },
  },
  {
    file: "dates-written-as-iso.xlsx",
    why: "cells of type d, as Strict workbooks have them",
    make: () =>
      one(
        row(
          '<c r="A1" s="1" t="d"><v>2024-11-09</v></c>',
          '<c r="B1" s="1" t="d"><v>2024-11-09T08:30:00</v></c>',
          '<c r="C1" s="1" t="d"><v>2023-02-29</v></c>',
        ),
        { styles: formats("dd/mm/yyyy") },
      ),
    expect: {
      issues: ["workbook_value_invalid"],
      cells: {
        A1: { type: "date", value: "2024-11-09", serial: 45605, format: "dd/mm/yyyy" },
        B1: "2024-11-09T08:30:00",
        C1: "2023-02-29",
      },
    },
  },
  {
    file: "number-formats-that-are-no-dates.xlsx",
    why: "letters in quotes, escapes and colours make no date",
    make: () =>
      one(
        row(...[1, 2, 3, 4, 5].map((style, index) => `<c r="${"ABCDE"[index]}1" s="${style}"><v>12</v></c>`)),
        { styles: formats('#,##0 "ngày"', "#,##0\\ \\d", "[Red]0", "0.00E+00", "_-* #,##0\\ _₫_-") },
      ),
    expect: {
      cells: { A1: { type: "number", value: 12, format: '#,##0 "ngày"' }, B1: 12, C1: 12, D1: 12, E1: 12 },
    },
  },
  {
    file: "formula-with-cached-value.xlsx",
    why: "number, text and boolean results with their formulas",
    make: () =>
      one(
        row(
          '<c r="A1"><f>B1*2</f><v>6</v></c>',
          '<c r="B1"><v>3</v></c>',
          '<c r="C1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>',
          '<c r="D1" t="b"><f>B1&gt;2</f><v>1</v></c>',
        ),
      ),
    expect: {
      cells: {
        A1: { type: "number", value: 6, formula: "B1*2" },
        C1: { type: "text", value: "ab", formula: '"a"&"b"' },
        D1: { type: "boolean", value: true, formula: "B1>2" },
      },
    },
  },
  {
    file: "formula-never-calculated.xlsx",
    why: "a formula without a value is not a blank cell",
    make: () =>
      one(row('<c r="A1"><f>SUM(B1:B9)</f></c>', '<c r="B1"><f>1+1</f><v></v></c>', '<c r="C1" s="0"/>')),
    expect: {
      cells: {
        A1: { type: "empty", value: null, formula: "SUM(B1:B9)" },
        B1: { type: "empty", value: null, formula: "1+1" },
        C1: null,
      },
    },
  },
  {
    file: "formula-whose-cached-value-is-an-error.xlsx",
    why: "the error and the formula",
    make: () => one(row('<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>')),
    expect: { cells: { A1: { type: "error", value: "#DIV/0!", formula: "1/0" } } },
  },
  {
    file: "formula-giving-empty-text.xlsx",
    why: "a formula that gives “” has been calculated",
    make: () => one(row('<c r="A1" t="str"><f>IF(B1="","",B1)</f><v></v></c>')),
    expect: { cells: { A1: { type: "text", value: "", formula: 'IF(B1="","",B1)' } } },
  },
  {
    file: "shared-formula.xlsx",
    why: "a formula written once for many cells, with fixed, whole-column and quoted references",
    make: () =>
      one(
        '<row r="1"><c r="B1"><f t="shared" ref="B1:C3" si="0">A1*$D$1+SUM(A:A)+SUM(1:1)+\'Đợt 1\'!A1+LEN("A1")+LOG10(A1)</f><v>1</v></c><c r="C1"><f t="shared" si="0"/><v>1</v></c></row>' +
          '<row r="3"><c r="B3"><f t="shared" si="0"/><v>1</v></c></row>',
      ),
    expect: {
      cells: {
        B1: {
          type: "number",
          value: 1,
          formula: "A1*$D$1+SUM(A:A)+SUM(1:1)+'Đợt 1'!A1+LEN(\"A1\")+LOG10(A1)",
        },
        C1: {
          type: "number",
          value: 1,
          formula: "B1*$D$1+SUM(B:B)+SUM(1:1)+'Đợt 1'!B1+LEN(\"A1\")+LOG10(B1)",
        },
        B3: {
          type: "number",
          value: 1,
          formula: "A3*$D$1+SUM(A:A)+SUM(3:3)+'Đợt 1'!A3+LEN(\"A1\")+LOG10(A3)",
        },
      },
    },
  },
  {
    file: "array-formula.xlsx",
    why: "the text stands in the first cell, values in all",
    make: () =>
      one(row('<c r="A1"><f t="array" ref="A1:B1">C1:D1*2</f><v>2</v></c>', '<c r="B1"><v>4</v></c>')),
    expect: { cells: { A1: { type: "number", value: 2, formula: "C1:D1*2" }, B1: 4 } },
  },
  {
    file: "rich-text-joined.xlsx",
    why: "bold parts do not split a text",
    make: () =>
      one(row('<c r="A1" t="s"><v>0</v></c>'), {
        strings:
          '<si><r><t xml:space="preserve">Phường </t></r><r><rPr><b/><rFont val="Arial"/></rPr><t>Vĩnh Hải</t></r></si>',
      }),
    expect: {
      cells: {
        A1: {
          type: "text",
          value: "Phường Vĩnh Hải",
          runs: [{ text: "Phường " }, { text: "Vĩnh Hải", font: "Arial" }],
        },
      },
    },
  },
  {
    file: "rich-text-in-a-legacy-font.xlsx",
    why: "runs keep their fonts, since a font may mean a charset",
    make: () =>
      one(row('<c r="A1" t="s"><v>0</v></c>'), {
        strings:
          '<si><r><rPr><rFont val="Times New Roman"/></rPr><t xml:space="preserve">Đơn vị: </t></r><r><rPr><rFont val=".VnTime"/></rPr><t>Kh¸nh Hßa</t></r></si>',
      }),
    expect: {
      cells: {
        A1: {
          type: "text",
          value: "Đơn vị: Kh¸nh Hßa",
          runs: [
            { text: "Đơn vị: ", font: "Times New Roman" },
            { text: "Kh¸nh Hßa", font: ".VnTime" },
          ],
        },
      },
    },
  },
  {
    file: "inline-strings.xlsx",
    why: "texts kept in the cell, plain and rich",
    make: () =>
      one(
        '<row r="1"><c r="A1" t="inlineStr"><is><t>Lộc Thọ</t></is></c><c r="B1" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><r><t>Vĩnh </t></r><r><rPr><b/></rPr><t>Hòa</t></r></is></c></row>',
      ),
    expect: { cells: { A1: "Lộc Thọ", B1: " a ", A2: "Vĩnh Hòa" } },
  },
  {
    file: "phonetic-guides-are-left-out.xlsx",
    why: "reading aids for East Asian scripts are no part of the text",
    make: () =>
      one(row('<c r="A1" t="s"><v>0</v></c>'), {
        strings: '<si><t>漢字</t><rPh sb="0" eb="2"><t>かんじ</t></rPh><phoneticPr fontId="1"/></si>',
      }),
    expect: { cells: { A1: "漢字" } },
  },
  {
    file: "spaces-are-kept.xlsx",
    why: "leading, trailing and doubled spaces, with and without xml:space",
    make: () =>
      one(row('<c r="A1" t="s"><v>0</v></c>', '<c r="B1" t="s"><v>1</v></c>'), {
        strings: '<si><t xml:space="preserve">  a  b  </t></si><si><t> c </t></si>',
      }),
    expect: { cells: { A1: "  a  b  ", B1: " c " } },
  },
  {
    file: "characters-escaped-by-excel.xlsx",
    why: "`_x000D_` is a carriage return, `_x005F_x0041_` is the text `_x0041_`",
    make: () =>
      one(
        row('<c r="A1" t="s"><v>0</v></c>', '<c r="B1" t="s"><v>1</v></c>', '<c r="C1" t="s"><v>2</v></c>'),
        { strings: "<si><t>a_x000D_\nb</t></si><si><t>_x005F_x0041_</t></si><si><t>_x004G_ _x41_</t></si>" },
      ),
    expect: { cells: { A1: "a\r\nb", B1: "_x0041_", C1: "_x004G_ _x41_" } },
  },
  {
    file: "entities-and-character-numbers.xlsx",
    why: "the five entities and numbered characters, in shared, inline and formula text",
    make: () =>
      one(
        row(
          '<c r="A1" t="s"><v>0</v></c>',
          '<c r="B1" t="inlineStr"><is><t>&#272;&#x1A1;n v&#7883; &quot;A&quot;</t></is></c>',
          '<c r="C1" t="str"><f>"&lt;"</f><v>&lt;&amp;&gt;</v></c>',
        ),
        { strings: "<si><t>A &amp; B &lt;c&gt; &apos;d&apos;</t></si>" },
      ),
    expect: {
      cells: { A1: "A & B <c> 'd'", B1: 'Đơn vị "A"', C1: { type: "text", value: "<&>", formula: '"<"' } },
    },
  },
  {
    file: "text-in-cdata.xlsx",
    why: "CDATA is text; other readers lose it",
    make: () =>
      one(
        `${row('<c r="A1"><v>1</v></c>')}<row r="2"><c r="A2" t="inlineStr"><is><t><![CDATA[a </row> <b>]]></t></is></c><c r="B2" t="s"><v>0</v></c></row><row r="3"><c r="A3"><v>3</v></c></row>`,
        { strings: "<si><t>x<![CDATA[<y>]]>z</t></si>" },
      ),
    expect: { cells: { A1: 1, A2: "a </row> <b>", B2: "x<y>z", A3: 3 } },
  },
  {
    file: "text-of-32767-characters.xlsx",
    why: "the longest text Excel allows, with and without one character too many",
    make: () =>
      one(
        `${row(inline("x".repeat(32_767)))}<row r="2"><c r="A2" t="inlineStr"><is><t>${"y".repeat(32_768)}</t></is></c></row>`,
      ),
    expect: { issues: ["workbook_text_too_long"], cells: { A1: "x".repeat(32_767), A2: "y".repeat(32_768) } },
  },
  {
    file: "text-with-control-characters.xlsx",
    why: "NUL and control characters, escaped as Excel does",
    make: () => one(row(inline("a_x0000_b_x0001_c_x007F_"))),
    expect: { issues: ["workbook_text_has_hidden_characters"], cells: { A1: "a\u0000b\u0001c\u007f" } },
  },
  {
    file: "text-with-zero-width-characters.xlsx",
    why: "a zero-width space inside a name makes it another name",
    make: () => one(row(inline("Vĩnh\u200b Hải\ufeff"))),
    expect: { issues: ["workbook_text_has_hidden_characters"], cells: { A1: "Vĩnh\u200b Hải\ufeff" } },
  },
  {
    file: "text-with-reversed-reading-order.xlsx",
    why: "a bidi override shows 123 where the file says 321",
    make: () => one(row(inline("\u202e321\u202c"))),
    expect: { issues: ["workbook_text_has_hidden_characters"], cells: { A1: "\u202e321\u202c" } },
  },
  {
    file: "text-with-half-a-surrogate-pair.xlsx",
    why: "half a character, which no encoding can hold",
    make: () => one(row(inline("a_xD83D_b"))),
    expect: { issues: ["workbook_text_has_hidden_characters"], cells: { A1: "a\ud83db" } },
  },
  {
    file: "text-that-lost-letters.xlsx",
    why: "U+FFFD where a program broke a letter in two",
    make: () => one(row(inline("Tr\ufffdng Tiểu học"))),
    expect: { issues: ["workbook_text_has_hidden_characters"], cells: { A1: "Tr\ufffdng Tiểu học" } },
  },
  {
    file: "text-that-would-run-as-a-formula.xlsx",
    why: "formula injection stays text; answers that only begin with a sign are left alone",
    make: () =>
      one(
        [
          "=cmd|' /C calc'!A0",
          "@SUM(A1)",
          '+HYPERLINK("http://xau.example")',
          "\t=1+1",
          "-2+3",
          "- Trẻ em",
          "+84 258 000",
          "-",
          "@chiendich",
        ]
          .map(
            (text, index) =>
              `<row r="${index + 1}"><c r="A${index + 1}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c></row>`,
          )
          .join(""),
      ),
    expect: {
      issues: Array<string>(4).fill("workbook_text_looks_like_formula"),
      cells: {
        A1: { type: "text", value: "=cmd|' /C calc'!A0" },
        A2: "@SUM(A1)",
        A5: "-2+3",
        A6: "- Trẻ em",
        A9: "@chiendich",
      },
    },
  },
  {
    file: "unit-names-in-decomposed-unicode.xlsx",
    why: "as macOS writes them; reading does not compose them",
    make: () => one(row(inline("Phường Vĩnh Hải".normalize("NFD")))),
    expect: { cells: { A1: "Phường Vĩnh Hải".normalize("NFD") } },
  },
  {
    file: "text-in-tcvn3-and-vni-fonts.xlsx",
    why: "the font says that the letters mean others",
    make: () =>
      one(
        row(
          '<c r="A1" s="1" t="s"><v>0</v></c>',
          '<c r="B1" s="2" t="s"><v>1</v></c>',
          '<c r="C1" t="s"><v>2</v></c>',
        ),
        {
          styles: fonts(".VnTime", "VNI-Times"),
          strings: "<si><t>Kh¸nh Hßa</t></si><si><t>Khaùnh Hoøa</t></si><si><t>Khánh Hòa</t></si>",
        },
      ),
    expect: {
      cells: {
        A1: { type: "text", value: "Kh¸nh Hßa", font: ".VnTime" },
        B1: { type: "text", value: "Khaùnh Hoøa", font: "VNI-Times" },
        C1: { type: "text", value: "Khánh Hòa", font: "Arial" },
      },
    },
  },
  {
    file: "soft-hyphen-is-a-letter-in-tcvn3.xlsx",
    why: "U+00AD is `ư` there, and must not be cleaned away",
    make: () =>
      one(row('<c r="A1" s="1" t="s"><v>0</v></c>'), {
        styles: fonts(".VnTime"),
        strings: "<si><t>UBND ph\u00adêng VÜnh H¶i</t></si>",
      }),
    expect: { cells: { A1: "UBND ph\u00adêng VÜnh H¶i" } },
  },
  {
    file: "headings-named-like-object-members.xlsx",
    why: "`__proto__` and `constructor` are texts like any other",
    make: () =>
      one(
        row(
          '<c r="A1" t="inlineStr"><is><t>__proto__</t></is></c>',
          '<c r="B1" t="inlineStr"><is><t>constructor</t></is></c>',
          '<c r="C1"><v>1</v></c>',
        ),
        { names: '<definedName name="__proto__">Sheet1!$A$1</definedName>' },
      ),
    expect: { cells: { A1: "__proto__", B1: "constructor", C1: 1 } },
  },
];
