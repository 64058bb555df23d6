import { handlings, secrecies, urgencies } from "./campaign.ts";
import * as z from "zod";
import { reportSchemaInput } from "../report-schema/report-schema-input.ts";
import { isCalendarDate } from "../time/calendar-date.ts";

/*
 * What people write in `campaign.yaml`. Descriptions are Vietnamese: editors show them while
 * somebody types. Everything optional has its default here and nowhere else.
 */

const line = () => z.string().trim().normalize("NFC").min(1);
const slug = () => z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
const date = () =>
  z.string().refine(isCalendarDate, {
    error: "YYYY-MM-DD",
    params: { kind: "calendarDate" },
  });
const link = () => z.url({ protocol: /^https?$/ });

/**
 * Số, ký hiệu of an administrative document (`2242/VHTT`, `30/2020/NĐ-CP`) or of a Party one
 * (`36-HD/VPTW`). The pattern of facts on Nghị định 30/2020/NĐ-CP, tried on real numbers.
 */
const documentNumber = () =>
  z
    .string()
    .regex(
      /^(?:\d{1,6}[a-z]?(?:\/\d{4})?\/\p{Lu}[\p{L}\d&]*(?:-[\p{L}\d&]+)*|\d+-\p{Lu}\p{L}*\/[\p{L}\d&-]+)$/u,
    );

const issuer = z
  .strictObject({
    name: line().describe("Tên cơ quan ban hành, viết thường theo tên chính thức"),
    parent: line().nullable().default(null).describe("Tên cơ quan chủ quản trực tiếp, nếu có"),
    unitId: slug().nullable().default(null).describe("Mã của cơ quan ban hành trong danh mục đơn vị"),
  })
  .describe("Cơ quan ban hành văn bản");

const basis = z
  .strictObject({
    lead: line().describe("Từ dẫn đứng trước văn bản được viện dẫn: “Thực hiện”, “Theo nội dung”"),
    type: line().default("Công văn").describe("Tên loại văn bản được viện dẫn"),
    number: documentNumber().describe("Số, ký hiệu: 3506/STTTT-CNTTBCVT"),
    date: date().describe("Ngày ban hành"),
    issuer: line().describe("Cơ quan ban hành"),
    subject: line().nullable().default(null).describe("Trích yếu, không có “về việc”"),
    text: z
      .string()
      .trim()
      .normalize("NFC")
      .default(".")
      .describe("Phần còn lại của câu, bắt đầu bằng dấu câu"),
  })
  .describe("Một văn bản làm căn cứ");

const signatory = z
  .strictObject({
    authority: z.array(line()).min(1).describe("Quyền hạn, chức vụ, mỗi dòng một phần tử"),
    name: line().nullable().default(null).describe("Họ và tên người ký; để trống khi chưa biết"),
  })
  .describe("Người ký");

const dispatch = z
  .strictObject({
    number: z
      .number()
      .int()
      .positive()
      .nullable()
      .default(null)
      .describe("Số văn bản; để trống khi chưa lấy số"),
    notation: line().describe("Ký hiệu, phần sau dấu gạch chéo: VHTT"),
    date: date().describe("Ngày ban hành, dạng 2024-10-29"),
    place: line().describe("Địa danh"),
    issuer,
    subject: line().describe("Trích yếu, không có “V/v”"),
    basis: z.array(basis).default([]).describe("Các văn bản căn cứ, gần nhất trước"),
    opening: z.array(line()).default([]).describe("Các đoạn văn trước phần đánh số"),
    closing: line().describe("Câu kết, không có dấu ./."),
    signatory,
    copies: z.array(line()).default(["Như trên"]).describe("Nơi nhận, không có gạch đầu dòng"),
    archive: line().describe("Nội dung sau chữ “Lưu:”"),
    // Absent on most letters; absent rather than null, so that the hash of a campaign without them stays what it was.
    secrecy: z.enum(secrecies).optional().describe("Độ mật (ô số 10a)"),
    urgency: z.enum(urgencies).optional().describe("Mức độ khẩn (ô số 10b)"),
    handling: z.enum(handlings).optional().describe("Chỉ dẫn về phạm vi lưu hành (ô số 11)"),
    contact: line()
      .optional()
      .describe("Địa chỉ, điện thoại, thư điện tử của cơ quan, in ở cuối trang đầu (ô số 13)"),
  })
  .describe("Công văn phát động chiến dịch");

const material = z
  .strictObject({
    text: line().describe("Câu dẫn tới tài liệu trong công văn"),
    link: link().describe("Đường dẫn tải tài liệu"),
    placeholder: z.boolean().default(false).describe("Đúng khi đường dẫn thật chưa có"),
  })
  .describe("Tài liệu dùng trong chiến dịch");

const headings = z.strictObject({
  period: line().default("Thời gian").describe("Tên mục thời gian"),
  audiences: line().default("Đối tượng").describe("Tên mục đối tượng: Đối tượng tuyên truyền"),
  scope: line().default("Phạm vi").describe("Tên mục phạm vi"),
  materials: line().default("Tài liệu").describe("Tên mục tài liệu: Tài liệu tuyên truyền"),
});

const deadlineWording = () => line().describe("Thời hạn đúng như câu chữ: “trước ngày 10/11/2024”");

const destination = z
  .strictObject({
    kind: z.enum(["googleSheet", "folder", "mail"]).describe("Nơi nhận báo cáo"),
    link: link().nullable().default(null).describe("Địa chỉ"),
    access: z
      .enum(["named", "anyone"])
      .nullable()
      .default(null)
      .describe("Ai mở được đường dẫn: người được chia sẻ, hay bất kỳ ai"),
  })
  .describe("Nơi các đơn vị gửi báo cáo");

const graceDays = () => z.number().int().min(0).max(30);

const round = z
  .strictObject({
    id: slug().describe("Mã đợt báo cáo"),
    title: line().describe("Tên đợt báo cáo"),
    request: line().describe("Câu yêu cầu báo cáo trong công văn, phần trước địa chỉ"),
    purpose: line().describe("Mục đích báo cáo, phần sau thời hạn"),
    destination,
    opensOn: date().nullable().default(null).describe("Ngày bắt đầu nhận báo cáo"),
    dataAsOf: date().nullable().default(null).describe("Thời điểm chốt số liệu"),
    deadline: deadlineWording(),
    groupDeadlines: z
      .record(line(), deadlineWording())
      .default({})
      .describe("Thời hạn riêng theo nhóm đơn vị"),
    groupDates: z
      .record(
        line(),
        z.strictObject({
          opensOn: date().optional().describe("Ngày bắt đầu nhận báo cáo"),
          dataAsOf: date().optional().describe("Thời điểm chốt số liệu"),
          graceDays: graceDays().optional().describe("Số ngày châm chước sau thời hạn"),
          locksOn: date().optional().describe("Ngày khóa số liệu"),
        }),
      )
      .optional()
      .describe("Các ngày riêng theo nhóm đơn vị; không ghi thì theo đợt báo cáo"),
    graceDays: graceDays().default(0).describe("Số ngày châm chước sau thời hạn"),
    locksOn: date().nullable().default(null).describe("Ngày khóa số liệu"),
    upwardDeadline: deadlineWording().nullable().default(null).describe("Thời hạn báo cáo lên cấp trên"),
  })
  .describe("Một đợt báo cáo");

const upward = z
  .strictObject({
    to: line().describe("Kính gửi: cơ quan nhận báo cáo tổng hợp"),
    notation: line().describe("Ký hiệu của báo cáo: BC-VHTT"),
    place: line().describe("Địa danh"),
    signatory,
    copies: z.array(line()).default(["Như trên"]).describe("Nơi nhận"),
    archive: line().describe("Nội dung sau chữ “Lưu:”"),
  })
  .describe("Báo cáo tổng hợp gửi cấp trên");

/** The campaign as people write it. */
export const campaignInput = z
  .strictObject({
    id: slug().describe("Mã chiến dịch: chữ thường không dấu, số và gạch nối"),
    title: line().describe("Tên chiến dịch"),
    timeZone: line().default("Asia/Ho_Chi_Minh").describe("Múi giờ"),
    dispatch,
    period: z
      .strictObject({ from: date().describe("Ngày đầu"), to: date().describe("Ngày cuối") })
      .describe("Thời gian chiến dịch, tính cả hai ngày"),
    headings: headings.default(headings.parse({})).describe("Tên các mục đánh số trong công văn"),
    audiences: z.array(line()).min(1).describe("Đối tượng của chiến dịch"),
    scope: line().describe("Phạm vi"),
    materials: z.array(material).default([]).describe("Tài liệu dùng trong chiến dịch"),
    recipients: z
      .array(
        z.strictObject({
          label: line().describe("Ghi sau “Kính gửi”"),
          groups: z.array(line()).min(1).describe("Các nhóm trong danh mục đơn vị"),
        }),
      )
      .min(1)
      .describe("Các nhóm đơn vị nhận"),
    tasks: z
      .array(
        z.strictObject({
          text: line().describe("Nội dung yêu cầu"),
          groups: z.array(line()).min(1).nullable().default(null).describe("Chỉ giao cho các nhóm này"),
        }),
      )
      .default([])
      .describe("Nhiệm vụ"),
    rounds: z.array(round).min(1).describe("Các đợt báo cáo"),
    report: reportSchemaInput.describe("Biểu mẫu báo cáo"),
    upward: upward.nullable().default(null).describe("Báo cáo tổng hợp gửi cấp trên"),
    linkHosts: z.array(line()).default([]).describe("Tên miền được phép đặt trong công văn"),
    // Absent when nobody said, for the same reason as plugins.
    mergers: z
      .enum(["inherit", "renew", "keep"])
      .optional()
      .describe(
        "Khi đơn vị sáp nhập, chia tách trong thời gian chiến dịch: inherit (báo cáo đơn vị cũ đã gửi được tính cho đơn vị mới; mặc định), renew (đơn vị mới phải báo cáo lại), keep (đơn vị cũ tiếp tục phải báo cáo)",
      ),
    // Absent when there are none, not an empty list: the hash of a campaign without plugins stays what it was.
    plugins: z
      .array(line())
      .optional()
      .describe("Phần mở rộng của dòng lệnh: đường dẫn tệp (./kiem-tra.ts) hoặc tên gói npm"),
  })
  .describe("Cấu hình một chiến dịch");

/** What `defineCampaign` takes and `campaign.yaml` holds: defaults left out, deadlines in words. */
export type CampaignInput = z.input<typeof campaignInput>;
