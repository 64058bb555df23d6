import { createTypeScriptImportResolver } from "eslint-import-resolver-typescript";
import { importX } from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";

const clock = "The clock is an argument everywhere but in the command line.";
const chance = "Randomness is an argument, so that a run can be repeated.";
const locale = "Name the locale: without one the output depends on the machine.";

/** Nothing reads the clock, chance or the machine's locale, except the command line, examples' scripts and benches. */
const pure = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clock },
  { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: clock },
  {
    selector: "CallExpression[callee.object.name='performance'][callee.property.name='now']",
    message: clock,
  },
  { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: chance },
  { selector: "CallExpression[callee.property.name=/^toLocale/][arguments.length=0]", message: locale },
  { selector: "CallExpression[callee.property.name='localeCompare'][arguments.length<2]", message: locale },
  { selector: "NewExpression[callee.object.name='Intl'][arguments.length=0]", message: locale },
];

/** Folders of core, lowest first. A folder imports from those before it and from its own tier. */
const tiers = [
  ["vietnamese"],
  ["time"],
  ["issue", "sheet"],
  ["recipient-unit", "deadline", "report-schema"],
  ["campaign", "report"],
  ["ledger", "obligation", "roll-up", "reminder"],
];
const coreZones = tiers.flatMap((tier, index) =>
  tier.map((folder) => ({
    target: `./packages/core/src/${folder}`,
    from: tiers.slice(index + 1).flatMap((later) => later.map((name) => `./packages/core/src/${name}`)),
    message: "Dependencies inside core point one way; see docs/architecture.md.",
  })),
);

const adapters = ["vietnam", "xlsx", "google-sheets", "dispatch", "ledger-sqlite", "conformance"];
const packageZones = [
  ...adapters.map((name) => ({
    target: `./packages/${name}/src`,
    from: adapters.filter((other) => other !== name).map((other) => `./packages/${other}`),
    message: "Adapters import core and never each other.",
  })),
  {
    target: "./packages/core/src",
    from: [...adapters, "cli"].map((name) => `./packages/${name}`),
    message: "Core imports nothing of ours.",
  },
];

export default tseslint.config(
  { ignores: ["**/dist/", "**/out/", "**/node_modules/", "**/coverage/"] },
  ...tseslint.configs.recommended,
  {
    plugins: { "import-x": importX },
    settings: {
      "import-x/resolver-next": [
        createTypeScriptImportResolver({ conditionNames: ["@chiendich/source", "import", "default"] }),
      ],
    },
    rules: {
      "import-x/no-cycle": "error",
      "import-x/no-restricted-paths": [
        "error",
        { zones: [...coreZones.filter(({ from }) => from.length > 0), ...packageZones] },
      ],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    },
  },
  {
    files: ["packages/*/src/**/*.ts"],
    ignores: ["packages/cli/**", "packages/bench/**"],
    rules: { "no-restricted-syntax": ["error", ...pure] },
  },
  {
    files: ["packages/core/src/**/*.ts", "packages/vietnam/src/**/*.ts"],
    ignores: ["**/*.test.ts", "**/*.slow.test.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [{ group: ["node:*"], message: "This package runs in a browser too." }],
          paths: [
            { name: "date-fns", message: "Loading its index takes 500 MB: import date-fns/<function>." },
          ],
        },
      ],
      "no-restricted-globals": [
        "error",
        "process",
        "Buffer",
        "require",
        "window",
        "document",
        "fetch",
        "setTimeout",
      ],
    },
  },
);
