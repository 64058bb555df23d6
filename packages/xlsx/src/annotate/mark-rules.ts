import { parseRange, printAddress, type CellAddress } from "@chiendich/core";
import { attributeOf, edited, tagsOf, withAttribute, type Edit, type Tag } from "../xml/tags.ts";
import { placeInSheet } from "./sheet-order.ts";

/** True of every cell, and kept as it is by programs that save the workbook, so our rules are known by it. */
const FORMULA = 'N("Chiendich")=0';
const ours = /N\((?:"|&quot;)Chiendich(?:"|&quot;)\)=0/;

/**
 * The sheet with a rule of ours over those marked cells that conditional formats would paint over.
 * It goes before all others: Excel goes by the priority, LibreOffice by the order in the file. The
 * others stay as they are but for their priorities, which make room. A sheet whose pivot tables name
 * their rules by priority keeps them, and has its marks below.
 */
export function withMarkRules(
  xml: string,
  marks: ReadonlyMap<string, readonly CellAddress[]>,
  styleOf: (color: string) => number,
): string {
  const formats = conditionalFormats(xml);
  if (formats.some(({ isPivot }) => isPivot)) return xml;
  const hidden = [...marks]
    .map(([color, cells]) => ({ color, cells: cells.filter((at) => formats.some(covers(at))) }))
    .filter(({ cells }) => cells.length > 0);
  if (hidden.length === 0) return xml;
  const { at, prefix } = placeInSheet(xml, "conditionalFormatting");
  const rules = hidden.map(
    ({ cells, color }, index) =>
      `<${prefix}conditionalFormatting sqref="${cells.map(printAddress).join(" ")}">` +
      `<${prefix}cfRule type="expression" dxfId="${styleOf(color)}" priority="${index + 1}" stopIfTrue="1">` +
      `<${prefix}formula>${FORMULA}</${prefix}formula></${prefix}cfRule></${prefix}conditionalFormatting>`,
  );
  return edited(xml, [
    { start: at, end: at, text: rules.join("") },
    ...shifted(
      formats.flatMap((format) => format.rules),
      rules.length,
    ),
  ]);
}

/** The sheet without the rules of an earlier marking, the others at the priorities they had. */
export function withoutMarkRules(xml: string): string {
  const edits: Edit[] = [];
  const others: Rule[] = [];
  let gone = 0;
  for (const { start, end, rules } of conditionalFormats(xml)) {
    const kept = rules.filter(({ isOurs }) => !isOurs);
    others.push(...kept);
    gone += rules.length - kept.length;
    if (kept.length === 0 && rules.length > 0) edits.push({ start, end, text: "" });
    else
      for (const rule of rules)
        if (rule.isOurs) edits.push({ start: rule.tag.start, end: rule.end, text: "" });
  }
  const hasRoom = others.every(({ priority }) => priority === null || priority > gone);
  return edited(xml, hasRoom ? [...edits, ...shifted(others, -gone)] : edits);
}

function shifted(rules: readonly Rule[], by: number): Edit[] {
  if (by === 0) return [];
  return rules.flatMap(({ tag: { start, end, text }, priority }) =>
    priority === null ? [] : [{ start, end, text: withAttribute(text, "priority", String(priority + by)) }],
  );
}

function covers({ row, column }: CellAddress): (format: ConditionalFormat) => boolean {
  return ({ ranges }) =>
    ranges.some((text) => {
      const range = parseRange(text);
      // What is no address we know may be anywhere.
      if (!range) return true;
      const { from, to } = range;
      return from.row <= row && row <= to.row && from.column <= column && column <= to.column;
    });
}

interface ConditionalFormat {
  readonly start: number;
  readonly end: number;
  readonly ranges: readonly string[];
  readonly isPivot: boolean;
  readonly rules: readonly Rule[];
}

interface Rule {
  readonly tag: Tag;
  readonly end: number;
  readonly priority: number | null;
  readonly isOurs: boolean;
}

/** Those of the standard, and those of Excel 2010 in the sheet's extension, which count priorities together. */
function conditionalFormats(xml: string): ConditionalFormat[] {
  const formats: ConditionalFormat[] = [];
  if (!xml.includes("conditionalFormatting")) return formats;
  let format: Tag | null = null;
  let ranges = "";
  let rules: Rule[] = [];
  let opened: Tag | null = null;
  for (const tag of tagsOf(xml)) {
    const { local, kind, start, end } = tag;
    if (local === "conditionalFormatting" && kind === "open") {
      format = tag;
      ranges = attributeOf(tag.text, "sqref") ?? "";
      rules = [];
    } else if (local === "conditionalFormatting" && format) {
      const isPivot = /^(?:1|true)$/.test(attributeOf(format.text, "pivot") ?? "");
      formats.push({ start: format.start, end, ranges: ranges.trim().split(/\s+/), isPivot, rules });
      format = null;
    } else if (local === "cfRule" || local === "sqref") {
      if (kind === "open") opened = tag;
      else if (local === "sqref") ranges = xml.slice(opened?.end ?? start, start);
      else rules.push(ruleOf(xml, kind === "close" ? (opened ?? tag) : tag, end));
    }
  }
  return formats;
}

function ruleOf(xml: string, tag: Tag, end: number): Rule {
  const priority = Number(attributeOf(tag.text, "priority"));
  return {
    tag,
    end,
    priority: Number.isInteger(priority) ? priority : null,
    isOurs: ours.test(xml.slice(tag.start, end)),
  };
}
