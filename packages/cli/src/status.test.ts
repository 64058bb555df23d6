import { expect, it } from "vitest";
import { khanhHoa } from "../test/khanh-hoa.ts";

it.each(["2026-04-02T08:00:00+07:00", "2026-04-20T08:00:00+07:00"])(
  "a row of the status adds up to what is expected, at %s: received, to be explained, not received",
  async (at) => {
    const campaign = await khanhHoa();
    campaign.put("a.csv", "2026-04-01T09:00:00+07:00", [
      "P. Nha Trang;30/3/2026;4;1.234",
      "P. Bắc Nha Trang;30/3/2026;4;",
    ]);
    await campaign.run(["collect"], { at });
    const { said } = await campaign.run(["status"], { at, columns: 120 });
    const total = said.split("\n").find((line) => line.includes("Tổng cộng")) ?? "";
    const [expected, received, , , explained, missing] = [...total.matchAll(/\d+/g)].map(Number);
    expect([expected, received, explained]).toEqual([65, 1, 1]);
    expect(missing).toBe(63);
  },
);
