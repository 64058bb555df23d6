import { describe, expect, it } from "vitest";
import { printIssue } from "../issue/print-issue.ts";
import { parseLineage } from "./parse-lineage.ts";

const source = "lineage.csv";
const parse = (text: string) => parseLineage(text, { source });

describe("lineage in a table", () => {
  it("is read with days, documents, continuing units, declared shares and what was before", () => {
    const { value, issues } = parse(
      `kind,on,not_before,from,to,legal_basis,source,before_name,before_parent_sector
Sáp nhập,01/11/2024,,a; b,c,1196/NQ-UBTVQH15,,,
split,2025-07-01,,c,d=60%; e=0.4,1667/NQ-UBTVQH15,,,
đổi tên,2025-01-01,2024-11-02,f,f,12/QĐ-UBND,Công báo,UBND xã F cũ,phong-a
giải thể,2025-01-01,,g,,13/QĐ-UBND,,,
`,
    );
    expect(issues).toEqual([]);
    expect(value).toEqual([
      {
        kind: "merged",
        on: "2024-11-01",
        from: ["a", "b"],
        to: [{ unitId: "c" }],
        legalBasis: "1196/NQ-UBTVQH15",
      },
      {
        kind: "split",
        on: "2025-07-01",
        from: ["c"],
        to: [
          { unitId: "d", share: 0.6 },
          { unitId: "e", share: 0.4 },
        ],
        legalBasis: "1667/NQ-UBTVQH15",
      },
      {
        kind: "renamed",
        on: "2025-01-01",
        notBefore: "2024-11-02",
        from: ["f"],
        to: [{ unitId: "f" }],
        legalBasis: "12/QĐ-UBND",
        source: "Công báo",
        before: { name: "UBND xã F cũ", parents: { sector: "phong-a" } },
      },
      { kind: "closed", on: "2025-01-01", from: ["g"], to: [], legalBasis: "13/QĐ-UBND" },
    ]);
  });

  it("says everything that is wrong at once, each with line and column", () => {
    const { value, issues } = parse(
      "kind,on,from,to,legal_basis,màu\nnhập nhằng,2024-02-30,a,b=1.5,,\nmerged,2024-11-01,a;b,c,,\n",
    );
    expect(value).toBeNull();
    expect(issues.map((one) => printIssue(one, "en"))).toEqual([
      "lineage.csv:1:6, màu: the column “màu” is not known here; its content is not read [unit_column_unknown]",
      "lineage.csv:2:1, kind: “nhập nhằng” is not valid in “kind” [lineage_value_invalid]",
      "lineage.csv:2:2, on: “2024-02-30” is not valid in “on” [lineage_value_invalid]",
      "lineage.csv:2:4, to: “b=1.5” is not valid in “to” [lineage_value_invalid]",
    ]);
  });

  it("needs its columns", () => {
    expect(parse("kind,on,from,to\n").issues.map(({ code }) => code)).toEqual(["unit_column_missing"]);
  });
});

describe("lineage as JSON", () => {
  const event = {
    kind: "merged",
    on: "2024-11-01",
    from: ["a", "b"],
    to: [{ unitId: "c" }],
    legalBasis: "x",
  };

  it("is read as it is", () => {
    expect(parse(JSON.stringify([event]))).toEqual({ value: [event], issues: [] });
  });

  it("says where it is wrong", () => {
    const wrong = [
      { ...event, on: "2024-13-01" },
      { ...event, kind: "eaten", extra: 1 },
    ];
    const { value, issues } = parse(JSON.stringify(wrong));
    expect(value).toBeNull();
    expect(issues.map(({ place }) => ("path" in place ? place.path : ""))).toEqual(["0.on", "1.kind", "1"]);
    expect(parse("[{]").issues.map(({ code }) => code)).toEqual(["lineage_not_json"]);
  });
});
