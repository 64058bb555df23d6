import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { renderDispatch } from "./document/render-dispatch.ts";
import { tinos } from "../test/tinos.ts";
import { campaignDispatch } from "./letters/campaign-dispatch.ts";
import { campaignRecipients } from "./letters/campaign-letters.ts";
import { upwardReport } from "./letters/upward-report.ts";
import { mergeIntoOne } from "./merge/one-document.ts";
import { libreOfficeEngine } from "./node/libreoffice-engine.ts";
import { typstEngine } from "./node/typst-engine.ts";
import { checkPdfFonts } from "./pdf/pdf-fonts.ts";
import { campaign, directory } from "../test/nha-trang.ts";
import { events, figures, status } from "../test/nha-trang-returns.ts";

/* Pages as people see them. Needs LibreOffice, poppler, zbar and fonts-liberation2. */

const office = libreOfficeEngine();
const folder = mkdtempSync(join(tmpdir(), "chiendich-pages-"));
const run = (program: string, ...args: readonly string[]) =>
  execFileSync(program, args, { encoding: "utf8" });

function saved(name: string, pdf: Uint8Array): string {
  const path = join(folder, `${name}.pdf`);
  writeFileSync(path, pdf);
  return path;
}
const words = (pdf: string) => run("pdftotext", "-layout", pdf, "-");
const pages = (pdf: string) => Number(/^Pages:\s+(\d+)/m.exec(run("pdfinfo", pdf))?.[1]);
const fonts = (pdf: string) =>
  run("pdffonts", pdf)
    .split("\n")
    .slice(2)
    .filter((line) => line !== "")
    .map((line) => ({
      name: line.split(/\s+/)[0] as string,
      embedded: / yes (?:yes|no) (?:yes|no) /.test(line),
    }));

/** QR codes of a PDF as an independent decoder reads them from its pages at 150 dpi. */
function decoded(pdf: string): readonly string[] {
  const prefix = pdf.replace(/\.pdf$/, "-page");
  run("pdftoppm", "-r", "150", "-gray", "-png", pdf, prefix);
  return readdirSync(folder)
    .filter((name) => join(folder, name).startsWith(prefix))
    .flatMap((name) => {
      try {
        return run("zbarimg", "--quiet", "--raw", join(folder, name)).trim().split("\n");
      } catch {
        return [];
      }
    });
}

const letter = campaignDispatch(campaign);
const engines = { LibreOffice: office, Typst: await typstEngine({ fonts: tinos }) };

describe.each(Object.entries(engines))("the letter of Nha Trang on pages by %s", (name, engine) => {
  it("shows a QR code that decodes at 150 dpi", async () => {
    const pdf = saved(`letter-${name}`, await renderDispatch(letter, { format: "pdf", engine }));
    expect(decoded(pdf)).toEqual([campaign.materials[0]?.link]);
  });

  it("has selectable Vietnamese words in embedded faces of Times or its metrics, and no others", async () => {
    const pdf = saved(`letter-${name}`, await renderDispatch(letter, { format: "pdf", engine }));
    expect(words(pdf)).toContain("Nha Trang, ngày 29 tháng 10 năm 2024");
    expect(fonts(pdf).filter((font) => !font.embedded)).toEqual([]);
    expect(fonts(pdf).filter((font) => !/Times|Tinos|LiberationSerif/.test(font.name))).toEqual([]);
  });

  it("has a page number from page 2 on, and the signature on the page where the text ends", async () => {
    const pdf = saved(`letter-${name}`, await renderDispatch(letter, { format: "pdf", engine }));
    const [first = "", second = ""] = words(pdf).split("\f");
    expect(pages(pdf)).toBe(2);
    expect(first.trim().split("\n")[0]).toContain("UBND THÀNH PHỐ NHA TRANG");
    expect(second.trim().split("\n")[0]?.trim()).toBe("2");
    expect(second).toContain("./.");
    expect(second).toContain("Võ Công Hiếu");
  });

  it("keeps the issuing body on one line, beside Quốc hiệu", async () => {
    const pdf = saved(`letter-${name}`, await renderDispatch(letter, { format: "pdf", engine }));
    expect(words(pdf)).toMatch(/PHÒNG VĂN HÓA VÀ THÔNG TIN\s+Độc lập - Tự do - Hạnh phúc/);
  });
});

describe("other documents on pages by LibreOffice", () => {
  it("are told of when their font is another than the decree's", async () => {
    const files = unzipSync(renderDispatch(letter, { format: "docx" }));
    const styles = strFromU8(files["word/styles.xml"] as Uint8Array).replaceAll(
      "Times New Roman",
      "DejaVu Serif",
    );
    const docx = zipSync({ ...files, "word/styles.xml": strToU8(styles) });
    if (office.input !== "docx") throw new Error("LibreOffice takes a .docx");
    expect(checkPdfFonts(await office.toPdf(docx)).map(({ code }) => code)).toEqual([
      "dispatch_font_substituted",
    ]);
    expect(checkPdfFonts(await renderDispatch(letter, { format: "pdf", engine: office }))).toEqual([]);
  });

  it("the report numbers each appendix from 1 and repeats the heading of its tables", async () => {
    const report = upwardReport(campaign, { status, rollUp: figures, directory, events });
    const pdf = saved("report", await renderDispatch(report, { format: "pdf", engine: office }));
    const sheets = words(pdf).split("\f");
    const first = sheets.findIndex((sheet) => sheet.includes("SỐ LIỆU THEO NHÓM ĐƠN VỊ"));
    expect(sheets[first]?.trim().split("\n")[0]?.trim()).toBe("Phụ lục I");
    expect(sheets[first + 1]?.trim().split("\n")[0]?.trim()).toBe("2");
  });

  it("one document of letters numbers the pages of each letter from 1", async () => {
    const recipients = [...campaignRecipients(campaign, directory.units.slice(40, 44))];
    const docx = await mergeIntoOne(letter, recipients);
    if (office.input !== "docx") throw new Error("LibreOffice takes a .docx");
    const pdf = saved("one", await office.toPdf(docx));
    const numbers = words(pdf)
      .split("\f")
      .map((sheet) => sheet.trim().split("\n")[0]?.trim())
      .filter((line) => line === "2" || line === "3");
    expect(pages(pdf)).toBe(8);
    expect(numbers).toEqual(["2", "2", "2", "2"]);
  });
});
