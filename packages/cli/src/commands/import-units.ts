import { writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import {
  applyDirectoryImport,
  planDirectoryImport,
  printDirectoryImport,
  printUnitDirectory,
  type ImportOccasion,
  type UnitDirectory,
} from "@chiendich/core";
import { MisuseError } from "../misuse-error.ts";
import type { CommandContext, CommandInput, Outcome } from "../command.ts";
import { readList } from "../workspace/import-list.ts";
import { dayOption } from "../workspace/typed-date.ts";
import { files, readText, type Workspace } from "../workspace/workspace.ts";

/** Shows what a list would change in the units; writes it with `--apply`. Closes only what `--close` names. */
export async function importList(
  { io, language }: CommandContext,
  { folder, campaign, directory, issues }: Workspace,
  { options, dryRun }: CommandInput,
  path: string,
): Promise<Outcome> {
  const { source, sheet } = await readList(resolve(io.folder, path));
  const asOf = dayOption(options["asOf"]) ?? campaign.dispatch.date;
  const plan = planDirectoryImport(directory, sheet, { source, asOf });
  const closed =
    typeof options["close"] === "string" ? options["close"].split(",").map((id) => id.trim()) : [];
  const occasion = occasionOf(options, closed);
  const after = accept(() =>
    applyDirectoryImport(directory, plan, { added: "all", changed: "all", closed }, occasion),
  );
  const applied = options["apply"] === true && !dryRun;
  const written = applied ? await writeDirectory(folder, directory, after) : [];
  const lines = printDirectoryImport(directory, plan, language).map((line) => `${line}\n`);
  const hint = {
    vi: applied ? `Đã ghi ${written.join(", ")}.\n` : "Chưa ghi gì. Thêm --apply để ghi.\n",
    en: applied ? `Wrote ${written.join(", ")}.\n` : "Nothing was written. Add --apply to write it.\n",
  };
  return {
    data: { ...plan, issues: undefined, closed, files: written, dryRun },
    text: lines.join("") + hint[language],
    issues: [...issues, ...plan.issues],
  };
}

function occasionOf(
  { on, basis }: CommandInput["options"],
  closed: readonly string[],
): ImportOccasion | undefined {
  const day = dayOption(on);
  if (day === undefined) {
    if (closed.length === 0) return undefined;
    throw new MisuseError({
      vi: "Đơn vị giải thể từ ngày nào, theo văn bản nào: --on 2025-01-01 --basis “12/QĐ-UBND”",
      en: "Say from which day and by which document units are closed: --on 2025-01-01 --basis “12/QĐ-UBND”",
    });
  }
  return { on: day, legalBasis: typeof basis === "string" ? basis : "" };
}

/** An id typed after `--close` may be none of those that could be closed. */
function accept(apply: () => UnitDirectory): UnitDirectory {
  try {
    return apply();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new MisuseError({
      vi: "Chỉ đóng được đơn vị không còn trong danh sách (dòng bắt đầu bằng “?”).",
      en: `Only a unit that is no longer listed can be closed: ${error.message}`,
    });
  }
}

/** Lineage is written as JSON, which holds everything; a `lineage.csv` would hide it, and is not touched. */
async function writeDirectory(
  folder: string,
  before: UnitDirectory,
  after: UnitDirectory,
): Promise<readonly string[]> {
  const grown = after.lineage.length > before.lineage.length;
  if (grown && (await readText(join(folder, files.lineage))) !== null) {
    throw new MisuseError({
      vi: `Thay đổi từ một ngày được ghi vào lineage.json; hãy chuyển ${files.lineage} sang lineage.json trước.`,
      en: `Changes from a day on go into lineage.json; turn ${files.lineage} into lineage.json first.`,
    });
  }
  await writeFile(join(folder, files.units), printUnitDirectory(after));
  if (!grown) return [files.units];
  await writeFile(join(folder, "lineage.json"), `${JSON.stringify(after.lineage, null, 2)}\n`);
  return [files.units, "lineage.json"];
}
