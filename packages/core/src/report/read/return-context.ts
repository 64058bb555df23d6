import type { Campaign } from "../../campaign/campaign.ts";
import type { UnitDirectory } from "../../recipient-unit/unit-directory.ts";
import type { UnitResolver } from "../../recipient-unit/resolver/unit-resolver.ts";
import type { Field } from "../../report-schema/report-schema.ts";
import type { AddedFieldKind, FieldKinds } from "../../report-schema/added-field-kind.ts";
import type { FieldValidators } from "../../report-schema/field-validators.ts";
import type { CalendarDate } from "../../time/calendar-date.ts";
import { dateOf, type Instant } from "../../time/instant.ts";
import type { ValueContext } from "../value/value-context.ts";

/** What a return is read against. */
export interface ReadReturnOptions {
  readonly campaign: Campaign;
  readonly directory: UnitDirectory;
  readonly resolver: UnitResolver;
  /** SHA-256 of the return's bytes, hex. Part of every report's id. */
  readonly sha256: string;
  readonly receivedAt: Instant;
  /** Which round is read; needed when the campaign has several and the return does not say. */
  readonly roundId?: string | undefined;
  /** The key with which this office signs its forms. */
  readonly signatureKey?: string | undefined;
  /** Standard Schema validators by field id, such as zod or valibot schemas. */
  readonly validators?: FieldValidators | undefined;
  /** Kinds of fields besides ours, by full name: those the campaign was parsed with. */
  readonly fieldKinds?: FieldKinds | undefined;
  /** Cells held in memory, blanks to the left of filled ones among them; 2,000,000 by default. A return with more is not read. */
  readonly maxCells?: number | undefined;
  /** `partial` (the default) takes good rows beside bad ones; `allOrNothing` takes a return whole or not at all. */
  readonly acceptance?: "partial" | "allOrNothing" | undefined;
}

interface Window {
  readonly from: CalendarDate;
  readonly receivedOn: CalendarDate;
}

// Finding a day in a zone costs more than reading a cell, and it is the same for every cell of a return.
const windows = new WeakMap<ReadReturnOptions, Window>();

function windowOf(options: ReadReturnOptions): Window {
  const known = windows.get(options);
  if (known) return known;
  const { campaign, receivedAt } = options;
  const from = campaign.period.from < campaign.dispatch.date ? campaign.period.from : campaign.dispatch.date;
  const window = { from, receivedOn: dateOf(receivedAt, campaign.timeZone) };
  windows.set(options, window);
  return window;
}

/** How values are read: every field's window of dates, the way numbers are written, who a name is. */
export function valueContext(
  options: ReadReturnOptions,
  field: Field,
  style: ValueContext["style"],
  dateEpoch: 1900 | 1904 | undefined,
): ValueContext {
  const { campaign, resolver } = options;
  const { from, receivedOn } = windowOf(options);
  // Figures cannot stand at a day after they came; other dates may lie anywhere in the campaign.
  const bounded = field.role === "dataAsOf" || field.role === "dataFrom";
  const to = bounded || receivedOn > campaign.period.to ? receivedOn : campaign.period.to;
  return {
    style: field.numberStyle ?? style,
    window: { from, to: to < from ? from : to },
    dateEpoch: dateEpoch ?? 1900,
    unitIdOf: (text) => {
      const found = resolver.resolve(text);
      return found.status === "matched" ? found.unit.id : null;
    },
    addedKind: addedKindOf(field, options),
  };
}

/** The field's own kind; undefined for a field of our kinds. @throws {RangeError} when nobody provides it */
export function addedKindOf(
  field: Field,
  { fieldKinds = {} }: ReadReturnOptions,
): AddedFieldKind | undefined {
  const { addedKind: name } = field;
  if (name === undefined) return undefined;
  const kind = Object.hasOwn(fieldKinds, name) ? fieldKinds[name] : undefined;
  if (kind) return kind;
  throw new RangeError(`${field.id} is of the kind “${name}”, which is not among \`fieldKinds\``);
}
