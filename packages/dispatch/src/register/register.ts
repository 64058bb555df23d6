import {
  issue,
  printTwoDigits,
  type CalendarDate,
  type CampaignEvent,
  type EventOf,
  type Instant,
  type Parsed,
} from "@chiendich/core";

type Numbered = EventOf<"dispatch_numbered">;

/** Which register: one per issuer and year, and per series where the office keeps several. */
export interface RegisterKey {
  readonly issuer: string;
  readonly year: number;
  /** Such as `BC` when reports are numbered apart; absent for the common series. */
  readonly series?: string | undefined;
}

/** The entries of a register, by number. Read from the ledger: there is no other list. */
export function registerOf(events: readonly CampaignEvent[], key: RegisterKey): readonly Numbered[] {
  return events
    .filter(
      (event): event is Numbered =>
        event.type === "dispatch_numbered" &&
        event.issuer === key.issuer &&
        event.year === key.year &&
        event.series === key.series,
    )
    .toSorted((a, b) => a.number - b.number);
}

/**
 * The number the next dispatch gets: one more than the highest ever given in that year, 1 at its
 * start. A gap is never filled: a number that was given stays given, whatever became of the letter.
 */
export function nextNumber(events: readonly CampaignEvent[], key: RegisterKey): number {
  return (registerOf(events, key).at(-1)?.number ?? 0) + 1;
}

/** The letter that is to be given a number. */
export interface NumberDispatchOptions {
  readonly issuer: string;
  /** Day of issue; its year is the register's. */
  readonly date: CalendarDate;
  /** Ký hiệu, without the number: `VHTT`, `BC-VHTT`. */
  readonly notation: string;
  readonly subject: string;
  readonly at: Instant;
  readonly actor: string;
  readonly series?: string | undefined;
  /** A number given outside, on paper; the next one when absent. */
  readonly number?: number | undefined;
  /** Of a corrigendum: the number in full of the dispatch it corrects, of this issuer. */
  readonly corrects?: string | undefined;
}

/**
 * Takes a number from the register (lấy số). The event goes into the ledger; only then is the number
 * the dispatch's. A number that was given before is refused.
 *
 * @see Nghị định 30/2020/NĐ-CP: numbers from 01 on 1 January to 31 December, unique in the year (read in the decree)
 * @throws {RangeError} when the number is no whole number from 1, or a corrigendum names a dispatch never numbered
 */
export function numberDispatch(
  events: readonly CampaignEvent[],
  options: NumberDispatchOptions,
): Parsed<CampaignEvent & Numbered> {
  const { issuer, date, notation, subject, at, actor, series, corrects } = options;
  const key: RegisterKey = { issuer, year: Number(date.slice(0, 4)), series };
  const register = registerOf(events, key);
  const number = options.number ?? nextNumber(events, key);
  if (!Number.isSafeInteger(number) || number < 1)
    throw new RangeError(`${number} is no number of a register`);
  const full = `${printTwoDigits(number)}/${notation}`;
  if (corrects !== undefined && !wasNumbered(events, issuer, corrects)) {
    throw new RangeError(`${issuer} has issued no ${corrects}`);
  }
  if (register.some((entry) => entry.number === number)) {
    return {
      value: null,
      issues: [issue("dispatch_number_taken", { path: full }, { number: full, issuer })],
    };
  }
  const value: CampaignEvent & Numbered = {
    type: "dispatch_numbered",
    at,
    actor,
    issuer,
    year: key.year,
    number,
    notation: full,
    date,
    subject,
    ...(series === undefined ? {} : { series }),
    ...(corrects === undefined ? {} : { corrects }),
  };
  return { value, issues: [] };
}

function wasNumbered(events: readonly CampaignEvent[], issuer: string, notation: string): boolean {
  return events.some(
    (event) => event.type === "dispatch_numbered" && event.issuer === issuer && event.notation === notation,
  );
}
