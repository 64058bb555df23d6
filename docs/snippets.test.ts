import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { snippetsOf } from "./snippets.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const folder = fileURLToPath(new URL("./out/snippets/", import.meta.url));
const documents = [
  "README.md",
  "README.vi.md",
  ...readdirSync(`${root}docs`)
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
  ...readdirSync(`${root}packages`).map((name) => `packages/${name}/README.md`),
].filter((document) => existsSync(root + document));

const snippets = documents.flatMap((document) => snippetsOf(root + document));
mkdirSync(folder, { recursive: true });

const before = process.cwd();
afterAll(() => process.chdir(before));

describe("what the documents show", () => {
  it("is found at all", () => expect(snippets.length).toBeGreaterThan(0));

  it.each(
    snippets.map((snippet) => ({ ...snippet, name: `${relative(root, snippet.document)}:${snippet.line}` })),
  )("$name runs, and gives what it says", async ({ name, code }) => {
    const file = `${folder}${name.replace(/[^\w.]+/g, "-")}.ts`;
    writeFileSync(file, code);
    // Read from the repository's root, as somebody would who tries it there.
    process.chdir(root);
    await import(/* @vite-ignore */ pathToFileURL(file).href);
  });
});
