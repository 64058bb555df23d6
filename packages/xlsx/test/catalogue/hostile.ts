import { handMade, MAIN, partsOf, rawZip, sheetXml } from "../hand-made.ts";
import type { Fixture } from "./fixture.ts";

const rows = '<row r="1"><c r="A1"><v>1</v></c></row>';
const good = () => partsOf({ sheets: [{ rows }] });
const linked = () =>
  partsOf({
    sheets: [
      {
        rows,
        after: '<hyperlinks><hyperlink ref="A1" r:id="rId1"/></hyperlinks><legacyDrawing r:id="rId2"/>',
        relationships: [
          { id: "rId1", kind: "hyperlink", target: "https://example.gov.vn/", external: true },
          { id: "rId2", kind: "vmlDrawing", target: "../drawings/vmlDrawing1.vml" },
        ],
      },
    ],
  });
const replaced = (part: string, change: (entry: { name: string; bytes: Uint8Array }) => object) =>
  rawZip(good().map((entry) => (entry.name === part ? { ...entry, ...change(entry) } : entry)));
const SHEET = "xl/worksheets/sheet1.xml";
const refused = (code: string) => ({ refused: true, issues: [code] });

/** Files made to do harm, files that broke on the way, and files that are something else. */
export const hostile: readonly Fixture[] = [
  {
    file: "doctype-with-entities.xlsx",
    why: "a billion laughs",
    make: () =>
      handMade({
        sheets: [
          {
            xml: `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><worksheet xmlns="${MAIN}"><sheetData><row r="1"><c r="A1" t="str"><v>&b;</v></c></row></sheetData></worksheet>`,
          },
        ],
      }),
    expect: refused("workbook_declares_entities"),
  },
  {
    file: "doctype-that-reads-a-file.xlsx",
    why: "an external entity",
    make: () =>
      handMade({
        sheets: [{ rows }],
        parts: {
          "xl/sharedStrings.xml": "x",
          "xl/workbook.xml": `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><workbook xmlns="${MAIN}"/>`,
        },
      }),
    expect: refused("workbook_declares_entities"),
  },
  {
    file: "entity-nobody-declared.xlsx",
    why: "only five entities exist",
    make: () => handMade({ sheets: [{ rows: '<row r="1"><c r="A1" t="str"><v>&nbsp;</v></c></row>' }] }),
    expect: refused("workbook_damaged"),
  },
  {
    file: "zip-bomb.xlsx",
    why: "40 MB of nothing in 40 KB",
    make: () => rawZip([...good(), { name: "xl/media/bomb.bin", bytes: Buffer.alloc(40_000_000) }]),
    expect: refused("workbook_too_large"),
  },
  {
    file: "zip-bomb-that-lies-about-its-size.xlsx",
    why: "states 1,000 bytes and unpacks to 40 MB",
    make: () =>
      replaced(SHEET, () => ({
        bytes: Buffer.concat([Buffer.from(sheetXml({ rows })), Buffer.alloc(40_000_000, 0x20)]),
        statedSize: 1000,
      })),
    expect: refused("workbook_sizes_contradict"),
  },
  {
    file: "entry-smaller-than-it-says.xlsx",
    why: "states more than there is",
    make: () => replaced(SHEET, () => ({ statedSize: 5000 })),
    expect: refused("workbook_sizes_contradict"),
  },
  {
    file: "entry-whose-checksum-is-wrong.xlsx",
    why: "other readers take 10 for 90",
    make: () => replaced(SHEET, () => ({ statedCrc: 1 })),
    expect: refused("workbook_checksum_wrong"),
  },
  {
    file: "entries-that-overlap.xlsx",
    why: "how a small zip unpacks to petabytes",
    make: () =>
      rawZip([
        ...good(),
        { name: "xl/media/a.bin", bytes: Buffer.from("a") },
        { name: "xl/media/b.bin", bytes: Buffer.from("a"), overlaps: true },
      ]),
    expect: refused("workbook_damaged"),
  },
  {
    file: "entry-named-out-of-the-folder.xlsx",
    why: "`../../` in an entry's name",
    make: () => rawZip([...good(), { name: "../../etc/cron.d/x", bytes: Buffer.from("x") }]),
    expect: { issues: ["workbook_entry_ignored"], cells: { A1: 1 } },
  },
  {
    file: "entry-named-with-an-absolute-path.xlsx",
    why: "`C:\\` and `//server`",
    make: () =>
      rawZip([
        ...good(),
        { name: "C:\\Windows\\x.dll", bytes: Buffer.from("x") },
        { name: "//server/share", bytes: Buffer.from("x") },
      ]),
    expect: { issues: ["workbook_entry_ignored", "workbook_entry_ignored"], cells: { A1: 1 } },
  },
  {
    file: "entry-that-comes-twice.xlsx",
    why: "two programs would read two different sheets",
    make: () =>
      rawZip([
        ...good(),
        { name: SHEET, bytes: Buffer.from(sheetXml({ rows: rows.replace(">1<", ">2<") })) },
      ]),
    expect: { issues: ["workbook_entry_ignored"], cells: { A1: 2 } },
  },
  {
    file: "entry-called-otherwise-in-the-directory.xlsx",
    why: "a damaged letter in the directory, and the sheet's relationships are gone",
    make: () =>
      rawZip(
        linked().map((entry) =>
          entry.name.endsWith("sheet1.xml.rels")
            ? { ...entry, listedAs: entry.name.replace("rels", "rfls") }
            : entry,
        ),
      ),
    expect: { issues: ["workbook_entry_contradicts", "workbook_part_missing"], cells: { A1: 1 } },
  },
  {
    file: "entry-that-the-directory-has-lost.xlsx",
    why: "its bytes are there, and no reader comes to them",
    make: () =>
      rawZip([...good(), { name: "xl/worksheets/sheet2.xml", bytes: Buffer.from("<a/>"), unlisted: true }]),
    expect: { issues: ["workbook_entry_contradicts"], cells: { A1: 1 } },
  },
  {
    file: "bytes-between-entries.xlsx",
    why: "what belongs to no entry is told",
    make: () => replaced(SHEET, () => ({ followedBy: Buffer.from("of nobody") })),
    expect: { issues: ["workbook_bytes_unaccounted"], cells: { A1: 1 } },
  },
  {
    file: "relationships-that-are-gone.xlsx",
    why: "a link and comments nobody can find are told",
    make: () => rawZip(linked().filter(({ name }) => !name.endsWith("sheet1.xml.rels"))),
    expect: { issues: ["workbook_part_missing"], cells: { A1: 1 } },
  },
  {
    file: "styles-that-are-gone.xlsx",
    why: "without them a date is a number",
    make: () => handMade({ sheets: [{ rows }], styles: "", parts: { "xl/styles.xml": null } }),
    expect: { issues: ["workbook_part_missing"], cells: { A1: 1 } },
  },
  {
    file: "cut-behind-its-first-letters.xlsx",
    why: "two letters are the beginning of a zip file rather than a text",
    make: () => Buffer.from("PK"),
    expect: refused("workbook_truncated"),
  },
  {
    file: "compression-nobody-knows.xlsx",
    why: "method 99",
    make: () => replaced(SHEET, () => ({ method: 99 })),
    expect: refused("workbook_damaged"),
  },
  {
    file: "entries-with-a-zip-password.xlsx",
    why: "zip's own encryption",
    make: () => replaced(SHEET, () => ({ flags: 1 })),
    expect: refused("workbook_encrypted"),
  },
  {
    file: "cut-in-the-middle.xlsx",
    why: "an upload that broke off",
    make: () => handMade({ sheets: [{ rows }] }).slice(0, 600),
    expect: refused("workbook_truncated"),
  },
  {
    file: "cut-by-one-byte.xlsx",
    why: "the very last byte is missing",
    make: () => handMade({ sheets: [{ rows }] }).slice(0, -1),
    expect: refused("workbook_truncated"),
  },
  {
    file: "sheet-that-breaks-off.xlsx",
    why: "XML without its end",
    make: () => handMade({ sheets: [{ xml: sheetXml({ rows }).slice(0, -30) }] }),
    expect: refused("workbook_damaged"),
  },
  {
    file: "sheet-that-is-not-there.xlsx",
    why: "the workbook lists a part that is missing",
    make: () => handMade({ sheets: [{ rows }], parts: { [SHEET]: null } }),
    expect: refused("workbook_part_missing"),
  },
  {
    file: "workbook-part-that-is-no-workbook.xlsx",
    why: "XML, but something else",
    make: () => handMade({ sheets: [], parts: { "xl/workbook.xml": "<html/>" } }),
    expect: refused("workbook_not_recognised"),
  },
  {
    file: "elements-nested-without-end.xlsx",
    why: "ten thousand levels deep",
    make: () =>
      handMade({
        sheets: [{ rows, after: `<extLst>${"<a>".repeat(10_000)}${"</a>".repeat(10_000)}</extLst>` }],
      }),
    expect: refused("workbook_too_large"),
  },
  {
    file: "empty-file.xlsx",
    why: "0 bytes",
    make: () => new Uint8Array(0),
    expect: refused("workbook_empty_file"),
  },
  {
    file: "empty-zip.xlsx",
    why: "a zip without entries",
    make: () => rawZip([]),
    expect: refused("workbook_is_other_file"),
  },
  {
    file: "pdf-named.xlsx",
    why: "a scan with the wrong name",
    make: () => Buffer.from("%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n"),
    expect: refused("workbook_is_other_file"),
  },
  {
    file: "photo-named.xlsx",
    why: "a phone's picture of the form",
    make: () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0]),
    expect: refused("workbook_is_other_file"),
  },
  {
    file: "letter-named.xlsx",
    why: "a .docx",
    make: () =>
      rawZip([
        { name: "[Content_Types].xml", bytes: Buffer.from("<Types/>") },
        { name: "word/document.xml", bytes: Buffer.from("<w/>") },
      ]),
    expect: refused("workbook_is_other_file"),
  },
  {
    file: "archive-of-workbooks.zip",
    why: "several returns packed together",
    make: () => rawZip([{ name: "bao-cao.xlsx", bytes: handMade({ sheets: [{ rows }] }) }]),
    expect: refused("workbook_is_other_file"),
  },
  {
    file: "binary-workbook.xlsb",
    why: "Excel's other format",
    make: () =>
      rawZip([
        { name: "[Content_Types].xml", bytes: Buffer.from("<Types/>") },
        { name: "xl/workbook.bin", bytes: Buffer.from([1]) },
      ]),
    expect: refused("workbook_old_format"),
  },
  {
    file: "random-bytes.xlsx",
    why: "no workbook at all",
    make: () => Buffer.from("7f454c4602010100000000000000000003003e0001", "hex"),
    expect: refused("workbook_not_recognised"),
  },
];
