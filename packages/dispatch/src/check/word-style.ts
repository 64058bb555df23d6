import type { XmlElement } from "@rgrove/parse-xml";
import { attribute, child, children, numeric, toggle } from "./xml-query.ts";

/** How a run is set; undefined where nothing says so yet. Size in points. */
export interface RunFormat {
  readonly size?: number | undefined;
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
  readonly capitals?: boolean | undefined;
  readonly underline?: boolean | undefined;
  readonly font?: string | undefined;
  readonly colour?: string | undefined;
  /** A frame around the words. */
  readonly boxed?: boolean | undefined;
}

/** How a paragraph is set. Measures in twips; `line` in 240ths of a line unless `lineRule` says twips. */
export interface ParagraphFormat {
  readonly align?: string | undefined;
  readonly left?: number | undefined;
  readonly right?: number | undefined;
  readonly firstLine?: number | undefined;
  readonly hanging?: number | undefined;
  readonly before?: number | undefined;
  readonly after?: number | undefined;
  readonly line?: number | undefined;
  readonly lineRule?: string | undefined;
  readonly keepNext?: boolean | undefined;
  readonly pageBreakBefore?: boolean | undefined;
  /** A border above, or below. */
  readonly borderTop?: boolean | undefined;
  readonly borderBottom?: boolean | undefined;
  /** Positions of tab stops. */
  readonly tabs?: readonly number[] | undefined;
}

interface Style {
  readonly run: RunFormat;
  readonly paragraph: ParagraphFormat;
  /** The list its paragraphs belong to. */
  readonly list?: XmlElement | undefined;
}

/** Styles of a document, each with what it takes from those it is based on. */
export interface Styles {
  readonly defaults: Style;
  readonly paragraphStyle: (id: string | undefined) => Style;
  readonly characterStyle: (id: string | undefined) => RunFormat;
  /** Whether tables of that style have lines. */
  readonly tableBordered: (id: string | undefined) => boolean;
}

export function runFormat(rPr: XmlElement | undefined): RunFormat {
  const size = numeric(child(rPr, "w:sz"), "w:val");
  const fonts = child(rPr, "w:rFonts");
  return given({
    size: size === undefined ? undefined : size / 2,
    bold: toggle(child(rPr, "w:b")),
    italic: toggle(child(rPr, "w:i")),
    capitals: toggle(child(rPr, "w:caps")),
    underline: toggle(child(rPr, "w:u")),
    font:
      attribute(fonts, "w:ascii") ??
      attribute(fonts, "w:hAnsi") ??
      (attribute(fonts, "w:asciiTheme") === undefined
        ? undefined
        : `theme:${attribute(fonts, "w:asciiTheme")}`),
    colour: attribute(child(rPr, "w:color"), "w:val"),
    boxed: toggle(child(rPr, "w:bdr")),
  });
}

export function paragraphFormat(pPr: XmlElement | undefined): ParagraphFormat {
  const indent = child(pPr, "w:ind");
  const spacing = child(pPr, "w:spacing");
  const borders = child(pPr, "w:pBdr");
  const tabs = children(child(pPr, "w:tabs"), "w:tab");
  const hanging = numeric(indent, "w:hanging");
  const firstLine = numeric(indent, "w:firstLine");
  return given({
    align: attribute(child(pPr, "w:jc"), "w:val"),
    left: numeric(indent, "w:left") ?? numeric(indent, "w:start"),
    right: numeric(indent, "w:right") ?? numeric(indent, "w:end"),
    // Each takes the place of the other, also of one inherited.
    firstLine: hanging === undefined ? firstLine : 0,
    hanging: hanging ?? (firstLine === undefined ? undefined : 0),
    before: spaceOf(spacing, "before"),
    after: spaceOf(spacing, "after"),
    line: numeric(spacing, "w:line"),
    lineRule: attribute(spacing, "w:lineRule"),
    keepNext: toggle(child(pPr, "w:keepNext")),
    pageBreakBefore: toggle(child(pPr, "w:pageBreakBefore")),
    borderTop: borders === undefined ? undefined : toggle(child(borders, "w:top")) === true,
    borderBottom: borders === undefined ? undefined : toggle(child(borders, "w:bottom")) === true,
    tabs:
      tabs.length === 0 ? undefined : tabs.map((tab) => numeric(tab, "w:pos") ?? 0).toSorted((x, y) => x - y),
  });
}

/** 14 points where Word is left to choose, as it does for text from web pages. */
function spaceOf(spacing: XmlElement | undefined, side: "before" | "after"): number | undefined {
  const automatic = attribute(spacing, `w:${side}Autospacing`);
  if (automatic === "1" || automatic === "true" || automatic === "on") return 280;
  return numeric(spacing, `w:${side}`);
}

/** Whether some side of a table has a line. */
export function hasBorders(borders: XmlElement | undefined): boolean {
  return children(borders).some((border) => !["nil", "none"].includes(attribute(border, "w:val") ?? "none"));
}

/** Without the names nothing is said about, so that spreading one over another keeps what is known. */
function given<Format extends object>(format: Format): Format {
  return Object.fromEntries(Object.entries(format).filter(([, value]) => value !== undefined)) as Format;
}

/** Reads `word/styles.xml`; a document without one has Word's bare defaults (10 points, Times New Roman). */
export function stylesOf(root: XmlElement | null): Styles {
  const defaults: Style = {
    run: {
      size: 10,
      font: "Times New Roman",
      ...runFormat(child(root ?? undefined, "w:docDefaults", "w:rPrDefault", "w:rPr")),
    },
    paragraph: paragraphFormat(child(root ?? undefined, "w:docDefaults", "w:pPrDefault", "w:pPr")),
  };
  const byId = new Map(
    children(root ?? undefined, "w:style").map((style) => [attribute(style, "w:styleId"), style]),
  );
  const normal = [...byId.values()].find(
    (style) => attribute(style, "w:type") === "paragraph" && toggleAttribute(style, "w:default"),
  );
  const resolve = (style: XmlElement | undefined, depth: number): Style => {
    // A chain that goes round in circles is cut.
    if (style === undefined || depth > 20) return { run: {}, paragraph: {} };
    const base = resolve(byId.get(attribute(child(style, "w:basedOn"), "w:val")), depth + 1);
    return {
      run: { ...base.run, ...runFormat(child(style, "w:rPr")) },
      paragraph: { ...base.paragraph, ...paragraphFormat(child(style, "w:pPr")) },
      list: child(style, "w:pPr", "w:numPr") ?? base.list,
    };
  };
  const tableBordered = (id: string | undefined, depth = 0): boolean => {
    const style = byId.get(id);
    if (id === undefined || style === undefined || depth > 20) return false;
    const borders = child(style, "w:tblPr", "w:tblBorders");
    if (borders !== undefined) return hasBorders(borders);
    return tableBordered(attribute(child(style, "w:basedOn"), "w:val"), depth + 1);
  };
  return {
    defaults,
    paragraphStyle: (id) => resolve(id === undefined ? normal : (byId.get(id) ?? normal), 0),
    characterStyle: (id) => (id === undefined ? {} : resolve(byId.get(id), 0).run),
    tableBordered,
  };
}

const toggleAttribute = (element: XmlElement, name: string) =>
  ["1", "true", "on"].includes(attribute(element, name) ?? "");
