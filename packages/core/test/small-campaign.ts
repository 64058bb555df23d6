import type { CampaignInput } from "../src/campaign/campaign-input.ts";
import type { RecipientUnit } from "../src/recipient-unit/recipient-unit.ts";
import { unitDirectory } from "../src/recipient-unit/unit-directory.ts";

/** A campaign that has nothing wrong with it: tests change the one thing they are about. */
export const smallCampaign = {
  id: "ve-sinh-2025",
  title: "Chiến dịch vệ sinh môi trường năm 2025",
  dispatch: {
    number: 12,
    notation: "UBND-VP",
    date: "2025-03-03",
    place: "Hòa An",
    issuer: { name: "Ủy ban nhân dân xã Hòa An", unitId: "ubnd-xa-hoa-an" },
    subject: "triển khai Chiến dịch vệ sinh môi trường năm 2025",
    basis: [
      {
        lead: "Thực hiện",
        number: "45/UBND-KT",
        date: "2025-02-20",
        issuer: "Ủy ban nhân dân huyện",
        subject: "vệ sinh môi trường",
      },
    ],
    opening: ["Ủy ban nhân dân xã đề nghị các đơn vị triển khai như sau:"],
    closing: "Đề nghị các đơn vị triển khai thực hiện",
    signatory: { authority: ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"] },
    archive: "VT",
  },
  period: { from: "2025-03-10", to: "2025-03-21" },
  audiences: ["người dân"],
  scope: "Toàn xã",
  materials: [{ text: "Tài liệu", link: "https://example.org/tai-lieu" }],
  recipients: [
    { label: "Các thôn", groups: ["Thôn"] },
    { label: "Các trường học", groups: ["Trường học"] },
  ],
  rounds: [
    {
      id: "ket-qua",
      title: "Kết quả",
      request: "Đề nghị báo cáo kết quả về",
      purpose: "để tổng hợp",
      destination: { kind: "folder" },
      dataAsOf: "2025-03-21",
      deadline: "chậm nhất ngày 28/3/2025",
    },
  ],
  report: {
    id: "ket-qua",
    title: "Kết quả",
    fields: [{ id: "sessions", kind: "count", label: "Số buổi ra quân" }],
  },
  linkHosts: ["example.org"],
} satisfies CampaignInput;

function unit(id: string, name: string, groups: readonly string[]): RecipientUnit {
  return { id, name, aliases: [], type: "don_vi", groups, parents: {}, codes: [] };
}

export const smallDirectory = unitDirectory([
  unit("ubnd-xa-hoa-an", "Ủy ban nhân dân xã Hòa An", []),
  unit("thon-1", "Thôn 1", ["Thôn"]),
  unit("thon-2", "Thôn 2", ["Thôn"]),
  unit("th-hoa-an", "Trường Tiểu học Hòa An", ["Trường học"]),
]);
