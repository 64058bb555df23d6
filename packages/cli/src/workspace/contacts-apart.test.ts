import { mkdtempSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand } from "../run-command.ts";

const campaign = `
id: thu
title: Thử
dispatch:
  number: 1
  notation: UBND
  date: "2026-03-02"
  place: Hòa An
  issuer: { name: Ủy ban nhân dân xã Hòa An }
  subject: thử
  closing: Đề nghị thực hiện
  signatory: { authority: [CHỦ TỊCH] }
  archive: VT
period: { from: "2026-03-02", to: "2026-03-10" }
audiences: [người dân]
scope: Toàn xã
recipients: [{ label: Các thôn, groups: [Thôn] }]
rounds:
  - { id: r, title: Kết quả, request: Đề nghị báo cáo, purpose: để tổng hợp, destination: { kind: folder }, dataAsOf: "2026-03-10", deadline: chậm nhất ngày 12/3/2026 }
report:
  id: kq
  title: Kết quả
  fields:
    - { id: sessions, kind: count, label: Số buổi }
    - { id: phone, kind: code, label: Số điện thoại đầu mối, personal: true }
`;

describe("personal answers", () => {
  it("are kept in a file of their own, and nowhere in the ledger or in what is made from it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "chiendich-contacts-"));
    writeFileSync(join(folder, "campaign.yaml"), campaign);
    writeFileSync(join(folder, "units.csv"), "id,name,groups\nthon-mot,Thôn Một,Thôn\n");
    mkdirSync(join(folder, "returns"));
    // A number that cannot be called: all zeros.
    writeFileSync(
      join(folder, "returns", "bc.csv"),
      "Đơn vị;Số buổi;Số điện thoại đầu mối\nThôn Một;3;0000000000\n",
    );
    const run = (word: string) => runCommand([word], { folder, at: "2026-03-11T08:00:00+07:00" });
    await run("dispatch");
    await run("collect");
    await run("report");
    await run("dashboard");

    const bytes = (path: string) => readFileSync(join(folder, path)).toString("latin1");
    expect(bytes(".chiendich/contacts.sqlite")).toContain("0000000000");
    const made = readdirSync(join(folder, "out"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
    expect(made).toContain("out/tong-quan.html");
    for (const path of [".chiendich/ledger.sqlite", ...made])
      expect(bytes(path), path).not.toContain("0000000000");
  });
});
