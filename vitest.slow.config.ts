import { defineConfig } from "vitest/config";
import fast, { projects } from "./vitest.config.ts";

/** The suites that take minutes: fuzzing, scale, kill -9. `CHIENDICH_SLOW=short` runs the version for CI. */
export default defineConfig({
  test: {
    testTimeout: 600_000,
    projects: projects.map(({ folder, name }, index) => {
      const project = fast.test?.projects?.[index] as object;
      return {
        ...project,
        test: { name, root: folder, include: ["**/*.slow.test.ts"], exclude: ["**/node_modules/**"] },
      };
    }),
  },
});
