import { describe, expect, it } from "vitest";
import { fromTelex, fromViqr, fromVniTyping } from "./typing-leftovers.ts";

describe("keystrokes that were never turned into marks", () => {
  it.each([
    ["Vinhx Hair", "Vĩnh Hải"],
    ["Phuwowcs Taan", "Phước Tân"],
    ["Phuowcs", "Phước"], // one w for both letters
    ["Truwowngf", "Trường"],
    ["Muwowfng Laafm", "Mường Lầm"], // the tone before the word ends
    ["Ddoongf Vawn", "Đồng Văn"],
    ["Tana", "Tân"], // the second a at the end
    ["Quys", "Quý"],
    ["Hoaf", "Hòa"],
    ["Duongfw", "Dường"], // w at the end
  ])("Telex %s is %s", (typed, meant) => expect(fromTelex(typed)).toBe(meant));

  it.each([
    ["Vi4nh Ha3i", "Vĩnh Hải"],
    ["Phu7o71c", "Phước"],
    ["Phuo71c", "Phước"],
    ["D9o62ng", "Đồng"],
    ["TH Vi4nh Ha3i 1", "TH Vĩnh Hải 1"], // a number on its own stays
  ])("VNI %s is %s", (typed, meant) => expect(fromVniTyping(typed)).toBe(meant));

  it.each([
    ["Vi~nh Ha?i", "Vĩnh Hải"],
    ["Phu+o+'c", "Phước"],
    ["DDo^`ng", "Đồng"],
  ])("VIQR %s is %s", (typed, meant) => expect(fromViqr(typed)).toBe(meant));

  it("are not seen where there are none", () => {
    expect(fromTelex("Khánh Hoà")).toBeNull();
    expect(fromVniTyping("TH 1")).toBeNull();
    expect(fromViqr("Nha Trang")).toBeNull();
  });
});
