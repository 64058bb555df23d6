import { parseDeadline, printVietnameseShortDate } from "@chiendich/core";
import { civilServantCalendar } from "@chiendich/vietnam";
import type { Bilingual } from "../bilingual.ts";
import type { Answers, Question } from "../terminal/ask.ts";
import { notADate, typedDate } from "./typed-date.ts";

/** The zone of a new campaign; another one is written into its file. */
export const timeZone = "Asia/Ho_Chi_Minh";

/** What `init` has to know, in the order of the dispatch; where a person sits at the terminal it asks. */
export const newCampaignQuestions: readonly Question[] = [
  {
    name: "title",
    vi: "Tên chiến dịch",
    en: "Title of the campaign",
    example: "Chiến dịch vệ sinh môi trường năm 2026",
  },
  {
    name: "office",
    vi: "Cơ quan ban hành",
    en: "Issuing office",
    example: "Ủy ban nhân dân phường Nha Trang",
  },
  {
    name: "parent",
    vi: "Cơ quan chủ quản, in phía trên tên cơ quan ban hành (không có thì để trống)",
    en: "The body above the office, printed above its name (may be left empty)",
    example: "Ủy ban nhân dân thành phố Nha Trang",
    // Nobody stands above a people's committee on its letters (Nghị định 30/2020/NĐ-CP).
    optionalWhen: ({ office = "" }) => !office.startsWith("Ủy ban nhân dân "),
  },
  { name: "notation", vi: "Ký hiệu công văn", en: "Notation of the dispatch", example: "UBND-VHXH" },
  { name: "place", vi: "Địa danh", en: "Place on the dispatch", example: "Nha Trang" },
  {
    name: "date",
    vi: "Ngày công văn (ngày/tháng/năm)",
    en: "Date of the dispatch (day/month/year)",
    example: "02/3/2026",
    read: readDay,
  },
  {
    name: "from",
    vi: "Ngày bắt đầu (ngày/tháng/năm)",
    en: "First day (day/month/year)",
    example: "05/3/2026",
    read: readDay,
  },
  {
    name: "to",
    vi: "Ngày kết thúc (ngày/tháng/năm)",
    en: "Last day (day/month/year)",
    example: "31/3/2026",
    read: readLastDay,
  },
  {
    name: "deadline",
    vi: "Thời hạn báo cáo",
    en: "Deadline, in Vietnamese",
    example: "chậm nhất ngày 03/4/2026",
    read: readDeadline,
  },
];

function readDay(typed: string): string | Bilingual {
  return typedDate(typed) ?? notADate(typed);
}

function readLastDay(typed: string, { from }: Answers): string | Bilingual {
  const day = typedDate(typed);
  if (day === null || from === undefined || day >= from) return readDay(typed);
  return {
    vi: `“${typed}” trước ngày bắt đầu (${printVietnameseShortDate(from)}).`,
    en: `“${typed}” is before the first day (${from}).`,
  };
}

/** Words that set a deadline; what else may be said about it, `check` says. */
function readDeadline(words: string, { date = "2026-01-01" }: Answers): string | Bilingual {
  const read = { timeZone, issuedOn: date, calendar: civilServantCalendar };
  if (parseDeadline(words, read).value !== null) return words;
  return {
    vi: `Không đọc được thời hạn “${words}”, ví dụ: chậm nhất ngày 03/4/2026; trước 17 giờ 00 ngày 03/4/2026`,
    en: `“${words}” sets no deadline; write in Vietnamese: chậm nhất ngày 03/4/2026`,
  };
}
