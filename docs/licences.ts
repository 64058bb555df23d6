import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A package somebody gets along with ours. */
export interface Dependency {
  readonly name: string;
  readonly version: string;
  /** As its package.json declares it; null when it declares none. */
  readonly licence: string | null;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/**
 * Licences under which an office may install and pass on a program without asking anyone, as packages
 * declare them. Of a choice of licences the one named here is taken.
 */
export const allowedLicences: ReadonlySet<string> = new Set([
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "BlueOak-1.0.0",
  "ISC",
  "MIT",
  "MIT/X11",
  "Unlicense",
  "(MIT AND Zlib)",
  "(MIT OR GPL-3.0-or-later)",
]);

/** Packages that declare no licence, with why they are there all the same. Each is one too many. */
export const withoutLicence: Readonly<Record<string, string>> = {
  "buffers@0.1.1":
    "nobody has declared one; exceljs 4.4.0 brings it along through unzipper, for reading, which we leave to our own reader",
};

/** Everything that is installed with these packages, as it lies in `node_modules`, sorted by name and version. */
export function dependenciesOf(folders: readonly string[]): readonly Dependency[] {
  const found = new Map<string, Dependency>();
  const waiting = folders.map((folder) => realpathSync(folder));
  const seen = new Set(waiting);
  for (const folder of waiting) {
    const { dependencies = {} } = manifestOf(folder);
    for (const name of Object.keys(dependencies)) {
      const place = placeOf(name, folder);
      if (seen.has(place)) continue;
      seen.add(place);
      waiting.push(place);
      const { version, license } = manifestOf(place);
      // Our own packages bear the licence of the repository.
      if (name.startsWith("@chiendich/")) continue;
      found.set(`${name}@${version}`, { name, version, licence: license ?? null });
    }
  }
  return [...found.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** The page of third-party licences. */
export function licencesPage(dependencies: readonly Dependency[]): string {
  const rows = dependencies.map(
    ({ name, version, licence }) =>
      `| \`${name}\` | ${version} | ${licence ?? withoutLicence[`${name}@${version}`] ?? "none"} |`,
  );
  return [
    "# Licences of third parties\n",
    "What is installed along with the published packages, with the licence each package declares. Written by\n`npx -y pnpm@12 licences`; a test keeps it current and refuses a licence that is not on the list in\n[`licences.ts`](licences.ts). Data of the country and of the examples state their licences beside them.\n",
    ["| Package | Version | Licence |", "| --- | --- | --- |", ...rows, ""].join("\n"),
  ].join("\n");
}

/** Folders of the packages that are published. */
export function publishedPackages(): readonly string[] {
  const root = fileURLToPath(new URL("../packages/", import.meta.url));
  const folders = readdirSync(root).map((name) => join(root, name));
  return folders.filter((folder) => manifestOf(folder).private !== true);
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
}

/** Where Node finds a package that a module in the folder asks for. */
function placeOf(name: string, from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const place = join(folder, "node_modules", name);
    if (existsSync(place)) return realpathSync(place);
    if (folder === dirname(folder))
      throw new RangeError(`${name}, a dependency of ${from}, is not installed`);
  }
}
