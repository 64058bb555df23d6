import { highlight } from "./annotation.ts";
import { attributeOf, edited, placeBefore, tagsOf, withAttribute, type Edit, type Tag } from "../xml/tags.ts";

/** Adds fills and cell styles to a styles part while cells are being marked. */
export interface StyleMarker {
  /** The number of a style that is `style` with this fill, `RRGGBB`; the style itself when it has a pattern of its own. */
  marked(style: number, color: string): number;
  /** The number of the same style with the fill it had before ours; the style itself when it has none of ours. */
  cleared(style: number): number;
  /** The number of the style with which a conditional format shows this fill, `RRGGBB`. */
  readonly conditional: (color: string) => number;
  /** The part with what was asked for, and nothing else changed. */
  xml(): string;
}

/** What stands in a fill where there is no colour below the colour. */
const NOTHING = 'indexed="64"';

/**
 * A fill of one colour has a second one that nobody sees. In ours it is the colour the cell had
 * before, so that it can be given back, also when a program has numbered all styles anew.
 *
 * @returns `null` when the part has no list of fills or cell styles to add to
 */
export function styleMarker(styles: string): StyleMarker | null {
  const fills = listIn(styles, "fills", "fill");
  const cells = listIn(styles, "cellXfs", "xf");
  if (!fills || !cells) return null;
  const newConditional: string[] = [];
  const newFills: string[] = [];
  const newCells: string[] = [];
  const cellOf = new Map<string, number>();
  const { prefix } = fills;
  const firstConditional = listIn(styles, "dxfs", "dxf");
  // Excel 2010 has a list of its own in the part's extension.
  const conditional = firstConditional?.prefix === prefix ? firstConditional : null;

  const styleAt = (style: number) => cells.items[style] ?? newCells[style - cells.items.length];
  const fillOf = (style: number): SolidFill | "none" | "other" => {
    const tag = `${(styleAt(style) ?? "").split(">", 1)[0]}>`;
    const number = Number(attributeOf(tag, "fillId") ?? 0);
    return readFill(fills.items[number] ?? newFills[number - fills.items.length] ?? "");
  };
  const fillNumber = ({ color, below }: SolidFill): number => {
    const fill =
      `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor ${color}/>` +
      `<${prefix}bgColor ${below}/></${prefix}patternFill></${prefix}fill>`;
    const known = [...fills.items, ...newFills].indexOf(fill);
    return known >= 0 ? known : fills.items.length + newFills.push(fill) - 1;
  };
  const variant = (style: number, fill: SolidFill | null): number => {
    const key = `${style} ${fill ? `${fill.color} ${fill.below}` : "none"}`;
    let number = cellOf.get(key);
    if (number === undefined) {
      const base = styleAt(style) ?? styleAt(0) ?? `<${prefix}xf/>`;
      const tagEnd = base.indexOf(">") + 1;
      const filled = fill === null ? 0 : fillNumber(fill);
      const tag = withAttribute(base.slice(0, tagEnd), "fillId", String(filled));
      number = cells.items.length + newCells.length;
      cellOf.set(key, number);
      newCells.push(withAttribute(tag, "applyFill", fill === null ? "0" : "1") + base.slice(tagEnd));
    }
    return number;
  };
  return {
    marked(style, color) {
      const fill = fillOf(style);
      if (fill === "other") return style;
      return variant(style, { color: rgb(color), below: fill === "none" ? NOTHING : fill.color });
    },
    cleared(style) {
      const fill = fillOf(style);
      if (typeof fill === "string" || !ours.has(fill.color)) return style;
      return variant(style, fill.below === NOTHING ? null : { color: fill.below, below: NOTHING });
    },
    conditional(color) {
      // Without a kind of pattern, as Excel writes it: the second colour is the fill.
      const style =
        `<${prefix}dxf><${prefix}fill><${prefix}patternFill><${prefix}bgColor ${rgb(color)}/>` +
        `</${prefix}patternFill></${prefix}fill></${prefix}dxf>`;
      const all = [...(conditional?.items ?? []), ...newConditional];
      const known = all.indexOf(style);
      return known >= 0 ? known : (conditional?.items.length ?? 0) + newConditional.push(style) - 1;
    },
    xml() {
      const edits = [...appended(fills, newFills), ...appended(cells, newCells)];
      if (conditional) edits.push(...appended(conditional, newConditional));
      else if (newConditional.length > 0) edits.push(newConditionalList(styles, newConditional));
      return edited(styles, edits);
    },
  };
}

const rgb = (color: string) => `rgb="FF${color}"`;
const ours: ReadonlySet<string> = new Set(Object.values(highlight).map(rgb));

/** Colours as they are written, by RGB, theme or number. */
interface SolidFill {
  readonly color: string;
  readonly below: string;
}

function readFill(fill: string): SolidFill | "none" | "other" {
  const colors: Record<string, string> = {};
  let pattern = "none";
  for (const { local, text } of tagsOf(fill)) {
    if (local === "patternFill") pattern = attributeOf(text, "patternType") ?? pattern;
    else if (local === "gradientFill") return "other";
    else if (/^[fb]gColor$/.test(local)) colors[local] ??= text.replace(/^<\S+\s*|\s*\/?>$/g, "");
  }
  if (pattern === "none") return "none";
  if (pattern !== "solid" || !colors["fgColor"]) return "other";
  return { color: colors["fgColor"], below: colors["bgColor"] || NOTHING };
}

interface List {
  readonly prefix: string;
  readonly tag: Tag;
  /** `null` when the list is one tag and holds nothing. */
  readonly closeAt: number | null;
  readonly items: readonly string[];
}

/** The list of `item` elements directly inside the first `list` element. */
function listIn(xml: string, list: string, item: string): List | null {
  let tag: List["tag"] | null = null;
  let prefix = "";
  let itemFrom = 0;
  let depth = 0;
  const items: string[] = [];
  for (const one of tagsOf(xml)) {
    if (!tag) {
      if (one.local !== list || one.kind === "close") continue;
      tag = one;
      prefix = one.name.slice(0, one.name.length - list.length);
      if (one.kind === "selfClosed") return { prefix, tag, closeAt: null, items };
      continue;
    }
    if (one.kind === "close" && depth === 0) return { prefix, tag, closeAt: one.start, items };
    if (one.kind === "selfClosed") {
      if (depth === 0 && one.local === item) items.push(one.text);
    } else if (one.kind === "open") {
      if (depth++ === 0) itemFrom = one.start;
    } else if (--depth === 0) items.push(xml.slice(itemFrom, one.end));
  }
  return null;
}

function appended({ tag, closeAt, items }: List, added: readonly string[]): Edit[] {
  if (added.length === 0) return [];
  const hasCount = attributeOf(tag.text, "count") !== undefined;
  const open = hasCount ? withAttribute(tag.text, "count", String(items.length + added.length)) : tag.text;
  const content = added.join("");
  if (closeAt === null) {
    const text = `${open.replace(/\s*\/>$/, ">")}${content}</${tag.name}>`;
    return [{ start: tag.start, end: tag.end, text }];
  }
  const edits: Edit[] = [{ start: closeAt, end: closeAt, text: content }];
  if (hasCount) edits.push({ start: tag.start, end: tag.end, text: open });
  return edits;
}

/** What stands behind the styles of conditional formats; the order is fixed. */
const behindConditional: ReadonlySet<string> = new Set(["tableStyles", "colors", "extLst"]);

function newConditionalList(styles: string, items: readonly string[]): Edit {
  const { at, prefix } = placeBefore(styles, behindConditional);
  const text = `<${prefix}dxfs count="${items.length}">${items.join("")}</${prefix}dxfs>`;
  return { start: at, end: at, text };
}
