import type { CalendarDate, Handling, Issuer, Secrecy, Signatory, Urgency } from "@chiendich/core";

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
  readonly secrecy: Secrecy | null;
  readonly urgency: Urgency | null;
  readonly handling: Handling | null;
  readonly contact: string | null;
}

/** What is known of a letter when it is made. */
export interface LetterheadOptions {
  /** Number from the register; blank room is left while it is null. */
  readonly number?: number | null | undefined;
  /** Day of issue; blank room is left while it is null. */
  readonly date?: CalendarDate | null | undefined;
  readonly secrecy?: Secrecy | null | undefined;
  readonly urgency?: Urgency | null | undefined;
  readonly handling?: Handling | null | undefined;
  /** The office's address, phone, e-mail, as they stand at the foot of the first page (ô số 13). */
  readonly contact?: string | null | undefined;
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
    readonly contact?: string | undefined;
  },
  year: string,
  { number = null, date = null, ...marks }: LetterheadOptions,
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
    secrecy: marks.secrecy ?? null,
    urgency: marks.urgency ?? null,
    handling: marks.handling ?? null,
    contact: marks.contact ?? from.contact ?? null,
  };
}
