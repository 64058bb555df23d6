import { expect, it } from "vitest";
import { foldVietnamese } from "./fold.ts";

it.each([
  ["Vĩnh Hải", "vinh hai"],
  ["Vĩnh Hải", "vinh hai"], // decomposed, as macOS writes it
  ["ĐƯỜNG", "duong"],
  ["Ðồng", "dong"], // U+00D0, the Icelandic letter that looks like Đ
  ["TH Vĩnh Hải 1 (cũ)", "th vinh hai 1 (cu)"], // what is no letter stays
])("folds %s to %s", (text, folded) => expect(foldVietnamese(text)).toBe(folded));
