import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { printIssue } from "@chiendich/core";
import { loadPlugins } from "./load-plugins.ts";

const folder = mkdtempSync(join(tmpdir(), "plugins-"));
const load = async (name: string) => {
  const { value, issues } = await loadPlugins(folder, [name], "campaign.yaml");
  return { value, sentences: issues.map((one) => printIssue(one, "vi")) };
};
const put = (name: string, text: string) => writeFileSync(join(folder, name), text);

it("a plugin beside the campaign is loaded", async () => {
  put("tot.mjs", 'export default { name: "tot", apiVersion: 1, provides: {} };');
  expect((await load("./tot.mjs")).value).toMatchObject([{ name: "tot" }]);
});

it("one written for another version of the interface is refused, with both versions named", async () => {
  put("cu.mjs", 'export default { name: "cu", apiVersion: 0, provides: {} };');
  expect(await load("./cu.mjs")).toEqual({
    value: null,
    sentences: [
      "campaign.yaml, plugins[0]: phần mở rộng “cu” viết cho phiên bản 0 của giao diện mở rộng; chương trình này dùng phiên bản 1 [plugin_api_version]",
    ],
  });
});

it("a file that is none, and one that is not there, are issues and no crash", async () => {
  put("khac.mjs", "export const x = 1;");
  expect((await load("./khac.mjs")).sentences[0]).toContain("[plugin_without_definition]");
  expect((await load("./khong-co.mjs")).sentences[0]).toContain("[plugin_not_found]");
  expect((await load("goi-khong-co")).sentences[0]).toContain("[plugin_not_found]");
});
