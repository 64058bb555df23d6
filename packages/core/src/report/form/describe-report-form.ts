import type { Campaign, Round } from "../../campaign/campaign.ts";
import type { RecipientUnit } from "../../recipient-unit/recipient-unit.ts";
import { findUnit, type UnitDirectory } from "../../recipient-unit/unit-directory.ts";
import type { Field } from "../../report-schema/report-schema.ts";
import type { WorkbookDescription } from "../../sheet/sheet-sink.ts";
import { formFront } from "./form-front.ts";
import { formGuide } from "./form-guide.ts";
import { identitySheet, type FormSignature } from "./form-identity.ts";
import { formLists } from "./form-lists.ts";
import { formRepeat } from "./form-repeats.ts";
import { formSections, isAsked } from "./form-sections.ts";

/** Whose form it is, and for which round. */
export interface ReportFormOptions {
  /** A round of the campaign, or its id. */
  readonly round: Round | string;
  /** A unit of the directory, or its id. */
  readonly unit: RecipientUnit | string;
  readonly directory: UnitDirectory;
  /** Signs the form's identity; without it the identity carries a plain digest, which shows slips and not forgery. */
  readonly signature?: FormSignature | undefined;
}

/**
 * The form (biểu mẫu) one unit fills in for one round: only what that unit is asked, headings
 * locked, answer cells open and validated, the unit already written in, and a hidden identity by
 * which it is known again under any file name.
 *
 * @throws {RangeError} when the campaign has no such round or the directory no such unit
 */
export function describeReportForm(campaign: Campaign, options: ReportFormOptions): WorkbookDescription {
  const round = roundOf(campaign, options.round);
  const unit = unitOf(options.directory, options.unit);
  const schema = campaign.report;
  const asked = schema.fields.filter((field) => isAsked(field, unit));
  const roles = new Map(
    asked.flatMap((field) => (field.role === undefined ? [] : [[field.role, field] as const])),
  );
  const sections = formSections(asked.filter(({ role }) => role === undefined));
  const repeats = (schema.repeats ?? []).map((table) => ({
    ...table,
    fields: table.fields.filter((field) => isAsked(field, unit)),
  }));
  const lists = formLists(allFields(asked, repeats), options.directory.units);
  const identity = {
    campaignId: campaign.id,
    roundId: round.id,
    unitId: unit.id,
    schemaId: schema.id,
    schemaVersion: schema.version,
    nonce: options.signature?.nonce ?? "",
  };
  const deadline = deadlineFor(campaign, round, unit);
  return {
    title: `${schema.title.vi} – ${unit.shortName ?? unit.name}`,
    sheets: [
      formFront({ campaign, round, unit, deadline, sections, lists, roles }),
      ...repeats.map((table) => formRepeat(table, lists, unit.name)),
      formGuide(sections),
      lists.sheet,
      identitySheet(identity, options.signature?.key),
    ],
  };
}

function roundOf(campaign: Campaign, round: Round | string): Round {
  const id = typeof round === "string" ? round : round.id;
  const found = campaign.rounds.find((one) => one.id === id);
  if (!found) throw new RangeError(`campaign ${campaign.id} has no round ${id}`);
  return found;
}

function unitOf(directory: UnitDirectory, unit: RecipientUnit | string): RecipientUnit {
  const id = typeof unit === "string" ? unit : unit.id;
  const found = findUnit(directory, id);
  if (!found) throw new RangeError(`the directory has no unit ${id}`);
  return found;
}

function allFields(
  fields: readonly Field[],
  repeats: readonly { readonly fields: readonly Field[] }[],
): Field[] {
  return [...fields, ...repeats.flatMap((table) => table.fields)];
}

/** The deadline's own words, and the last day they leave. */
function deadlineFor(campaign: Campaign, round: Round, unit: RecipientUnit): string {
  // A unit in several groups was addressed in the first the dispatch names.
  const group = campaign.recipients.flatMap(({ groups }) => groups).find((one) => unit.groups.includes(one));
  const deadline = (group === undefined ? undefined : round.groupDeadlines[group]) ?? round.deadline;
  return deadline.quote;
}
