import { defineConfig } from "tsup";

/** How every published package is built: one ESM and one CommonJS file with types, nothing bundled from outside. */
export function packageBuild(entry: Record<string, string> = { index: "src/index.ts" }) {
  return defineConfig({
    entry,
    format: ["esm", "cjs"],
    dts: {
      compilerOptions: {
        noEmit: false,
        allowImportingTsExtensions: false,
        rewriteRelativeImportExtensions: true,
      },
    },
    target: "es2023",
    // `node:sqlite` has no other name.
    removeNodeProtocol: false,
    clean: true,
    sourcemap: true,
  });
}
