import { defineConfig } from "vitest/config";
import fast, { projects } from "./vitest.config.ts";

/** The suites that open documents in LibreOffice and pages in Chromium; a missing program fails. */
export default defineConfig({
  test: {
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // LibreOffice and Chromium are heavy and share profiles badly: one file at a time.
    fileParallelism: false,
    passWithNoTests: false,
    projects: projects.map(({ folder, name }, index) => {
      const project = fast.test?.projects?.[index] as object;
      const include = ["**/*.office.test.ts", "**/*.browser.test.ts"];
      return { ...project, test: { name, root: folder, include, exclude: ["**/node_modules/**"] } };
    }),
  },
});
