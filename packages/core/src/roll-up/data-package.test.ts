import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { accepted, actor, campaignOf, directory, field, issued, on, report } from "../../test/rollout.ts";
import type { Field } from "../report-schema/report-schema.ts";
import { makeDataPackage, rollUpCsv } from "./data-package.ts";
import { publishRollUp } from "./publish.ts";
import { rollUp } from "./roll-up.ts";

const campaign = campaignOf([
  field("people"),
  field("money", { kind: "amount", decimals: 2 } as Partial<Field>),
  field("done", { kind: "ratio", aggregator: "ratio" }),
  field("note", { kind: "text", maxLength: 99, aggregator: "list" } as Partial<Field>),
]);
const events = [
  issued(),
  accepted(
    report("p-an", {
      people: 5,
      money: { value: "90071992547409930.10" },
      done: { value: { numerator: 1, denominator: 2 } },
      note: { value: '=HYPERLINK("x"), có “ngoặc kép", hai\ndòng' },
    }),
  ),
  accepted(report("p-cat", { people: "nil", money: "missing", done: "nil" })),
];
const made = rollUp(campaign, directory, events, { at: on(10), by: "group" });
const { published } = publishRollUp(made, { id: "lan-1", at: on(10), actor, campaign, directory, events });
const files = makeDataPackage(campaign, directory, published);
const csv = (name: string) =>
  Papa.parse<Record<string, string>>(files.get(name)!.trimEnd(), { header: true }).data;
interface Descriptor {
  readonly name: string;
  readonly resources: readonly {
    readonly path: string;
    readonly schema: {
      readonly fields: readonly {
        readonly name: string;
        readonly type: string;
        readonly constraints?: { readonly required?: boolean };
      }[];
      readonly primaryKey: readonly string[];
      readonly missingValues: readonly { readonly value: string }[];
    };
  }[];
}
const descriptor = JSON.parse(files.get("datapackage.json")!) as Descriptor;

/** The lexical forms of Table Schema's types, for those we use. */
const forms: Readonly<Record<string, RegExp>> = {
  string: /^[\s\S]*$/,
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?$/,
  boolean: /^(true|false)$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
};

describe("the data package of a roll-up", () => {
  it("describes each file it holds, and holds each it describes", () => {
    expect([...files.keys()].sort()).toEqual(
      ["datapackage.json", ...descriptor.resources.map(({ path }) => path)].sort(),
    );
    expect(descriptor.name).toMatch(/^[a-z0-9._-]+$/);
  });

  it.each(["figures.csv", "reports.csv", "sources.csv"])(
    "has in %s only what its schema allows, and each key once",
    (path) => {
      const { schema } = descriptor.resources.find((one) => one.path === path)!;
      const missing = schema.missingValues.map(({ value }) => value);
      const rows = csv(path);
      expect(rows.length).toBeGreaterThan(1);
      for (const row of rows) {
        expect(Object.keys(row)).toEqual(schema.fields.map(({ name }) => name));
        for (const { name, type, constraints } of schema.fields) {
          const value = row[name]!;
          if (missing.includes(value)) expect([name, constraints?.required ?? false]).toEqual([name, false]);
          else expect(value).toMatch(forms[type]!);
        }
      }
      const keys = rows.map((row) => schema.primaryKey.map((name) => row[name]).join(" "));
      expect(new Set(keys).size).toBe(keys.length);
    },
  );

  it("keeps amounts exact and tells blank and nil apart", () => {
    const [first, second] = csv("reports.csv");
    expect(first).toMatchObject({
      unit: "p-an",
      people: "5",
      money: "90071992547409930.10",
      doneNumerator: "1",
      doneDenominator: "2",
    });
    expect(second).toMatchObject({ unit: "p-cat", people: "KPS", money: "", doneNumerator: "KPS" });
  });

  it("writes text so that no office program runs it, and reads back as it was otherwise", () => {
    expect(csv("reports.csv")[0]?.["note"]).toBe(`'=HYPERLINK("x"), có “ngoặc kép", hai\ndòng`);
    expect(rollUpCsv([["-5", "-x", -5, "+84", null]])).toBe("-5,'-x,-5,'+84,\r\n");
  });

  it("gives no figure without its coverage", () => {
    for (const row of csv("figures.csv"))
      expect([row["expected"], row["reported"]].join()).toMatch(/^\d+,\d+$/);
  });

  it("is the same bytes every time", () => {
    expect([...makeDataPackage(campaign, directory, JSON.parse(JSON.stringify(published)))]).toEqual([
      ...files,
    ]);
  });
});
