import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { build } from "tsup";

/*
 * Most memory a process ever held while it wrote so many letters, each figure from a process of its
 * own. The candidates are bundled first: stripping types while loading takes 100 MB that an installed
 * package does not. `node memory.ts [numbers of letters…]`
 */

const given = process.argv.slice(2).map(Number);
const counts = given.length > 0 ? given : [1000, 10_000, 20_000];
const bench = fileURLToPath(new URL("../..", import.meta.url));

await build({
  entry: [`${bench}/src/dispatch/one.ts`],
  // As deep as the source, which finds the example from where it stands.
  outDir: `${bench}/dist/dispatch`,
  format: ["esm"],
  config: false,
  silent: true,
  noExternal: [/^@chiendich\//],
  // Handlebars is CommonJS.
  banner: {
    js: 'import { createRequire as requireOf } from "node:module"; const require = requireOf(import.meta.url);',
  },
  esbuildOptions: (options) => {
    options.conditions = ["@chiendich/source"];
  },
});

const candidates = ["floor", "ours, zlib 6", "ours, segments"];
console.log(`MB at ${counts.join(", ")} letters`);
for (const name of candidates) {
  const megabytes = counts.map((count) => {
    const output = execFileSync(process.execPath, [
      "--expose-gc",
      `${bench}/dist/dispatch/one.js`,
      name,
      `${count}`,
    ]);
    return (JSON.parse(output.toString()) as { readonly megabytes: number }).megabytes.toFixed(0);
  });
  console.log(`  ${name.padEnd(16)} ${megabytes.map((each) => each.padStart(5)).join("")}`);
}
