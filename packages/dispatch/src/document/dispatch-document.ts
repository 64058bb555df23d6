import { blocksOf, fromStart, MarkupError, type Numbering } from "../markup/blocks-of.ts";
import { parseMarkup } from "../markup/parse-markup.ts";
import { shippedTemplates } from "../shipped/shipped-templates.ts";
import {
  fillPrecompiled,
  templateEnvironment,
  type FilledTemplate,
  type PrecompiledTemplates,
} from "../template/environment.ts";
import { plainData, printable } from "../template/plain-data.ts";
import type { DocumentTree, Picture } from "./document-tree.ts";

/**
 * A dispatch before it is written: which template, the data it is filled with, the pictures it shows.
 * Plain data but for the bytes of pictures.
 */
export interface DispatchDocument {
  /** Name of a shipped template or of one given when rendering. */
  readonly template: string;
  /** What the file says about itself; not printed. */
  readonly title: string;
  readonly data: object;
  readonly pictures: Readonly<Record<string, Picture>>;
}

/**
 * An office's own templates and partials by name; they take the place of shipped ones of that name.
 * Compiled once for each such object: give a new one when a text has changed.
 */
export type Templates = Readonly<Record<string, string>>;

/** A template, its data or its markup does not fit. `checkTemplate` says so beforehand, all at once. */
export class DispatchTemplateError extends Error {
  override readonly name = "DispatchTemplateError";
  readonly template: string;

  constructor(template: string, cause: unknown) {
    super(`template ${template}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.template = template;
  }
}

/**
 * The document tree a template gives for some data.
 *
 * @throws {DispatchTemplateError} when the template asks for data that is not there, or its markup is wrong
 */
export function documentTree(
  document: DispatchDocument,
  templates: Templates = noOwnTemplates,
): DocumentTree {
  const filled = fillTemplate(templateNamed(document.template, templates), document);
  return {
    title: printable(document.title),
    blocks: blocksFrom(document.template, filled, fromStart()),
    pictures: document.pictures,
  };
}

/**
 * As `documentTree`, with templates compiled while building: for pages whose content security policy
 * forbids `eval`.
 *
 * @throws {DispatchTemplateError} as `documentTree`
 */
export function precompiledTree(document: DispatchDocument, templates: PrecompiledTemplates): DocumentTree {
  const filled = fillTemplate((data) => fillPrecompiled(templates, document.template, data), document);
  return {
    title: printable(document.title),
    blocks: blocksFrom(document.template, filled, fromStart()),
    pictures: document.pictures,
  };
}

const noOwnTemplates: Templates = Object.freeze({});

/** Templates compiled for a set of an office's own: compiling takes longer than filling in. */
const compiled = new WeakMap<Templates, Map<string, FilledTemplate>>();

function templateNamed(name: string, templates: Templates): FilledTemplate {
  const known = compiled.get(templates) ?? new Map<string, FilledTemplate>();
  compiled.set(templates, known);
  const before = known.get(name);
  if (before !== undefined) return before;
  const all: Templates = { ...shippedTemplates, ...templates };
  const source = Object.hasOwn(all, name) ? all[name] : undefined;
  if (source === undefined) throw new RangeError(`there is no template called ${name}`);
  const template = templateEnvironment(all).compile(source);
  known.set(name, template);
  return template;
}

function fillTemplate(template: FilledTemplate, { template: name, data }: DispatchDocument): string {
  const plain = plainData(data);
  try {
    return template(plain);
  } catch (cause) {
    throw new DispatchTemplateError(name, cause);
  }
}

/** Blocks of filled-in markup. @throws {DispatchTemplateError} */
export function blocksFrom(template: string, markup: string, numbering: Numbering): DocumentTree["blocks"] {
  const { nodes, problems } = parseMarkup(markup);
  const [problem] = problems;
  if (problem) throw new DispatchTemplateError(template, new MarkupError(`${problem.kind}: ${problem.name}`));
  try {
    return blocksOf(nodes, numbering);
  } catch (cause) {
    throw new DispatchTemplateError(template, cause);
  }
}
