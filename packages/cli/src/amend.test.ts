import { beforeAll, expect, it } from "vitest";
import { khanhHoa, type TestCampaign } from "../test/khanh-hoa.ts";

const unit = "ubnd-phuong-cam-ranh";
const at = "2026-04-02T08:00:00+07:00";
const who = ["--who", "Phó Chủ tịch", "--why", "mưa lũ"];
let campaign: TestCampaign;
const stateOf = async (when: string) => {
  const { data } = await campaign.json(["status"], { at: when });
  const rows = data.rows as { obligation: { unitId: string }; state: string }[];
  return rows.find(({ obligation }) => obligation.unitId === unit)?.state;
};

beforeAll(async () => {
  campaign = await khanhHoa();
});

it("an extension needs a later deadline and the document that grants it", async () => {
  const extend = ["amend", unit, "--extend", "chậm nhất ngày 10/4/2026"];
  expect((await campaign.run([...extend, ...who], { at })).code).toBe(2);
  const earlier = ["amend", unit, "--extend", "chậm nhất ngày 01/4/2026", "--document", "15/UBND-VX"];
  expect((await campaign.run([...earlier, ...who], { at })).code).toBe(2);
  expect(await stateOf("2026-04-05T08:00:00+07:00")).toBe("missing");
  expect((await campaign.run([...extend, "--document", "15/UBND-VX", ...who], { at })).code).toBe(0);
  expect(await stateOf("2026-04-05T08:00:00+07:00")).toBe("awaited");
});

it("a waived unit owes nothing", async () => {
  await campaign.run(["amend", unit, "--waive", ...who], { at: "2026-04-06T08:00:00+07:00" });
  expect(await stateOf("2026-04-12T08:00:00+07:00")).toBe("waived");
});

it("a unit may be named as it is called; one that is none is refused with where to find ids", async () => {
  const waive = (name: string) => campaign.run(["amend", name, "--waive", ...who, "--dry-run"], { at });
  expect((await waive("UBND phường Ba Ngòi")).code).toBe(0);
  expect(await waive("UBND phường không có")).toMatchObject({
    code: 2,
    complained: expect.stringContaining("chiendich units"),
  });
});

it("a query that nobody asked cannot be explained", async () => {
  expect((await campaign.run(["amend", unit, "--explained", ...who], { at })).code).toBe(2);
});
