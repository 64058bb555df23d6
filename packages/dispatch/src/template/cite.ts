import { printVietnameseShortDate, type CalendarDate } from "@chiendich/core";

/** A document that a dispatch refers to. */
export interface CitedDocument {
  /** `Công văn`, `Kế hoạch`, `Luật`. */
  readonly type: string;
  /** Số, ký hiệu: `3506/STTTT-CNTTBCVT`; null for a law, which is cited by type and name. */
  readonly number: string | null;
  readonly date: CalendarDate;
  /** Null when the sentence names the office already, as where it cites a letter of its own. */
  readonly issuer: string | null;
  /** Trích yếu, or the law's name; null when it is not printed. */
  readonly subject: string | null;
}

/**
 * The words that cite a document (viện dẫn).
 *
 * First: type, number, date, issuer and subject. Later: type and number. Luật and Pháp lệnh are cited
 * by type and name each time.
 * @see Nghị định 30/2020/NĐ-CP, PL I, Phần I, mục II.6 (read in the decree: confidence high)
 */
export function cite(document: CitedDocument, { first }: { readonly first: boolean }): string {
  const { type, number, date, issuer, subject } = document;
  if (type === "Luật" || type === "Pháp lệnh") return `${type} ${subject ?? ""}`.trim();
  const name = number === null ? type : `${type} số ${number}`;
  if (!first) return name;
  const about = subject === null ? "" : ` về việc ${subject.replace(/^về việc /u, "")}`;
  const by = issuer === null ? "" : ` của ${issuer}`;
  return `${name} ngày ${printVietnameseShortDate(date)}${by}${about}`;
}
