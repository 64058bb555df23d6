import { describe, expect, it } from "vitest";
import { placeTones } from "./tone-placement.ts";

describe("the place of a tone", () => {
  it.each([
    // as offices write    as the school rule has it    why this row
    ["hòa", "hoà"], // oa with nothing after it: the two styles part
    ["Ủy", "Uỷ"],
    ["khỏe", "khoẻ"],
    ["toán", "toán"], // a final consonant settles it
    ["quý", "quý"], // u belongs to qu
    ["giá", "giá"], // i belongs to gi
    ["gì", "gì"], // unless it is the only vowel
    ["người", "người"], // the second letter of ươ
    ["ngoài", "ngoài"], // three vowels: the middle
    ["mía", "mía"],
    ["thuở", "thuở"],
    ["ĐƯỜNG", "ĐƯỜNG"],
  ])("%s is %s in the other style", (office, school) => {
    expect(placeTones(school)).toBe(office);
    expect(placeTones(office, "hoà")).toBe(school);
  });

  it("is found in decomposed text, and mended where typing left it on the wrong vowel", () => {
    expect(placeTones("Vĩnh Hoà".normalize("NFD"))).toBe("Vĩnh Hòa");
    expect(placeTones("Phứơc Trừơng")).toBe("Phước Trường");
  });

  it("leaves alone what is no Vietnamese syllable", () => {
    expect(placeTones("Yersin 1 (A)")).toBe("Yersin 1 (A)");
  });
});
