import { defineIssue } from "../definition.ts";

/** `2024-11-10` → `10/11/2024`. */
const day = (date: string) => date.split("-").reverse().join("/");

const weekdays = {
  vi: ["", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"],
  en: ["", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
};

/** Problems in a campaign's plan, found before anything is sent. */
export const campaignIssues = {
  campaign_not_yaml: defineIssue<{ message: string }>({
    severity: "error",
    vi: ({ message }) => `tệp cấu hình không đúng định dạng YAML: ${message}`,
    en: ({ message }) => `the configuration is not valid YAML: ${message}`,
    cure: {
      vi: "Sửa dòng được chỉ ra; chú ý thụt đầu dòng và dấu ngoặc kép.",
      en: "Mend the line named; look at its indentation and quotes.",
    },
  }),
  campaign_value_invalid: defineIssue<{ vi: string; en: string }>({
    severity: "error",
    vi: ({ vi }) => `giá trị không hợp lệ: ${vi}`,
    en: ({ en }) => `the value is not valid: ${en}`,
    cure: {
      vi: "Sửa giá trị theo mô tả của mục này trong tài liệu cấu hình.",
      en: "Mend the value as the configuration guide describes this key.",
    },
  }),
  campaign_locked: defineIssue<{ path: string }>({
    severity: "error",
    vi: ({ path }) => `mẫu chung không cho sửa “${path}”`,
    en: ({ path }) => `the preset does not allow “${path}” to be changed`,
    cure: {
      vi: "Bỏ mục này khỏi cấu hình của đơn vị, hoặc đề nghị cơ quan giữ mẫu chung mở khóa.",
      en: "Drop the key from your configuration, or ask the keeper of the preset to unlock it.",
    },
  }),
  campaign_preset_missing: defineIssue<{ name: string }>({
    severity: "error",
    vi: ({ name }) => `không tìm thấy mẫu chung “${name}”`,
    en: ({ name }) => `the preset “${name}” was not found`,
    cure: {
      vi: "Đặt tệp mẫu chung cạnh campaign.yaml, hoặc sửa dòng extends.",
      en: "Put the preset beside campaign.yaml, or mend the extends line.",
    },
  }),
  campaign_field_kind_unknown: defineIssue<{ kind: string; plugins: readonly string[] }>({
    severity: "error",
    vi: ({ kind, plugins }) =>
      plugins.length === 0
        ? `loại chỉ tiêu “${kind}” do phần mở rộng thêm, nhưng chiến dịch không khai báo phần mở rộng nào`
        : `không phần mở rộng nào đã khai báo (${plugins.join(", ")}) có loại chỉ tiêu “${kind}”`,
    en: ({ kind, plugins }) =>
      plugins.length === 0
        ? `fields of kind “${kind}” come from a plugin, and the campaign names none`
        : `none of the plugins named (${plugins.join(", ")}) adds a kind of field “${kind}”`,
    cure: {
      vi: "Thêm phần mở rộng vào mục plugins, hoặc dùng một loại chỉ tiêu có sẵn.",
      en: "Name the plugin under plugins, or use one of the kinds there are.",
    },
  }),
  campaign_time_zone_unknown: defineIssue<{ timeZone: string }>({
    severity: "error",
    vi: ({ timeZone }) => `không có múi giờ “${timeZone}”`,
    en: ({ timeZone }) => `there is no time zone “${timeZone}”`,
    cure: {
      vi: "Dùng tên theo cơ sở dữ liệu IANA, ví dụ Asia/Ho_Chi_Minh.",
      en: "Use a name of the IANA database, such as Asia/Ho_Chi_Minh.",
    },
  }),
  due_before_campaign_ends: defineIssue<{ quote: string; due: string; ends: string }>({
    severity: "warning",
    vi: ({ quote, due, ends }) =>
      `thời hạn báo cáo ngày ${day(due)} (“${quote}”) đến trước ngày kết thúc chiến dịch ${day(ends)}: số liệu chưa trọn chiến dịch`,
    en: ({ quote, due, ends }) =>
      `reports fall due on ${day(due)} (“${quote}”), before the campaign ends on ${day(ends)}: the figures will not cover it all`,
    cure: {
      vi: "Ghi rõ thời điểm chốt số liệu, hoặc thêm một đợt báo cáo bổ sung sau khi kết thúc.",
      en: "State the date the figures stand at, or add a final round after the end.",
    },
  }),
  dispatched_after_campaign_start: defineIssue<{
    quote: string;
    dispatched: string;
    starts: string;
    days: number;
  }>({
    severity: "warning",
    vi: ({ quote, dispatched, starts, days }) =>
      `công văn ký ngày ${day(dispatched)}, sau khi chiến dịch bắt đầu ngày ${day(starts)} (“${quote}”): đã qua ${days} ngày`,
    en: ({ quote, dispatched, starts, days }) =>
      `the dispatch is dated ${day(dispatched)}, after the campaign's start on ${day(starts)} (“${quote}”): ${days} days are gone`,
    cure: {
      vi: "Điều chỉnh ngày bắt đầu, hoặc nói rõ các đơn vị triển khai từ ngày nhận công văn.",
      en: "Move the start, or say that units begin when they receive the dispatch.",
    },
  }),
  deadline_excludes_its_day: defineIssue<{
    quote: string;
    on: string;
    weekday: number;
    lastDay: string;
    lastWorkingDay: string | null;
  }>({
    severity: "warning",
    vi: ({ quote, on, weekday, lastDay, lastWorkingDay }) =>
      `“${quote}” không tính ngày ${day(on)} (${weekdays.vi[weekday]}): hạn cuối là hết ngày ${day(lastDay)}` +
      (lastWorkingDay === null ? "" : `, ngày làm việc cuối cùng là ${day(lastWorkingDay)}`),
    en: ({ quote, on, weekday, lastDay, lastWorkingDay }) =>
      `“${quote}” excludes ${day(on)} (a ${weekdays.en[weekday]}): the last moment is the end of ${day(lastDay)}` +
      (lastWorkingDay === null ? "" : `, the last working day is ${day(lastWorkingDay)}`),
    cure: {
      vi: "Nhắc các đơn vị gửi trong ngày làm việc cuối cùng, hoặc viết “chậm nhất ngày …” vào một ngày làm việc.",
      en: "Ask for reports by the last working day, or write “chậm nhất ngày …” with a working day.",
    },
  }),
  units_change_during_campaign: defineIssue<{
    before: string;
    after: string;
    on: string;
    legalBasis: string;
    quote: string;
  }>({
    severity: "warning",
    vi: ({ before, after, on, legalBasis, quote }) =>
      `từ ngày ${day(on)}, trong thời gian chiến dịch (“${quote}”), ${before} trở thành ${after} (${legalBasis})`,
    en: ({ before, after, on, legalBasis, quote }) =>
      `from ${day(on)}, inside the campaign (“${quote}”), ${before} become ${after} (${legalBasis})`,
    cure: {
      vi: "Xác định trước đơn vị nào báo cáo sau khi sắp xếp; nghĩa vụ sẽ chuyển cho đơn vị mới từ ngày này.",
      en: "Decide who reports after the change; the obligations move to the new unit on that day.",
    },
  }),
  report_link_open: defineIssue<{ link: string; sure: boolean }>({
    severity: "warning",
    vi: ({ link, sure }) =>
      `đường dẫn báo cáo ${sure ? "mở được" : "có thể mở được"}, có khi sửa được, bởi bất kỳ ai có đường dẫn: ${link}`,
    en: ({ link, sure }) =>
      `the report link ${sure ? "can" : "can perhaps"} be opened, perhaps edited, by anyone who has it: ${link}`,
    cure: {
      vi: "Chia sẻ trang tính cho từng tài khoản đơn vị, mỗi đơn vị chỉ sửa dòng của mình.",
      en: "Share the sheet with each unit's account, each able to edit its own row only.",
    },
  }),
  data_closing_not_stated: defineIssue<{ round: string }>({
    severity: "warning",
    vi: ({ round }) => `đợt “${round}” không nêu thời điểm chốt số liệu`,
    en: ({ round }) => `round “${round}” does not state the date its figures stand at`,
    cure: {
      vi: "Thêm dataAsOf cho đợt báo cáo; nếu không, mỗi đơn vị phải tự ghi “số liệu tính đến ngày”.",
      en: "Give the round a dataAsOf; without it each unit has to write its own date.",
    },
  }),
  material_link_placeholder: defineIssue<{ link: string }>({
    severity: "warning",
    vi: ({ link }) => `đường dẫn tài liệu chỉ là ví dụ, chưa phải đường dẫn thật: ${link}`,
    en: ({ link }) => `the link to the material is a placeholder, not the real one: ${link}`,
    cure: {
      vi: "Thay bằng đường dẫn thật rồi bỏ dòng placeholder.",
      en: "Put the real link and drop the placeholder line.",
    },
  }),
  campaign_placeholder_left: defineIssue<{ text: string }>({
    severity: "warning",
    vi: ({ text }) => `“${text}” là nội dung mẫu, chưa thay bằng nội dung thật`,
    en: ({ text }) => `“${text}” is a place to be filled in, not what is to stand there`,
    cure: {
      vi: "Ghi tên, chức danh đầy đủ thay cho nội dung mẫu; mục không dùng thì xóa hoặc để null.",
      en: "Write the full name instead; drop a key that is not used, or make it null.",
    },
  }),
  link_host_not_allowed: defineIssue<{ link: string; host: string; allowed: readonly string[] }>({
    severity: "error",
    vi: ({ link, host, allowed }) =>
      `tên miền ${host} không có trong danh sách cho phép (${allowed.join(", ")}): ${link}`,
    en: ({ link, host, allowed }) =>
      `the host ${host} is not among those allowed (${allowed.join(", ")}): ${link}`,
    cure: {
      vi: "Dùng đường dẫn của cơ quan, hoặc thêm tên miền vào linkHosts.",
      en: "Use a link of the office, or add the host to linkHosts.",
    },
  }),
  recipient_group_unknown: defineIssue<{ group: string; known: readonly string[] }>({
    severity: "error",
    vi: ({ group, known }) =>
      `danh mục đơn vị không có nhóm “${group}”; các nhóm hiện có: ${known.join("; ")}`,
    en: ({ group, known }) => `the unit directory has no group “${group}”; it has: ${known.join("; ")}`,
    cure: {
      vi: "Sửa tên nhóm cho khớp với danh mục đơn vị.",
      en: "Spell the group as the unit directory does.",
    },
  }),
  recipient_in_two_groups: defineIssue<{ unit: string; groups: readonly string[] }>({
    severity: "warning",
    vi: ({ unit, groups }) =>
      `${unit} thuộc nhiều nhóm nhận (${groups.join("; ")}); chỉ phải báo cáo một lần, ở nhóm đầu`,
    en: ({ unit, groups }) =>
      `${unit} is in several recipient groups (${groups.join("; ")}); it owes one report, in the first`,
    cure: {
      vi: "Để đơn vị trong một nhóm nhận, hoặc chấp nhận nhóm đầu tiên.",
      en: "Keep the unit in one recipient group, or accept the first.",
    },
  }),
  issuer_unit_unknown: defineIssue<{ unitId: string }>({
    severity: "error",
    vi: ({ unitId }) => `danh mục đơn vị không có cơ quan ban hành “${unitId}”`,
    en: ({ unitId }) => `the unit directory has no issuer “${unitId}”`,
    cure: { vi: "Sửa mã đơn vị của cơ quan ban hành.", en: "Mend the issuer's unit id." },
  }),
  basis_dated_after_dispatch: defineIssue<{ number: string; date: string; dispatched: string }>({
    severity: "error",
    vi: ({ number, date, dispatched }) =>
      `văn bản căn cứ ${number} ghi ngày ${day(date)}, sau ngày của công văn (${day(dispatched)})`,
    en: ({ number, date, dispatched }) =>
      `the cited document ${number} is dated ${day(date)}, after the dispatch (${day(dispatched)})`,
    cure: { vi: "Kiểm tra lại ngày của văn bản được viện dẫn.", en: "Check the date of the cited document." },
  }),
  campaign_ends_before_start: defineIssue<{ from: string; to: string }>({
    severity: "error",
    vi: ({ from, to }) => `chiến dịch kết thúc (${day(to)}) trước khi bắt đầu (${day(from)})`,
    en: ({ from, to }) => `the campaign ends (${day(to)}) before it starts (${day(from)})`,
    cure: { vi: "Sửa lại thời gian chiến dịch.", en: "Mend the campaign's period." },
  }),
  round_id_duplicate: defineIssue<{ id: string }>({
    severity: "error",
    vi: ({ id }) => `hai đợt báo cáo cùng mang mã “${id}”`,
    en: ({ id }) => `two rounds have the id “${id}”`,
    cure: { vi: "Đặt cho mỗi đợt một mã riêng.", en: "Give each round an id of its own." },
  }),
  dispatch_not_numbered: defineIssue<{ notation: string }>({
    severity: "info",
    vi: ({ notation }) => `công văn chưa có số (…/${notation})`,
    en: ({ notation }) => `the dispatch has no number yet (…/${notation})`,
    cure: {
      vi: "Lấy số từ sổ đăng ký văn bản đi trước khi phát hành.",
      en: "Take a number from the register before it goes out.",
    },
  }),
  lifecycle_transition_refused: defineIssue<{ from: string; to: string; allowed: readonly string[] }>({
    severity: "error",
    vi: ({ from, to, allowed }) =>
      `chiến dịch đang ở trạng thái “${from}”, không chuyển sang “${to}” được; chỉ có thể chuyển sang: ${allowed.join(", ") || "không trạng thái nào"}`,
    en: ({ from, to, allowed }) =>
      `the campaign is “${from}” and cannot become “${to}”, only: ${allowed.join(", ") || "nothing"}`,
    cure: {
      vi: "Thực hiện lần lượt từng bước của chiến dịch.",
      en: "Take the campaign's steps one after the other.",
    },
  }),
};
