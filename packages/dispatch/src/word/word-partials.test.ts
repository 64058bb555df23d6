import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { DispatchTemplateError } from "../document/dispatch-document.ts";
import { checkWordTemplate, renderWordTemplate } from "./word-template.ts";

const names =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const p = (...words: readonly string[]) =>
  `<w:p>${words.map((each) => `<w:r><w:t xml:space="preserve">${each}</w:t></w:r>`).join("")}</w:p>`;
const word = (body: string) =>
  zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "word/document.xml": strToU8(`<w:document ${names}><w:body>${body}<w:sectPr/></w:body></w:document>`),
  });
const body = (docx: Uint8Array) =>
  /<w:body>(.*)<w:sectPr\/>/s.exec(strFromU8(unzipSync(docx)["word/document.xml"] as Uint8Array))?.[1];

const data = { issuer: "Phòng A & B", unit: "Vĩnh Hải" };
const head = word(p("{{iss", "uer}}") + p("Số: …"));

describe("partials of templates made in Word", () => {
  it("put the paragraphs of another .docx in place of their tag", () => {
    const docx = renderWordTemplate(word(p("{{> he", "ad}}") + p("Kính gửi: {{unit}}")), {
      data,
      partials: { head },
    });
    expect(body(docx)).toBe(p("Phòng A &amp; B", "") + p("Số: …") + p("Kính gửi: Vĩnh Hải"));
  });

  it("put words among words, tags filled in and the rest as it is", () => {
    const partials = { place: 'Tại "{{unit}}" < 2 km' };
    const docx = renderWordTemplate(word(p("Họp: {{> place}}.")), { data, partials });
    expect(body(docx)).toBe(p("Họp: Tại &quot;Vĩnh Hải&quot; &lt; 2 km."));
  });

  it("are checked with the data, under their own names", () => {
    const issues = checkWordTemplate(word(p("{{> head}}") + p("{{> foot}}")), {
      data: { issuer: "a" },
      partials: { head: word(p("{{isuer}}")), foot: "{{issuer}}" },
    });
    expect(issues).toMatchObject([
      {
        code: "dispatch_tag_unknown",
        place: { source: "head" },
        params: { path: "isuer", nearest: "issuer" },
      },
    ]);
  });

  it("are told when they are unknown, or paragraphs that stand among words", () => {
    const codes = (template: string) =>
      checkWordTemplate(word(template), { partials: { head } }).map(({ code }) => code);
    expect(codes(p("{{> heda}}"))).toEqual(["dispatch_partial_unknown"]);
    expect(codes(p("Trước {{> head}} sau"))).toEqual(["dispatch_element_misplaced"]);
    expect(() => renderWordTemplate(word(p("Trước {{> head}} sau")), { data, partials: { head } })).toThrow(
      DispatchTemplateError,
    );
  });

  it("are refused with pictures of their own, which the template would not have", () => {
    const pictured = word('<w:p><w:r><w:drawing r:embed="rId4"/></w:r></w:p>');
    expect(() => renderWordTemplate(word(p("{{> a}}")), { data, partials: { a: pictured } })).toThrow(
      RangeError,
    );
  });
});
