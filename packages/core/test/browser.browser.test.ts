import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { describe, expect, it } from "vitest";

const entry = new URL("../src/index.ts", import.meta.url).pathname;

async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: new URL("..", import.meta.url).pathname, loader: "ts" },
    bundle: true,
    format: "iife",
    platform: "browser",
    minify: true,
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

/** Imports these names and nothing else. */
const parts = (...names: readonly string[]) =>
  `import { ${names} } from ENTRY; const used = [${names}]; import {} from`;

describe("core in a browser", () => {
  it("reads a deadline and a campaign's mistakes without anything of Node", async () => {
    const code = await bundle(`
      import { parseCampaign, parseDeadline } from ${JSON.stringify(entry)};
      const { value } = parseDeadline("trước ngày 10/11/2024", { timeZone: "Asia/Ho_Chi_Minh", issuedOn: "2024-10-29" });
      document.title = [value.lastInstant, parseCampaign("id: [", { source: "x" }).issues[0].code].join(" ");
    `);
    const page = join(mkdtempSync(join(tmpdir(), "chiendich-core-")), "page.html");
    writeFileSync(
      page,
      `<!doctype html><meta charset="utf-8"><script>${code.replaceAll("</script", "<\\/script")}</script>`,
    );
    const browser = await chromium.launch({
      executablePath: "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
    try {
      const tab = await browser.newPage();
      await tab.goto(pathToFileURL(page).href);
      expect(await tab.title()).toBe("2024-11-09T23:59:59.999+07:00 campaign_not_yaml");
    } finally {
      await browser.close();
    }
  });

  // Bounds a little above what was measured, so that a dependency that slips in turns this red. The issue
  // sentences (about 30 KB) come along only where issues are printed. Parsing a campaign carries zod and yaml (56 KB),
  // and everything at once the mistakes and letters besides. `import { z }` instead of `import * as z` once added
  // 60 KB of locales, and `issue()` looking into the catalogue 28 KB of sentences to every part.
  it.each([
    ["everything", "import * as used from", 240_000],
    ["reading a deadline", "import { parseDeadline as used } from", 12_000],
    ["figures and status", parts("rollUp", "statusOf"), 21_000],
    [
      "reading a return into figures",
      parts("createUnitResolver", "readReturn", "recordReturn", "statusOf", "rollUp", "explainFigure"),
      85_000,
    ],
    ["printing issues", "import { printIssue as used } from", 34_000],
    ["parsing a campaign", "import { parseCampaign as used } from", 84_000],
  ])("%s stays within its size, compressed", async (_, statement, limit) => {
    const from = JSON.stringify(entry);
    const code = await bundle(`${statement.replace("ENTRY", from)} ${from}; globalThis.used = used;`);
    expect(gzipSync(code).length).toBeLessThan(limit);
  });

  it("names no module of Node in its sources' imports", () => {
    expect(readFileSync(entry, "utf8")).not.toContain("node:");
  });
});
