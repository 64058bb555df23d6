import type { CampaignEvent } from "../ledger/event.ts";
import { printVietnameseShortDate } from "../time/date-in-words.ts";
import { dateOf, instantMs, inZone } from "../time/instant.ts";
import type { Language } from "../vietnamese/language.ts";
import { printPlace } from "../issue/print-issue.ts";
import type { ExplainedLeaf, Explanation } from "./explain-figure.ts";
import { printFigure, printValue } from "./print-figure.ts";

const words = {
  vi: {
    nil: "không phát sinh",
    typed: (raw: string, rule: string | null) => `ô ghi “${raw}”${rule ? `, đọc theo quy tắc ${rule}` : ""}`,
    explained: (text: string) => `đơn vị giải trình: ${text}`,
    hash: "SHA-256",
    part: (share: string, given: string) => `ước tính: phần ${share} của ${given}`,
  },
  en: {
    nil: "nil",
    typed: (raw: string, rule: string | null) =>
      `the cell says “${raw}”${rule ? `, read by rule ${rule}` : ""}`,
    explained: (text: string) => `the unit explains: ${text}`,
    hash: "SHA-256",
    part: (share: string, given: string) => `an estimate: ${share} of ${given}`,
  },
};

const decisionNames: Readonly<Record<Language, Readonly<Partial<Record<CampaignEvent["type"], string>>>>> = {
  vi: {
    value_corrected: "điều chỉnh số liệu",
    query_explained: "chấp nhận giải trình",
    name_decided: "xác định đơn vị gửi",
    obligation_transferred: "chuyển nghĩa vụ báo cáo",
  },
  en: {
    value_corrected: "value corrected",
    query_explained: "query explained",
    name_decided: "unit decided",
    obligation_transferred: "obligation transferred",
  },
};

/**
 * The explanation as indented lines: the figure, its units, their cells, and what was decided about them.
 * Decisions show the clock of the zone when one is given, else the instant as it was recorded.
 */
export function printExplanation(
  { figure, units }: Explanation,
  language: Language,
  timeZone?: string,
): readonly string[] {
  return [
    printFigure(figure, language),
    ...units.flatMap(({ name, leaves }) =>
      leaves.flatMap((leaf) =>
        indent([
          `${name}: ${printLeafValue(leaf, language)}`,
          ...indent(detailsOf(leaf, language, timeZone)),
        ]),
      ),
    ),
  ];
}

function printLeafValue({ leaf, label }: ExplainedLeaf, language: Language): string {
  if (label !== null) return label[language] ?? label.vi;
  return leaf.nil ? words[language].nil : printValue(leaf.value, language);
}

function detailsOf(
  explained: ExplainedLeaf,
  language: Language,
  timeZone: string | undefined,
): readonly string[] {
  const { leaf, raw, rule, explanation, decisions, below } = explained;
  const word = words[language];
  const { source, sheet, cell } = leaf;
  const place = printPlace({ source, sheet, ...(cell !== null && { cell }) }, language);
  const lines = [`${place}, ${word.hash} ${leaf.sha256}`];
  if (leaf.parted) {
    const { share, given } = leaf.parted;
    lines.push(word.part(printValue(String(share), language), printValue(given, language)));
  }
  if (raw !== null && raw !== String(leaf.value)) lines.push(word.typed(raw, rule));
  if (explanation !== null) lines.push(word.explained(explanation));
  for (const { type, at, actorName, reason } of decisions) {
    const when =
      timeZone === undefined
        ? at
        : `${inZone(instantMs(at), timeZone).slice(11, 16)} ${printVietnameseShortDate(dateOf(at, timeZone))}`;
    const name = decisionNames[language][type] ?? type;
    lines.push(`${name} (${actorName}, ${when})${reason ? `: ${reason}` : ""}`);
  }
  return below ? [...lines, ...indent(printExplanation(below, language, timeZone))] : lines;
}

function indent(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`);
}
