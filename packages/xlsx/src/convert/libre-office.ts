import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { WorkbookConverter } from "../open-workbook.ts";

/** How LibreOffice is called. */
export interface LibreOfficeOptions {
  /** The program to run; `soffice` by default. */
  readonly command?: string | undefined;
  /** Milliseconds after which a conversion is given up; a minute by default. */
  readonly timeout?: number | undefined;
}

const run = promisify(execFile);

/**
 * Converts old workbooks with LibreOffice, where it is installed. Each conversion has a folder and a
 * user profile of its own, so that two may run at a time and neither macros nor settings of the
 * person at the machine take part; both are deleted afterwards.
 */
export function libreOfficeConverter({
  command = "soffice",
  timeout = 60_000,
}: LibreOfficeOptions = {}): WorkbookConverter {
  return async (bytes, format) => {
    const folder = await mkdtemp(join(tmpdir(), "chiendich-convert-"));
    try {
      const input = join(folder, `workbook${format}`);
      await writeFile(input, bytes);
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
      const output = join(folder, "converted");
      await run(command, [profile, "--headless", "--convert-to", "xlsx", "--outdir", output, input], {
        timeout,
      });
      return await readFile(join(output, "workbook.xlsx"));
    } catch (error) {
      throw new Error(reason(error, command), { cause: error });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}

/** In words that hold no path of this machine: the message reaches the issue people read. */
function reason(error: unknown, command: string): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT")
    return error instanceof Error && "syscall" in error && String(error.syscall).startsWith("spawn")
      ? `${command} is not installed`
      : "LibreOffice gave no workbook back";
  if (error instanceof Error && "killed" in error && error.killed === true)
    return "LibreOffice took too long";
  return "LibreOffice could not open it";
}
