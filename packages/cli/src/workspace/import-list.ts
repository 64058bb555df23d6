import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Sheet } from "@chiendich/core";
import { openWorkbook } from "@chiendich/xlsx";
import { MisuseError } from "../misuse-error.ts";

/** The office's own list of units: the first visible sheet of a workbook, or a CSV. @throws {MisuseError} */
export async function readList(path: string): Promise<{ readonly source: string; readonly sheet: Sheet }> {
  const source = basename(path);
  const bytes = await readFile(path).catch(() => {
    throw new MisuseError({ vi: `Không có tệp ${path}.`, en: `There is no file ${path}.` });
  });
  const { value } = await openWorkbook(bytes, { name: source });
  const [first] = (await value?.listSheets())?.filter(({ visibility }) => visibility === "visible") ?? [];
  if (!value || !first) {
    throw new MisuseError({
      vi: `${source} không phải là bảng tính hoặc tệp CSV đọc được.`,
      en: `${source} is no spreadsheet or CSV that can be read.`,
    });
  }
  return { source, sheet: await value.readSheet(first.name) };
}
