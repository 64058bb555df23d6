import type { ComponentId } from "../layout/component.ts";

/** What an element may hold: blocks, words, certain elements only, or nothing. */
export type Content = "blocks" | "words" | "nothing" | readonly string[];

export interface ElementRule {
  readonly content: Content;
  /** Attribute names; those ending in `!` must be there. */
  readonly attributes: readonly string[];
  /** Elements it may stand in; absent for blocks, which stand wherever blocks may. */
  readonly within?: readonly string[];
}

/** Elements that are one paragraph each, with the component that says how it is set. */
export const paragraphElements: Readonly<Record<string, ComponentId>> = {
  country: "country",
  motto: "motto",
  parent: "parent",
  issuer: "issuer",
  number: "number",
  "place-date": "placeDate",
  about: "about",
  type: "type",
  subject: "subject",
  basis: "basis",
  p: "paragraph",
  part: "part",
  "part-title": "partTitle",
  heading: "heading",
  article: "article",
  clause: "clause",
  caption: "caption",
  authority: "authority",
  signer: "signer",
  drafter: "drafter",
  secrecy: "secrecy",
  urgency: "urgency",
  handling: "handling",
  contact: "contact",
};

const cell: ElementRule = { content: "words", attributes: ["align", "span"], within: ["tr"] };

/** Every element of a template, documented in the package's README. */
export const elements: Readonly<Record<string, ElementRule>> = {
  ...Object.fromEntries(
    Object.keys(paragraphElements).map((name) => [
      name,
      {
        content: "words",
        attributes: ["p", "clause", "heading"].includes(name) ? ["numbered"] : [],
      } as const,
    ]),
  ),
  letterhead: { content: ["row"], attributes: [] },
  row: { content: ["left", "right"], attributes: [], within: ["letterhead"] },
  "sign-off": { content: ["left", "right"], attributes: [] },
  left: { content: "blocks", attributes: [], within: ["row", "sign-off"] },
  right: { content: "blocks", attributes: [], within: ["row", "sign-off"] },
  to: { content: ["item"], attributes: ["title"] },
  copies: { content: ["item"], attributes: [] },
  item: { content: "words", attributes: [], within: ["to", "copies"] },
  table: { content: ["tr"], attributes: ["widths!", "size"] },
  tr: { content: ["th", "td"], attributes: [], within: ["table"] },
  th: cell,
  td: cell,
  picture: { content: "nothing", attributes: ["name!", "width"] },
  "signature-space": { content: "nothing", attributes: [] },
  "page-break": { content: "nothing", attributes: [] },
  appendix: { content: "nothing", attributes: ["title!", "number", "attached", "landscape"] },
};

/** Elements that stand among words. */
export const inlineElements: Readonly<Record<string, ElementRule>> = {
  b: { content: "words", attributes: [] },
  i: { content: "words", attributes: [] },
  a: { content: "words", attributes: ["href!"] },
  br: { content: "nothing", attributes: [] },
};
