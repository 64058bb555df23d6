import Handlebars from "handlebars";
import { issue, type Issue, type PathPlace } from "@chiendich/core";
import type { Picture } from "../document/document-tree.ts";
import { NotADocxError, parsePart, readFiles, readParts } from "../docx/read-docx.ts";
import { checkStructure } from "../template/check-structure.ts";
import { templateEnvironment } from "../template/environment.ts";
import { wordHelpers } from "../template/helper.ts";
import { plainData, type PlainData } from "../template/plain-data.ts";
import { shapeOf } from "../template/shape.ts";
import { templateText } from "../template/template-text.ts";
import { walkTemplate } from "../template/walk-template.ts";
import { DispatchTemplateError } from "../document/dispatch-document.ts";
import { entry } from "../docx/write-docx.ts";
import { zip } from "../docx/zip.ts";
import { joinedTags, type WordTemplatePart } from "./joined-tags.ts";
import { brokenNesting } from "./nesting.ts";
import { misplacedPartials, readyPartials, type ReadyPartials, type WordPartials } from "./word-partials.ts";
import { WordPictures } from "./word-pictures.ts";

/** Parts whose words are the template's: the text, headers, footers and notes. */
const templateParts = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/;

/** What is filled into a Word template: values by name, pictures by name. */
export interface WordTemplateData {
  readonly data: object;
  readonly pictures?: Readonly<Record<string, Picture>> | undefined;
  /** The office's own pieces, for `{{> name}}`. */
  readonly partials?: WordPartials | undefined;
}

/**
 * Fills in an office's own .docx with `{{tags}}` typed in Word: the same data, helpers and checks as
 * our templates. `{{picture "qr1"}}` shows a picture. What is not a tag stays as it is, byte for byte.
 *
 * @throws {NotADocxError} when the file is no .docx
 * @throws {DispatchTemplateError} when data and tags do not fit; `checkWordTemplate` says so beforehand
 */
export function renderWordTemplate(
  docx: Uint8Array,
  { data, pictures = {}, partials = {} }: WordTemplateData,
): Uint8Array {
  const files = readFiles(docx);
  const parts = readParts(docx);
  const plain = plainData(data);
  const shown = new WordPictures(pictures);
  const ready = readyPartials(partials);
  const changed: Record<string, string> = {};
  for (const [name, xml] of Object.entries(parts)) {
    if (!templateParts.test(name) || !xml.includes("{")) continue;
    const filled = fill(name, joinedTags(xml, ready.blocks).source, plain, shown, ready);
    changed[name] = filled;
    const relations = shown.relationsOf(name, parts);
    if (relations !== null) changed[relations.part] = relations.xml;
  }
  const types = shown.contentTypes(parts["[Content_Types].xml"] ?? "");
  if (types !== null) changed["[Content_Types].xml"] = types;
  const all = { ...files, ...shown.media() };
  return zip([
    ...Object.entries(all).map(([name, bytes]) => entry(name, changed[name] ?? bytes)),
    ...Object.entries(changed)
      .filter(([name]) => all[name] === undefined)
      .map(([name, text]) => entry(name, text)),
  ]);
}

function fill(
  part: string,
  source: string,
  data: PlainData,
  pictures: WordPictures,
  { sources, blocks }: ReadyPartials,
): string {
  const environment = templateEnvironment(sources, {
    picture: (...args: unknown[]) => pictures.show(part, args),
  });
  try {
    const [misplaced] = misplacedPartials(source, blocks);
    if (misplaced) throw new RangeError(`{{> ${misplaced.name}}} does not stand alone in its paragraph`);
    const xml = lineBreaks(environment.compile(source)(data));
    parsePart(xml);
    return xml;
  } catch (cause) {
    throw new DispatchTemplateError(part, cause);
  }
}

/** A line of the data becomes a line in Word. */
function lineBreaks(xml: string): string {
  return xml.replace(/(<w:t(?: [^>]*)?>)([^<]*\n[^<]*)<\/w:t>/g, (_, open: string, text: string) =>
    text
      .split(/\r?\n/)
      .map((line) => `${open}${line}</w:t>`)
      .join("<w:br/>"),
  );
}

/** What a Word template is checked with. */
export interface CheckWordTemplateOptions {
  /** Name of the file, for places. */
  readonly source?: string | undefined;
  readonly data?: object | undefined;
  readonly pictures?: readonly string[] | undefined;
  readonly partials?: WordPartials | undefined;
}

/** As `checkTemplate`, for a template made in Word: the place is the paragraph, counted from 1. Never throws for a bad file. */
export function checkWordTemplate(
  docx: Uint8Array,
  options: CheckWordTemplateOptions = {},
): readonly Issue[] {
  const { source = "", data } = options;
  try {
    const parts = Object.entries(readParts(docx)).filter(([name]) => templateParts.test(name));
    const plain = data === undefined ? null : plainData(data);
    const ready = readyPartials(options.partials ?? {});
    const used = new Set<string>();
    const issues = parts.flatMap(([name, xml]) =>
      checkPart(source, name, joinedTags(xml, ready.blocks), plain, used, options, ready),
    );
    if (plain === null || issues.some(({ code }) => code === "dispatch_template_syntax")) return issues;
    const unused = Object.keys(plain).filter((name) => !used.has(name));
    return [
      ...issues,
      ...unused.map((name) => issue("dispatch_data_unused", { path: name, source }, { name })),
    ];
  } catch (error) {
    if (!(error instanceof NotADocxError)) throw error;
    return [issue("dispatch_file_not_docx", { source }, { message: error.message })];
  }
}

function checkPart(
  source: string,
  name: string,
  part: WordTemplatePart,
  data: PlainData | null,
  used: Set<string>,
  { pictures }: CheckWordTemplateOptions,
  { sources, blocks }: ReadyPartials,
): readonly Issue[] {
  const text = templateText(name, part.source);
  const inPart = name === "word/document.xml" ? "" : `${name.replace(/^word\/|\.xml$/g, "")}, `;
  const place = (offset: number): PathPlace => ({
    path: `${inPart}đoạn ${part.paragraphAt(offset)}`,
    source,
  });
  // Tags of XML are no elements of ours: blanked out, they leave words and Handlebars tags.
  const words = part.source.replace(/<[^>]*>/g, (tag) => " ".repeat(tag.length));
  const structure = checkStructure({ name, source: words, placeAt: place }).filter(
    ({ code }) => code !== "dispatch_words_outside",
  );
  if (structure.length > 0) return structure;
  const torn = brokenNesting(part.source);
  if (torn.length > 0) return torn.map(({ at, tag }) => issue("dispatch_tag_not_closed", place(at), { tag }));
  const misplaced = misplacedPartials(part.source, blocks);
  if (misplaced.length > 0) {
    return misplaced.map(({ at, name: partial }) =>
      issue("dispatch_element_misplaced", place(at), { name: partial, inside: "w:t" }),
    );
  }
  const program = Handlebars.parse(part.source);
  const root = data === null ? ({ kind: "unknown" } as const) : shapeOf(data);
  const walk = walkTemplate(name, program, root, sources, wordHelpers);
  for (const each of walk.used ?? Object.keys(data ?? {})) used.add(each);
  const unknownPictures = pictures === undefined ? [] : missingPictures(part.source, pictures, place);
  return [
    ...walk.issues.map((each) => {
      const isPartials = "source" in each.place && each.place.source !== name;
      return isPartials ? each : { ...each, place: place(offsetOf(each, text.offsetAt)) };
    }),
    ...unknownPictures,
  ];
}

function offsetOf({ place }: Issue, offsetAt: (line: number, column: number) => number): number {
  return "line" in place ? offsetAt(place.line ?? 1, place.column ?? 1) : 0;
}

function missingPictures(
  source: string,
  pictures: readonly string[],
  place: (offset: number) => PathPlace,
): readonly Issue[] {
  return [...source.matchAll(/\{\{\s*picture\s+"([^"]*)"/g)].flatMap((match) => {
    const name = match[1] as string;
    return pictures.includes(name)
      ? []
      : [issue("dispatch_picture_unknown", place(match.index), { name, nearest: null })];
  });
}
