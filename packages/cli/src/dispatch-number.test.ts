import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { qrSvg } from "@chiendich/dispatch";
import { openWorkbook } from "@chiendich/xlsx";
import { beforeEach, describe, expect, it } from "vitest";
import { khanhHoa, type TestCampaign } from "../test/khanh-hoa.ts";

const link = "https://example.org/tai-lieu";
let campaign: TestCampaign;

function edit(from: string, to: string) {
  const file = join(campaign.folder, "campaign.yaml");
  const text = readFileSync(file, "utf8");
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}
const keyFiles = () => readdirSync(join(campaign.folder, ".chiendich", "keys")).toSorted();

/** What the QR code of the written letter holds; the address beside it stays as it is. */
async function linkOfLetter() {
  const { data } = await campaign.json(["dispatch", "--html"]);
  const [text = link] = data.signedLinks as readonly string[];
  const name = (data.files as readonly string[]).find((one) => one.endsWith(".html")) ?? "";
  const html = readFileSync(join(campaign.folder, name), "utf8");
  expect(html).toContain(/ d="([^"]+)"/.exec(qrSvg(text, ""))?.[1]);
  expect(html).not.toContain("vb=");
  return text;
}

beforeEach(async () => {
  campaign = await khanhHoa();
  edit("period:", `materials:\n  - { text: Tài liệu tại, link: "${link}" }\n\nperiod:`);
});

describe("the number of a dispatch", () => {
  it("is taken from the register once, however often the command runs", async () => {
    expect((await campaign.json(["dispatch"])).data).toMatchObject({ number: null });
    expect((await campaign.json(["dispatch", "--number", "--dry-run"])).data).toMatchObject({
      number: "01/UBND-VX",
      numbered: true,
    });
    expect((await campaign.json(["dispatch"])).data).toMatchObject({ number: null });
    expect((await campaign.json(["dispatch", "--number"])).data).toMatchObject({
      number: "01/UBND-VX",
      numbered: true,
    });
    const again = (await campaign.json(["dispatch", "--number"])).data;
    expect(again).toMatchObject({ number: "01/UBND-VX", numbered: false });
    expect(again.files[0]).toBe("out/cong-van/1-UBND-VX.docx");
  });

  it("is cited by the forms", async () => {
    await campaign.run(["dispatch", "--number", "125"]);
    await campaign.run(["form"]);
    const form = join(campaign.folder, "out", "bieu-mau", "ubnd-phuong-nha-trang.xlsx");
    const { value } = await openWorkbook(readFileSync(form), { name: "form.xlsx" });
    const { rows } = await value!.readSheet("Biểu mẫu");
    expect(JSON.stringify(rows)).toContain("(Kèm theo Công văn số 125/UBND-VX ngày 02 tháng 3 năm 2026");
  });

  it("may be that of the office's register on paper, and is not changed afterwards", async () => {
    expect((await campaign.json(["dispatch", "--number", "125"])).data).toMatchObject({
      number: "125/UBND-VX",
    });
    const other = await campaign.json(["dispatch", "--number", "126"]);
    expect(other).toMatchObject({ data: null, issues: [{ code: "dispatch_number_differs" }] });
    edit("  # number: 1\n", "  number: 7\n");
    expect((await campaign.run(["dispatch"])).code).toBe(1);
    expect((await campaign.run(["dispatch", "--number", "mot"])).code).toBe(2);
  });

  it("in campaign.yaml goes into the register when the dispatch is issued", async () => {
    edit("  # number: 1\n", "  number: 7\n");
    expect((await campaign.json(["dispatch"])).data).toMatchObject({ number: "07/UBND-VX", numbered: true });
    expect((await campaign.json(["dispatch"])).data).toMatchObject({ numbered: false });
  });
});

describe("the QR code of a dispatch", () => {
  it("is signed once the dispatch has a number, with a key that only its owner can read", async () => {
    expect(await linkOfLetter()).toBe(link);
    await campaign.run(["dispatch", "--number", "125"]);
    expect(await linkOfLetter()).toContain(`${link}?vb=1.`);
    const [secret = "", published = ""] = keyFiles();
    expect(secret).toMatch(/^2026-[0-9a-f]{12}\.private\.pem$/);
    if (process.platform !== "win32") {
      expect(statSync(join(campaign.folder, ".chiendich", "keys", secret)).mode & 0o077).toBe(0);
    }
    const made = readdirSync(join(campaign.folder, "out"), { recursive: true }).map(String);
    expect(made.filter((name) => name.includes("private"))).toEqual([]);
    const shown = made.find((name) => name.endsWith(".pem")) ?? "";
    expect(readFileSync(join(campaign.folder, "out", shown), "utf8")).toBe(
      readFileSync(join(campaign.folder, ".chiendich", "keys", published), "utf8"),
    );
  });

  it("tells that this office issued it, with which number", async () => {
    await campaign.run(["dispatch", "--number", "125"]);
    const text = await linkOfLetter();
    const { code, said } = await campaign.run(["verify", text]);
    expect(said).toMatch(
      /^Công văn thật: số 125\/UBND-VX, ngày 02\/0?3\/2026, do Ủy ban nhân dân tỉnh Khánh Hòa ban hành, có trong sổ/,
    );
    expect(code).toBe(0);
    expect((await campaign.json(["verify", text])).data).toMatchObject({
      state: "genuine",
      number: "125/UBND-VX",
      registered: true,
      link,
    });
  });

  it.each([
    ["tampered with", (text: string) => text.replace("tai-lieu", "tai-1ieu"), "dispatch_forged"],
    ["without a signature", () => link, "dispatch_unsigned"],
    ["no link at all", () => "125/UBND-VX", "dispatch_unsigned"],
  ])("ends with 1 and a plain sentence when it is %s", async (_, change, code) => {
    await campaign.run(["dispatch", "--number", "125"]);
    const result = await campaign.run(["verify", change(await linkOfLetter())]);
    expect(result.code).toBe(1);
    expect(result.complained).toContain(code);
    expect(result.said).toBe("");
  });

  it("of another office is told apart, and its key is not taken for this office's", async () => {
    const ours = campaign;
    await campaign.run(["dispatch", "--number", "125"]);
    const text = await linkOfLetter();
    campaign = await khanhHoa();
    const { code, complained } = await campaign.run(["verify", text]);
    expect(code).toBe(1);
    expect(complained).toMatch(/không phải khóa của cơ quan này \[dispatch_of_another_office\]/);
    expect((await ours.run(["verify", text])).code).toBe(0);
  });
});
