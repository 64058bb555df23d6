import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { format } from "prettier";
import { beforeAll, describe, expect, it } from "vitest";
import { checkedOutput } from "../../test/checked-output.ts";
import { khanhHoa, type TestCampaign } from "../../test/khanh-hoa.ts";
import { commands } from "../commands/commands.ts";
import { runCommand } from "../run-command.ts";
import { outputJsonSchema, outputShape, outputShapes } from "./output-shapes.ts";

const file = new URL("../../command-output.schema.json", import.meta.url);
let campaign: TestCampaign;

beforeAll(async () => {
  campaign = await khanhHoa();
  campaign.put("bc.csv", "2026-04-01T09:00:00+07:00", [
    "P. Nha Trang;30/3/2026;4;1.234",
    "khu x;30/3/2026;2;9",
  ]);
  writeFileSync(join(campaign.folder, "list.csv"), "id,name\nubnd-phuong-nha-trang,UBND phường Nha Trang\n");
});

describe("what commands print with --json", () => {
  it("is documented for every command there is, and for no other", () => {
    expect(Object.keys(outputShapes).toSorted()).toEqual(commands.map(({ name }) => name).toSorted());
  });

  it("is documented as its shapes are", async () => {
    const text = await format(JSON.stringify(outputJsonSchema()), { parser: "json", printWidth: 110 });
    expect(readFileSync(file, "utf8"), "run: npx -y pnpm@12 command-output").toBe(text);
  });

  // In the order of a campaign's life; `json` of the test campaign holds each against its shape.
  it.each([
    ["check"],
    ["units"],
    ["units ubnd-phuong-nha-trang"],
    ["units --import list.csv"],
    ["dispatch --number"],
    ["form"],
    ["collect"],
    ["resolve"],
    ["amend ubnd-phuong-cam-ranh --waive --who A --why b"],
    ["status"],
    ["remind --apply --dry-run"],
    ["report"],
    ["report --id lan-2"],
    ["explain participants"],
    ["diff lan-1 lan-2"],
    ["verify"],
    ["verify https://example.org/?vb=1.a.b.c"],
    ["dashboard"],
    ["completion bash"],
  ])("is as documented: %s", async (line) => {
    const { data } = await campaign.json(line.split(" "), { at: "2026-04-02T08:00:00+07:00" });
    expect(data).not.toBeNull();
  });

  it("is as documented: init", async () => {
    const words = ["init", "--within", "thành phố Huế", "--dry-run", "--json"];
    const flags = {
      ...{ title: "Thử", office: "UBND thành phố Huế", notation: "UBND", place: "Huế", date: "2026-03-02" },
      ...{ from: "2026-03-02", to: "2026-03-09", deadline: "chậm nhất ngày 10/3/2026" },
    };
    words.push(...Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]));
    const folder = mkdtempSync(join(tmpdir(), "chiendich-init-"));
    const { said } = await runCommand(words, { folder, at: "2026-03-02T08:00:00+07:00" });
    expect(checkedOutput(words, said).data).toMatchObject({ units: 41, dryRun: true });
  });

  it("refuses what is not documented", () => {
    expect(() => outputShape("check").parse({ data: null, issues: [], more: 1 })).toThrow();
    expect(() => outputShape("chek")).toThrow(RangeError);
  });
});
