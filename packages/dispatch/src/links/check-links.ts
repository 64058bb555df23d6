import type { Campaign, Issue } from "@chiendich/core";
import { documentTree, type DispatchDocument, type Templates } from "../document/dispatch-document.ts";
import type { Block, Inline } from "../document/document-tree.ts";
import { checkLink } from "./check-link.ts";

/**
 * Every address a document leads to, in words, links and QR pictures, against the hosts the campaign
 * allows. Mail addresses are none.
 */
export function checkLinks(
  document: DispatchDocument,
  { linkHosts }: Pick<Campaign, "linkHosts">,
  templates: Templates = {},
): readonly Issue[] {
  const tree = documentTree(document, templates);
  const inWords = new Set(tree.blocks.flatMap(linksOf));
  const inPictures = Object.entries(document.pictures).flatMap(([name, picture]) =>
    picture.kind === "qr" && /^[a-z][a-z0-9+.-]*:/i.test(picture.text)
      ? checkLink(picture.text, linkHosts, { path: `pictures.${name}` })
      : [],
  );
  return [...[...inWords].flatMap((link) => checkLink(link, linkHosts, { path: link })), ...inPictures];
}

function linksOf(block: Block): readonly string[] {
  switch (block.kind) {
    case "paragraph":
      return linksIn(block.content);
    case "recipients":
    case "copies":
      return block.items.flatMap(linksIn);
    case "table":
      return block.rows.flatMap((row) => row.cells.flatMap((cell) => linksIn(cell.content)));
    case "letterhead":
      return block.rows.flatMap((row) => [...row.left, ...row.right].flatMap(linksOf));
    case "signOff":
      return [...block.left, ...block.right].flatMap(linksOf);
    default:
      return [];
  }
}

function linksIn(content: readonly Inline[]): readonly string[] {
  return content.flatMap((inline) => {
    if (inline.kind === "break") return [];
    if (inline.href !== null) return inline.href.startsWith("mailto:") ? [] : [inline.href];
    return inline.text.match(/https?:\/\/[^\s“”<>]+[^\s“”<>.,;:)]/gi) ?? [];
  });
}
