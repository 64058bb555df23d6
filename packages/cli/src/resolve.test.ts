import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { khanhHoa, type TestCampaign } from "../test/khanh-hoa.ts";
import { somebody } from "../test/somebody.ts";

const at = "2026-04-02T08:00:00+07:00";
let campaign: TestCampaign;

const participants = async () => {
  const { said } = await campaign.run(["explain", "participants"], { at });
  return said.split("\n")[0];
};

beforeAll(async () => {
  campaign = await khanhHoa();
  campaign.put("tong hop.csv", "2026-04-01T09:00:00+07:00", [
    "P. Nha Trang;30/3/2026;4;1.234",
    "khu vực biển;30/3/2026;2;100",
    "khối nội chính;30/3/2026;9;9",
  ]);
  await campaign.run(["collect"], { at: "2026-04-01T10:00:00+07:00" });
});

describe("names that nobody could be found for", () => {
  it("once decided lead on to what else is to be looked at in their rows", async () => {
    const other = await khanhHoa();
    other.put("a.csv", "2026-04-01T09:00:00+07:00", ["khu x;30/3/2026;4;khoảng 1.234"]);
    await other.run(["collect"], { at });
    const words = ["--text", "khu x", "--unit", "ubnd-phuong-nha-trang", "--who", "Văn thư", "--why", "gọi"];
    const { said } = await other.run(["resolve", ...words], { at });
    expect(said).toContain("Các tệp đó có 1 điểm cần xem. Xem bằng lệnh: chiendich collect --all");
  });

  it("are listed with their cells, and are an issue", async () => {
    const { data } = await campaign.json(["resolve"], { at });
    expect(data.open).toMatchObject([
      { text: "khu vực biển", places: [{ source: "tong hop.csv", cell: "B3" }] },
      { text: "khối nội chính", places: [{ cell: "B4" }] },
    ]);
    expect((await campaign.run(["resolve"], { at })).code).toBe(1);
  });

  it("are not decided without a unit of the directory, somebody who decides and a ground", async () => {
    const words = ["resolve", "--text", "khu vực biển", "--unit", "phuong-khong-co"];
    const { code, complained } = await campaign.run(words, { at });
    expect(code).toBe(2);
    expect(complained).toMatch(/--who .*--why .*--unit/);
  });

  it("stay open in a dry run", async () => {
    const words = ["resolve", "--text", "khu vực biển", "--unit", "ubnd-phuong-bac-nha-trang"];
    const { data } = await campaign.json([...words, "--who", "VT", "--why", "đã hỏi", "--dry-run"], { at });
    expect(data.files).toEqual(["tong hop.csv"]);
    expect(await participants()).toBe("1.234 (1/65 đơn vị)");
    expect((await campaign.json(["resolve"], { at })).data.decisions).toEqual([]);
  });

  it("are asked for at a terminal, among all units too, and who decides only once", async () => {
    const person = somebody([
      "?other",
      "bắc nha trang",
      "ubnd-phuong-bac-nha-trang",
      "Văn thư",
      "đã hỏi",
      "?none",
      "dòng cộng",
    ]);
    // Without what people put in returns/: what was collected is kept.
    rmSync(join(campaign.folder, "returns"), { recursive: true });
    const { code } = await campaign.run(["resolve"], { ...person.io, at });
    expect(code).toBe(0);
    expect(person.asked).toHaveLength(7);
    expect(person.offered[1]).toContain("ubnd-phuong-bac-nha-trang");
    expect(readFileSync(join(campaign.folder, "decisions.csv"), "utf8")).toBe(
      "\uFEFFtext,unit,who,why,date\n" +
        "khu vực biển,ubnd-phuong-bac-nha-trang,Văn thư,đã hỏi,2026-04-02\n" +
        "khối nội chính,,Văn thư,dòng cộng,2026-04-02\n",
    );
    expect(await participants()).toBe("1.334 (2/65 đơn vị)");
  });

  it("keep what was answered before the person stops, and say when a search finds nobody", async () => {
    const other = await khanhHoa();
    other.put("a.csv", "2026-04-01T09:00:00+07:00", ["khu x;30/3/2026;4;5", "khu y;30/3/2026;4;5"]);
    await other.run(["collect"], { at });
    const person = somebody([
      "?other",
      "Lê",
      "bắc nha trang",
      "ubnd-phuong-bac-nha-trang",
      "VT",
      "gọi",
      null,
    ]);
    await other.run(["resolve"], { ...person.io, at });
    expect(person.told).toEqual(["Không có đơn vị nào có tên hoặc mã “Lê”."]);
    const { data } = await other.json(["resolve"], { at });
    expect(data.decisions).toMatchObject([{ text: "khu x", unit: "ubnd-phuong-bac-nha-trang" }]);
    expect(data.open).toMatchObject([{ text: "khu y" }]);
  });

  it("are asked for once: the second run has no question", async () => {
    const person = somebody([]);
    expect((await campaign.run(["resolve"], { ...person.io, at })).code).toBe(0);
    expect(person.asked).toEqual([]);
  });

  it("lead from the figure to who decided", async () => {
    const { said } = await campaign.run(["explain", "participants"], { at });
    expect(said).toMatch(/Bắc Nha Trang: 100[^]*Văn thư[^]*đã hỏi/);
  });

  it("open again when a decision is reverted, and the figures are what they were", async () => {
    expect((await campaign.run(["resolve", "--revert", "7"], { at })).code).toBe(2);
    const { data } = await campaign.json(["resolve", "--revert", "1"], { at });
    expect(data.open).toMatchObject([{ text: "khu vực biển" }]);
    expect(await participants()).toBe("1.234 (1/65 đơn vị)");
  });

  it("count again when they are decided again", async () => {
    const words = ["resolve", "--text", "khu vực biển", "--unit", "ubnd-phuong-bac-nha-trang"];
    const { code } = await campaign.run([...words, "--who", "VT", "--why", "gọi lại"], { at });
    expect(code).toBe(0);
    expect(await participants()).toBe("1.334 (2/65 đơn vị)");
  });
});

it("a report that a decision had put in another's place makes room for it when it is reverted", async () => {
  campaign.put("rieng.csv", "2026-04-01T11:00:00+07:00", ["P. Cam Ranh;30/3/2026;1;50"]);
  campaign.put("gop.csv", "2026-04-01T12:00:00+07:00", ["cụm phía nam;30/3/2026;1;50"]);
  await campaign.run(["collect"], { at });
  const before = await participants();
  const words = ["resolve", "--text", "cụm phía nam", "--unit", "ubnd-phuong-cam-ranh"];
  await campaign.run([...words, "--who", "VT", "--why", "đã hỏi"], { at });
  const list = await campaign.json(["resolve"], { at });
  await campaign.run(["resolve", "--revert", String(list.data.decisions.length)], { at });
  expect(await participants()).toBe(before);
  expect(before).toBe("1.384 (3/65 đơn vị)");
});
