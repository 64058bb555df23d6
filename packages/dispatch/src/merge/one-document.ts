import type { DispatchDocument } from "../document/dispatch-document.ts";
import type { Block, Picture } from "../document/document-tree.ts";
import type { Piece } from "../docx/body.ts";
import { sectionBreakXml, sectionXml } from "../docx/section.ts";
import { StretchWriter } from "../docx/stretch.ts";
import { documentEnd, documentStart, surroundingEntries } from "../docx/write-docx.ts";
import { zip } from "../docx/zip.ts";
import { printable } from "../template/plain-data.ts";
import { LetterWriter } from "./letter-writer.ts";
import type { MergeOptions, Recipients } from "./merge-options.ts";

/** Word becomes slow beyond this; more letters are better as files. */
const mostLetters = 5000;

/**
 * All letters in one .docx, each a section of its own whose pages are numbered from 1: what an office
 * prints and signs in one go.
 *
 * @throws {RangeError} for no letter, or more than 5,000
 */
export async function mergeIntoOne(
  document: DispatchDocument,
  recipients: Recipients,
  options: Omit<MergeOptions, "compression"> = {},
): Promise<Uint8Array> {
  const { signal, onProgress } = options;
  const writer = new LetterWriter(document, options);
  const pieces: Piece[] = [{ xml: documentStart, key: "start" }];
  const pictures: Record<string, Picture> = { ...document.pictures };
  const drawings = { next: 1, alike: false };
  let written = 0;
  let landscape = false;
  for await (const recipient of recipients) {
    signal?.throwIfAborted();
    if (written === mostLetters) throw new RangeError(`more than ${mostLetters} letters in one document`);
    if (written > 0) pieces.push({ xml: sectionBreakXml(landscape), key: `break${landscape ? 1 : 0}` });
    const own = Object.entries(recipient.pictures ?? {});
    // A letter's own pictures take names of their own among those of all letters.
    const names = new Map(own.map(([name]) => [name, `${name}#${written}`]));
    for (const [name, picture] of own) pictures[names.get(name) as string] = picture;
    const blocks = writer.blocks(recipient).map((block) => renamed(block, names));
    const body = writer.body(blocks, pictures, drawings);
    pieces.push(...body.pieces);
    landscape = body.landscape;
    written += 1;
    onProgress?.(written);
  }
  signal?.throwIfAborted();
  if (written === 0) throw new RangeError("there is no letter to write");
  pieces.push({ xml: sectionXml(landscape) + documentEnd, key: "end" });
  const body = new StretchWriter(null).entry("word/document.xml", pieces);
  return zip([...surroundingEntries({ title: printable(document.title), pictures }), body]);
}

/** The block with its pictures under their new names; itself when it has none of them. */
function renamed(block: Block, names: ReadonlyMap<string, string>): Block {
  if (names.size === 0) return block;
  const all = (blocks: readonly Block[]) => blocks.map((each) => renamed(each, names));
  if (block.kind === "picture") return { ...block, name: names.get(block.name) ?? block.name };
  if (block.kind === "signOff") return { ...block, left: all(block.left), right: all(block.right) };
  return block;
}
