import { readFileSync } from "node:fs";
import { issueCatalogue } from "@chiendich/core";
import { describe, expect, it } from "vitest";
import { issueCodesPage, severitiesModule } from "./issue-codes.ts";

describe("the page of issue codes", () => {
  it("is what the catalogue says today", () => {
    const page = readFileSync(new URL("./issue-codes.md", import.meta.url), "utf8");
    expect(page, "run `npx -y pnpm@12 issue-codes`").toBe(issueCodesPage());
  });

  it("has its severities apart from its sentences as they are", () => {
    const module = readFileSync(new URL("../packages/core/src/issue/severities.ts", import.meta.url), "utf8");
    expect(module, "run `npx -y pnpm@12 issue-codes`").toBe(severitiesModule());
  });

  it("has a heading, two sentences and two cures for every code", () => {
    const page = issueCodesPage();
    for (const code of Object.keys(issueCatalogue)) expect(page).toContain(`\n## ${code}\n`);
    expect(page).not.toMatch(/\*\*(?:vi|en|Cure|Cách xử lý)\*\* ?\n/);
  });

  it("writes no sentence that the parameters' names broke, and none that is not there", () => {
    expect(issueCodesPage()).not.toMatch(/undefined|NaN|\[object|\*\* …$/m);
  });
});
