/**
 * The page of Nghị định 30/2020/NĐ-CP, PL I, Phần I, mục I (read in the decree: confidence high), in
 * twips (1/20 of a point). Margins are chosen within the decree's limits.
 */
export const page = {
  width: 11906,
  height: 16838,
  /** 20 mm; the decree allows 20 to 25. */
  top: 1134,
  bottom: 1134,
  /** 30 mm; the decree allows 30 to 35. */
  left: 1701,
  /** 15 mm; the decree allows 15 to 20. */
  right: 850,
  /** From the top edge to the page number, which stands in the middle of the top margin. */
  header: 567,
  /** Of the body's first lines: 1,27 cm. */
  firstLine: 720,
} as const;

export const textWidth = page.width - page.left - page.right;

/**
 * Left and right column of the letterhead. In the decree's drawing ô số 2 reaches to 44 % of the text's
 * width (measured); Quốc hiệu at size 12 needs 5.007 twips and finds them in the rest.
 */
export const letterheadColumns = columns(0.44);

/** Kept free at the right of the left column, so that the two never touch. */
export const columnGap = 120;

/** Nơi nhận on the left, the signature in the right half (ô số 7a begins at half of the text's width). */
export const signOffColumns = columns(0.5);

function columns(share: number): readonly [number, number] {
  const left = Math.round(textWidth * share);
  return [left, textWidth - left];
}

export const mmToTwips = (mm: number) => Math.round((mm / 25.4) * 1440);
export const mmToEmu = (mm: number) => Math.round(mm * 36_000);
