import { describe, expect, it } from "vitest";
import { campaignJsonSchema } from "./campaign-json-schema.ts";

interface Node {
  readonly properties?: Readonly<Record<string, Node>>;
  readonly description?: string;
  readonly else?: { readonly required?: readonly string[] };
}

describe("the JSON Schema of campaign.yaml", () => {
  const schema = campaignJsonSchema() as Node;

  it("explains every key of the campaign and of its dispatch in Vietnamese", () => {
    const silent = (node: Node) =>
      Object.entries(node.properties ?? {})
        .filter(([, { description }]) => !description)
        .map(([key]) => key);
    expect(silent(schema)).toEqual([]);
    expect(silent(schema.properties?.["dispatch"] as Node)).toEqual([]);
  });

  it("asks only for what has no default", () => {
    expect(schema.else?.required).not.toContain("timeZone");
    expect(schema.else?.required).toContain("dispatch");
  });
});
