import { foldVietnamese } from "../../vietnamese/fold.ts";

/** A number with the words people put around it: `khoảng 1.234 lượt (ước tính)`. */
export interface NumberPhrase {
  /** Digits and separators. */
  readonly written: string;
  readonly negative: boolean;
  readonly qualifier: "approximate" | "bound" | null;
  /** Folded words between the qualifier and the number; blank when none. */
  readonly lead: string;
  /** Power of ten of `nghìn`, `triệu`, `tỷ`. */
  readonly power: number;
  readonly percent: boolean;
  /** Folded words after the number; blank when none. */
  readonly tail: string;
  /** A remark in brackets after the number, as written. */
  readonly note: string;
  /** The other end of `500-600`, `500 đến 600`. */
  readonly range: boolean;
}

const approximate = /^(?:khoang|chung|tam|xap xi|uoc tinh|uoc dat|uoc|du kien|tren duoi|[~≈±])(?![a-z])\s*/u;
const bound = /^(?:hon|tren|it nhat|toi thieu|duoi|gan|chua den|khong qua|toi da|[<>≥≤]=?)(?![a-z])\s*/u;
const shape = /^(?<lead>[^\d]*?)(?<sign>[-−–]\s*)?(?<written>\d(?:[\d.,'’]|[^\S\n](?=\d))*)(?<after>.*)$/su;
const scale = /^(nghin|ngan|k|trieu|tr|ty|ti)(?![a-z])\s*/u;
const powers: Readonly<Record<string, number>> = { nghin: 3, ngan: 3, k: 3, trieu: 6, tr: 6, ty: 9, ti: 9 };

/** Takes a cleaned text apart around its first number; `null` when it has none. */
export function numberPhrase(text: string): NumberPhrase | null {
  const match = shape.exec(text);
  if (!match?.groups) return null;
  const { lead: before = "", sign, written: digits = "", after = "" } = match.groups;
  const trailing = /[.,'’\s]+$/u.exec(digits)?.[0] ?? "";
  const written = trailing ? digits.slice(0, -trailing.length) : digits;
  const lead = leadOf(foldVietnamese(before).trim());
  const rest = restOf(after.trim());
  return {
    written,
    negative: sign !== undefined,
    qualifier: rest.more ? "bound" : lead.qualifier,
    lead: lead.words,
    power: rest.power,
    percent: rest.percent,
    tail: rest.words,
    note: rest.note,
    range: /^(?:-|–|—|den|toi)\s*\d/u.test(foldVietnamese(after.trim())),
  };
}

function leadOf(folded: string): { qualifier: NumberPhrase["qualifier"]; words: string } {
  // `tren duoi` begins like the bound `tren`, so what is approximate is looked for first.
  const near = approximate.exec(folded);
  if (near) return { qualifier: "approximate", words: words(folded.slice(near[0].length)) };
  const limit = bound.exec(folded);
  if (limit) return { qualifier: "bound", words: words(folded.slice(limit[0].length)) };
  return { qualifier: null, words: words(folded) };
}

function restOf(
  after: string,
): Pick<NumberPhrase, "power" | "percent" | "note"> & { words: string; more: boolean } {
  let rest = after;
  const more = rest.startsWith("+");
  if (more) rest = rest.slice(1).trim();
  const percent = rest.startsWith("%");
  if (percent) rest = rest.slice(1).trim();
  const bracket = /\(([^()]*)\)\s*$/u.exec(rest);
  const note = bracket?.[1]?.trim() ?? "";
  if (bracket) rest = rest.slice(0, bracket.index).trim();
  let folded = foldVietnamese(rest).replace(/^tr\.?\s?d(?![a-z])/u, "trieu dong");
  const scaled = scale.exec(folded);
  const power = scaled ? (powers[scaled[1] as string] as number) : 0;
  if (scaled) folded = folded.slice(scaled[0].length);
  return { power, percent, note, words: words(folded), more };
}

/** Words alone: punctuation around them says nothing. */
function words(folded: string): string {
  return folded.replace(/[\s.,;:/\-–"“”'&]+/gu, " ").trim();
}
