import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  allowedLicences,
  dependenciesOf,
  licencesPage,
  publishedPackages,
  withoutLicence,
} from "./licences.ts";

const dependencies = dependenciesOf(publishedPackages());

describe("what is installed along with the published packages", () => {
  it("bears licences that an office may accept without asking anyone", () => {
    const refused = dependencies.filter(({ name, version, licence }) =>
      licence === null ? !withoutLicence[`${name}@${version}`] : !allowedLicences.has(licence),
    );
    expect(refused).toEqual([]);
  });

  it("is listed as it is today", () => {
    const page = readFileSync(new URL("./licences.md", import.meta.url), "utf8");
    expect(page, "run `npx -y pnpm@12 licences`").toBe(licencesPage(dependencies));
  });

  it("excuses no package that is gone", () => {
    const installed = dependencies.map(({ name, version }) => `${name}@${version}`);
    expect(installed).toEqual(expect.arrayContaining(Object.keys(withoutLicence)));
  });
});
