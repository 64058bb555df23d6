import type { XmlElement } from "@rgrove/parse-xml";
import { printRoman } from "@chiendich/core";
import { paragraphFormat, type ParagraphFormat } from "./word-style.ts";
import { attribute, child, children, numeric } from "./xml-query.ts";

/** What Word's own lists put before a paragraph, and how they set it. */
export interface ListItem {
  /** `1.`, `a)`, `-`. */
  readonly label: string;
  readonly format: ParagraphFormat;
}

interface Level {
  readonly kind: string;
  /** `%1.`: the number of the first level, and a full stop. */
  readonly text: string;
  readonly start: number;
  readonly format: ParagraphFormat;
}

const letters = "abcdefghijklmnopqrstuvwxyz";

function numeral(kind: string, number: number): string {
  switch (kind) {
    case "upperRoman":
      return printRoman(number);
    case "lowerRoman":
      return printRoman(number).toLowerCase();
    case "lowerLetter":
      return letters[(number - 1) % 26] as string;
    case "upperLetter":
      return (letters[(number - 1) % 26] as string).toUpperCase();
    default:
      return String(number);
  }
}

/** Counts the items of a document's lists, in the order they are asked for. */
export class WordLists {
  readonly #levels: ReadonlyMap<string, ReadonlyMap<number, Level>>;
  readonly #counts = new Map<string, number[]>();

  /** @param root of `word/numbering.xml`; null for a document without lists */
  constructor(root: XmlElement | null) {
    const abstract = new Map(
      children(root ?? undefined, "w:abstractNum").map((each) => [
        attribute(each, "w:abstractNumId"),
        levelsOf(each),
      ]),
    );
    this.#levels = new Map(
      children(root ?? undefined, "w:num").map((each) => [
        attribute(each, "w:numId") ?? "",
        abstract.get(attribute(child(each, "w:abstractNumId"), "w:val")) ?? new Map<number, Level>(),
      ]),
    );
  }

  /** The next item of a list; null when the paragraph is in none. @param numPr of the paragraph or its style */
  next(numPr: XmlElement | undefined): ListItem | null {
    const id = attribute(child(numPr, "w:numId"), "w:val") ?? "";
    const depth = numeric(child(numPr, "w:ilvl"), "w:val") ?? 0;
    const levels = this.#levels.get(id);
    const level = levels?.get(depth);
    if (levels === undefined || level === undefined) return null;
    const counts = this.#counts.get(id) ?? [];
    this.#counts.set(id, counts);
    counts[depth] = (counts[depth] ?? level.start - 1) + 1;
    counts.length = depth + 1;
    const label = level.text.replace(/%(\d)/g, (_, digit: string) => {
      const of = levels.get(Number(digit) - 1);
      return numeral(of?.kind ?? "decimal", counts[Number(digit) - 1] ?? of?.start ?? 1);
    });
    return { label, format: level.format };
  }
}

function levelsOf(abstract: XmlElement): ReadonlyMap<number, Level> {
  return new Map(
    children(abstract, "w:lvl").map((level) => [
      numeric(level, "w:ilvl") ?? 0,
      {
        kind: attribute(child(level, "w:numFmt"), "w:val") ?? "decimal",
        text: attribute(child(level, "w:lvlText"), "w:val") ?? "",
        start: numeric(child(level, "w:start"), "w:val") ?? 1,
        format: paragraphFormat(child(level, "w:pPr")),
      },
    ]),
  );
}
