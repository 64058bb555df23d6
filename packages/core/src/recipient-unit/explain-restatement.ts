import type { Language } from "../vietnamese/language.ts";
import { printVietnameseShortDate } from "../time/date-in-words.ts";
import { nameOf, type JointFigure, type RestatedPart, type Restatement } from "./restate.ts";
import type { AppliedRule } from "./split-rule.ts";
import type { UnitDirectory } from "./unit-directory.ts";

/** What is needed to put a restatement into words. */
export interface RestatementWords {
  readonly directory: UnitDirectory;
  readonly restatement: Pick<Restatement<number | string>, "split" | "basis">;
  readonly language: Language;
}

/**
 * How one part of a row is known, in one phrase: `toàn bộ số liệu của UBND phường Xương Huân
 * (1196/NQ-UBTVQH15, từ ngày 01/11/2024)`. A part that was divided names its rule.
 */
export function explainPart(part: RestatedPart<number | string>, words: RestatementWords): string {
  const name = nameOf(words.directory, part.unitId);
  const basis = eventsInWords(part, words.language);
  if (part.share === undefined) {
    if (part.events.length === 0) {
      return words.language === "vi" ? `số liệu của ${name}` : `the figure of ${name}`;
    }
    return words.language === "vi" ? `toàn bộ số liệu của ${name}${basis}` : `all of ${name}${basis}`;
  }
  const percent = printPercent(part.share, words.language);
  const rules = [...new Set(part.rules)].map((rule) => ruleInWords(rule, words)).join("; ");
  return words.language === "vi"
    ? `${percent} số liệu của ${name}, ${rules}${basis}`
    : `${percent} of ${name}, ${rules}${basis}`;
}

/** Why a figure is not one unit's, in one sentence. */
export function explainJoint(joint: JointFigure<number | string>, words: RestatementWords): string {
  const { directory, language } = words;
  const list = (ids: readonly string[]) => ids.map((id) => nameOf(directory, id)).join(", ");
  const reporters = list([...new Set(joint.parts.map(({ unitId }) => unitId))]);
  const units = list(joint.units);
  const day = printDay(words.restatement.basis, language);
  const vi = {
    splitUndeclared: `chưa phân bổ: ${reporters} đã chia về ${units}, văn bản không nêu tỷ lệ`,
    mergedBefore: `số liệu chung của ${units}, do ${reporters} báo cáo sau khi sắp xếp; không tách được cho từng đơn vị`,
    closed: `${reporters} đã giải thể, không có đơn vị kế thừa`,
    successorUnknown: `không rõ đơn vị kế thừa của ${reporters}; số liệu được để riêng`,
    foundedLater: `${reporters} thành lập sau ngày ${day}; số liệu không thuộc đơn vị nào trước đó`,
    predecessorUnknown: `không rõ ${reporters} hình thành từ đơn vị nào; số liệu được để riêng`,
  };
  const en = {
    splitUndeclared: `not apportioned: ${reporters} was split into ${units}, and no document declares the shares`,
    mergedBefore: `one figure for ${units}, reported by ${reporters} after the merger; the part of each is not known`,
    closed: `${reporters} was closed without a successor`,
    successorUnknown: `the successor of ${reporters} is not known; its figure is kept apart`,
    foundedLater: `${reporters} was founded after ${day}; its figure belongs to no unit of that day`,
    predecessorUnknown: `what ${reporters} was made of is not known; its figure is kept apart`,
  };
  const sentence = (language === "vi" ? vi : en)[joint.reason];
  if (!joint.outside || joint.units.length === 0) return sentence;
  return language === "vi"
    ? `${sentence} (một phần có thể không thuộc đơn vị nào trong số này)`
    : `${sentence} (some of it may belong to none of them)`;
}

function ruleInWords(rule: AppliedRule, { restatement: { split }, language }: RestatementWords): string {
  switch (rule) {
    case "declared":
      return language === "vi" ? "theo tỷ lệ nêu trong văn bản" : "by the declared share";
    case "equal":
      return language === "vi"
        ? "chia đều theo quy ước, không phải số liệu báo cáo"
        : "in equal parts by convention, not as reported";
    case "weights": {
      const basis = split.kind === "weights" ? split.basis : "";
      return language === "vi" ? `chia theo ${basis} (ước tính)` : `by ${basis} (an estimate)`;
    }
  }
}

function eventsInWords({ events }: RestatedPart<number | string>, language: Language): string {
  const words = events.map(({ legalBasis, on, notBefore }) => {
    const day = printDay(on, language);
    const when =
      notBefore === undefined
        ? { vi: `từ ngày ${day}`, en: `from ${day}` }
        : { vi: `chậm nhất từ ngày ${day}`, en: `by ${day} at the latest` };
    return [...(legalBasis === "" ? [] : [legalBasis]), when[language]].join(", ");
  });
  return words.length === 0 ? "" : ` (${[...new Set(words)].join("; ")})`;
}

function printDay(date: string, language: Language): string {
  return language === "vi" ? printVietnameseShortDate(date) : date;
}

function printPercent(share: number, language: Language): string {
  const locale = language === "vi" ? "vi-VN" : "en-GB";
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(share);
}
