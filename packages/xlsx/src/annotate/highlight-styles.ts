import { highlight } from "./annotation.ts";
import { attributeOf, edited, tagsOf, withAttribute, type Edit } from "../xml/tags.ts";

/** Adds fills and cell styles to a styles part while cells are being marked. */
export interface StyleMarker {
  /** The number of a style that is `style` with this fill, `RRGGBB`. */
  marked(style: number, color: string): number;
  /** The number of the same style without one of our fills; the style itself when it has none. */
  cleared(style: number): number;
  /** The part with what was asked for, and nothing else changed. */
  xml(): string;
}

/** @returns `null` when the part has no list of fills or cell styles to add to */
export function styleMarker(styles: string): StyleMarker | null {
  const fills = listIn(styles, "fills", "fill");
  const cells = listIn(styles, "cellXfs", "xf");
  if (!fills || !cells) return null;
  const newFills: string[] = [];
  const newCells: string[] = [];
  const fillOf = new Map<string, number>();
  const cellOf = new Map<string, number>();
  const { prefix } = fills;

  const styleAt = (style: number) => cells.items[style] ?? newCells[style - cells.items.length];
  const variant = (style: number, key: string, fillNumber: () => number, applies: string): number => {
    let number = cellOf.get(key);
    if (number === undefined) {
      const base = styleAt(style) ?? styleAt(0) ?? `<${prefix}xf/>`;
      const tagEnd = base.indexOf(">") + 1;
      const tag = withAttribute(base.slice(0, tagEnd), "fillId", String(fillNumber()));
      number = cells.items.length + newCells.length;
      cellOf.set(key, number);
      newCells.push(withAttribute(tag, "applyFill", applies) + base.slice(tagEnd));
    }
    return number;
  };
  const fill = (color: string): number => {
    let number = fillOf.get(color);
    if (number === undefined) {
      number = fills.items.length + newFills.length;
      fillOf.set(color, number);
      newFills.push(
        `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="FF${color}"/>` +
          `<${prefix}bgColor indexed="64"/></${prefix}patternFill></${prefix}fill>`,
      );
    }
    return number;
  };
  return {
    marked: (style, color) => variant(style, `${style} ${color}`, () => fill(color), "1"),
    cleared(style) {
      const number = Number(attributeOf((styleAt(style) ?? "").split(">", 1)[0] + ">", "fillId") ?? 0);
      const isOurs = Object.values(highlight).some((color) => fills.items[number]?.includes(`"FF${color}"`));
      return isOurs ? variant(style, `${style} none`, () => 0, "0") : style;
    },
    xml: () => edited(styles, [...appended(fills, newFills), ...appended(cells, newCells)]),
  };
}

interface List {
  readonly prefix: string;
  readonly tag: { readonly start: number; readonly end: number; readonly text: string };
  readonly closeAt: number;
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
      if (one.local === list && one.kind === "open") {
        tag = one;
        prefix = one.name.slice(0, one.name.length - list.length);
      }
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

function appended(list: List, items: readonly string[]): Edit[] {
  if (items.length === 0) return [];
  const edits: Edit[] = [{ start: list.closeAt, end: list.closeAt, text: items.join("") }];
  if (attributeOf(list.tag.text, "count") !== undefined) {
    const text = withAttribute(list.tag.text, "count", String(list.items.length + items.length));
    edits.push({ start: list.tag.start, end: list.tag.end, text });
  }
  return edits;
}
