import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { khanhHoa, type TestCampaign } from "../test/khanh-hoa.ts";

let campaign: TestCampaign;
const unitsFile = () => readFileSync(join(campaign.folder, "units.csv"), "utf8");

beforeAll(async () => {
  campaign = await khanhHoa();
  const list =
    "id,name,groups\n" +
    'ubnd-phuong-nha-trang,UBND phường Nha Trang,"UBND phường, xã"\n' +
    ',Ban Quản lý vịnh Nha Trang,"UBND phường, xã"\n';
  writeFileSync(join(campaign.folder, "danh-sach.csv"), list);
});

it("a list is compared before anything is written: what is new, what changed, what is no longer listed", async () => {
  const before = unitsFile();
  const { said } = await campaign.run(["units", "--import", "danh-sach.csv"]);
  expect(said).toMatch(/^\+ \S+: Ban Quản lý vịnh Nha Trang\n~ ubnd-phuong-nha-trang/);
  expect(said).toMatch(/thêm 1, thay đổi 1, không còn trong danh sách 65, giữ nguyên 0\nChưa ghi gì/);
  expect(unitsFile()).toBe(before);
  await campaign.run(["units", "--import", "danh-sach.csv", "--apply", "--dry-run"]);
  expect(unitsFile()).toBe(before);
});

it("a unit is closed only by name, from a day on, by a document", async () => {
  const close = ["units", "--import", "danh-sach.csv", "--apply", "--close", "ubnd-phuong-cam-ranh"];
  expect((await campaign.run(close)).code).toBe(2);
  const other = [...close.slice(0, -1), "ubnd-phuong-nha-trang", "--on", "2026-04-01"];
  expect((await campaign.run(other)).code).toBe(2);
  const { data } = await campaign.json([...close, "--on", "2026-04-01", "--basis", "12/QĐ-UBND"]);
  expect(data.files).toEqual(["units.csv", "lineage.json"]);
  const ids = async (day: string) =>
    (await campaign.json(["units", "--as-of", day])).data.map(({ id }: { id: string }) => id);
  expect(await ids("2026-03-31")).toContain("ubnd-phuong-cam-ranh");
  expect(await ids("2026-04-01")).not.toContain("ubnd-phuong-cam-ranh");
  expect((await campaign.run(["units", "ubnd-phuong-cam-ranh"])).said).toContain("12/QĐ-UBND");
});

it("a list that cannot be opened is misuse", async () => {
  expect((await campaign.run(["units", "--import", "khong-co.xlsx"])).code).toBe(2);
});
