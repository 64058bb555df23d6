import Handlebars from "handlebars";
import { issue, type Issue } from "@chiendich/core";
import type { Templates } from "../document/dispatch-document.ts";
import { shippedTemplates } from "../shipped/shipped-templates.ts";
import { checkStructure } from "./check-structure.ts";
import { nearestName } from "./nearest-name.ts";
import { plainData } from "./plain-data.ts";
import { shapeOf } from "./shape.ts";
import { scanTags } from "./tag-scan.ts";
import { templateText, type TemplateText } from "./template-text.ts";
import { walkTemplate } from "./walk-template.ts";

/** What a template is checked with. */
export interface CheckTemplateOptions {
  /** Name of the template, for places; `template` when absent. */
  readonly name?: string | undefined;
  /** Data as it will be merged. Without it only the template itself is checked. */
  readonly data?: object | undefined;
  /** Names of the document's pictures. */
  readonly pictures?: readonly string[] | undefined;
  /** The office's own templates and partials. */
  readonly templates?: Templates | undefined;
}

/**
 * Everything that is wrong with a template, before a single letter is written: unclosed blocks,
 * unknown elements, helpers, partials and pictures, unescaped tags, and every tag the data does not
 * have, with line, column and the name most likely meant. Data the template leaves unused is told too.
 *
 * @throws {TypeError} when the template is no text, or the data no plain data
 */
export function checkTemplate(source: string, options: CheckTemplateOptions = {}): readonly Issue[] {
  if (typeof source !== "string") throw new TypeError("a template is text");
  const template = templateText(options.name ?? "template", source);
  const partials = { ...shippedTemplates, ...options.templates };
  const structure = checkStructure(template);
  const pictures = options.pictures === undefined ? [] : checkPictures(template, options.pictures);
  const called = checkOwnPartials(options.templates ?? {});
  return distinct([...structure, ...called, ...pictures, ...checkTags(template, partials, options.data)]);
}

/** Shipped partials are checked by our own tests; an office's own ones here, with every template that may call them. */
function checkOwnPartials(templates: Templates): readonly Issue[] {
  return Object.entries(templates).flatMap(([name, source]) => checkStructure(templateText(name, source)));
}

function checkTags(
  template: TemplateText,
  partials: Readonly<Record<string, string>>,
  data: object | undefined,
): readonly Issue[] {
  const program = parsed(template.source);
  if (program === null) return [];
  const plain = data === undefined ? null : plainData(data);
  const root = plain === null ? ({ kind: "unknown" } as const) : shapeOf(plain);
  const { issues, used } = walkTemplate(template.name, program, root, partials);
  if (plain === null || used === null) return issues;
  const unused = Object.keys(plain)
    .filter((name) => !used.has(name))
    .map((name) => issue("dispatch_data_unused", { path: name, source: template.name }, { name }));
  return [...issues, ...unused];
}

function parsed(source: string): hbs.AST.Program | null {
  try {
    return Handlebars.parse(source);
  } catch {
    // Why it cannot be read is told by the check of its structure.
    return null;
  }
}

function checkPictures(template: TemplateText, pictures: readonly string[]): readonly Issue[] {
  return scanTags(template.source).flatMap((tag) => {
    const name = tag.name === "picture" ? /(?:^|\s)name="([^"{]*)"/.exec(tag.inside)?.[1] : undefined;
    if (name === undefined || pictures.includes(name)) return [];
    const nearest = nearestName(name, pictures);
    return [issue("dispatch_picture_unknown", template.placeAt(tag.at), { name, nearest })];
  });
}

/** A partial called twice shows its problems once. */
function distinct(issues: readonly Issue[]): readonly Issue[] {
  return [...new Map(issues.map((each) => [JSON.stringify(each), each])).values()];
}
