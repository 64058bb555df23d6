import { parseAddress, printAddress, type CellAddress } from "@chiendich/core";
import { escapeText } from "../sheet/text.ts";
import { attributeOf, contentText, edited, tagsOf, type Edit } from "../xml/tags.ts";
import type { Annotation } from "./annotation.ts";

/** Who our comments are by, so that the next annotated return can tell them from people's. */
export const AUTHOR = "Chiendich";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

export function emptyComments(): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${MAIN}"><authors></authors><commentList></commentList></comments>`;
}

/** The colour of what we say inside somebody else's comment: how to find it again, and to tell it apart. */
const OUR_COLOR = "FF9C0006";

/** The comments part without what we said earlier, and the cells where we said it. */
export function withoutOurs(xml: string): {
  readonly xml: string;
  /** Cells that have no comment now. */
  readonly removed: readonly CellAddress[];
  /** All cells where we had said something. */
  readonly cells: readonly CellAddress[];
} {
  const { authors } = findComments(xml);
  const edits: Edit[] = [];
  const removed: CellAddress[] = [];
  const cells: CellAddress[] = [];
  let comment: { start: number; at: CellAddress | null; isOurs: boolean } | null = null;
  let runFrom = 0;
  for (const tag of tagsOf(xml)) {
    if (tag.local === "comment" && tag.kind === "open") {
      const author = authors[Number(attributeOf(tag.text, "authorId") ?? -1)];
      comment = {
        start: tag.start,
        at: parseAddress(attributeOf(tag.text, "ref") ?? ""),
        isOurs: author === AUTHOR,
      };
    } else if (tag.local === "comment" && comment?.isOurs) {
      edits.push({ start: comment.start, end: tag.end, text: "" });
      if (comment.at) {
        removed.push(comment.at);
        cells.push(comment.at);
      }
    } else if (tag.local === "r" && tag.kind === "open") runFrom = tag.start;
    else if (
      tag.local === "r" &&
      comment &&
      !comment.isOurs &&
      xml.slice(runFrom, tag.end).includes(OUR_COLOR)
    ) {
      edits.push({ start: runFrom, end: tag.end, text: "" });
      if (comment.at) cells.push(comment.at);
    }
  }
  return { xml: edited(xml, edits), removed, cells };
}

/** The comments part with our comments added, and the cells whose comment is new and needs a box. */
export function withComments(
  xml: string,
  annotations: readonly Annotation[],
): { readonly xml: string; readonly added: readonly Annotation[] } {
  const { prefix, authors, authorsTag, listTag, textEnds } = findComments(xml);
  const edits: Edit[] = [];
  const added: Annotation[] = [];
  let author = authors.indexOf(AUTHOR);
  if (author < 0) {
    author = authors.length;
    edits.push(...inside(authorsTag, `<${prefix}author>${AUTHOR}</${prefix}author>`));
  }
  const fresh: string[] = [];
  for (const annotation of annotations) {
    const ref = printAddress(annotation.at);
    const end = textEnds.get(ref);
    if (end === undefined) {
      const text = `<${prefix}text>${run(prefix, annotation.text)}</${prefix}text>`;
      fresh.push(`<${prefix}comment ref="${ref}" authorId="${author}">${text}</${prefix}comment>`);
      added.push(annotation);
    } else edits.push({ start: end, end, text: run(prefix, `\n\n${annotation.text}`) });
  }
  if (fresh.length > 0) edits.push(...inside(listTag, fresh.join("")));
  return { xml: edited(xml, edits), added };
}

/** A run rather than a plain text: Excel shows plain ones in a size of its own. */
function run(prefix: string, text: string): string {
  const characters = contentText(escapeText(text));
  return (
    `<${prefix}r><${prefix}rPr><${prefix}sz val="9"/><${prefix}color rgb="${OUR_COLOR}"/><${prefix}rFont val="Tahoma"/></${prefix}rPr>` +
    `<${prefix}t xml:space="preserve">${characters}</${prefix}t></${prefix}r>`
  );
}

interface ContainerTag {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly selfClosed: boolean;
  readonly closeAt: number;
}

function inside(tag: ContainerTag, text: string): Edit[] {
  if (!tag.selfClosed) return [{ start: tag.closeAt, end: tag.closeAt, text }];
  return [{ start: tag.start, end: tag.end, text: `<${tag.name}>${text}</${tag.name}>` }];
}

interface FoundComments {
  readonly prefix: string;
  readonly authors: readonly string[];
  readonly authorsTag: ContainerTag;
  readonly listTag: ContainerTag;
  /** By cell, where its comment's text ends. */
  readonly textEnds: ReadonlyMap<string, number>;
}

function findComments(xml: string): FoundComments {
  const authors: string[] = [];
  const textEnds = new Map<string, number>();
  const containers = new Map<string, ContainerTag>();
  let prefix = "";
  let opened = 0;
  let ref = "";
  for (const { local, kind, start, end, name, text } of tagsOf(xml)) {
    if (local === "comments") prefix = name.slice(0, -"comments".length);
    else if (local === "authors" || local === "commentList") {
      const before = containers.get(local);
      const selfClosed = kind === "selfClosed";
      containers.set(local, {
        start: before?.start ?? start,
        end: before?.end ?? end,
        name,
        selfClosed,
        closeAt: start,
      });
    } else if (local === "author") {
      if (kind === "close") authors.push(xml.slice(opened, start));
      else if (kind === "selfClosed") authors.push("");
      opened = end;
    } else if (local === "comment" && kind === "open") ref = attributeOf(text, "ref") ?? "";
    else if (local === "text" && kind === "close") textEnds.set(ref, start);
  }
  const nowhere: ContainerTag = { start: 0, end: 0, name: "", selfClosed: false, closeAt: 0 };
  return {
    prefix,
    authors,
    authorsTag: containers.get("authors") ?? nowhere,
    listTag: containers.get("commentList") ?? nowhere,
    textEnds,
  };
}
