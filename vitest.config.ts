import { existsSync, readdirSync } from "node:fs";
import { defineConfig } from "vitest/config";

/** Tests import the packages' sources, so they need no build. */
const conditions = ["@chiendich/source"];
const source = { resolve: { conditions }, ssr: { resolve: { conditions } } };

/** Suites that need minutes, an office or a browser have their own script (`test:slow`, `test:office`). */
export const apart = ["**/*.slow.test.ts", "**/*.office.test.ts", "**/*.browser.test.ts"];

export const projects = ["packages", "examples", "docs"]
  .flatMap((parent) =>
    parent === "docs" ? ["docs"] : readdirSync(parent).map((name) => `${parent}/${name}`),
  )
  .filter((folder) => folder === "docs" || existsSync(`${folder}/package.json`))
  .map((folder) => ({ folder, name: folder.replace(/^packages\//, "") }));

export default defineConfig({
  test: {
    // Most of a run is importing; files of a worker share what they import, and no test may leave anything behind.
    isolate: false,
    // A whole rollout runs in seconds; on a loaded machine give it time before calling it hung.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: projects.map(({ folder, name }) => ({
      extends: true,
      ...source,
      test: {
        name,
        root: folder,
        include: ["**/*.test.ts"],
        exclude: ["**/node_modules/**", "**/dist/**", ...apart],
      },
    })),
  },
});
