import type { CalendarDate } from "../time/calendar-date.ts";

/**
 * Who a dispatch can be addressed to and who can owe a report (đơn vị nhận). Plain data: it
 * survives JSON. The id is ours and never changes; official codes come and go, and are reused.
 */
export interface RecipientUnit {
  readonly id: string;
  /** Official full name in the decree's capitalisation: `Ủy ban nhân dân phường Vĩnh Hải`. */
  readonly name: string;
  /** As it stands in lists and tables: `UBND phường Vĩnh Hải`. */
  readonly shortName?: string | undefined;
  /** Other names it is known to use. */
  readonly aliases: readonly string[];
  /** What kind of body it is, such as `ubnd_phuong`, `th`, `thcs`; the vocabulary gives each a name. */
  readonly type: string;
  /** Recipient groups, several at once. */
  readonly groups: readonly string[];
  /** One parent per hierarchy: `{ administrative: "ubnd-tp-nha-trang", sector: "phong-gddt" }`. */
  readonly parents: Readonly<Record<string, string>>;
  readonly codes: readonly UnitCode[];
  /** First day it exists; absent when it was always there as far as the campaign cares. */
  readonly validFrom?: CalendarDate | undefined;
  /** Last day it exists. */
  readonly validTo?: CalendarDate | undefined;
  /** Where the entry comes from and how sure that is. */
  readonly basis?: string | undefined;
}

/** A code somebody else gave the unit. Codes are reused over time: the key is scheme, code and epoch. */
export interface UnitCode {
  /** `administrative`, `school`, `organisation` … */
  readonly scheme: string;
  /** Text, for its leading zeros. */
  readonly code: string;
  /** Which edition of the scheme, such as `2024-10`. */
  readonly epoch?: string | undefined;
}
