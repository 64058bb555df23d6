import {
  createUnitResolver,
  defineCampaign,
  readReturn,
  unitDirectory,
  type Reading,
  type RecipientUnit,
} from "@chiendich/core";
import { openWorkbook } from "../src/index.ts";

const unit = (id: string, name: string, shortName: string): RecipientUnit => ({
  id,
  name,
  shortName,
  aliases: [],
  type: "ubnd_phuong",
  groups: ["Phường"],
  parents: {},
  codes: [],
});

/** Three wards that owe the report below. */
export const directory = unitDirectory([
  unit("vinh-hai", "Ủy ban nhân dân phường Vĩnh Hải", "UBND phường Vĩnh Hải"),
  unit("vinh-tho", "Ủy ban nhân dân phường Vĩnh Thọ", "UBND phường Vĩnh Thọ"),
  unit("loc-tho", "Ủy ban nhân dân phường Lộc Thọ", "UBND phường Lộc Thọ"),
]);

/** A campaign of March 2025 that asks for a few fields of every kind a return gets wrong. */
export const campaign = defineCampaign({
  id: "tuyen-truyen-2025",
  title: "Tuyên truyền năm 2025",
  dispatch: {
    number: 12,
    notation: "UBND-VP",
    date: "2025-03-03",
    place: "Hòa An",
    issuer: { name: "Ủy ban nhân dân xã Hòa An" },
    subject: "tuyên truyền",
    closing: "Đề nghị thực hiện",
    signatory: { authority: ["CHỦ TỊCH"] },
    archive: "VT",
  },
  period: { from: "2025-03-10", to: "2025-03-21" },
  audiences: ["người dân"],
  scope: "Toàn xã",
  recipients: [{ label: "Các phường", groups: ["Phường"] }],
  rounds: [
    {
      id: "ket-qua",
      title: "Kết quả",
      request: "Đề nghị báo cáo",
      purpose: "để tổng hợp",
      destination: { kind: "folder" },
      dataAsOf: "2025-03-20",
      deadline: "chậm nhất ngày 25/3/2025",
    },
  ],
  report: {
    id: "tuyen-truyen",
    title: "Kết quả tuyên truyền",
    fields: [
      {
        id: "sessions",
        kind: "count",
        label: "Số buổi tuyên truyền trực tiếp",
        unit: "buổi (cuộc)",
        required: true,
      },
      {
        id: "participants",
        kind: "count",
        label: "Số lượt người tham dự",
        unit: "lượt người",
        required: true,
      },
      { id: "cost", kind: "amount", label: "Kinh phí thực hiện", unit: "triệu đồng", decimals: 3 },
      { id: "firstDay", kind: "date", label: "Ngày bắt đầu", required: false },
      {
        id: "phone",
        kind: "code",
        label: "Điện thoại liên hệ",
        pattern: "0\\d{9}",

        required: false,
      },
      { id: "difficulties", kind: "text", label: "Khó khăn, vướng mắc", required: false },
    ],
  },
});

const resolver = createUnitResolver(directory);

/** Reads a return as it came, on 25 March 2025, with all that was noticed on the way. */
export async function readBytes(bytes: Uint8Array, name: string): Promise<Reading> {
  const { value, issues } = await openWorkbook(bytes, { name });
  if (!value) throw new Error(`${name}: ${issues.map(({ code }) => code).join(", ")}`);
  const reading = await readReturn(value, {
    campaign,
    directory,
    resolver,
    sha256: "a".repeat(64),
    receivedAt: "2025-03-25T09:00:00+07:00",
  });
  return { ...reading, issues: [...issues, ...reading.issues] };
}
