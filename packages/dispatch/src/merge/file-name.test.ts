import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileNameFor } from "./file-name.ts";

describe("the file name of a letter", () => {
  it.each([
    // name, id, file name, why
    [
      "Ủy ban nhân dân phường Vĩnh Hải",
      "ubnd-p-vinh-hai",
      "Ủy ban nhân dân phường Vĩnh Hải (ubnd-p-vinh-hai).docx",
    ],
    ["../../etc/passwd", "a", "etc passwd (a).docx"],
    ["..\\..\\Windows", "a", "Windows (a).docx"],
    ["CON", "a", "van-ban CON (a).docx"],
    ["nul.txt", "a", "van-ban nul.txt (a).docx"],
    ["", "a", "van-ban (a).docx"],
    ["Trường \u202Etxt.exe", "a", "Trường txt.exe (a).docx"],
    ["A\u0000B\nC", "a", "A B C (a).docx"],
    ["Hội: “A/B”?", "a", "Hội “A B” (a).docx"],
    ["Vĩnh Hải", "../x", "Vĩnh Hải (1fb8ad98).docx"],
  ])("%j with id %j is %j", (name, id, expected) => {
    expect(fileNameFor(name, id, "docx")).toBe(expected);
  });

  it("is the same for a name in composed and in decomposed letters", () => {
    const name = "Trường Tiểu học Lộc Thọ";
    expect(fileNameFor(name.normalize("NFD"), "a", "docx")).toBe(fileNameFor(name, "a", "docx"));
  });

  it("fits every file system, opens no folder, and differs when the id does", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.string({ unit: "binary" }),
        fc.string({ unit: "binary" }),
        (name, id, other) => {
          const file = fileNameFor(name, id, "docx");
          expect(Buffer.byteLength(file)).toBeLessThanOrEqual(255);

          expect(file).not.toMatch(/[\u0000-\u001f/\\:*?"<>|]|^\.|[. ]$/);
          if (id !== other) expect(fileNameFor(name, other, "docx")).not.toBe(file);
        },
      ),
      { seed: 7, numRuns: 100 },
    );
  });
});
