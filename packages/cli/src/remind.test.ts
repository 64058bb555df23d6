import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { khanhHoa, type TestCampaign } from "../test/khanh-hoa.ts";

const at = "2026-04-07T09:00:00+07:00";
let campaign: TestCampaign;

/** The XML of a letter, out of its zip. */
function textOf(docx: Buffer): string {
  const name = "word/document.xml";
  const header = docx.indexOf(name) - 30;
  const start = header + 30 + name.length + docx.readUInt16LE(header + 28);
  return inflateRawSync(docx.subarray(start, start + docx.readUInt32LE(header + 18))).toString("utf8");
}

beforeAll(async () => {
  campaign = await khanhHoa();
});

describe("remind", () => {
  it("writes to the units that owe, not to the office that asks", async () => {
    const { data } = await campaign.json(["remind"], { at });
    const to = (data.plan.messages as { to: string }[]).map((message) => message.to);
    expect(to).toHaveLength(65);
    expect(to).not.toContain("ubnd-tinh-khanh-hoa");
  });

  it("says in words how overdue a report is and which reminder that is; its id is for programs", async () => {
    const vi = (await campaign.run(["remind"], { at })).said;
    expect(vi).toMatch(/UBND phường Nha Trang +│ +1 │ quá hạn 4 ngày +│ sau hạn 1 ngày +│/);
    const en = (await campaign.run(["remind", "--lang", "en"], { at })).said;
    expect(en).toMatch(/│ 4 days overdue +│ 1 day after the deadline +│/);
    expect(vi + en).not.toContain("T+1");
    const { data } = await campaign.json(["remind"], { at });
    expect(data.plan.messages[0].ruleId).toBe("T+1");
  });

  it("asks in the letters for the report by a new deadline, when one is set", async () => {
    const until = "trước ngày 15/4/2026";
    expect((await campaign.run(["remind", "--apply", "--until", until], { at })).code).toBe(0);
    const letter = readFileSync(
      join(campaign.folder, "out/don-doc/sau-han-1-ngay/ubnd-phuong-nha-trang.docx"),
    );
    expect(textOf(letter)).toContain(until);
  });

  it("refuses a new deadline that is none", async () => {
    expect(await campaign.run(["remind", "--until", "sớm"], { at })).toMatchObject({
      code: 2,
      complained: expect.stringContaining("“sớm”"),
    });
  });
});
