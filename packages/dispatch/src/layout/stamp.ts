import { mmToTwips } from "./page.ts";
import { textWidthOf } from "./text-width.ts";

/** How a stamp is drawn. Measures in twips. */
export interface Stamp {
  readonly width: number;
  readonly height: number;
  /** RGB, such as `FF0000`. */
  readonly colour: string;
}

/** Widths of the urgency stamps, by their words without marks of tone: the decree writes HOẢ and HỎA. */
const urgencyMm: Readonly<Record<string, number>> = { "HOA TỐC": 30, "THƯỢNG KHẨN": 40, KHẨN: 20 };
const heightMm = 8;
/** Between the words and the frame. */
const paddingMm = 3;

/**
 * The frame of a stamp (ô số 10a, 10b, 11). Urgency stamps have the decree's size and are bright red
 * (PL I, mục III; read in the decree); of the others it asks for a frame only.
 */
export function stampOf(component: string, words: string, face: { readonly size: number }): Stamp {
  const height = mmToTwips(heightMm);
  const name = words
    .toLocaleUpperCase("vi")
    .replace(/HO[ẢẠ]|H[ỎỌ]A/u, "HOA")
    .trim();
  const mm = component === "urgency" ? urgencyMm[name] : undefined;
  const width =
    mm === undefined
      ? Math.round(textWidthOf(words, { ...face, bold: true }) + 2 * mmToTwips(paddingMm))
      : mmToTwips(mm);
  return { width, height, colour: component === "urgency" ? "FF0000" : "000000" };
}

/** Where “Xem xong trả lại” stands in the decree's drawing, as shares of the text's width and from the page's upper edge. */
export const handlingPlace = { left: 0.576, aboveText: 0.057 } as const;
