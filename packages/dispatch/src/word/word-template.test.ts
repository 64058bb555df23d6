import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { printIssue } from "@chiendich/core";
import { checkWordTemplate, renderWordTemplate } from "./word-template.ts";

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const run = (text: string, bold = false) =>
  `<w:r>${bold ? "<w:rPr><w:b/></w:rPr>" : ""}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (...runs: readonly string[]) => `<w:p>${runs.join("")}</w:p>`;
const row = (...cells: readonly string[]) =>
  `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join("")}</w:tr>`;

/** A .docx as Word might have written it. */
function word(body: string, header = ""): Uint8Array {
  return zipSync({
    "[Content_Types].xml": strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    ),
    "word/document.xml": strToU8(`<w:document ${w}><w:body>${body}<w:sectPr/></w:body></w:document>`),
    "word/header1.xml": strToU8(`<w:hdr ${w}>${p(run(header))}</w:hdr>`),
    "word/media/logo.bin": Uint8Array.of(1, 2, 3),
  });
}

const data = {
  name: "Ủy ban nhân dân phường Vĩnh Hải",
  late: true,
  units: [
    { name: "Vĩnh Hải", count: 1234 },
    { name: "Vĩnh <Thọ> & con", count: 5 },
  ],
  tags: ["a", "b"],
  note: "dòng một\ndòng hai",
};

const part = (docx: Uint8Array, name = "word/document.xml") => strFromU8(unzipSync(docx)[name] as Uint8Array);
const lines = (docx: Uint8Array) =>
  [...part(docx).matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inside]) =>
    (inside as string).replace(/<w:br\/>/g, "⏎").replace(/<[^>]*>/g, ""),
  );
const filled = (body: string) => lines(renderWordTemplate(word(body), { data }));

describe("a template made in Word", () => {
  it("puts a tag together that Word split over five runs, and keeps the first one's look", () => {
    const docx = renderWordTemplate(
      word(p(run("Kính gửi: {", true), run("{"), run("na"), run("me"), run("}}."))),
      { data },
    );
    expect(lines(docx)).toEqual(["Kính gửi: Ủy ban nhân dân phường Vĩnh Hải."]);
    expect(part(docx)).toContain('<w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Kính gửi: Ủy ban');
  });

  it("repeats the paragraphs between block tags that stand alone", () => {
    expect(filled(p(run("{{#each un"), run("its}}")) + p(run("- {{name}};")) + p(run("{{/each}}")))).toEqual([
      "- Vĩnh Hải;",
      "- Vĩnh &lt;Thọ&gt; &amp; con;",
    ]);
  });

  it("repeats a row whose first cell opens and whose last cell closes a block", () => {
    const table = `<w:tbl>${row(p(run("Tên")), p(run("Số")))}${row(p(run("{{#each units}}{{na"), run("me}}")), p(run("{{number count}}{{/each}}")))}</w:tbl>`;
    expect(filled(table)).toEqual(["Tên", "Số", "Vĩnh Hải", "1.234", "Vĩnh &lt;Thọ&gt; &amp; con", "5"]);
  });

  it("repeats rows between block tags alone in rows of their own", () => {
    const table = `<w:tbl>${row(p(run("{{#each units}}")), p())}${row(p(run("{{name}}")), p(run("{{count}}")))}${row(p(run("{{/each}}")), p())}</w:tbl>`;
    expect(filled(table)).toEqual(["Vĩnh Hải", "1234", "Vĩnh &lt;Thọ&gt; &amp; con", "5"]);
  });

  it("chooses between paragraphs, and leaves a cell with a paragraph", () => {
    expect(
      filled(
        p(run("{{#if late}}")) + p(run("trễ")) + p(run("{{else}}")) + p(run("đúng")) + p(run("{{/if}}")),
      ),
    ).toEqual(["trễ"]);
    const cell = `<w:tbl>${row(p(run("a")), p(run("{{#if late}}")) + p(run("trễ")) + p(run("{{/if}}")))}</w:tbl>`;
    expect(filled(cell)).toEqual(["a", "trễ"]);
  });

  it("takes the quotes and non-breaking spaces Word puts into tags", () => {
    expect(filled(p(run("{{join\u00a0tags by=“ và ”}}")))).toEqual(["a và b"]);
  });

  it("turns lines of the data into lines in Word", () => {
    expect(filled(p(run("{{note}}")))).toEqual(["dòng một⏎dòng hai"]);
  });

  it("fills in headers, and leaves every other file as it was", () => {
    const docx = renderWordTemplate(word(p(run("a")), "{{name}}"), { data });
    expect(part(docx, "word/header1.xml")).toContain("Ủy ban nhân dân phường Vĩnh Hải");
    expect(unzipSync(docx)["word/media/logo.bin"]).toEqual(Uint8Array.of(1, 2, 3));
  });

  it("shows a picture by tag, with its words, relation and type", () => {
    const pictures = { qr: { kind: "qr", text: "https://example.org/", alt: "Mã QR" } } as const;
    const docx = renderWordTemplate(word(p(run("Quét: {{picture “qr” width=28}} để tải"))), {
      data,
      pictures,
    });
    const files = unzipSync(docx);
    expect(part(docx)).toContain('descr="Mã QR"');
    expect(part(docx, "word/_rels/document.xml.rels")).toContain('Id="rIdChiendich1"');
    expect(part(docx, "[Content_Types].xml")).toContain('Extension="png"');
    expect(files["word/media/chiendich1.png"]?.slice(1, 4)).toEqual(strToU8("PNG"));
  });

  it("gives the same bytes for the same data", () => {
    const template = word(p(run("{{name}}")));
    expect(renderWordTemplate(template, { data })).toEqual(renderWordTemplate(template, { data }));
  });

  it("lets no data into the XML: tags of the data are words", () => {
    const hostile = { name: '</w:t></w:r></w:p><w:p>"\u0000\ud800{{evil}}' };
    const docx = renderWordTemplate(word(p(run("{{name}}"))), { data: hostile });
    expect(lines(docx)).toEqual(["&lt;/w:t&gt;&lt;/w:r&gt;&lt;/w:p&gt;&lt;w:p&gt;&quot;{{evil}}"]);
  });
});

const problems = (body: string, more: object = {}) =>
  checkWordTemplate(word(body), { source: "mẫu.docx", data, pictures: ["qr"], ...more })
    .filter(({ code }) => code !== "dispatch_data_unused")
    .map((each) => printIssue(each, "vi"));

describe("a template made in Word is checked before merging", () => {
  it("finds a wrong name split over runs, with its paragraph and what was meant", () => {
    expect(problems(p(run("a")) + p(run("{{na"), run("mee}}")))).toEqual([
      "mẫu.docx, đoạn 2: dữ liệu không có “namee”; có phải “name”? [dispatch_tag_unknown]",
    ]);
  });

  it("knows the scope of a repeated row", () => {
    const table = `<w:tbl>${row(p(run("{{#each units}}{{nam}}")), p(run("{{count}}{{/each}}")))}</w:tbl>`;
    expect(problems(table)).toEqual([
      "mẫu.docx, đoạn 1: dữ liệu không có “nam”; có phải “name”? [dispatch_tag_unknown]",
    ]);
  });

  it.each([
    [p(run("{{#each units}}")) + p(run("{{name}}")), "dispatch_tag_not_closed"],
    [p(run("{{/each}}")), "dispatch_tag_not_opened"],
    [p(run("a {{#if late}}")) + p(run("b {{/if}}")), "dispatch_tag_not_closed"],
    [p(run("{{{name}}}")), "dispatch_tag_unescaped"],
    [p(run("{{uper name}}")), "dispatch_helper_unknown"],
    [p(run("{{> header}}")), "dispatch_partial_unknown"],
    [p(run('{{picture "qr2"}}')), "dispatch_picture_unknown"],
  ])("%#: %s", (body, code) => {
    expect(problems(body).map((line) => /\[(\w+)\]$/.exec(line)?.[1])).toEqual([code]);
  });

  it("finds nothing wrong with a good one, and tells what it leaves unused", () => {
    expect(problems(p(run("{{name}}")))).toEqual([]);
    expect(
      checkWordTemplate(word(p(run("{{name}}"))), { data }).map(
        ({ params }) => (params as { name: string }).name,
      ),
    ).toEqual(["late", "units", "tags", "note"]);
  });

  it("says so when the file is no .docx", () => {
    expect(checkWordTemplate(strToU8("không phải")).map(({ code }) => code)).toEqual([
      "dispatch_file_not_docx",
    ]);
  });
});
