/*
 * Makes `returns/`: what the units sent back. The figures are invented by a seeded generator; the
 * ways of writing them are those of real offices. Run once; the rollout does not need it:
 *
 *   node --conditions=@chiendich/source src/make-returns.ts
 */
import { mkdir, rm, writeFile } from "node:fs/promises";
import {
  addDays,
  describeReportForm,
  issueCampaign,
  unitsAsOf,
  type CellDescription,
  type RecipientUnit,
  type WorkbookDescription,
} from "@chiendich/core";
import { writeWorkbook } from "@chiendich/xlsx";
import { readPlan } from "./plan.ts";
import { fillForm, type Answers } from "./fill-form.ts";

const folder = new URL("../", import.meta.url);
const { campaign, directory } = await readPlan(folder);
const round = campaign.rounds[0]!;
const [issued] = issueCampaign(campaign, directory, { at: "2024-10-29T16:00:00+07:00", actor: "phong-vhtt" });
const owing = new Set(
  issued?.type === "campaign_issued" ? issued.obligations.map(({ unitId }) => unitId) : [],
);
const units = unitsAsOf(directory, campaign.dispatch.date).filter(({ id }) => owing.has(id));

/** mulberry32: a small seeded generator, so that the same script makes the same returns. */
let state = 2242;
function random(): number {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));

/**
 * Plausible figures for a unit: a ward speaks to hundreds, a school to its pupils, an office to its
 * staff. They stand at the day before they are sent, or two days before.
 */
function figures(unit: RecipientUnit, sentOn: number): Answers {
  const ward = unit.groups.includes("UBND phường, xã");
  const school = unit.groups.some((group) => group.startsWith("Trường"));
  const sessions = ward ? between(4, 18) : school ? between(2, 8) : between(1, 3);
  const perSession = ward ? between(35, 90) : school ? between(60, 220) : between(15, 45);
  const zaloGroups = ward ? between(6, 20) : school ? between(8, 30) : between(1, 4);
  return {
    dataAsOf: addDays(`2024-11-${String(sentOn).padStart(2, "0")}`, -between(1, 2)),
    directiveDocs: between(1, 3),
    sessions,
    sessionsIntegrated: between(0, sessions),
    participants: sessions * perSession,
    ...(ward && { radioBroadcasts: between(10, 60), householdsVisited: between(80, 900) }),
    ...(school && { students: between(180, 1_400) }),
    webPosts: between(0, 4),
    facebookPosts: between(1, 9),
    zaloGroups,
    zaloMembers: zaloGroups * between(25, 60),
    leaflets: ward ? between(200, 3_000) : between(0, 300),
    evidenceLinks: `https://example.org/minh-chung/${unit.id}`,
  };
}

const received: { file: string; at: string; evidence: string }[] = [];
async function save(
  file: string,
  content: WorkbookDescription | string,
  at: string,
  evidence = "mail",
): Promise<void> {
  await writeFile(
    new URL(`returns/${file}`, folder),
    typeof content === "string" ? content : await writeWorkbook(content),
  );
  received.push({ file, at, evidence });
}

const unit = (id: string) => {
  const found = units.find((one) => one.id === id);
  if (!found) throw new RangeError(`no unit ${id} owes a report`);
  return found;
};
const form = (id: string, answers: Answers, notes: Answers = {}) =>
  fillForm(describeReportForm(campaign, { round, unit: unit(id), directory }), answers, notes);
const dayAt = (day: number, hour: number, minute: number) =>
  `2024-11-${String(day).padStart(2, "0")}T${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}:00+07:00`;

await rm(new URL("returns/", folder), { recursive: true, force: true });
await mkdir(new URL("returns/", folder), { recursive: true });

// 1. Forms filled in as they were meant to be: four in ten of those that do not come below.
const others = new Set([
  "hoi-luat-gia-tp",
  "bql-cho-dam",
  "thcs-au-co",
  "phong-kinh-te",
  "mn-sao-bien",
  "th-vinh-hai-1",
  "tt-vhtt-tt",
  "buu-dien-tp",
  "ubnd-phuong-vinh-hai",
  "ubnd-phuong-vinh-hoa",
  "ubnd-phuong-phuong-sai",
  "ubnd-phuong-phuong-son",
  "ubnd-xa-vinh-thanh",
  "phong-tckh",
  "th-loc-tho",
]);
const filled = units.filter(({ id }) => !others.has(id)).filter((_, index) => index % 5 < 2);
for (const one of filled) {
  const day = between(4, 8);
  await save(
    `bieu-mau-${one.id}.xlsx`,
    form(one.id, figures(one, day)),
    dayAt(day, between(7, 17), between(0, 59)),
  );
}

// 2. A form whose unit found nothing to report.
await save("bieu-mau-hoi-luat-gia-tp.xlsx", form("hoi-luat-gia-tp", { nilReport: true }), dayAt(6, 9, 12));

// 3. A form with what people type into number cells; its faults are listed, nothing else is lost.
await save(
  "bieu-mau-bql-cho-dam.xlsx",
  form("bql-cho-dam", {
    ...figures(unit("bql-cho-dam"), 7),
    sessions: "12 buổi",
    sessionsIntegrated: 3,
    participants: "khoảng 500",
    leaflets: "-",
    webPosts: "",
  }),
  dayAt(7, 10, 5),
);

// 4. One that breaks a rule across fields: more sessions within other meetings than sessions.
await save(
  "bieu-mau-thcs-au-co.xlsx",
  form("thcs-au-co", { ...figures(unit("thcs-au-co"), 7), sessions: 2, sessionsIntegrated: 5 }),
  dayAt(7, 15, 40),
);

// 5. Attendances without a session of its own: a query, explained in the form's note column.
await save(
  "bieu-mau-phong-kinh-te.xlsx",
  form(
    "phong-kinh-te",
    { ...figures(unit("phong-kinh-te"), 6), sessions: 0, sessionsIntegrated: 0, participants: 38 },
    { sessions: "Dự hội nghị do thành phố tổ chức, đơn vị không tổ chức riêng" },
  ),
  dayAt(6, 14, 25),
);

// 6. Sent again before anybody asked: one corrects a figure, one replaces the whole report.
const first = figures(unit("th-vinh-hai-1"), 5);
await save("bieu-mau-th-vinh-hai-1.xlsx", form("th-vinh-hai-1", first), dayAt(5, 8, 30));
await save(
  "bieu-mau-th-vinh-hai-1 (dinh chinh).xlsx",
  form("th-vinh-hai-1", {
    ...first,
    participants: Number(first["participants"]) + 45,
    submission: "correction",
  }),
  dayAt(7, 8, 15),
);
await save(
  "bieu-mau-mn-sao-bien.xlsx",
  form("mn-sao-bien", figures(unit("mn-sao-bien"), 5)),
  dayAt(5, 15, 10),
);
await save(
  "bieu-mau-mn-sao-bien (thay the).xlsx",
  form("mn-sao-bien", { ...figures(unit("mn-sao-bien"), 8), submission: "replacement" }),
  dayAt(8, 10, 35),
);

// 7. Late: two days after the deadline.
await save(
  "bieu-mau-tt-vhtt-tt.xlsx",
  form("tt-vhtt-tt", figures(unit("tt-vhtt-tt"), 11)),
  dayAt(11, 16, 20),
);

// 8. A hostile cell: text that a spreadsheet would run as a formula.
await save(
  "bieu-mau-buu-dien-tp.xlsx",
  form("buu-dien-tp", {
    ...figures(unit("buu-dien-tp"), 8),
    difficulties: '=HYPERLINK("https://example.org/bay","Bấm vào đây để xem hướng dẫn")',
  }),
  dayAt(8, 11, 0),
);

// 9. Tables typed by hand, one row a unit, with the names people use.
const heading = [
  "STT",
  "Đơn vị",
  "Số liệu tính đến ngày",
  "Số văn bản",
  "Số buổi",
  "Buổi lồng ghép",
  "Lượt người",
  "Lượt phát thanh",
  "Nhóm Zalo",
  "Thành viên nhóm Zalo",
  "Tờ rơi",
  "Số hộ",
  "Khó khăn",
];
const text = (value: string | number | null): CellDescription | null =>
  value === null || value === "" ? null : { value };
function table(
  title: string,
  rows: readonly (readonly (string | number)[])[],
  after: readonly string[] = [],
): WorkbookDescription {
  return {
    title,
    sheets: [
      {
        name: "Sheet1",
        columns: heading.map((_, index) => ({ width: index === 1 ? 30 : 14 })),
        rows: [
          { cells: [null, text(title)] },
          { cells: [] },
          { cells: heading.map(text) },
          { cells: heading.map((_, index) => text(`(${index + 1})`)) },
          ...rows.map((row) => ({ cells: row.map(text) })),
          ...after.map((line) => ({ cells: [null, text(line)] })),
        ],
      },
    ],
  };
}
await save(
  "P Vinh Hai.xlsx",
  table(
    "BÁO CÁO KẾT QUẢ TUYÊN TRUYỀN",
    [[1, "P vinh hai", "07/11/2024", 2, 9, 4, "1.234", 42, 12, 640, "1.500", 310, "Một số hộ đi làm xa"]],
    ["Người lập biểu"],
  ),
  dayAt(7, 17, 25),
);
await save(
  "bao cao vinh thanh.xlsx",
  table("UBND XÃ VĨNH THẠNH - KẾT QUẢ CHIẾN DỊCH", [
    [1, "UBND xã Vĩnh Thạnh", "08/11/2024", 1, 6, 2, 318, 20, "không", "không", 400, 150, ""],
  ]),
  dayAt(8, 9, 50),
);
// The ward merged into Phương Sài on 01/11/2024; its people still report under its name.
await save(
  "bc-phuong-son.xlsx",
  table("BÁO CÁO", [
    [
      1,
      "UBND phường Phương Sơn",
      "31/10/2024",
      1,
      5,
      1,
      260,
      14,
      7,
      350,
      600,
      120,
      "Đang sắp xếp đơn vị hành chính",
    ],
  ]),
  dayAt(4, 14, 0),
);
await save(
  "truong thpt ly tu trong.xlsx",
  table("BÁO CÁO", [[1, "Trường THPT Lý Tự Trọng", "07/11/2024", 1, 2, 0, 900, "", 5, 200, "", "", ""]]),
  dayAt(7, 9, 0),
);
await save(
  "phong tai chinh.xlsx",
  table("PHÒNG TÀI CHÍNH - KẾ HOẠCH", [
    [1, "Phòng Tài chính - Kế hoạch", "", "Không phát sinh", "", "", "", "", "", "", "", "", ""],
  ]),
  dayAt(6, 16, 45),
);
// One table for many schools, gathered by their department: group rows, a total, a signature block.
const cluster = ["th-loc-tho", "th-tan-lap-1", "th-phuoc-hoa-1", "th-vinh-tho", "th-ngoc-hiep"].filter(
  (id) => !filled.some((one) => one.id === id),
);
const typed = [
  "TH Lộc Thọ",
  "Tr. TH Tân Lập 1",
  "trường tiểu học phước hòa 1",
  "TH VĨNH THỌ",
  "Tiểu học Ngọc Hiệp",
];
const clusterNames = new Map(
  ["th-loc-tho", "th-tan-lap-1", "th-phuoc-hoa-1", "th-vinh-tho", "th-ngoc-hiep"].map((id, index) => [
    id,
    typed[index] ?? id,
  ]),
);
const clusterRows = cluster.map((id, index): (string | number)[] => {
  const one = figures(unit(id), 8) as Record<string, number>;
  return [
    index + 1,
    clusterNames.get(id) ?? id,
    "08/11/2024",
    one["directiveDocs"]!,
    one["sessions"]!,
    one["sessionsIntegrated"]!,
    one["participants"]!,
    "",
    one["zaloGroups"]!,
    one["zaloMembers"]!,
    one["leaflets"]!,
    "",
    "",
  ];
});
await save(
  "Cum truong tieu hoc.xlsx",
  table(
    "TỔNG HỢP CỤM TRƯỜNG TIỂU HỌC",
    [
      ["I", "Các trường tiểu học"],
      ...clusterRows,
      [
        "",
        "Tổng cộng",
        "",
        ...[3, 4, 5, 6, 7, 8, 9, 10].map((column) =>
          clusterRows.reduce((sum, row) => sum + (Number(row[column]) || 0), 0),
        ),
      ],
    ],
    ["", "Nơi nhận: Phòng VHTT", "NGƯỜI LẬP BIỂU"],
  ),
  dayAt(8, 16, 30),
);
// A CSV export, with semicolons as Vietnamese Excel writes it.
const wards = [
  "ubnd-phuong-vinh-hoa",
  "ubnd-xa-vinh-ngoc",
  "ubnd-xa-vinh-hiep",
  "ubnd-phuong-loc-tho",
].filter((id) => !filled.some((one) => one.id === id));
const csvNames: Record<string, string> = {
  "ubnd-phuong-vinh-hoa": "UBND P.Vĩnh Hoà",
  "ubnd-xa-vinh-ngoc": "X. Vĩnh Ngọc",
  "ubnd-xa-vinh-hiep": "xa vinh hiep",
  "ubnd-phuong-loc-tho": "Phường Lộc Thọ",
};
const csv = [
  heading.join(";"),
  ...wards.map((id, index) => {
    const one = figures(unit(id), 6);
    return [
      index + 1,
      csvNames[id],
      "06/11/2024",
      one["directiveDocs"],
      one["sessions"],
      one["sessionsIntegrated"],
      one["participants"],
      one["radioBroadcasts"],
      one["zaloGroups"],
      one["zaloMembers"],
      one["leaflets"],
      one["householdsVisited"],
      "",
    ].join(";");
  }),
].join("\r\n");
await save("tong hop cac phuong.csv", `\uFEFF${csv}\r\n`, dayAt(6, 17, 10), "file");

received.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.file < b.file ? -1 : 1));
await writeFile(
  new URL("returns/received.csv", folder),
  [
    "file,received_at,evidence",
    ...received.map(({ file, at, evidence }) => `${file},${at},${evidence}`),
  ].join("\n") + "\n",
);
console.log(`${received.length} returns`);
