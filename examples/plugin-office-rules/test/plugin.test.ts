import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runCommand } from "@chiendich/cli";
import { openWorkbook } from "@chiendich/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "office-rules-"));
const mailbox = join(folder, "hop-thu");

const run = (words: readonly string[], at = "2026-03-02T09:00:00+07:00") => runCommand(words, { folder, at });

beforeAll(async () => {
  process.env["OFFICE_MAILBOX"] = mailbox;
  const flags = {
    within: "thành phố Huế",
    title: "Tuần lễ hồng hiến máu năm 2026",
    office: "Ủy ban nhân dân thành phố Huế",
    notation: "UBND-YT",
    place: "Huế",
    date: "2026-03-02",
    from: "2026-03-05",
    to: "2026-03-27",
    deadline: "chậm nhất ngày 04/4/2026",
  };
  await run(["init", ...Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value])]);
  const plugin = fileURLToPath(new URL("../src/plugin.ts", import.meta.url));
  const path = join(folder, "campaign.yaml");
  const plan = readFileSync(path, "utf8");
  const field = "{ id: plate, kind: office-rules/vehicle-plate, label: Biển số xe loa lưu động }";
  const asked = plan.replace(/^( +)- \{ id: difficulties.*$/m, `$&\n$1- ${field}`);
  writeFileSync(path, `${asked}\nplugins: [${JSON.stringify(plugin)}]\n`);
  await run(["dispatch"]);
});
afterAll(() => {
  delete process.env["OFFICE_MAILBOX"];
});

describe("a plugin named in campaign.yaml", () => {
  it("adds its findings to the check of the plan", async () => {
    const { complained } = await run(["check"]);
    expect(complained).toContain(
      "rounds[0].deadline: hạn báo cáo 2026-04-04 muộn hơn bảy ngày sau khi chiến dịch kết thúc (theo phần mở rộng “office-rules”)",
    );
  });

  it("adds a kind of field: forms explain it, and what people type is held in one way", async () => {
    await run(["form"]);
    const name = readdirSync(join(folder, "out"), { recursive: true, encoding: "utf8" }).find((one) =>
      /vy-da.*\.xlsx$/.test(one),
    );
    const form = await openWorkbook(readFileSync(join(folder, "out", name!)), { name: name! });
    const front = await form.value!.readSheet("Biểu mẫu");
    expect(JSON.stringify(front.rows)).toContain("Ghi biển số xe, ví dụ 79A-123.45");

    const csv =
      "STT;Đơn vị;Số liệu tính đến ngày;Số hội nghị/buổi tuyên truyền trực tiếp;Số lượt người tham dự;Biển số xe loa lưu động\n" +
      "1;P. Vỹ Dạ;27/3/2026;4;1.234;75a 12345\n2;P. Thuận Hóa;27/3/2026;4;510;xe máy\n";
    mkdirSync(join(folder, "returns"), { recursive: true });
    writeFileSync(join(folder, "returns", "xe loa.csv"), csv);
    const came = "file,received_at,evidence\nxe loa.csv,2026-03-31T08:00:00+07:00,mail\n";
    writeFileSync(join(folder, "returns", "received.csv"), came);
    const { said } = await run(["collect", "--json"], "2026-03-31T09:00:00+07:00");
    const [{ verdicts }] = JSON.parse(said).data.files;
    expect(verdicts.map(({ outcome }: { outcome: string }) => outcome)).toEqual(["accepted", "rejected"]);
    expect(JSON.parse(said).issues).toMatchObject([
      { code: "report_added_kind_refused", place: { cell: "F3" }, params: { found: "xe máy" } },
    ]);
    const explained = await run(["explain", "plate"], "2026-03-31T10:00:00+07:00");
    expect(explained.said).toContain("75A-123.45");
    expect(explained.said).toContain("75a 12345");
  });

  it("judges the values of its field while returns are read", async () => {
    mkdirSync(join(folder, "returns"), { recursive: true });
    const csv =
      "STT;Đơn vị;Số liệu tính đến ngày;Số hội nghị/buổi tuyên truyền trực tiếp;Số lượt người tham dự\n" +
      "1;P. Phú Xuân;27/3/2026;4;1.234\n2;P. Kim Long;27/3/2026;4;51.000\n";
    writeFileSync(join(folder, "returns", "bao cao.csv"), csv);
    const { said, complained } = await run(["collect", "--json"], "2026-04-01T09:00:00+07:00");
    const { data } = JSON.parse(said);
    const file = data.files.find(({ file }: { file: string }) => file === "bao cao.csv");
    expect(file.verdicts.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
      "accepted",
      "rejected",
    ]);
    expect(said).toContain("nhiều hơn dân số của mọi xã, phường");
    expect(complained).toBe("");
  });

  it("sends each reminder through its channel, once", async () => {
    const at = "2026-04-03T08:30:00+07:00";
    const first = JSON.parse((await run(["remind", "--send", "hop-thu", "--json"], at)).said);
    expect(first.data.sent.sent.length).toBeGreaterThan(30);
    expect(readdirSync(mailbox)).toHaveLength(first.data.sent.sent.length);
    expect(readFileSync(join(mailbox, "ubnd-phuong-an-cuu.txt"), "utf8")).toMatch(
      /^Ủy ban nhân dân thành phố Huế đề nghị UBND phường An Cựu gửi báo cáo/,
    );
    const again = JSON.parse((await run(["remind", "--send", "hop-thu", "--json"], at)).said);
    expect(again.data).toMatchObject({ plan: { messages: [] }, sent: { sent: [] } });
  });

  it("has no channel that nobody provides", async () => {
    const { code, complained } = await run(["remind", "--send", "zalo"]);
    expect(code).toBe(2);
    expect(complained).toContain("hop-thu");
  });
});
