import { describe, expect, it } from "vitest";
import { campaignJsonSchema } from "./campaign-json-schema.ts";

interface Node {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Node>>;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly description?: string;
  readonly else?: { readonly required?: readonly string[] };
}

describe("the JSON Schema of campaign.yaml", () => {
  const schema = campaignJsonSchema() as Node;

  /** What stands several times is defined once, and referred to. */
  const resolved = (node: Node): Node =>
    node.$ref === undefined ? node : (schema.$defs?.[node.$ref.replace("#/$defs/", "")] as Node);
  const silent = (node: Node) =>
    Object.entries(resolved(node).properties ?? {})
      .filter(([, one]) => !resolved(one).description)
      .map(([key]) => key);

  it("explains every key of the campaign and of its dispatch in Vietnamese", () => {
    expect(silent(schema)).toEqual([]);
    expect(silent(schema.properties?.["dispatch"] as Node)).toEqual([]);
  });

  it("is small enough to lie beside every campaign", () => {
    expect(JSON.stringify(schema).length).toBeLessThan(40_000);
  });

  it("asks only for what has no default", () => {
    expect(schema.else?.required).not.toContain("timeZone");
    expect(schema.else?.required).toContain("dispatch");
  });
});
