import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { checkedOutput } from "../test/checked-output.ts";
import { runCommand } from "./run-command.ts";

const folder = mkdtempSync(join(tmpdir(), "chiendich-campaign-"));

/** Runs one command at a moment, in the campaign's folder. */
const run = (line: string, at = "2026-03-02T09:00:00+07:00") =>
  runCommand(
    line.split(" ").map((word) => word.replaceAll("_", " ")),
    { folder, at },
  );
const json = async (line: string, at?: string) =>
  checkedOutput(line.split(" "), (await run(`${line} --json`, at)).said);

beforeAll(async () => {
  const flags = [
    "--within tỉnh_Khánh_Hòa",
    "--title Chiến_dịch_làm_sạch_biển_năm_2026",
    "--office Ủy_ban_nhân_dân_tỉnh_Khánh_Hòa",
    "--notation UBND-VX --place Khánh_Hòa",
    "--date 2026-03-02 --from 2026-03-05 --to 2026-03-31",
    "--deadline chậm_nhất_ngày_03/4/2026",
  ];
  expect((await run(`init ${flags.join(" ")}`)).complained).toBe("");
});

describe("a campaign of another province, from init to the report", () => {
  it("begins with a plan that has no error", async () => {
    const { code, complained } = await run("check");
    expect(complained).toContain("dispatch_not_numbered");
    expect(code).toBe(0);
  });

  it("says what issuing would do, and does nothing, in a dry run", async () => {
    expect((await json("dispatch --dry-run")).data).toMatchObject({ issued: true, obligations: 65 });
    expect(readdirSync(folder)).not.toContain("out");
    expect((await run("status")).code).toBe(2);
  });

  it("issues once, however often it is asked to", async () => {
    expect((await json("dispatch")).data).toMatchObject({ issued: true, obligations: 65 });
    expect((await json("dispatch")).data).toMatchObject({ issued: false });
  });

  it("makes a form for each unit", async () => {
    expect((await json("form")).data.files).toHaveLength(65);
  });

  it("reads a return typed by hand, once", async () => {
    mkdirSync(join(folder, "returns"), { recursive: true });
    const csv =
      "STT;Đơn vị;Số liệu tính đến ngày;Số hội nghị/buổi tuyên truyền trực tiếp;Số lượt người tham dự\n1;P. Nha Trang;30/3/2026;4;1.234\n2;phường không có;30/3/2026;1;1\n";
    writeFileSync(join(folder, "returns", "bao cao.csv"), csv);
    writeFileSync(
      join(folder, "returns", "received.csv"),
      "file,received_at,evidence\nbao cao.csv,2026-04-01T09:00:00+07:00,mail\n",
    );
    const first = await run("collect", "2026-04-01T10:00:00+07:00");
    expect(first.code).toBe(1);
    expect(first.complained).toMatch(/bao cao\.csv.*ô B3: không có đơn vị nào tên “phường không có”/);
    const again = await json("collect", "2026-04-01T11:00:00+07:00");
    expect(again.data.files).toMatchObject([{ file: "bao cao.csv", events: 0 }]);
  });

  it("knows who answered, as of any instant", async () => {
    const now = "2026-04-02T08:00:00+07:00";
    expect((await json("status", now)).data.total).toMatchObject({ expected: 65, received: 1, onTime: 1 });
    const before = await json("status --as-of 2026-03-20T08:00:00+07:00", now);
    expect(before.data.total).toMatchObject({ received: 0, byState: { awaited: 65 } });
  });

  it("reminds those who have not answered, and nobody else", async () => {
    const { plan } = (await json("remind", "2026-04-02T08:30:00+07:00")).data;
    expect(plan.messages).toHaveLength(64);
    expect(plan.messages.map(({ to }: { to: string }) => to)).not.toContain("ubnd-phuong-nha-trang");
  });

  it("publishes figures that can be explained, verified and compared", async () => {
    const at = "2026-04-04T08:00:00+07:00";
    expect((await json("report", at)).data).toMatchObject({ id: "lan-1" });
    expect((await run("explain participants", at)).said).toMatch(
      /^1\.234 \(1\/65 đơn vị\)\n.*\n.*bao cao\.csv.*ô E2/,
    );
    const published = readdirSync(join(folder, "out", "bao-cao", "lan-1"), { recursive: true });
    expect(published).toEqual(expect.arrayContaining(["du-lieu-mo/datapackage.json", "moc-so-ghi.json"]));
    const late =
      "STT;Đơn vị;Số liệu tính đến ngày;Số hội nghị/buổi tuyên truyền trực tiếp;Số lượt người tham dự\n1;P. Bắc Nha Trang;31/3/2026;2;66\n";
    writeFileSync(join(folder, "returns", "muon.csv"), late);
    writeFileSync(
      join(folder, "returns", "received.csv"),
      "file,received_at,evidence\nbao cao.csv,2026-04-01T09:00:00+07:00,mail\nmuon.csv,2026-04-05T09:00:00+07:00,mail\n",
    );
    await run("collect", "2026-04-05T10:00:00+07:00");
    await run("report", "2026-04-05T11:00:00+07:00");
    expect((await run("diff lan-1 lan-2", "2026-04-05T12:00:00+07:00")).said).toMatch(
      /total\.participants: 1\.234 → 1\.300\n.*phường Bắc Nha Trang: báo cáo mới nhận \(trễ hạn\), – → 66/,
    );
    expect((await json("verify", "2026-04-05T13:00:00+07:00")).data.intact).toBe(true);
  });

  it("finds a published roll-up that was changed afterwards", async () => {
    const file = join(folder, "out", "bao-cao", "lan-1", "roll-up.json");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replaceAll("1234", "9234"));
    const { code, complained } = await run("verify", "2026-04-05T14:00:00+07:00");
    writeFileSync(file, text);
    expect(code).toBe(1);
    expect(complained).toContain("roll_up_changed");
  });

  it("finds a ledger that was cut off after a roll-up was published", async () => {
    const kept = join(folder, "moc.json");
    copyFileSync(join(folder, "out", "bao-cao", "lan-2", "moc-so-ghi.json"), kept);
    const at = "2026-04-05T14:00:00+07:00";
    expect((await json("verify --checkpoint moc.json", at)).data).toMatchObject({
      intact: true,
      checkpoints: 3,
    });
    const forged = { ...JSON.parse(readFileSync(kept, "utf8")), position: 100_000 };
    writeFileSync(kept, JSON.stringify(forged));
    const { code, complained } = await run("verify --checkpoint moc.json", at);
    expect([code, complained]).toEqual([1, expect.stringContaining("ledger_checkpoint_invalid")]);
    expect((await run("verify --checkpoint khong-co.json", at)).code).toBe(2);
  });

  it("draws a dashboard that needs nothing else", async () => {
    await run("dashboard", "2026-04-05T15:00:00+07:00");
    const page = readFileSync(join(folder, "out", "tong-quan.html"), "utf8");
    expect(page).toContain("1.300");
    expect(page).not.toMatch(/(?:src|href)="https?:/);
  });
});
