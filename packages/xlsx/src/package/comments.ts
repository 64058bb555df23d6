import { isSpreadsheetML } from "../xml/read-xml.ts";
import type { Relationship, WorkbookPackage } from "./workbook-package.ts";
import { textCollector } from "./shared-strings.ts";

/**
 * The comments of one sheet by cell address. A conversation (threaded comment) replaces the note that
 * programs keep beside it for older ones, and its replies follow on lines of their own.
 */
export function readComments(
  file: WorkbookPackage,
  related: readonly Relationship[],
): ReadonlyMap<string, string> {
  const comments = new Map<string, string>();
  for (const part of existing(file, related, "comments")) readNotes(file, part, comments);
  for (const part of existing(file, related, "threadedComment")) readThreads(file, part, comments);
  return comments;
}

function existing(file: WorkbookPackage, related: readonly Relationship[], wanted: string): string[] {
  return related.flatMap(({ kind, target }) => (kind === wanted && file.find(target) ? [target] : []));
}

function readNotes(file: WorkbookPackage, part: string, comments: Map<string, string>): void {
  const text = textCollector();
  let ref = "";
  file.readXml(part, {
    open(element) {
      if (!isSpreadsheetML(element.uri)) return;
      if (element.name === "comment") {
        ref = element.attributes["ref"] ?? "";
        text.begin();
      } else text.open(element);
    },
    text: (piece) => text.text(piece),
    close(element) {
      if (element.name === "comment") comments.set(ref, text.end().value);
      else text.close(element);
    },
  });
}

function readThreads(file: WorkbookPackage, part: string, comments: Map<string, string>): void {
  const threads = new Map<string, string[]>();
  let ref = "";
  let text = "";
  let inText = false;
  file.readXml(part, {
    open({ name, attributes }) {
      if (name === "threadedComment") {
        ref = attributes["ref"] ?? "";
        text = "";
      }
      inText = name === "text";
    },
    text(piece) {
      if (inText) text += piece;
    },
    close({ name }) {
      inText = false;
      if (name === "threadedComment") threads.set(ref, [...(threads.get(ref) ?? []), text]);
    },
  });
  for (const [address, lines] of threads) comments.set(address, lines.join("\n"));
}
