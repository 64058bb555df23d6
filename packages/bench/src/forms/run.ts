/*
 * A folder of filled forms, from bytes to figures, whole and by part:
 *
 *   npx -y pnpm@12 --filter @chiendich/bench forms [number of forms, 1000 by default]
 *
 * The floor is exceljs reading the same bytes and doing nothing with them.
 */
import { createHash } from "node:crypto";
import {
  createUnitResolver,
  defineCampaign,
  describeReportForm,
  issueCampaign,
  readReturn,
  recordReturn,
  rollUp,
  unitDirectory,
  type CampaignEvent,
  type CellDescription,
  type RecipientUnit,
  type SheetSource,
  type WorkbookDescription,
} from "@chiendich/core";
import { openWorkbook, writeWorkbook } from "@chiendich/xlsx";
import ExcelJS from "exceljs";

const count = Number(process.argv[2] ?? 1000);
const at = "2026-03-10T08:00:00+07:00";
const fields = Array.from({ length: 15 }, (_, index) => ({
  id: `field${index}`,
  kind: "count" as const,
  label: `Chỉ tiêu số ${index + 1}`,
}));
const campaign = defineCampaign({
  id: "bench",
  title: "Chiến dịch",
  dispatch: {
    number: 1,
    notation: "UBND",
    date: "2026-03-02",
    place: "Hòa An",
    issuer: { name: "Ủy ban nhân dân" },
    subject: "đo",
    closing: "Đề nghị thực hiện",
    signatory: { authority: ["CHỦ TỊCH"] },
    archive: "VT",
  },
  period: { from: "2026-03-02", to: "2026-03-20" },
  audiences: ["người dân"],
  scope: "Toàn tỉnh",
  recipients: [{ label: "Các đơn vị", groups: ["Đơn vị"] }],
  rounds: [
    {
      id: "r",
      title: "Kết quả",
      request: "Đề nghị báo cáo",
      purpose: "để tổng hợp",
      destination: { kind: "folder" },
      dataAsOf: "2026-03-09",
      deadline: "chậm nhất ngày 25/3/2026",
    },
  ],
  report: { id: "kq", title: "Kết quả", fields },
});
const units = Array.from({ length: count }, (_, index): RecipientUnit => ({
  id: `don-vi-${index}`,
  name: `Trường Tiểu học Hòa An ${index + 1}`,
  aliases: [],
  type: "th",
  groups: ["Đơn vị"],
  parents: {},
  codes: [],
}));
const directory = unitDirectory(units);

function fill(form: WorkbookDescription, seed: number): WorkbookDescription {
  const [front, ...rest] = form.sheets;
  if (!front) throw new RangeError("a form has a front sheet");
  const rows = front.rows.map((row) => {
    const mark = row.cells[0]?.value;
    if (typeof mark !== "string" || !mark.startsWith("field")) return row;
    const value = (seed * 31 + Number(mark.slice(5)) * 7) % 5000;
    const type = (cell: CellDescription | null, column: number) =>
      cell && column === 4 ? { ...cell, value } : cell;
    return { ...row, cells: row.cells.map(type) };
  });
  return { ...form, sheets: [{ ...front, rows }, ...rest] };
}

const files: Uint8Array[] = [];
const written = await timed(async () => {
  for (const [index, unit] of units.entries()) {
    files.push(
      await writeWorkbook(fill(describeReportForm(campaign, { round: "r", unit, directory }), index)),
    );
  }
});

const events: CampaignEvent[] = issueCampaign(campaign, directory, {
  at: "2026-03-02T08:00:00+07:00",
  actor: "x",
});
const resolver = createUnitResolver(directory);
const sources: SheetSource[] = [];
const opened = await timed(async () => {
  for (const [index, bytes] of files.entries()) {
    const { value } = await openWorkbook(bytes, { name: `bieu-mau-${index}.xlsx` });
    if (!value) throw new Error(`form ${index} was not read`);
    for (const { name } of await value.listSheets()) await value.readSheet(name);
    sources.push(value);
  }
});
const readings: Awaited<ReturnType<typeof readReturn>>[] = [];
const read = await timed(async () => {
  for (const [index, source] of sources.entries()) {
    const sha256 = createHash("sha256")
      .update(files[index] as Uint8Array)
      .digest("hex");
    readings.push(await readReturn(source, { campaign, directory, resolver, sha256, receivedAt: at }));
  }
});
const recorded = await timed(async () => {
  const base = [...events];
  for (const reading of readings) {
    events.push(...recordReturn(reading, base, { at, actor: "x", receivedAt: at, evidence: "file" }));
  }
});
let reported = 0;
const rolled = await timed(async () => {
  reported = rollUp(campaign, directory, events, { at, by: "group" }).total["field0"]?.coverage.reported ?? 0;
});
if (reported !== count) throw new Error(`${reported} of ${count} forms are in the figure`);

const floor = await timed(async () => {
  for (const bytes of files) await new ExcelJS.Workbook().xlsx.load(bytes as unknown as ArrayBuffer);
});
const whole = opened + read + recorded + rolled;
for (const [part, ms] of Object.entries({
  written,
  opened,
  read,
  recorded,
  rolled,
  whole,
  "exceljs, reading only": floor,
})) {
  console.log(
    `${part.padEnd(22)} ${Math.round(ms).toString().padStart(7)} ms  ${(ms / floor).toFixed(2)} × exceljs reading`,
  );
}

/** Processor time, so that a busy machine does not count. */
async function timed(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
