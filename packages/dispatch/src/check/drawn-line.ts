import type { XmlElement } from "@rgrove/parse-xml";
import { attribute, child, children, descendants, numeric } from "./xml-query.ts";

/** A line drawn by hand in Word, in twips. */
export interface DrawnLine {
  readonly length: number;
  /** Where it begins, from the column it is anchored in; null when the file does not say. */
  readonly at: number | null;
}

const emuPerTwip = 635;

/** Shapes much wider than high: how rules are drawn by hand. */
export function drawnLines(element: XmlElement): readonly DrawnLine[] {
  const drawings = descendants(element, "w:drawing").flatMap((drawing): readonly DrawnLine[] => {
    const extent = descendants(drawing, "wp:extent")[0];
    const isPicture = descendants(drawing, "pic:pic").length > 0;
    const width = (numeric(extent, "cx") ?? 0) / emuPerTwip;
    const height = (numeric(extent, "cy") ?? 0) / emuPerTwip;
    if (isPicture || width <= 100 || height >= 60) return [];
    const offset = Number.parseFloat(
      child(child(drawing, "wp:anchor"), "wp:positionH", "wp:posOffset")?.text ?? "",
    );
    return [{ length: width, at: Number.isNaN(offset) ? null : offset / emuPerTwip }];
  });
  if (drawings.length > 0) return drawings;
  // The older form stands beside the newer one for old programs, so it counts only alone.
  return [...descendants(element, "v:line"), ...descendants(element, "v:shape")].flatMap(olderLine);
}

function olderLine(shape: XmlElement): readonly DrawnLine[] {
  const [from, to] = ["from", "to"].map((name) => points(attribute(shape, name)?.split(",")[0]));
  if (from !== undefined && to !== undefined)
    return [{ length: Math.abs(to - from), at: Math.min(from, to) }];
  const style = new Map(
    (attribute(shape, "style") ?? "")
      .split(";")
      .map((rule) => rule.split(":").map((part) => part.trim()) as [string, string]),
  );
  const [width, height, at] = ["width", "height", "margin-left"].map((name) => points(style.get(name)));
  const isPicture = children(shape, "v:imagedata").length > 0;
  if (isPicture || width === undefined || width <= 100 || (height ?? 0) >= 60) return [];
  return [{ length: width, at: at ?? null }];
}

const twipsPerUnit: Readonly<Record<string, number>> = { pt: 20, in: 1440, cm: 567, mm: 56.7, px: 15 };

/** A length such as `12pt` in twips; without a unit it is in points here. */
function points(length: string | undefined): number | undefined {
  const [, value, unit = "pt"] = /^(-?[\d.]+)(pt|in|cm|mm|px)?$/.exec(length ?? "") ?? [];
  return value === undefined ? undefined : Number(value) * (twipsPerUnit[unit] as number);
}
