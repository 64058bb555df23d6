/*
 * Takes what the rollout wrote as what it has to write: hashes of every file, and the readable ones
 * themselves, so that a change shows in review. Run it after a change of outputs that is wanted:
 *
 *   npx -y pnpm@12 --filter nha-trang-2024 run accept
 */
import { cp, rm } from "node:fs/promises";

const folder = new URL("../", import.meta.url);
const readable = [
  "SHA256SUMS",
  "phat-hien.csv",
  "loi-bao-cao.csv",
  "tinh-trang",
  "don-doc/danh-sach.csv",
  "don-vi-theo-thoi-diem.csv",
  "so-lieu-thay-doi.csv",
  "nguon-participants.txt",
];

await rm(new URL("expected/", folder), { recursive: true, force: true });
for (const path of readable) {
  await cp(new URL(`out/${path}`, folder), new URL(`expected/${path}`, folder), { recursive: true });
}
