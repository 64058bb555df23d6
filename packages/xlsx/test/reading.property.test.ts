import type { Cell, Sheet } from "@chiendich/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultLimits, openWorkbook, writeWorkbook } from "../src/index.ts";
import { openPackage } from "../src/package/workbook-package.ts";
import { serialDate } from "../src/sheet/serial-date.ts";
import { xlsxSource } from "../src/xlsx-source.ts";
import { handMade } from "./hand-made.ts";
import { printReading } from "./reading.ts";
import { describeSheets } from "./written-sheets.ts";

const seeded = { seed: 20_241_109 };

const text = fc
  .oneof(
    fc.string({ unit: "grapheme", maxLength: 40 }),
    fc.string({ unit: "binary", maxLength: 20 }),
    fc.constantFrom(
      "_x0041_",
      "=1+1",
      "\r\n",
      "\ud800",
      "\uffff",
      "_x005F_",
      "  ",
      "<&>",
      "Vĩnh Hải",
      "0",
      "-",
    ),
  )
  .filter((value) => value !== "");
const date = fc.integer({ min: 61, max: 2_958_465 }).map((serial): Cell => {
  return { type: "date", value: serialDate(serial, 1900) as string, serial, format: "dd/mm/yyyy" };
});
const cell: fc.Arbitrary<Cell> = fc.oneof(
  text.map((value): Cell => ({ type: "text", value })),
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .map((value): Cell => ({ type: "number", value: value + 0 })),
  fc.integer().map((value): Cell => ({ type: "number", value })),
  fc.boolean().map((value): Cell => ({ type: "boolean", value })),
  date,
);
const grid = fc
  .array(fc.array(fc.option(cell, { nil: undefined }), { minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 8,
  })
  .map((rows): Sheet => {
    const filled = rows
      .map((cells, index) => ({ index, cells }))
      .filter(({ cells }) => cells.some((one) => one !== undefined));
    return { name: "Báo cáo", visibility: "visible", rows: filled, merges: [], hiddenColumns: [] };
  });

function cellsOf(sheet: Sheet | undefined): Record<string, unknown> {
  const cells: Record<string, unknown> = {};
  for (const { index, cells: inRow } of sheet?.rows ?? []) {
    inRow.forEach((one, column) => {
      if (one) cells[`${index} ${column}`] = { type: one.type, value: one.value };
    });
  }
  return cells;
}

describe("a sheet", () => {
  it("written and read back has the same cells, whatever they hold", async () => {
    await fc.assert(
      fc.asyncProperty(grid, async (sheet) => {
        const { value } = await openWorkbook(await writeWorkbook(describeSheets([sheet])), {
          name: "a.xlsx",
        });
        expect(cellsOf(await value?.readSheet("Báo cáo"))).toEqual(cellsOf(sheet));
      }),
      { ...seeded, numRuns: 60 },
    );
  });
  it("written twice is the same file to the byte", async () => {
    await fc.assert(
      fc.asyncProperty(grid, async (sheet) => {
        const first = await writeWorkbook(describeSheets([sheet]));
        expect(Buffer.compare(first, await writeWorkbook(describeSheets([sheet])))).toBe(0);
      }),
      { ...seeded, numRuns: 10 },
    );
  });
});

/** Sheet XML as programs write it, as they may write it, and now and then as nobody should. */
const content = fc.constantFrom(
  "<v>1</v>",
  "<v>-2.50</v>",
  "<v>1e5</v>",
  "<v>x</v>",
  "<v/>",
  "<v>&amp;</v>",
  "<v>&#65;</v>",
  "<v >3</v >",
  "<v><![CDATA[4]]></v>",
  "<f>A1+1</f>",
  "<f/>",
  '<f t="shared" si="0" ref="A1:B2">A1</f>',
  '<f t="shared" si="0"/>',
  "<is><t>a</t></is>",
  '<is><t xml:space="preserve"> b</t></is>',
  "<is><r><t>c</t></r></is>",
  "<!-- c -->",
  "<?p i?>",
  "\r\n",
  "<x:v xmlns:x='u'>7</x:v>",
  "<extLst><v>8</v></extLst>",
);
const rowAttributes = fc.constantFrom(
  "",
  ' r="1"',
  " r='2'",
  ' r="3" hidden="1"',
  ' ht="0"',
  ' r="1048577"',
  ' r="x"',
  " ",
);
const cellAttributes = fc.constantFrom(
  "",
  ' r="A1"',
  ' r="B3"',
  " r='C2'",
  ' r="XFE1"',
  ' s="1"',
  ' s="x"',
  " ",
);
const kind = fc.constantFrom(
  "",
  ' t="s"',
  ' t="str"',
  ' t="inlineStr"',
  ' t="b"',
  ' t="e"',
  ' t="d"',
  ' t="z"',
);
const cellXml = fc
  .tuple(cellAttributes, kind, fc.array(content, { maxLength: 3 }))
  .map(([attributes, type, parts]) =>
    parts.length === 0 ? `<c${attributes}${type}/>` : `<c${attributes}${type}>${parts.join("")}</c>`,
  );
const rowXml = fc
  .tuple(
    rowAttributes,
    fc.array(fc.oneof({ weight: 9, arbitrary: cellXml }, { weight: 1, arbitrary: content }), {
      maxLength: 4,
    }),
  )
  .map(([attributes, cells]) => `<row${attributes}>${cells.join("")}</row>`);
const broken = fc.constantFrom("<row>", "</row>", "<c>", "</v>", "&x;", "<row r=1/>", "]]>");
const rowsXml = fc.array(fc.oneof({ weight: 30, arbitrary: rowXml }, { weight: 1, arbitrary: broken }), {
  maxLength: 5,
});

it("the scanner and the XML parser agree on any XML, well-formed or not", async () => {
  const both = (rows: string) =>
    Promise.all(
      [false, true].map((parserOnly) => {
        try {
          const file = openPackage(
            handMade({ sheets: [{ rows }], strings: "<si><t>s</t></si>" }),
            "a",
            defaultLimits,
          );
          const { source, issues } = xlsxSource(file, { parserOnly });
          return printReading({ value: source, issues });
        } catch (error) {
          return Promise.resolve(error instanceof Error ? error.name : "thrown");
        }
      }),
    );
  await fc.assert(
    fc.asyncProperty(rowsXml, async (rows) => {
      const [scanned, parsed] = await both(rows.join(""));
      expect(scanned).toEqual(parsed);
    }),
    { ...seeded, numRuns: 400 },
  );
});
