import { componentOf, type Component, type ComponentId } from "../layout/component.ts";
import type { DispatchParts } from "./dispatch-parts.ts";
import type { LayoutRule, LayoutRuleCode, Measurement } from "./layout-rule.ts";
import type { WordParagraph } from "./word-document.ts";
import type { LayoutWords } from "@chiendich/core";

type Aspect = "size" | "bold" | "italic" | "capitals" | "align";

/** Size, weight, slope, capitals and alignment of the components, from the decree's table. */
export const styleRules: readonly LayoutRule[] = [
  styleRule("layout_country_style", "country", ({ country }) => one(country)),
  styleRule("layout_motto_style", "motto", ({ motto }) => one(motto)),
  styleRule("layout_parent_style", "parent", ({ parent }) => parent),
  styleRule("layout_issuer_style", "issuer", ({ issuer }) => issuer),
  styleRule("layout_number_style", "number", ({ number }) => one(number)),
  styleRule("layout_place_date_style", "placeDate", ({ placeDate }) => one(placeDate)),
  styleRule("layout_about_style", "about", ({ about }) => about),
  styleRule("layout_type_style", "type", ({ type }) => one(type)),
  styleRule("layout_subject_style", "subject", ({ subject }) => subject),
  // Where the words stand is the drawing's business, not the table's.
  styleRule("layout_recipients_style", "to", (parts) => [...one(parts.recipients), ...parts.recipientItems], [
    "size",
    "bold",
    "italic",
  ]),
  styleRule("layout_basis_style", "basis", ({ basis }) => basis, ["size", "bold", "italic"]),
  { code: "layout_body_style", box: "6", measure: ({ body }) => body.map(bodyStyle) },
  { code: "layout_heading_style", box: "6", measure: ({ headings }) => headings.map(headingStyle) },
  styleRule("layout_copies_title_style", "copiesTitle", ({ copiesTitle }) => one(copiesTitle)),
  styleRule("layout_copies_style", "copies", ({ copies }) => copies),
  styleRule("layout_authority_style", "authority", ({ authority }) => authority),
  styleRule("layout_signer_style", "signer", ({ signer }) => one(signer)),
  styleRule("layout_appendix_style", "appendix", ({ appendices }) => appendices.map(({ name }) => name)),
  styleRule("layout_drafter_style", "drafter", ({ drafter }) => one(drafter), ["size", "bold", "italic"]),
  styleRule("layout_secrecy_style", "secrecy", ({ secrecy }) => one(secrecy), [
    "size",
    "bold",
    "italic",
    "capitals",
  ]),
  styleRule("layout_urgency_style", "urgency", ({ urgency }) => one(urgency), [
    "size",
    "bold",
    "italic",
    "capitals",
  ]),
  styleRule("layout_handling_style", "handling", ({ handling }) => one(handling), [
    "size",
    "bold",
    "italic",
    "capitals",
  ]),
  styleRule("layout_contact_style", "contact", ({ contact }) => contact, ["size", "bold", "italic"]),
  styleRule("layout_attached_style", "attached", ({ appendices }) =>
    appendices.flatMap(({ attached }) => one(attached)),
  ),
  styleRule("layout_appendix_title_style", "appendixTitle", ({ appendices }) =>
    appendices.flatMap(({ title }) => one(title)),
  ),
];

const one = (paragraph: WordParagraph | null) => (paragraph === null ? [] : [paragraph]);

function styleRule(
  code: LayoutRuleCode,
  id: ComponentId,
  paragraphs: (parts: DispatchParts) => readonly WordParagraph[],
  aspects: readonly Aspect[] = ["size", "bold", "italic", "capitals", "align"],
): LayoutRule {
  const component = componentOf(id);
  return {
    code,
    box: component.box,
    measure: (parts) => paragraphs(parts).map((paragraph) => measureStyle(paragraph, component, aspects)),
  };
}

/** Words in a paragraph may be emphasised, and the title of a clause is bold; a whole paragraph may not be. */
function bodyStyle(paragraph: WordParagraph): Measurement {
  const isTitle = /^(?:\d+[.)]|[a-zđ]\))/u.test(paragraph.text) || paragraph.text.length < 80;
  const isNote = paragraph.text.startsWith("(");
  const aspects: readonly Aspect[] = [
    "size",
    ...(isTitle ? [] : ["bold" as const]),
    ...(isNote ? [] : ["italic" as const]),
  ];
  const some = (mark: "bold" | "italic") => paragraph.runs.some((run) => run[mark] !== true);
  const whole = aspects.filter((aspect) => aspect === "size" || !some(aspect as "bold" | "italic"));
  return measureStyle(paragraph, componentOf("paragraph"), whole);
}

/** `Phần`, `Chương`, `Mục` stand in the middle; `I. TIÊU ĐỀ` is in capitals; `Điều 1.` neither. */
function headingStyle(heading: WordParagraph): Measurement {
  const set: readonly Aspect[] = ["size", "bold", "italic"];
  if (/^(?:Phần|Chương|Mục|Tiểu mục)\s/u.test(heading.text))
    return measureStyle(heading, componentOf("part"), [...set, "align"]);
  const isArticle = /^Điều\s/u.test(heading.text);
  return measureStyle(heading, componentOf("heading"), isArticle ? set : [...set, "capitals"]);
}

function measureStyle(
  paragraph: WordParagraph,
  component: Component,
  aspects: readonly Aspect[],
): Measurement {
  const broken = aspects.filter((aspect) => !holds(aspect, paragraph, component));
  const shown = broken.length === 0 ? aspects : broken;
  return {
    held: broken.length === 0,
    paragraph,
    expected: joined(shown.map((aspect) => wanted(aspect, component))),
    measured: joined(shown.map((aspect) => found(aspect, paragraph))),
  };
}

const isUpper = (text: string) => text === text.toLocaleUpperCase("vi");
const sizes = ({ runs }: WordParagraph) => [...new Set(runs.map((run) => run.size ?? 10))];

function holds(aspect: Aspect, paragraph: WordParagraph, component: Component): boolean {
  const { runs, text, format } = paragraph;
  switch (aspect) {
    case "size":
      return sizes(paragraph).every((size) => size >= component.sizes[0] && size <= component.sizes[1]);
    case "bold":
      return runs.every((run) => (run.bold ?? false) === component.bold);
    case "italic":
      return runs.every((run) => (run.italic ?? false) === component.italic);
    case "capitals":
      return isUpper(text) === component.capitals || !/\p{L}{2}/u.test(text);
    case "align":
      return alignments[component.align].includes(format.align ?? "left");
  }
}

const alignments: Readonly<Record<Component["align"], readonly string[]>> = {
  left: ["left", "start", "both"],
  center: ["center"],
  both: ["both", "distribute"],
};

function wanted(aspect: Aspect, component: Component): LayoutWords {
  const [least, most] = component.sizes;
  switch (aspect) {
    case "size": {
      const range = least === most ? String(least) : `${least}-${most}`;
      return { vi: `cỡ ${range}`, en: `size ${range}` };
    }
    case "bold":
      return component.bold ? { vi: "đậm", en: "bold" } : { vi: "không đậm", en: "not bold" };
    case "italic":
      return component.italic ? { vi: "nghiêng", en: "italic" } : { vi: "đứng", en: "upright" };
    case "capitals":
      return component.capitals ? { vi: "in hoa", en: "capitals" } : { vi: "in thường", en: "sentence case" };
    case "align":
      return alignment(component.align);
  }
}

function found(aspect: Aspect, paragraph: WordParagraph): LayoutWords {
  const some = (on: boolean, yes: LayoutWords, no: LayoutWords) => (on ? yes : no);
  switch (aspect) {
    case "size": {
      const list = sizes(paragraph).join(", ");
      return { vi: `cỡ ${list}`, en: `size ${list}` };
    }
    case "bold":
      return some(
        paragraph.runs.some((run) => run.bold === true),
        { vi: "có chữ đậm", en: "has bold words" },
        { vi: "không đậm", en: "not bold" },
      );
    case "italic":
      return some(
        paragraph.runs.some((run) => run.italic === true),
        { vi: "có chữ nghiêng", en: "has italic words" },
        { vi: "đứng", en: "upright" },
      );
    case "capitals":
      return some(
        paragraph.text === paragraph.text.toLocaleUpperCase("vi"),
        { vi: "in hoa", en: "capitals" },
        { vi: "in thường", en: "sentence case" },
      );
    case "align":
      return alignment(paragraph.format.align ?? "left");
  }
}

function alignment(align: string): LayoutWords {
  const words: Readonly<Record<string, LayoutWords>> = {
    center: { vi: "căn giữa", en: "centred" },
    both: { vi: "căn đều hai lề", en: "justified" },
    left: { vi: "căn trái", en: "left" },
    right: { vi: "căn phải", en: "right" },
  };
  return words[align] ?? { vi: align, en: align };
}

function joined(words: readonly LayoutWords[]): LayoutWords {
  return { vi: words.map(({ vi }) => vi).join(", "), en: words.map(({ en }) => en).join(", ") };
}
