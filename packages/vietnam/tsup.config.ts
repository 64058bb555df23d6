import { readdirSync } from "node:fs";
import { defineConfig, type Options } from "tsup";

const provinces = readdirSync(new URL("data/regions/", import.meta.url)).map((file) => file.slice(0, -3));

/**
 * Each province stays a module of its own in both formats, so that importing the package loads no
 * data: esbuild would put what a CommonJS file imports dynamically into that file.
 */
function provincesApart(extension: string): NonNullable<Options["esbuildPlugins"]>[number] {
  return {
    name: "provinces-apart",
    setup(build) {
      build.onResolve({ filter: /^\.\/regions\/\d\d\.ts$/ }, ({ path }) => ({
        path: path.replace(/\.ts$/, extension),
        external: true,
      }));
    },
  };
}

const format = (format: "esm" | "cjs", extension: string): Options => ({
  format,
  entry: {
    index: "src/index.ts",
    ...Object.fromEntries(provinces.map((code) => [`regions/${code}`, `data/regions/${code}.ts`])),
  },
  esbuildPlugins: [provincesApart(extension)],
  splitting: false,
  target: "es2023",
  dts: {
    entry: { index: "src/index.ts" },
    compilerOptions: {
      noEmit: false,
      allowImportingTsExtensions: false,
      rewriteRelativeImportExtensions: true,
    },
  },
});

export default defineConfig([format("esm", ".js"), format("cjs", ".cjs")]);
