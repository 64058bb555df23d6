import { foldVietnamese } from "../vietnamese/fold.ts";

/** Long words of official names, folded, and what ids have for them. */
const shorter: readonly (readonly [RegExp, string])[] = [
  [/^uy ban nhan dan\b/, "ubnd"],
  [/^truong tieu hoc va trung hoc co so\b/, "th-thcs"],
  [/^truong tieu hoc\b/, "th"],
  [/^truong trung hoc co so\b/, "thcs"],
  [/^truong trung hoc pho thong\b/, "thpt"],
  [/^truong mam non\b/, "mn"],
  [/^truong mau giao\b/, "mg"],
  [/\bthanh pho\b/, "tp"],
];

/**
 * An id for a unit that has none yet, made of its name: `Ủy ban nhân dân phường Vĩnh Hải` gives
 * `ubnd-phuong-vinh-hai`. Where it is taken, a number follows. Once given it is kept, whatever the
 * unit is called later.
 */
export function newUnitId(name: string, taken: ReadonlySet<string>): string {
  const folded = shorter.reduce((text, [long, short]) => text.replace(long, short), foldVietnamese(name));
  const id = folded.replace(/[^a-z\d]+/g, "-").replace(/^-|-$/g, "") || "unit";
  for (let number = 2, candidate = id; ; number += 1) {
    if (!taken.has(candidate)) return candidate;
    candidate = `${id}-${number}`;
  }
}
