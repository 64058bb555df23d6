import type { Deadline } from "../deadline/deadline.ts";
import type { Issue } from "../issue/issue.ts";
import type { Obligation } from "../obligation/obligation.ts";
import type { Answer, Report } from "../report/report.ts";
import type { CalendarDate } from "../time/calendar-date.ts";
import type { Instant } from "../time/instant.ts";

/**
 * What happened in a campaign, in order, never changed. `at` is when it happened; the ledger
 * adds when it was written down.
 */
export type CampaignEvent = EventCommon & EventDetail;

/** What every event says: when it happened, and who did it. */
export interface EventCommon {
  readonly at: Instant;
  /** The office, role or program that did it; never a private person's contact. */
  readonly actor: string;
}

/** Whatever overrides something says why: without a reason it does not compile. */
interface Override {
  readonly reason: string;
}

/** Changes to what is owed may take effect on another day than the one they were decided on. */
interface Dated {
  /** First day of the new state, in the campaign's zone; the instant `at` when absent. */
  readonly effectiveOn?: CalendarDate | undefined;
}

/**
 * What counts for the units after a merger or split:
 *
 * - `inherit`: reports the old units gave count for the single unit they went into, until it reports itself
 * - `renew`: only what the new units themselves report
 */
export type TransferPolicy = "inherit" | "renew";

/** What happened. Events are only ever added; a mistake is put right by another event. */
export type EventDetail =
  | {
      readonly type: "campaign_issued";
      readonly campaignId: string;
      readonly obligations: readonly Obligation[];
    }
  | ({ readonly type: "obligation_added"; readonly obligation: Obligation } & Override & Dated)
  | ({ readonly type: "obligation_waived"; readonly obligationId: string } & Override & Dated)
  /** `document` grants it. */
  | ({
      readonly type: "obligation_extended";
      readonly obligationId: string;
      readonly deadline: Deadline;
      readonly document: string;
    } & Override &
      Dated)
  /** The obligations of `from` (ids) no longer stand; those of `to` do. A unit that continues stands on both sides. */
  | ({
      readonly type: "obligation_transferred";
      readonly from: readonly string[];
      readonly to: readonly Obligation[];
      /** `inherit` when absent. */
      readonly policy?: TransferPolicy | undefined;
    } & Override &
      Dated)
  | {
      readonly type: "return_received";
      readonly sha256: string;
      readonly source: string;
      /** What shows when it came: `mail`, `file`, `sheet`, `person`. */
      readonly evidence: string;
    }
  | { readonly type: "report_accepted"; readonly report: Report; readonly receivedAt: Instant }
  | {
      readonly type: "report_queried";
      readonly report: Report;
      readonly receivedAt: Instant;
      readonly issues: readonly Issue[];
    }
  | {
      readonly type: "report_rejected";
      readonly sha256: string;
      readonly source: string;
      readonly sheet: string;
      readonly row?: number | undefined;
      readonly unitId?: string | undefined;
      readonly issues: readonly Issue[];
    }
  | ({ readonly type: "report_superseded"; readonly reportId: string; readonly by: string } & Override)
  /** `field` is `*` when the explanation is about the report as a whole: then nothing more is asked. */
  | ({ readonly type: "query_explained"; readonly reportId: string; readonly field: string } & Override)
  | ({ readonly type: "report_returned"; readonly reportId: string } & Override)
  | { readonly type: "report_approved"; readonly reportId: string }
  | ({ readonly type: "name_decided"; readonly text: string; readonly unitId: string } & Override)
  | ({
      readonly type: "value_corrected";
      readonly reportId: string;
      readonly field: string;
      readonly answer: Answer;
    } & Override)
  | { readonly type: "reminder_planned"; readonly reminderId: string; readonly unitIds: readonly string[] }
  | {
      readonly type: "reminder_sent";
      readonly reminderId: string;
      readonly unitId: string;
      readonly channel: string;
    }
  | {
      readonly type: "dispatch_numbered";
      readonly issuer: string;
      readonly year: number;
      readonly number: number;
      /** Series the number is of, where the office numbers some documents apart: `BC`; absent for the common one. */
      readonly series?: string | undefined;
      /** Số, ký hiệu in full: `05/BC-VHTT`. */
      readonly notation?: string | undefined;
      readonly date?: CalendarDate | undefined;
      /** Trích yếu. */
      readonly subject?: string | undefined;
      /** Of a corrigendum (đính chính): the number, in full, of the dispatch it corrects. */
      readonly corrects?: string | undefined;
    }
  | {
      readonly type: "roll_up_published";
      readonly rollUpId: string;
      /** Of the frozen roll-up's canonical JSON. */
      readonly sha256: string;
    }
  /** Text was removed from the event at that position; `remainsHash` is the hash of what was left. */
  | ({ readonly type: "event_redacted"; readonly position: number; readonly remainsHash: string } & Override)
  /** Contacts of units were deleted by the campaign's retention rule, or because somebody asked. */
  | ({ readonly type: "contacts_purged"; readonly unitIds: readonly string[] } & Override)
  /** Somebody looked at contacts, and for what. */
  | ({ readonly type: "contacts_read"; readonly unitIds: readonly string[] } & Override);

/** Name of what happened, such as `report_accepted`. */
export type EventType = EventDetail["type"];

/** The event of one type. */
export type EventOf<Type extends EventType> = Extract<CampaignEvent, { readonly type: Type }>;
