import { SaxesParser, type SaxesTagNS } from "saxes";
import { refuse } from "../workbook-problem.ts";

/** Where the XML comes from, for issues, and how deep it may nest. */
export interface XmlOrigin {
  readonly source: string;
  readonly part: string;
  readonly depth: number;
}

/**
 * An element without its prefix. Attributes of the relationships namespace are named `r:…`, those of
 * LibreOffice's extension of OpenDocument `calcext:…`, all others plainly.
 */
export interface XmlElement {
  readonly name: string;
  readonly uri: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface XmlHandlers {
  open?(element: XmlElement): void;
  close?(element: XmlElement): void;
  /** Character data and CDATA, in pieces. */
  text?(text: string): void;
}

/** Parses XML piece by piece. */
export interface XmlReader {
  write(text: string): void;
  end(): void;
}

/**
 * A reader over the kept XML parser. A DOCTYPE is refused before any entity could be declared, and
 * whatever is not well-formed is an issue.
 */
export function xmlReader(handlers: XmlHandlers, origin: XmlOrigin): XmlReader {
  const { source, part } = origin;
  const parser = new SaxesParser({ xmlns: true, position: false });
  const stack: XmlElement[] = [];
  parser.on("error", (error) => refuse("workbook_damaged", { source }, { part, detail: error.message }));
  parser.on("doctype", () => refuse("workbook_declares_entities", { source }, { part }));
  parser.on("opentag", (tag) => {
    const element = plain(tag);
    stack.push(element);
    if (stack.length > origin.depth) {
      refuse("workbook_too_large", { source }, { limit: "depth", allowed: origin.depth });
    }
    handlers.open?.(element);
  });
  parser.on("closetag", () => {
    const element = stack.pop();
    if (element) handlers.close?.(element);
  });
  parser.on("text", (text) => handlers.text?.(text));
  parser.on("cdata", (text) => handlers.text?.(text));
  return { write: (text) => void parser.write(text), end: () => void parser.close() };
}

function plain(tag: SaxesTagNS): XmlElement {
  // No prototype: an attribute called `__proto__` is a name like any other.
  const attributes = Object.create(null) as Record<string, string>;
  for (const { local, uri, prefix, value } of Object.values(tag.attributes)) {
    if (prefix === "xmlns" || (prefix === "" && local === "xmlns")) continue;
    attributes[`${keptPrefix(uri)}${local}`] = value;
  }
  return { name: tag.local, uri: tag.uri, attributes };
}

/** Two dialects reuse names that stand beside the plain ones. */
function keptPrefix(uri: string): string {
  if (isRelationships(uri)) return "r:";
  return uri.endsWith(":calcext:1.0") ? "calcext:" : "";
}

function isRelationships(uri: string): boolean {
  return uri.endsWith("/officeDocument/2006/relationships") || uri.endsWith("/officeDocument/relationships");
}

/** Whether the element belongs to SpreadsheetML, transitional or strict. */
export function isSpreadsheetML(uri: string): boolean {
  return (
    uri === "http://schemas.openxmlformats.org/spreadsheetml/2006/main" ||
    uri === "http://purl.oclc.org/ooxml/spreadsheetml/main"
  );
}

/** Parses a whole part. */
export function readXml(bytes: Uint8Array, handlers: XmlHandlers, origin: XmlOrigin): void {
  const reader = xmlReader(handlers, origin);
  reader.write(decodeXml(bytes, origin));
  reader.end();
}

/** Bytes to text by byte order mark or XML declaration; UTF-8 without either. */
export function decodeXml(bytes: Uint8Array, { source, part }: XmlOrigin): string {
  const encoding = xmlEncoding(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return refuse("workbook_damaged", { source }, { part, detail: encoding });
  }
}

/** The encoding a part states, lower case. */
export function xmlEncoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes[0] === 0x3c && bytes[1] === 0) return "utf-16le";
  if (bytes[0] === 0 && bytes[1] === 0x3c) return "utf-16be";
  const declaration = String.fromCharCode(...bytes.subarray(0, 120));
  return (
    /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/
      .exec(declaration)?.[1]
      ?.toLowerCase() ?? "utf-8"
  );
}
