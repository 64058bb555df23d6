import { issue, type Issue, type LayoutWords } from "@chiendich/core";
import { NotADocxError } from "../docx/read-docx.ts";
import { bodyRules } from "./body-rules.ts";
import { dispatchParts } from "./dispatch-parts.ts";
import { headerRules } from "./header-rules.ts";
import type { LayoutRule, LayoutRuleCode } from "./layout-rule.ts";
import { markRules } from "./mark-rules.ts";
import { pageRules } from "./page-rules.ts";
import { recipientRules } from "./recipient-rules.ts";
import { styleRules } from "./style-rules.ts";
import { signOffRules } from "./sign-off-rules.ts";
import { readWordDocument } from "./read-word-document.ts";
import type { WordDocument, WordParagraph } from "./word-document.ts";

const rules: readonly LayoutRule[] = [
  ...pageRules,
  ...headerRules,
  ...styleRules,
  ...recipientRules,
  ...bodyRules,
  ...signOffRules,
  ...markRules,
];

/** What became of one rule. */
export interface LayoutFinding {
  readonly code: LayoutRuleCode;
  /** Number of the component in the decree's drawing (ô số); null for rules about none. */
  readonly box: string | null;
  /** `notApplicable` when the document has no such component. */
  readonly state: "held" | "broken" | "notApplicable";
  /** Where it was measured; of a broken rule the first place that breaks it. Null for the page as a whole. */
  readonly place: { readonly paragraph: number; readonly text: string } | null;
  readonly expected: LayoutWords | null;
  readonly measured: LayoutWords | null;
}

/** How a document stands to the layout of the decree. */
export interface LayoutReport {
  /** Each rule once, in the order of the decree. */
  readonly rules: readonly LayoutFinding[];
  /** Each place that breaks a rule, and a file that cannot be read. */
  readonly issues: readonly Issue[];
}

/**
 * Whether a .docx is laid out as Nghị định 30/2020/NĐ-CP asks, ours or one made by hand in Word. The
 * parts are found by their words and places, so the names of styles do not matter.
 *
 * Not seen: shapes behind the text, and what only a rendered page shows.
 *
 * @param options.source name of the file, for places
 */
export function checkLayout(docx: Uint8Array, options: { readonly source?: string } = {}): LayoutReport {
  const source = options.source ?? "";
  let document: WordDocument;
  try {
    document = readWordDocument(docx);
  } catch (error) {
    if (!(error instanceof NotADocxError)) throw error;
    return { rules: [], issues: [issue("dispatch_file_not_docx", { source }, { message: error.message })] };
  }
  const parts = dispatchParts(document);
  const outcomes = rules.map((rule) => ({ rule, measurements: rule.measure(parts, document) }));
  return {
    rules: outcomes.map(({ rule, measurements }) => {
      const shown = measurements.find(({ held }) => !held) ?? measurements[0];
      return {
        code: rule.code,
        box: rule.box,
        state: shown === undefined ? "notApplicable" : shown.held ? "held" : "broken",
        place: shown?.paragraph ? placeOf(shown.paragraph) : null,
        expected: shown?.expected ?? null,
        measured: shown?.measured ?? null,
      };
    }),
    issues: outcomes.flatMap(({ rule, measurements }) =>
      measurements
        .filter(({ held }) => !held)
        .map(({ paragraph, expected, measured }) =>
          issue(rule.code, { source, path: pathOf(paragraph) }, { expected, measured }),
        ),
    ),
  };
}

const placeOf = ({ number, text }: WordParagraph) => ({ paragraph: number, text });

function pathOf(paragraph: WordParagraph | null): string {
  if (paragraph === null) return "";
  const text = paragraph.text.length > 40 ? `${paragraph.text.slice(0, 40)}…` : paragraph.text;
  return `đoạn ${paragraph.number} “${text}”`;
}
