import { deflateRawSync } from "node:zlib";
import { documentTree, mergeDispatches, type Compression } from "@chiendich/dispatch";
import { strFromU8, unzipSync } from "fflate";
import { crc32, zip, type ZipEntry } from "../../../dispatch/src/docx/zip.ts";
import { document, peerTemplate, recipients, varying } from "./letter.ts";

/*
 * Each candidate loads its own library, so that memory is its own.
 */

/** Writes so many letters one after the other, keeps none, and tells how many bytes they had. */
export type Candidate = (count: number) => Promise<number>;

const zlib6 = (bytes: Uint8Array): Uint8Array => deflateRawSync(bytes, { level: 6 });

function ours(compression: Compression): Candidate {
  return async (count) => {
    let bytes = 0;
    for await (const letter of mergeDispatches(document, recipients(count), { compression }))
      bytes += letter.bytes.length;
    return bytes;
  };
}

/**
 * What no merge of whole deflated documents can beat: a zip with the static parts deflated once and
 * one changed part deflated with zlib 6, its text a mere concatenation.
 */
function floor(): Candidate {
  const files = unzipSync(peerTemplate({ name: "⟦name⟧", link: "⟦link⟧" }));
  const [before = "", middle = "", after = ""] = strFromU8(files["word/document.xml"] as Uint8Array).split(
    /⟦\w+⟧/,
  );
  const entries = Object.entries(files)
    .filter(([name]) => name !== "word/document.xml")
    .map(([name, data]): ZipEntry => ({
      name,
      deflated: [zlib6(data)],
      crc: crc32(data),
      size: data.length,
    }));
  const encoder = new TextEncoder();
  return async (count) => {
    let bytes = 0;
    for (let index = 0; index < count; index += 1) {
      const { name, link } = varying(index);
      const xml = encoder.encode(before + name + middle + link + after);
      const part: ZipEntry = {
        name: "word/document.xml",
        deflated: [zlib6(xml)],
        crc: crc32(xml),
        size: xml.length,
      };
      bytes += zip([...entries, part]).length;
    }
    return bytes;
  };
}

async function docxtemplater(): Promise<Candidate> {
  const { default: Docxtemplater } = await import("docxtemplater");
  const { default: PizZip } = await import("pizzip");
  const template = Buffer.from(peerTemplate({ name: "{name}", link: "{link}" }));
  return async (count) => {
    let bytes = 0;
    for (let index = 0; index < count; index += 1) {
      const merged = new Docxtemplater(new PizZip(template));
      merged.render(varying(index));
      bytes += merged.getZip().generate({ type: "uint8array", compression: "DEFLATE" }).length;
    }
    return bytes;
  };
}

async function easyTemplateX(): Promise<Candidate> {
  const { TemplateHandler } = await import("easy-template-x");
  const template = Buffer.from(peerTemplate({ name: "{name}", link: "{link}" }));
  const handler = new TemplateHandler();
  return async (count) => {
    let bytes = 0;
    for (let index = 0; index < count; index += 1) {
      bytes += (await handler.process(template, { ...varying(index) })).length;
    }
    return bytes;
  };
}

async function docxTemplates(): Promise<Candidate> {
  const { createReport } = await import("docx-templates");
  const template = Buffer.from(peerTemplate({ name: "[[name]]", link: "[[link]]" }));
  return async (count) => {
    let bytes = 0;
    for (let index = 0; index < count; index += 1) {
      const report = await createReport({
        template,
        data: varying(index),
        cmdDelimiter: ["[[", "]]"],
        noSandbox: true,
      });
      bytes += report.length;
    }
    return bytes;
  };
}

/** The same words built with the `docx` library, paragraph by paragraph, without our layout's finer points. */
async function docxLibrary(): Promise<Candidate> {
  const docx = await import("docx");
  const tree = documentTree(document);
  const words = tree.blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? [block.content.map((inline) => (inline.kind === "text" ? inline.text : "")).join("")]
      : [],
  );
  const line = (text: string) =>
    new docx.Paragraph({
      alignment: docx.AlignmentType.JUSTIFIED,
      indent: { firstLine: 720 },
      spacing: { before: 120 },
      children: [new docx.TextRun({ text, font: "Times New Roman", size: 28 })],
    });
  return async (count) => {
    let bytes = 0;
    for (let index = 0; index < count; index += 1) {
      const { name, link } = varying(index);
      const built = new docx.Document({
        sections: [{ children: [line(`Kính gửi: ${name}`), ...words.map(line), line(link)] }],
      });
      bytes += (await docx.Packer.toBuffer(built)).length;
    }
    return bytes;
  };
}

export const candidates: Readonly<Record<string, () => Candidate | Promise<Candidate>>> = {
  floor,
  "ours, zlib 6": () => ours({ whole: zlib6 }),
  "ours, segments": () => ours("segments"),
  docxtemplater,
  "easy-template-x": easyTemplateX,
  "docx-templates": docxTemplates,
  docx: docxLibrary,
};
