import type { Deadline } from "../deadline/deadline.ts";
import type { GroupDates } from "../deadline/round-dates.ts";
import type { ReportSchema } from "../report-schema/report-schema.ts";
import type { CalendarDate } from "../time/calendar-date.ts";

/**
 * One request to act and report (chiến dịch): everything the dispatch says, who it goes to, what
 * they report and until when. Plain data: JSON in, JSON out, the same value.
 */
export interface Campaign {
  /** Letters, digits and hyphens; part of every id and file name. */
  readonly id: string;
  /** As people call it: `Chiến dịch tuyên truyền “…”`. */
  readonly title: string;
  /** IANA name; every deadline and every date is read in it. */
  readonly timeZone: string;
  readonly dispatch: Dispatch;
  readonly period: Period;
  readonly headings: Headings;
  /** To whom the units speak or whom they serve (đối tượng). */
  readonly audiences: readonly string[];
  readonly scope: string;
  readonly materials: readonly Material[];
  readonly recipients: readonly RecipientGroup[];
  readonly tasks: readonly Task[];
  readonly rounds: readonly Round[];
  readonly report: ReportSchema;
  readonly upward: Upward | null;
  /** Hosts that links in dispatches may point to; a link to any other is a finding. */
  readonly linkHosts: readonly string[];
  /**
   * What a merger or split does to what is owed: reports of the old units count for the new one
   * (`inherit`, also when absent), the new one reports afresh (`renew`), or the old units go on owing (`keep`).
   */
  readonly mergers?: "inherit" | "renew" | "keep" | undefined;
  /** Modules the command line loads beside the campaign's file; core knows nothing of them. */
  readonly plugins?: readonly string[] | undefined;
}

/** The official letter (công văn) that opens the campaign; component names follow Nghị định 30/2020/NĐ-CP. */
export interface Dispatch {
  /** `null` until the register gives one. */
  readonly number: number | null;
  /** Ký hiệu: `VHTT`, `UBND-VX`. */
  readonly notation: string;
  readonly date: CalendarDate;
  /** Địa danh: `Nha Trang`. */
  readonly place: string;
  readonly issuer: Issuer;
  /** Trích yếu, without `V/v`. */
  readonly subject: string;
  /** The documents it rests on, the nearest first, each with the words that cite it. */
  readonly basis: readonly Basis[];
  /** Paragraphs between the basis and the numbered items. */
  readonly opening: readonly string[];
  /** The last sentence, without `./.`. */
  readonly closing: string;
  readonly signatory: Signatory;
  /** Nơi nhận, each without dash and semicolon. */
  readonly copies: readonly string[];
  /** The archive line after `Lưu:`, such as `VT, VHTT (2)`. */
  readonly archive: string;
  readonly secrecy?: Secrecy | undefined;
  readonly urgency?: Urgency | undefined;
  readonly handling?: Handling | undefined;
  /** The office's address, phone, e-mail, as they stand at the foot of the first page (ô số 13). */
  readonly contact?: string | undefined;
}

export const secrecies = ["Tuyệt mật", "Tối mật", "Mật"] as const;
/** Độ mật (ô số 10a); who may give it is for the law on state secrets. */
export type Secrecy = (typeof secrecies)[number];

export const urgencies = ["Hỏa tốc", "Thượng khẩn", "Khẩn"] as const;
/** Mức độ khẩn (ô số 10b). */
export type Urgency = (typeof urgencies)[number];

export const handlings = ["Xem xong trả lại", "Lưu hành nội bộ"] as const;
/** How the letter is to be handled (ô số 11). */
export type Handling = (typeof handlings)[number];

/** The office that issues the dispatch (cơ quan ban hành). */
export interface Issuer {
  /** Official name; printed in capitals. */
  readonly name: string;
  /** The body it belongs to, printed above it. */
  readonly parent: string | null;
  /** The unit in the directory; it owes itself no report. */
  readonly unitId: string | null;
}

/** A cited document, with the sentence that cites it: `lead` + citation + `text`. */
export interface Basis {
  /** `Thực hiện`, `Theo nội dung`. */
  readonly lead: string;
  /** Type of document: `Công văn`, `Kế hoạch`. */
  readonly type: string;
  /** Số, ký hiệu: `3506/STTTT-CNTTBCVT`. */
  readonly number: string;
  readonly date: CalendarDate;
  readonly issuer: string;
  /** Trích yếu of the cited document; absent when the dispatch does not print it. */
  readonly subject: string | null;
  /** What follows the citation in the sentence, starting with its punctuation. */
  readonly text: string;
}

/** Who signs, as the decree has it printed. */
export interface Signatory {
  /** Quyền hạn and chức vụ, line by line: `["KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"]`. */
  readonly authority: readonly string[];
  /** Họ và tên; `null` on a draft whose signer is not known yet: the place stays blank. */
  readonly name: string | null;
}

/** What the dispatch calls its numbered items: `Đối tượng tuyên truyền`, without colon. */
export interface Headings {
  readonly period: string;
  readonly audiences: string;
  readonly scope: string;
  readonly materials: string;
}

/** First and last day, both included. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** Something the units are to use: a folder of leaflets, a film. */
export interface Material {
  /** The sentence of the dispatch that points to it. */
  readonly text: string;
  readonly link: string;
  /** The real link is not known: forms and pictures mark it, and `checkCampaign` says so. */
  readonly placeholder: boolean;
}

/** Groups of units that are addressed together. */
export interface RecipientGroup {
  /** As in the unit directory's groups. */
  readonly groups: readonly string[];
  /** As printed after “Kính gửi”. */
  readonly label: string;
}

/** What is asked of the units of some groups, or of all when `groups` is null. */
export interface Task {
  readonly text: string;
  readonly groups: readonly string[] | null;
}

/** One collection of reports (đợt báo cáo). */
export interface Round {
  readonly id: string;
  readonly title: string;
  /** The request as the dispatch words it, before the address. */
  readonly request: string;
  /** What the reports are for, as the dispatch words it, after the deadline. */
  readonly purpose: string;
  readonly destination: Destination;
  /** First day on which reports are taken; the dispatch's date when null. */
  readonly opensOn: CalendarDate | null;
  /** The date the figures are to stand at (thời điểm chốt số liệu); null when the dispatch does not say. */
  readonly dataAsOf: CalendarDate | null;
  readonly deadline: Deadline;
  /** Deadlines of groups that have their own. */
  readonly groupDeadlines: Readonly<Record<string, Deadline>>;
  /** Other dates of groups that have their own. */
  readonly groupDates?: Readonly<Record<string, GroupDates>> | undefined;
  /** A report on the day after the deadline's last day still counts as on time, for that many days. */
  readonly graceDays: number;
  /** After that day nothing is taken any more; null when never. */
  readonly locksOn: CalendarDate | null;
  /** Until when this office reports to the level above; null when nobody said. */
  readonly upwardDeadline: Deadline | null;
}

/** Where the units report to. */
export interface Destination {
  readonly kind: "googleSheet" | "folder" | "mail";
  readonly link: string | null;
  /** Who can open the link; `anyone` with it is a finding. */
  readonly access: "named" | "anyone" | null;
}

/** The report this office owes to the level above. */
export interface Upward {
  /** Kính gửi. */
  readonly to: string;
  /** Printed type: `Báo cáo`. */
  readonly notation: string;
  readonly place: string;
  readonly signatory: Signatory;
  readonly copies: readonly string[];
  readonly archive: string;
}
