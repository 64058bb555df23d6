import { describe, expect, it } from "vitest";
import type { NameDecision } from "./name-decisions.ts";
import {
  checkNameDecisions,
  parseNameDecisions,
  printNameDecisions,
  revertNameDecision,
} from "./parse-name-decisions.ts";
import type { RecipientUnit } from "./recipient-unit.ts";
import { unitDirectory } from "./unit-directory.ts";
import { createUnitResolver } from "./resolver/unit-resolver.ts";

const unit = (id: string, name: string): RecipientUnit => ({
  id,
  name,
  aliases: [],
  type: "ubnd_phuong",
  groups: [],
  parents: {},
  codes: [],
});
const directory = unitDirectory([
  unit("vinh-hai", "Ủy ban nhân dân phường Vĩnh Hải"),
  unit("vinh-tho", "Ủy ban nhân dân phường Vĩnh Thọ"),
]);
const decision = (text: string, id: string, more: Partial<NameDecision> = {}): NameDecision => ({
  text,
  unit: id,
  who: "VT",
  why: "hỏi qua điện thoại",
  date: "2024-11-08",
  ...more,
});
const resolve = (text: string, decisions: readonly NameDecision[], context = {}) => {
  const found = createUnitResolver(directory, { decisions }).resolve(text, context);
  return found.status === "matched" ? found.unit.id : found.status;
};

describe("decisions on names", () => {
  it("always beat the resolver, and give way to it again when reverted", () => {
    const decisions = [decision("UBND phường Vĩnh Hải", "vinh-tho")];
    expect(resolve("UBND phường Vĩnh Hải", [])).toBe("vinh-hai");
    expect(resolve("ubnd  PHƯỜNG Vĩnh Hải", decisions)).toBe("vinh-tho");
    expect(resolve("UBND phường Vĩnh Hải", revertNameDecision(decisions, 1))).toBe("vinh-hai");
    expect(() => revertNameDecision(decisions, 2)).toThrow(RangeError);
  });

  it("count by the last one on a text, and an earlier one counts again when the last is reverted", () => {
    const decisions = [decision("khu vực 3", "vinh-hai"), decision("khu vực 3", "vinh-tho")];
    expect(resolve("khu vực 3", decisions)).toBe("vinh-tho");
    expect(resolve("khu vực 3", revertNameDecision(decisions, 2))).toBe("vinh-hai");
  });

  it("may say that a text is no unit at all", () => {
    expect(resolve("phường Vĩnh Hải", [decision("phường Vĩnh Hải", "")])).toBe("unknown");
  });

  it("hold only beside the columns they name", () => {
    const decisions = [decision("khu vực 3", "vinh-hai", { group: "Khối phường" })];
    expect(resolve("khu vực 3", decisions, { group: "khối phường" })).toBe("vinh-hai");
    expect(resolve("khu vực 3", decisions)).toBe("unknown");
  });

  it("on units of another campaign's directory have no effect, and are reported", () => {
    const decisions = [decision("UBND phường Vĩnh Hải", "dien-khanh")];
    expect(resolve("UBND phường Vĩnh Hải", decisions)).toBe("vinh-hai");
    expect(checkNameDecisions(decisions, directory, { source: "decisions.csv" })).toMatchObject([
      { code: "decision_unit_unknown", params: { unit: "dien-khanh" } },
    ]);
  });

  it("are the same after printing and reading", () => {
    const decisions = [
      decision("P.Vĩnh Hải, cũ", "vinh-hai"),
      decision("=1+1", "", { district: "Nha Trang", why: "" }),
    ];
    const { value, issues } = parseNameDecisions(printNameDecisions(decisions), { source: "decisions.csv" });
    expect(issues).toEqual([]);
    expect(value).toEqual(decisions);
  });

  it("are read with the dates Excel makes of them", () => {
    const csv = "text;unit;who;why;date\nVH;vinh-hai;VT;;8/11/2024\n";
    expect(parseNameDecisions(csv, { source: "decisions.csv" }).value).toMatchObject([
      { date: "2024-11-08" },
    ]);
  });

  it("name every cell that is missing or wrong", () => {
    const csv = "text,unit,who,why,date\n,vinh-hai,VT,,2024-11-08\nVH,vinh-hai,,,hôm qua\n";
    const { value, issues } = parseNameDecisions(csv, { source: "decisions.csv" });
    expect(value).toEqual([]);
    expect(issues.map(({ code, place, params }) => [code, "line" in place && place.line, params])).toEqual([
      ["decision_value_missing", 2, { column: "text" }],
      ["decision_value_missing", 3, { column: "who" }],
      ["decision_date_invalid", 3, { text: "hôm qua" }],
    ]);
    expect(parseNameDecisions("text,unit\n", { source: "x" })).toMatchObject({
      value: null,
      issues: [{ params: { column: "who" } }, { params: { column: "why" } }, { params: { column: "date" } }],
    });
  });
});
