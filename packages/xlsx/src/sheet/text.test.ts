import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeText, hiddenCharacters, looksLikeFormula, unescapeText } from "./text.ts";

describe("text in a workbook", () => {
  it.each([
    ["_x0041_", "_x005F_x0041_"], // or it would come back as A
    ["a\u0000b", "a_x0000_b"],
    ["\r\n", "_x000D_\n"], // or XML would make it one line feed
    ["\uffff", "_xFFFF_"], // no XML may hold it
    ["\ud800", "_xD800_"],
    ["👍", "👍"], // a whole pair is a character
    ["Vĩnh Hải\t\n", "Vĩnh Hải\t\n"],
  ])("%j is written as %j", (text, written) => expect(escapeText(text)).toBe(written));

  it("comes back as it was, whatever it was", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.constantFrom("", "_x0041_", "_x005F_", "\ud800"),
        (text, more) => {
          expect(unescapeText(escapeText(text + more + text))).toBe(text + more + text);
        },
      ),
      { seed: 1, numRuns: 500 },
    );
  });
});

it.each([
  ["Vĩnh\u200b Hải", "U+200B"],
  ["\u202e321\u202c", "U+202C, U+202E"],
  ["a\u0000", "U+0000"],
  ["a\ud800b", "U+D800"],
  ["Tr\ufffdng", "U+FFFD"],
  ["ph\u00adêng", null], // `ư` in TCVN3
  ["a\u00a0b\t\n", null], // people see these, as spaces and lines
  ["Vĩnh Hải – “A”… 👍", null],
])("%j hides %s", (text, hidden) => expect(hiddenCharacters(text)).toBe(hidden));

it.each([
  ["=1+1", true],
  ["  =SUM(A1)", true], // spaces in front do not help
  ["\t=1", true],
  ["@SUM(A1)", true],
  ['+HYPERLINK("http://x.example")', true],
  ["-cmd|' /C calc'!A0", true],
  ["- Trẻ em (dưới 6 tuổi)", false], // a label
  ["+84 258 000", false],
  ["-", false],
  ["-5", false],
  ["=", false],
  ["@chiendich", false],
  ["Số buổi = 3", false],
])("%j looks like a formula: %s", (text, looks) => expect(looksLikeFormula(text)).toBe(looks));
