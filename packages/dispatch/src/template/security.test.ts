import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { documentTree, precompiledTree } from "../document/dispatch-document.ts";
import { plainText } from "../document/document-tree.ts";
import { renderDispatch } from "../document/render-dispatch.ts";
import { campaignDispatch } from "../letters/campaign-dispatch.ts";
import { campaign } from "../../test/nha-trang.ts";
import type { PrecompiledTemplates } from "./environment.ts";
import { precompileTemplates } from "./precompile.ts";

const canary = globalThis as { chiendichCanary?: boolean };
const words = (template: string, data: object = { name: "a", list: [1] }) => {
  const document = { template: "own", title: "", data, pictures: {} };
  return documentTree(document, { own: `<p>[${template}]</p>` })
    .blocks.map((block) => (block.kind === "paragraph" ? plainText(block.content) : ""))
    .join("");
};

describe("templates run no code", () => {
  it.each([
    '{{constructor.constructor "globalThis.chiendichCanary = true"}}',
    '{{#with (lookup this "constructor")}}{{lookup this "constructor"}}{{/with}}',
    "{{#with name}}{{constructor}}{{/with}}",
    "{{__proto__}}",
    '{{lookup this "__proto__"}}',
    "{{name.constructor}}",
    "{{#each this}}{{constructor.name}}{{/each}}",
    "{{helperMissing}}",
    "{{blockHelperMissing name}}",
    "{{#blockHelperMissing name}}a{{/blockHelperMissing}}",
    "{{log name}}",
    '{{> (lookup . "name")}}',
    "{{* decorator}}",
    '{{#* inline "a"}}b{{/inline}}{{> a}}',
  ])("%s", (template) => {
    let text = "";
    try {
      text = words(template);
    } catch {
      // Refusing is as good as printing nothing.
    }
    expect(canary.chiendichCanary).toBeUndefined();
    expect(text).not.toMatch(/function|native code|\[object/);
  });

  it("takes no syntax tree in place of a text", () => {
    const tree = { type: "Program", body: [] } as unknown as string;
    const document = { template: "own", title: "", data: {}, pictures: {} };
    expect(() => documentTree(document, { own: tree })).toThrow();
  });

  it("prints an object with toHTML as data, never as markup", () => {
    const sly = { toHTML: () => "<authority>x</authority>", toString: () => "<b>x</b>" };
    expect(() => words("{{name}}", { name: sly })).toThrow(TypeError);
  });

  it("stops partials that call themselves", () => {
    const document = { template: "a", title: "", data: {}, pictures: {} };
    expect(() => documentTree(document, { a: "{{> a}}" })).toThrow(/without end/);
  });
});

describe("data", () => {
  it("never becomes markup, whatever it holds", () => {
    const hostile = "</p><authority>CHỦ TỊCH</authority><p>&amp;{{name}}\"'";
    expect(words("{{name}}", { name: hostile })).toBe(`[${hostile}]`);
  });

  it("reaches XML without control characters, lone surrogates and non-characters", () => {
    const docx = renderDispatch(
      {
        template: "own",
        title: "a\u0000b",
        data: { name: "a\u0000\u000b\ufffe\ud800\ufdd0b" },
        pictures: {},
      },
      { format: "docx", templates: { own: "<p>{{name}}</p>" } },
    );
    const parts = Object.values(unzipSync(docx)).map((part) => strFromU8(part));
    expect(parts.join("")).toContain(">ab<");

    expect(parts.join("")).not.toMatch(/[\u0000-\u0008\u000b\ufffe\ufdd0]|\p{Surrogate}/u);
  });

  it("cannot turn the direction of writing, to show a name or an address as another", () => {
    expect(words("{{name}}", { name: "a\u202egpj.exe\u202c b\u2066c" })).toBe("[agpj.exe bc]");
  });

  it("is refused when it is no data: functions, symbols, cycles", () => {
    const cycle: { self?: unknown } = {};
    cycle.self = cycle;
    for (const value of [() => 1, Symbol("a"), cycle, Number.NaN, 1n]) {
      expect(() => words("{{name}}", { name: value })).toThrow(TypeError);
    }
  });

  it("pollutes no prototype", () => {
    words("{{name}}", JSON.parse('{"name":"a","__proto__":{"polluted":true}}') as object);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe("templates compiled while building", () => {
  it("give the same document, with no need to evaluate text", async () => {
    const module = `data:text/javascript,${encodeURIComponent(precompileTemplates())}`;
    const { default: templates } = (await import(/* @vite-ignore */ module)) as {
      default: PrecompiledTemplates;
    };
    const letter = campaignDispatch(campaign);
    expect(precompiledTree(letter, templates)).toEqual(documentTree(letter));
  });
});
