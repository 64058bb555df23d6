import type { Field } from "../../report-schema/report-schema.ts";
import type { Cell } from "../../sheet/cell.ts";
import { about, refused, ruleOf, type ReadAnswer } from "./value-context.ts";
import type { ValueRule } from "./value-rule.ts";

const address = /https?:\/\/[^\s<>"“”]+/giu;
const bare = /^(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:\/[^\s<>"“”]*)?$/iu;

/**
 * The web addresses in a cell, each once: several to a cell, with words around them, or as the
 * link behind the words. Words alone are not evidence that anybody can open.
 */
export function readLinks(cell: Cell, text: string, raw: string, field: Field): ReadAnswer {
  const rules = new Set<ValueRule>();
  const found: string[] = [];
  let left = text.replace(address, (match) => {
    found.push(trimmed(match));
    return " ";
  });
  for (const word of left.split(/[\s,;]+/u)) {
    if (!bare.test(trimmed(word))) continue;
    found.push(`https://${trimmed(word)}`);
    rules.add("link-without-scheme");
    left = left.replace(word, " ");
  }
  if (found.length === 0 && cell.link !== undefined && /^https?:\/\//iu.test(cell.link)) {
    found.push(cell.link);
    rules.add("link-behind-text");
  }
  if (found.length === 0) return refused(raw, { code: "report_link_invalid", params: about(field, text) });
  const links = [...new Set(found)];
  if (found.length > 1) rules.add("several-links");
  if (/[\p{L}\d]/u.test(left)) rules.add("links-among-words");
  return { answer: { state: "value", value: links, raw, ...ruleOf(...rules) }, problem: null };
}

/** A sentence's punctuation at the end of an address is not part of it. */
function trimmed(link: string): string {
  return link.replace(/[.,;:!?)\]}'"]+$/u, "");
}
