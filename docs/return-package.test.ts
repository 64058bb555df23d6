import { readFileSync } from "node:fs";
import { returnPackageJsonSchema } from "@chiendich/core";
import { format } from "prettier";
import { expect, it } from "vitest";

it("documents the package for the level above as its schema is", async () => {
  const file = new URL("./return-package.schema.json", import.meta.url);
  const schema = JSON.stringify(returnPackageJsonSchema());
  expect(readFileSync(file, "utf8")).toBe(await format(schema, { parser: "json", printWidth: 110 }));
});
