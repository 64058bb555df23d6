import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { sheetSourceConformance } from "@chiendich/conformance";
import type { Cell, Sheet, SheetSource } from "@chiendich/core";
import { describe, expect, it } from "vitest";
import { snippetsOf } from "./snippets.ts";

/** The guide's adapter, taken out of the guide. */
const guide = fileURLToPath(new URL("./guide-developer.md", import.meta.url));
const snippet = snippetsOf(guide).find(({ code }) => code.includes("export function formExport"));
const folder = fileURLToPath(new URL("./out/adapter/", import.meta.url));
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}form-export.ts`, snippet?.code ?? "");
const { formExport } = (await import(/* @vite-ignore */ pathToFileURL(`${folder}form-export.ts`).href)) as {
  formExport: (name: string, data: unknown) => SheetSource;
};

/** The kit's sheets as the guide's form service would give them out. */
function exported(sheets: readonly Sheet[], names: Readonly<Record<string, string>>) {
  const plain = (cell: Cell | undefined) =>
    cell?.type === "date" ? { date: cell.value } : (cell?.value ?? null);
  const rowsOf = ({ rows }: Sheet) => {
    const all = Array.from({ length: (rows.at(-1)?.index ?? -1) + 1 }, (): unknown[] => []);
    for (const { index, cells } of rows) all[index] = Array.from(cells, plain);
    return all;
  };
  return { names, sheets: sheets.map((sheet) => ({ name: sheet.name, rows: rowsOf(sheet) })) };
}

describe("the adapter of the guide", () => {
  sheetSourceConformance({ create: (sheets, names) => formExport("bieu-mau", exported(sheets, names)) });

  it("has no more than forty lines of code besides its types", () => {
    const code = snippet?.code.slice(snippet.code.indexOf("export function")) ?? "";
    expect(code.split("\n").filter((line) => line.trim() !== "").length).toBeLessThanOrEqual(40);
  });
});
