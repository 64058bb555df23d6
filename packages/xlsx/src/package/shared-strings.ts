import type { Cell, TextRun } from "@chiendich/core";
import { notesOn, unescapeText, type TextNotes } from "../sheet/text.ts";
import { readXml, xmlEncoding, type XmlElement, type XmlOrigin } from "../xml/read-xml.ts";
import type { WorkbookPackage } from "./workbook-package.ts";

/** A text as cells use it. */
export interface SharedText {
  readonly value: string;
  /** The one font of all runs, where they name one. */
  readonly font?: string | undefined;
  /** Only when the runs differ in font. */
  readonly runs?: readonly TextRun[] | undefined;
  readonly notes: TextNotes | null;
  /** The cell made of it last and its style, for whoever makes cells; labels stand in thousands of cells alike. */
  label?: Cell | undefined;
  labelStyle?: number | undefined;
}

/** The texts that cells refer to by number. */
export interface SharedStrings {
  readonly length: number;
  /** `undefined` when there is no such text. */
  at(index: number): SharedText | undefined;
}

export const noStrings: SharedStrings = { length: 0, at: () => undefined };

/** Decoded texts kept at hand; a power of two. */
const KEPT = 16_384;

/**
 * Keeps the part's bytes and decodes a text when a cell asks for it: a table of half a million rows
 * has as many unique texts, and as strings they would weigh several times as much.
 */
export function readSharedStrings(file: WorkbookPackage, part: string): SharedStrings {
  const bytes = file.bytes(part);
  const origin = file.origin(part);
  const spans = ordinarySpans(bytes);
  if (!spans) return parsedStrings(bytes, origin);

  const { starts, length } = spans;
  const kept = new Array<SharedText | undefined>(Math.min(KEPT, length));
  const keptIndex = new Int32Array(kept.length).fill(-1);
  // A text asked for once is likely unique and not worth keeping; as garbage that has grown old it would weigh most.
  const asked = new Uint8Array(length);
  return {
    length,
    at(index) {
      if (index < 0 || index >= length) return undefined;
      const slot = index & (KEPT - 1);
      if (keptIndex[slot] === index) return kept[slot];
      const text = sharedText(bytes, starts[index] as number, origin);
      if (asked[index] === 1) {
        keptIndex[slot] = index;
        kept[slot] = text;
      } else asked[index] = 1;
      return text;
    },
  };
}

interface Spans {
  readonly starts: Uint32Array;
  readonly length: number;
}

/** Where each `<si>` begins; `null` when the XML is written in another way than programs do. */
function ordinarySpans(bytes: Buffer): Spans | null {
  if (xmlEncoding(bytes) !== "utf-8" || bytes.includes("<!")) return null;
  const root = bytes.indexOf("<sst");
  if (root < 0) return null;
  const rootEnd = bytes.indexOf(">", root);
  const rootTag = bytes.toString("latin1", root, rootEnd);
  // Without a default namespace the elements have prefixes, or are not what they seem.
  if (!/\sxmlns\s*=\s*["'][^"']*(?:spreadsheetml\/2006\/main|ooxml\/spreadsheetml\/main)["']/.test(rootTag))
    return null;

  let starts = new Uint32Array(1024);
  let length = 0;
  for (let at = bytes.indexOf("<si", rootEnd); at >= 0;) {
    const next = bytes[at + 3];
    if (next !== 0x3e && next !== 0x2f && next !== 0x20) return null;
    const end = endOfItem(bytes, at);
    if (end < at + 5) return null;
    if (length === starts.length) starts = grown(starts);
    starts[length++] = at;
    // Texts follow one another directly in nearly every file; looking there first saves a search.
    at =
      bytes[end] === 0x3c && bytes[end + 1] === 0x73 && bytes[end + 2] === 0x69
        ? end
        : bytes.indexOf("<si", end);
  }
  return { starts, length };
}

/** Behind the `<si/>` that stands here, or the next `</si>`; 4 when there is none, as a search that finds nothing would give. */
function endOfItem(bytes: Buffer, from: number): number {
  if (bytes[from + 3] === 0x2f) return from + 5;
  for (let at = from; at + 4 < bytes.length; at++) {
    if (
      bytes[at] === 0x3c &&
      bytes[at + 1] === 0x2f &&
      bytes[at + 2] === 0x73 &&
      bytes[at + 3] === 0x69 &&
      bytes[at + 4] === 0x3e
    ) {
      return at + 5;
    }
  }
  return 4;
}

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}

const PLAIN = Buffer.from("<si><t>");
const PRESERVED = Buffer.from('<si><t xml:space="preserve">');
const CLOSING = Buffer.from("</t></si>");

function sharedText(bytes: Buffer, start: number, origin: XmlOrigin): SharedText {
  const end = endOfItem(bytes, start);
  const opening = startsWith(bytes, start, PLAIN)
    ? PLAIN
    : startsWith(bytes, start, PRESERVED)
      ? PRESERVED
      : null;
  const from = start + (opening?.length ?? 0);
  const to = end - CLOSING.length;
  if (opening && to >= from && startsWith(bytes, to, CLOSING)) {
    let ordinary = true;
    for (let at = from; at < to && ordinary; at++) {
      const byte = bytes[at];
      // `<` opens an element, `&` an entity, and a carriage return would have to become a line feed.
      ordinary = byte !== 0x3c && byte !== 0x26 && byte !== 0x0d;
    }
    if (ordinary) {
      const value = unescapeText(bytes.toString("utf8", from, to));
      return { value, notes: notesOn(value), label: undefined, labelStyle: undefined };
    }
  }
  const wrapped = `<sst xmlns="${MAIN}">${bytes.toString("utf8", start, end)}</sst>`;
  return parsedStrings(Buffer.from(wrapped), origin).at(0) ?? { value: "", notes: null };
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

function startsWith(bytes: Buffer, at: number, wanted: Buffer): boolean {
  for (let index = 0; index < wanted.length; index++) {
    if (bytes[at + index] !== wanted[index]) return false;
  }
  return true;
}

function parsedStrings(bytes: Uint8Array, origin: XmlOrigin): SharedStrings {
  const texts: SharedText[] = [];
  const collector = textCollector();
  readXml(
    bytes,
    {
      open(element) {
        if (element.name === "si") collector.begin();
        else collector.open(element);
      },
      text: (text) => collector.text(text),
      close(element) {
        if (element.name === "si") texts.push(collector.end());
        else collector.close(element);
      },
    },
    origin,
  );
  return { length: texts.length, at: (index) => texts[index] };
}

/** Gathers the text of an `<si>` or `<is>`, run by run; reading aids for East Asian scripts are no part of it. */
export function textCollector() {
  let runs: { text: string; font?: string | undefined }[] = [];
  let inText = false;
  let phonetic = 0;
  return {
    begin() {
      runs = [];
      inText = false;
      phonetic = 0;
    },
    open({ name, attributes }: XmlElement) {
      if (name === "rPh") phonetic++;
      else if (name === "r") runs.push({ text: "" });
      else if (name === "rFont") (runs.at(-1) ?? { font: "" }).font = attributes["val"];
      else if (name === "t" && phonetic === 0) {
        inText = true;
        if (runs.length === 0) runs.push({ text: "" });
      }
    },
    text(text: string) {
      const run = runs.at(-1);
      if (inText && run) run.text += text;
    },
    close({ name }: XmlElement) {
      if (name === "rPh") phonetic--;
      else if (name === "t") inText = false;
    },
    end(): SharedText {
      const unescaped = runs.map(({ text, font }) => ({ text: unescapeText(text), font }));
      const value = unescaped.map(({ text }) => text).join("");
      const fonts = new Set(unescaped.filter(({ text }) => text !== "").map(({ font }) => font));
      const notes = notesOn(value);
      if (fonts.size <= 1) {
        const [font] = fonts;
        return font === undefined ? { value, notes } : { value, font, notes };
      }
      const kept = unescaped.map(({ text, font }) => (font === undefined ? { text } : { text, font }));
      return { value, runs: kept, notes };
    },
  };
}
