import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { khanhHoa, type TestCampaign } from "../test/khanh-hoa.ts";

// The deadline is the end of 3 April 2026; only one of the two returns came on that day.
let campaign: TestCampaign;
const at = "2026-04-20T08:00:00+07:00";

beforeAll(async () => {
  campaign = await khanhHoa();
  campaign.put("a.csv", "2026-04-03", ["P. Nha Trang;30/3/2026;4;1.234"]);
  campaign.put("b.csv", "4/4/2026 00:01", ["P. Bắc Nha Trang;30/3/2026;4;1.234"]);
  await campaign.run(["collect"], { at });
});

describe("a moment that people type", () => {
  it("is the end of the day when it is a day alone, in received.csv", async () => {
    const { said } = await campaign.run(["status", "--units"], { at });
    expect(said).toMatch(/UBND phường Nha Trang +│ đúng hạn +│ 23:59 03\/4\/2026/);
    expect(said).toMatch(/UBND phường Bắc Nha Trang +│ trễ hạn +│ 00:01 04\/4\/2026/);
  });

  it.each(["status", "remind", "dashboard", "explain participants"])(
    "may be a day alone, as --as-of of %s",
    async (line) => {
      const given = await campaign.run([...line.split(" "), "--as-of", "2026-04-03"], { at });
      expect(given).toEqual(
        await campaign.run([...line.split(" "), "--as-of", "2026-04-03T23:59:59.999+07:00"], { at }),
      );
      expect(given.code).toBe(0);
    },
  );

  it("may be a day as officials write it, the day first", async () => {
    const written = ["status", "--as-of"];
    expect(await campaign.run([...written, "3/4/2026"], { at })).toEqual(
      await campaign.run([...written, "2026-04-03"], { at }),
    );
    expect((await campaign.run(["units", "--as-of", "03/04/2026"], { at })).said).toMatch(/6\d đơn vị/);
    expect((await campaign.run([...written, "31/4/2026"], { at })).code).toBe(2);
  });

  it("is refused without an offset, which would depend on the machine", async () => {
    const { code, complained } = await campaign.run(["status", "--as-of", "2026-04-03T17:00"], { at });
    expect([code, complained]).toEqual([2, expect.stringContaining("2026-04-03T17:00")]);
  });

  it("is refused in received.csv with its line, rather than passed over for the file's own date", async () => {
    const other = await khanhHoa();
    other.put("a.csv", "sáng 3/4", ["P. Nha Trang;30/3/2026;4;1.234"]);
    const { code, complained } = await other.run(["collect"], { at });
    expect([code, complained]).toEqual([2, expect.stringContaining("received.csv, dòng 2: ")]);
  });

  it("may stand in a received.csv that Excel saved with semicolons", async () => {
    const other = await khanhHoa();
    other.put("a, b.csv", "unused", ["P. Nha Trang;30/3/2026;4;1.234"]);
    const lines = "file;received_at;evidence\r\na, b.csv;2/4/2026 9:30;mail\r\n;;\r\n";
    writeFileSync(join(other.folder, "returns", "received.csv"), lines);
    await other.run(["collect"], { at });
    const { said } = await other.run(["status", "--units"], { at });
    expect(said).toMatch(/UBND phường Nha Trang +│ đúng hạn +│ 09:30 02\/4\/2026/);
  });
});
