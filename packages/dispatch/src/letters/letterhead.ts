import type { CalendarDate, Issuer, Signatory } from "@chiendich/core";

/** Data of the header and the signature, which every letter has. */
export interface LetterheadData {
  readonly issuer: { readonly name: string; readonly parent: string | null; readonly office: string };
  readonly number: number | null;
  readonly notation: string;
  readonly place: string;
  readonly date: CalendarDate | null;
  /** Printed while the day is not known. */
  readonly year: string;
  readonly signatory: Signatory;
  readonly copies: readonly string[];
  readonly archive: string;
}

/** What is known of a letter when it is made. */
export interface LetterheadOptions {
  /** Number from the register; blank room is left while it is null. */
  readonly number?: number | null | undefined;
  /** Day of issue; blank room is left while it is null. */
  readonly date?: CalendarDate | null | undefined;
}

/** What is asked for falls back on what the campaign says. */
export function letterheadData(
  from: {
    readonly issuer: Issuer;
    readonly notation: string;
    readonly place: string;
    readonly signatory: Signatory;
    readonly copies: readonly string[];
    readonly archive: string;
  },
  year: string,
  { number = null, date = null }: LetterheadOptions,
): LetterheadData {
  const { issuer, notation, place, signatory, copies, archive } = from;
  return {
    issuer: { name: issuer.name, parent: issuer.parent, office: issuer.name },
    number,
    notation,
    place,
    date,
    year: date === null ? year : date.slice(0, 4),
    signatory,
    copies,
    archive,
  };
}
