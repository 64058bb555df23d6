import { foldVietnamese } from "../../vietnamese/fold.ts";
import { parseRoman } from "../../vietnamese/roman-numeral.ts";

const total =
  /^(?:tong cong|tong so|tong|cong|cong chung|cong toan \p{L}+|t[./]?c|total|cong don|luy ke|binh quan|trung binh|toan (?:xa|phuong|thi tran|huyen|quan|thi xa|thanh pho|tp|tinh|nganh|khoi|truong|don vi)|[σ∑])(?:$|[\s:.(])/u;
const note = /^(?:ghi chu|luu y|chu thich|nguon|\(\*\)|\*)(?:$|[\s:.)])/u;
const signature =
  /^(?:nguoi lap|lap bieu|lap bang|nguoi tong hop|can bo tong hop|ke toan|thu truong|chu tich|pho chu tich|hieu truong|pho hieu truong|truong phong|pho truong phong|giam doc|lanh dao|noi nhan|xac nhan|tm\.|kt\.|tl\.|tuq\.|\(ky|ky ten|da ky)/u;
const dateLine = /ngay\s*[\d.…]*\s*thang\s*[\d.…]*\s*nam/u;

/** `Tổng cộng`, `Cộng`, `TC`: a row that adds up the others and is not a unit. */
export function isTotalText(text: string): boolean {
  // “Công an”, “Công ty” are no “Cộng”: the mark under the o decides where marks are written.
  if (/^công(?!\p{L})/u.test(text.normalize("NFC").toLowerCase())) return false;
  return text.length <= 60 && total.test(foldVietnamese(text));
}

export function isNoteText(text: string): boolean {
  return note.test(foldVietnamese(text));
}

/** The place and date line, titles and names under a table. */
export function isSignatureText(text: string): boolean {
  const folded = foldVietnamese(text);
  return (
    signature.test(folded) || (folded.length <= 80 && dateLine.test(folded) && !folded.includes("tinh den"))
  );
}

/** `(1)`, `1`, `A`, `(4=2+3)`: the number of a column in the row under the headings. */
export function isColumnNumber(text: string): boolean {
  return /^(?:\(\s*(?:\d{1,2}|[A-Z])\s*(?:=[\d\s()+\-*/=:]+)?\)|\[\d{1,2}\]|\d{1,2}(?:\s*=[\d\s()+\-*/=:]+)?|[A-E])$/u.test(
    text,
  );
}

/** `I`, `IV.`, `A`, `B)`: the number of a group of rows, never of a row of data. */
export function isGroupNumber(text: string): boolean {
  const bare = text.replace(/[.)]$/u, "").trim();
  return /^[A-HĐ]$/u.test(bare) || (/^[IVXL]+$/u.test(bare) && parseRoman(bare) !== null);
}
