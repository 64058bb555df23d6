import { describe, expect, it } from "vitest";
import { isTotalText } from "./row-words.ts";

describe("a row that sums others", () => {
  it.each([
    "Tổng cộng",
    "TỔNG CỘNG:",
    "Cộng",
    "cong",
    "Cộng chung",
    "TC",
    "T/C",
    "Cộng toàn thành phố",
    "Toàn xã",
    "Bình quân",
    "Σ",
    "Cộng dồn",
    "Lũy kế",
  ])("is told by “%s”", (text) => expect(isTotalText(text)).toBe(true));

  it.each([
    "Công an thành phố",
    "Công ty cổ phần Môi trường đô thị",
    "CÔNG AN P. VĨNH HẢI",
    "Toàn Thắng",
    "Trung tâm Văn hóa",
  ])("is not told by “%s”", (text) => expect(isTotalText(text)).toBe(false));
});
