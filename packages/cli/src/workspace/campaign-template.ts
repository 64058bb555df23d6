import { placeholders } from "@chiendich/core";

/** What `init` knows about a new campaign. */
export interface NewCampaign {
  readonly id: string;
  readonly title?: string;
  readonly office?: string;
  readonly parent: string | null;
  readonly notation?: string;
  readonly place?: string;
  readonly date?: string;
  readonly from?: string;
  readonly to?: string;
  readonly deadline?: string;
  readonly groups: readonly string[];
  /** How the dispatch addresses them: `Ủy ban nhân dân các xã, phường`. */
  readonly recipients: string;
  /** `Toàn tỉnh Bắc Ninh`. */
  readonly scope: string;
  /** The issuing office in the unit directory; it owes itself no report. */
  readonly officeUnit: string | null;
}

/** Text as YAML takes it whatever stands in it. */
const quoted = (text: string | undefined) => JSON.stringify(text ?? "");

/** `campaign.yaml` of a new campaign: complete, valid, and every part explained where it stands. */
export function campaignTemplate(campaign: NewCampaign): string {
  const {
    id,
    title,
    office,
    parent,
    notation,
    place,
    date,
    from,
    to,
    deadline,
    groups,
    officeUnit,
    recipients,
    scope,
  } = campaign;
  const authority = JSON.stringify(signs(office ?? ""));
  const groupList = JSON.stringify(groups.filter((group) => group !== ""));
  return `# yaml-language-server: $schema=./.chiendich/campaign.schema.json
# Cấu hình chiến dịch. Sửa các dòng dưới đây rồi chạy: chiendich check
# The campaign's configuration. Edit it, then run: chiendich check

id: ${id}
title: ${quoted(title)}

dispatch:
  # Bỏ dấu # và điền số khi đã lấy số từ sổ văn bản đi.
  # number: 1
  notation: ${quoted(notation)}
  date: ${quoted(date)}
  place: ${quoted(place)}
  issuer:
    name: ${quoted(office)}
    parent: ${parent === null ? "null" : quoted(parent)}
    # Mã của cơ quan ban hành trong units.csv; để null nếu không có trong danh sách.
    unitId: ${officeUnit ?? "null"}
  # Trích yếu, không có "V/v".
  subject: ${quoted(`triển khai ${title ?? ""}`)}
  # Văn bản căn cứ, nếu có:
  # basis:
  #   - lead: Thực hiện
  #     type: Công văn
  #     number: 123/STTTT-CNTT
  #     date: "2026-02-20"
  #     issuer: Sở …
  #     subject: …
  opening:
    - ${quoted(`${office ?? ""} đề nghị ${recipients} triển khai ${title ?? ""}, cụ thể như sau:`)}
  closing: ${quoted(`Đề nghị ${recipients} tổ chức thực hiện và báo cáo đúng thời hạn`)}
  # Quyền hạn, chức vụ của người ký, mỗi dòng một mục; ký thay thì thêm "KT. …".
  signatory:
    authority: ${authority}
    name: null
  copies: [Như trên]
  archive: VT

period:
  from: ${quoted(from)}
  to: ${quoted(to)}
audiences: [cán bộ, công chức, viên chức, người dân]
scope: ${quoted(scope)}

recipients:
  - label: ${quoted(recipients.charAt(0).toUpperCase() + recipients.slice(1))}
    groups: ${groupList}

rounds:
  - id: ket-qua
    title: Kết quả triển khai
    request: Đề nghị báo cáo kết quả triển khai (theo biểu mẫu gửi kèm)
    purpose: để tổng hợp, báo cáo cấp trên
    destination: { kind: folder }
    dataAsOf: ${quoted(to)}
    deadline: ${quoted(deadline)}

# Đơn vị sáp nhập, chia tách giữa chừng: inherit (tính báo cáo của đơn vị cũ; mặc định), renew (báo cáo lại),
# keep (đơn vị cũ vẫn phải báo cáo).
# mergers: inherit

# Các chỉ tiêu cần báo cáo. Loại: count (số đếm), amount (số thập phân), ratio (tỷ lệ), date (ngày),
# choice (chọn), flag (có/không), text (chữ), code (mã), links (đường dẫn).
report:
  id: ket-qua
  version: 1
  title: Kết quả triển khai
  fields:
    - { id: dataAsOf, kind: date, label: Số liệu tính đến ngày, required: true }
    - { id: sessions, kind: count, label: Số hội nghị/buổi tuyên truyền trực tiếp, unit: buổi, required: true }
    - { id: participants, kind: count, label: Số lượt người tham dự, unit: lượt người, required: true }
    - { id: difficulties, kind: text, label: "Khó khăn, vướng mắc" }

# Báo cáo gửi cấp trên (chiendich report).
upward:
  # Nơi nhận báo cáo, ghi tên đầy đủ.
  to: ${quoted(parent ?? placeholders.superior)}
  notation: ${quoted(`BC-${(notation ?? "").split("-")[0]}`)}
  place: ${quoted(place)}
  signatory:
    authority: ${authority}
    name: null
  copies: [Như trên]
  archive: VT
`;
}

/** Heads of offices by what the office's name begins with; somebody else may sign for them. Confidence: inferred. */
const heads: readonly (readonly [office: string, head: string])[] = [
  ["Sở ", "GIÁM ĐỐC"],
  ["Phòng ", "TRƯỞNG PHÒNG"],
  ["Ban ", "TRƯỞNG BAN"],
  ["Cục ", "CỤC TRƯỞNG"],
  ["Chi cục ", "CHI CỤC TRƯỞNG"],
  ["Trung tâm ", "GIÁM ĐỐC"],
  ["Trường ", "HIỆU TRƯỞNG"],
];

/** Who signs for the office, line by line; a committee is signed for, and of other offices nobody can tell. */
function signs(office: string): readonly string[] {
  if (office.startsWith("Ủy ban nhân dân ")) return ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"];
  return [heads.find(([begins]) => office.startsWith(begins))?.[1] ?? placeholders.position];
}
