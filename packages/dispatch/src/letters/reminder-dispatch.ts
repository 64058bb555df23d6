import {
  compareInstants,
  printVietnameseShortDate,
  type Campaign,
  type Instant,
  type RecipientUnit,
} from "@chiendich/core";
import type { DispatchDocument } from "../document/dispatch-document.ts";
import { deadlineFor } from "./campaign-dispatch.ts";
import { letterheadData, type LetterheadOptions } from "./letterhead.ts";
import { dayWords } from "./moment-words.ts";

/** Whom the letter reminds, and of what. */
export interface ReminderDispatchOptions extends LetterheadOptions {
  /** Whom to remind: one, or several in one letter with their list in an appendix. */
  readonly units: readonly RecipientUnit[];
  readonly at: Instant;
  /** The first round when absent. */
  readonly roundId?: string | undefined;
  /** By when the overdue report is now wanted, in words: `trước ngày 15/11/2024`. */
  readonly newDeadline?: string | undefined;
  /** Address for the reports in place of the campaign's. */
  readonly reportLink?: string | undefined;
}

/** Up to so many units are named after “Kính gửi”; more stand in an appendix. */
const namedRecipients = 5;

/**
 * The dispatch that asks for reports still owed (công văn đôn đốc, Mẫu 1.5). Before the deadline it
 * reminds of it; after it, it asks for the report by `newDeadline`.
 *
 * @throws {RangeError} when there is nobody to remind, or the campaign has no such round
 */
export function reminderDispatch(campaign: Campaign, options: ReminderDispatchOptions): DispatchDocument {
  const { units, at, roundId } = options;
  const { dispatch } = campaign;
  const [unit] = units;
  if (unit === undefined) throw new RangeError("a reminder is to at least one unit");
  const round = campaign.rounds.find(({ id }) => roundId === undefined || id === roundId);
  if (!round) throw new RangeError(`the campaign has no round ${roundId ?? ""}`);
  const one = units.length === 1;
  const named = units.length <= namedRecipients;
  const overdue = compareInstants(at, deadlineFor(round, unit).lastInstant) > 0;
  const about = `đôn đốc báo cáo kết quả ${dispatch.subject}`;
  return {
    template: "reminder-letter",
    title: `V/v ${about}`,
    data: {
      ...letterheadData(dispatch, dayWords(at, campaign.timeZone).slice(-4), options),
      about,
      recipients: named
        ? units.map(({ name }) => name)
        : ["Các cơ quan, đơn vị có tên trong danh sách tại Phụ lục kèm theo"],
      campaign: {
        type: "Công văn",
        number: dispatch.number === null ? null : `${dispatch.number}/${dispatch.notation}`,
        date: dispatch.date,
        issuer: null,
        subject: dispatch.subject,
      },
      round: {
        deadline: deadlineFor(round, unit).quote,
        link: options.reportLink ?? round.destination.link,
        newDeadline: options.newDeadline ?? null,
      },
      at: { day: dayWords(at, campaign.timeZone) },
      overdue,
      one,
      count: units.length,
      annex: named
        ? null
        : units.map((each) => ({
            name: each.name,
            deadline: printVietnameseShortDate(deadlineFor(round, each).on),
          })),
    },
    pictures: {},
  };
}
