import Handlebars from "handlebars";
import { issue, type Issue, type IssueCode } from "@chiendich/core";
import { elements, inlineElements, type ElementRule } from "../markup/element.ts";
import { nearestName } from "./nearest-name.ts";
import { scanTags, type Tag } from "./tag-scan.ts";
import type { TemplateText } from "./template-text.ts";

const allElements: Readonly<Record<string, ElementRule>> = { ...elements, ...inlineElements };

interface Open {
  readonly tag: Tag;
  readonly isElement: boolean;
}

/**
 * What is wrong with a template before its data is looked at: elements and blocks that do not close
 * or stand where they may not, unescaped tags, tags Handlebars cannot read. All of it at once.
 */
export function checkStructure(template: TemplateText): readonly Issue[] {
  const issues: Issue[] = [];
  const stack: Open[] = [];
  for (const tag of scanTags(template.source)) {
    issues.push(...checkAlone(tag, template, innermost(stack)));
    switch (tag.kind) {
      case "elementOpen":
        stack.push({ tag, isElement: true });
        break;
      case "blockOpen":
        stack.push({ tag, isElement: false });
        break;
      case "blockElse":
        closeAbove(stack, (open) => !open.isElement, template, issues);
        break;
      case "elementClose":
      case "blockClose":
        close(tag, stack, template, issues);
        break;
    }
  }
  issues.push(...stack.toReversed().map((open) => notClosed(open, template)));
  // What was not closed swallows what follows it: one cause, one issue.
  return issues.some(({ code }) => unbalanced.has(code))
    ? issues.filter(({ code }) => !consequences.has(code))
    : issues;
}

const unbalanced = new Set<IssueCode>(["dispatch_tag_not_closed", "dispatch_tag_not_opened"]);
const consequences = new Set<IssueCode>(["dispatch_words_outside", "dispatch_element_misplaced"]);

const innermost = (stack: readonly Open[]) => stack.findLast(({ isElement }) => isElement)?.tag.name ?? null;

function notClosed({ tag, isElement }: Open, template: TemplateText): Issue {
  return issue("dispatch_tag_not_closed", template.placeAt(tag.at), {
    tag: isElement ? `<${tag.name}>` : `{{#${tag.name}}}`,
  });
}

/** Whatever stands above the innermost that fits was not closed. Returns whether there is one. */
function closeAbove(
  stack: Open[],
  fits: (open: Open) => boolean,
  template: TemplateText,
  issues: Issue[],
): boolean {
  const index = stack.findLastIndex(fits);
  if (index < 0) return false;
  while (stack.length - 1 > index) issues.push(notClosed(stack.pop() as Open, template));
  return true;
}

function close(tag: Tag, stack: Open[], template: TemplateText, issues: Issue[]): void {
  const isElement = tag.kind === "elementClose";
  // An element may not reach out of the block it was opened in, nor the other way round.
  const barrier = isElement ? stack.findLastIndex((open) => !open.isElement) : -1;
  const inside = stack.slice(barrier + 1);
  const fits = (open: Open) => open.isElement === isElement && open.tag.name === tag.name;
  if (!inside.some(fits)) {
    const text = isElement ? `</${tag.name}>` : `{{/${tag.name}}}`;
    issues.push(issue("dispatch_tag_not_opened", template.placeAt(tag.at), { tag: text }));
    return;
  }
  closeAbove(stack, fits, template, issues);
  stack.pop();
}

function checkAlone(tag: Tag, template: TemplateText, inside: string | null): readonly Issue[] {
  const place = template.placeAt(tag.at);
  switch (tag.kind) {
    case "elementOpen":
    case "elementEmpty":
      return [...checkElement(tag, template, inside), ...checkAttributes(tag, template)];
    case "words":
    case "value":
      return checkWords(tag, template, inside);
    case "unescaped":
      return [issue("dispatch_tag_unescaped", place, { tag: tag.inside })];
    case "unclosed":
      return [issue("dispatch_tag_not_closed", place, { tag: tag.name })];
    case "notUnderstood":
      return [issue("dispatch_element_unknown", place, { name: tag.name.slice(1), nearest: null })];
    default:
      return checkExpression(tag, template);
  }
}

function checkElement({ name, at }: Tag, template: TemplateText, inside: string | null): readonly Issue[] {
  const place = template.placeAt(at);
  const rule = Object.hasOwn(allElements, name) ? allElements[name] : undefined;
  if (rule === undefined) {
    const nearest = nearestName(name, Object.keys(allElements));
    return [issue("dispatch_element_unknown", place, { name, nearest })];
  }
  const outer = inside === null ? undefined : allElements[inside];
  // Inside something unknown nothing can be said.
  if (inside !== null && outer === undefined) return [];
  const content = outer?.content ?? "blocks";
  const inline = Object.hasOwn(inlineElements, name);
  const fits =
    content === "words"
      ? inline
      : content === "blocks"
        ? !inline && rule.within === undefined
        : content !== "nothing" && content.includes(name);
  return fits ? [] : [issue("dispatch_element_misplaced", place, { name, inside })];
}

function checkAttributes({ name, inside, at }: Tag, template: TemplateText): readonly Issue[] {
  const rule = Object.hasOwn(allElements, name) ? allElements[name] : undefined;
  if (rule === undefined) return [];
  const known = rule.attributes.map((attribute) => attribute.replace("!", ""));
  const given = [...inside.matchAll(/(?:^|\s)([a-z]+)="/g)].map(([, attribute]) => attribute as string);
  const place = template.placeAt(at);
  const unknown = given
    .filter((attribute) => !known.includes(attribute))
    .map((attribute) =>
      issue("dispatch_attribute_unknown", place, {
        element: name,
        attribute,
        nearest: nearestName(attribute, known),
      }),
    );
  const missing = rule.attributes
    .filter((attribute) => attribute.endsWith("!") && !given.includes(attribute.slice(0, -1)))
    .map((attribute) =>
      issue("dispatch_attribute_missing", place, { element: name, attribute: attribute.slice(0, -1) }),
    );
  return [...unknown, ...missing];
}

function checkWords(tag: Tag, template: TemplateText, inside: string | null): readonly Issue[] {
  const content = inside === null ? "blocks" : allElements[inside]?.content;
  const words = tag.kind === "words" ? tag.name : `{{${tag.inside}}}`;
  const misplaced =
    content === undefined || content === "words"
      ? []
      : [issue("dispatch_words_outside", template.placeAt(tag.at), { words: shortened(words) })];
  return tag.kind === "value" ? [...misplaced, ...checkExpression(tag, template)] : misplaced;
}

const shortened = (words: string) => (words.length > 40 ? `${words.slice(0, 40)}…` : words);

/** Lets Handlebars read the tag on its own, so that one unreadable tag does not hide the next. */
function checkExpression(tag: Tag, template: TemplateText): readonly Issue[] {
  const alone: Partial<Record<Tag["kind"], string>> = {
    value: `{{${tag.inside}}}`,
    partial: `{{${tag.inside}}}`,
    blockOpen: `{{${tag.inside}}}{{/${tag.name}}}`,
    blockElse: `{{#if a}}{{${tag.inside}}}{{/if}}`,
  };
  const source = alone[tag.kind];
  if (source === undefined) return [];
  try {
    Handlebars.parse(source);
    return [];
  } catch {
    return [issue("dispatch_template_syntax", template.placeAt(tag.at), { message: `{{${tag.inside}}}` })];
  }
}
