import { readdirSync, readFileSync } from "node:fs";
import { parseAddress, type Cell, type SheetSource } from "@chiendich/core";
import { describe, expect, it } from "vitest";
import { defaultLimits, openWorkbook } from "../src/index.ts";
import { openPackage } from "../src/package/workbook-package.ts";
import { xlsxSource } from "../src/xlsx-source.ts";
import { catalogue } from "./catalogue/catalogue.ts";
import { printReading } from "./reading.ts";

const folder = new URL("./workbooks/", import.meta.url);
const fixtures = catalogue.flatMap((chapter) => chapter.fixtures);
const bytesOf = (file: string) => readFileSync(new URL(file, folder));

async function cellAt(source: SheetSource, address: string): Promise<Cell | undefined> {
  const [first] = await source.listSheets();
  const [, sheet = first?.name ?? "", cell = ""] = /^(?:(.*)!)?([A-Z]+\d+)$/.exec(address) ?? [];
  const at = parseAddress(cell);
  const { rows } = await source.readSheet(sheet);
  return rows.find(({ index }) => index === at?.row)?.cells[at?.column ?? -1];
}

it("the catalogue holds at least eighty files, and the folder holds no other", () => {
  const inFolder = readdirSync(folder).filter(
    (name) => !name.endsWith(".json") && !/^(README.md|.gitattributes)$/.test(name),
  );
  expect(inFolder.sort()).toEqual(fixtures.map(({ file }) => file).sort());
  expect(inFolder.length).toBeGreaterThanOrEqual(80);
});

describe.each(fixtures)("$file: $why", ({ file, expect: wanted }) => {
  it("gives what a person wrote down", async () => {
    const { value, issues } = await openWorkbook(bytesOf(file), { name: file });
    expect(issues.map(({ code }) => code).sort()).toEqual([...(wanted.issues ?? [])].sort());
    expect(value === null).toBe(wanted.refused ?? false);
    for (const [address, content] of Object.entries(wanted.cells ?? {})) {
      const cell = await cellAt(value as SheetSource, address);
      const isWhole = typeof content === "object" && content !== null;
      expect(isWhole ? withoutPlainFont(cell) : (cell?.value ?? null), address).toEqual(content);
    }
  });
  it("gives what it gave before, to the last cell", async () => {
    const expected: unknown = JSON.parse(readFileSync(new URL(`${file}.json`, folder), "utf8"));
    expect(await printReading(await openWorkbook(bytesOf(file), { name: file }))).toEqual(expected);
  });
});

/** What most cells' text is set in says nothing; a person writes it down where it matters. */
function withoutPlainFont(cell: Cell | undefined): Cell | undefined {
  if (!cell?.font || !/^(Calibri|Liberation Sans)$/.test(cell.font)) return cell;
  const { font: _, ...rest } = cell;
  return rest as Cell;
}

const readable = fixtures.filter(({ file, expect: wanted }) => /\.xls[xm]$/.test(file) && !wanted.refused);

describe.each(readable)("$file", ({ file }) => {
  it("has the same cells for the scanner and for the XML parser", async () => {
    const ways = [false, true].map((parserOnly) =>
      xlsxSource(openPackage(bytesOf(file), file, defaultLimits), { parserOnly }),
    );
    const [scanned, parsed] = await Promise.all(
      ways.map(({ source, issues }) => printReading({ value: source, issues })),
    );
    expect(scanned).toEqual(parsed);
  });
  it("has the same cells streamed row by row, links and comments aside", async () => {
    const limits = { readOnOpeningBytes: 0 };
    const { value: lazy } = await openWorkbook(bytesOf(file), { name: file, limits });
    for (const { name } of (await lazy?.listSheets()) ?? []) {
      const cells = new Map<string, unknown>();
      for await (const row of lazy?.streamRows(name) ?? []) {
        row.cells.forEach((cell, column) => {
          const key = `${row.index} ${column}`;
          if (cell && !cells.has(key)) cells.set(key, bare(cell));
        });
      }
      const whole = new Map<string, unknown>();
      for (const row of (await lazy?.readSheet(name))?.rows ?? []) {
        row.cells.forEach((cell, column) => {
          if (cell && (cell.type !== "empty" || cell.formula !== undefined))
            whole.set(`${row.index} ${column}`, bare(cell));
        });
      }
      expect(new Map([...cells].sort())).toEqual(new Map([...whole].sort()));
    }
  });
});

function bare({ link: _link, comment: _comment, ...cell }: Cell) {
  return cell;
}
