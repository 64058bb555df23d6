import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { PdfEngineError, type PdfEngine } from "../pdf/pdf-engine.ts";

/** How LibreOffice is called. */
export interface LibreOfficeEngineOptions {
  /** `soffice` of the PATH when absent. */
  readonly program?: string | undefined;
  /** Milliseconds a conversion may take; 60,000 when absent. */
  readonly timeout?: number | undefined;
}

const run = promisify(execFile);

/**
 * Makes PDF pages that are those of the .docx, with LibreOffice. Each conversion has a profile of its
 * own, so that one in somebody's window is not disturbed. The machine needs Times New Roman or
 * Liberation Serif 2: older ones lack Vietnamese letters, and another font is mixed in silently.
 *
 * @throws {PdfEngineError} `missing` when the program is not there, `failed` when it makes no PDF (both from `toPdf`)
 */
export function libreOfficeEngine(options: LibreOfficeEngineOptions = {}): PdfEngine {
  const { program = "soffice", timeout = 60_000 } = options;
  return {
    input: "docx",
    toPdf: async (docx) => {
      const folder = await mkdtemp(join(tmpdir(), "chiendich-pdf-"));
      try {
        await writeFile(join(folder, "document.docx"), docx);
        const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
        const convert = [
          "--headless",
          "--convert-to",
          "pdf",
          "--outdir",
          folder,
          join(folder, "document.docx"),
        ];
        await run(program, [profile, ...convert], { timeout });
        return new Uint8Array(await readFile(join(folder, "document.pdf")));
      } catch (cause) {
        const missing =
          (cause as NodeJS.ErrnoException).code === "ENOENT" && (cause as { path?: string }).path === program;
        throw missing
          ? new PdfEngineError("missing", `${program} is not installed`, cause)
          : new PdfEngineError("failed", "LibreOffice could not make a PDF of the document", cause);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}
