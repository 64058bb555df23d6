import { checkRounds } from "../deadline/check-rounds.ts";
import type { Deadline } from "../deadline/deadline.ts";
import {
  CalendarYearMissingError,
  lastWorkingDayBefore,
  type WorkCalendar,
} from "../deadline/work-calendar.ts";
import { issue, type Finding } from "../issue/issue.ts";
import type { UnitDirectory } from "../recipient-unit/unit-directory.ts";
import { placeInUnits, type PlaceOfUnit, type UnitPlaces } from "../recipient-unit/unit-places.ts";
import { unitsAsOf } from "../recipient-unit/units-as-of.ts";
import { daysBetween, weekday, type CalendarDate } from "../time/calendar-date.ts";
import { dateOf } from "../time/instant.ts";
import type { PlaceOfPath } from "./campaign-places.ts";
import type { Campaign } from "./campaign.ts";
import { placeholdersLeft } from "./placeholder.ts";

/** What the checks look at. */
interface Plan {
  readonly campaign: Campaign;
  readonly directory: UnitDirectory;
  /** Without one, working days are not spoken of. */
  readonly calendar: WorkCalendar | null;
  readonly placeOfUnit: PlaceOfUnit;
}

type Check = (plan: Plan) => readonly Finding[];

/** What the checks need besides the plan. */
export interface CheckCampaignOptions {
  /** Without one, working days are not spoken of. */
  readonly calendar?: WorkCalendar | null | undefined;
  /** From `campaignPlaces`, so that findings name the line and column of the campaign's text. */
  readonly placeOf?: PlaceOfPath | undefined;
  /** From `parseUnitDirectory`, for findings about units. */
  readonly places?: UnitPlaces | undefined;
}

/**
 * What is wrong or dangerous in a campaign's plan, before anything is sent. Findings come in the
 * order of the dispatch; none of them stops anything by itself, but `error` means it should not go out.
 */
export function checkCampaign(
  campaign: Campaign,
  directory: UnitDirectory,
  { calendar = null, placeOf, places }: CheckCampaignOptions = {},
): readonly Finding[] {
  const plan = { campaign, directory, calendar, placeOfUnit: placeInUnits(places) };
  const findings = checks.flatMap((check) => check(plan));
  return placeOf ? findings.map((found) => placed(found, placeOf)) : findings;
}

/** A finding about a value of the campaign, at its place in the text. */
function placed(found: Finding, placeOf: PlaceOfPath): Finding {
  const { place } = found;
  // What has a source is a unit's, in a file of its own.
  if (!("path" in place) || place.source !== undefined) return found;
  return { ...found, place: placeOf(place.path) } as Finding;
}

const numbering: Check = ({ campaign: { dispatch } }) =>
  dispatch.number === null
    ? [issue("dispatch_not_numbered", { path: "dispatch.number" }, { notation: dispatch.notation })]
    : [];

const issuer: Check = ({ campaign: { dispatch }, directory }) => {
  const { unitId } = dispatch.issuer;
  if (unitId === null || directory.units.some(({ id }) => id === unitId)) return [];
  return [issue("issuer_unit_unknown", { path: "dispatch.issuer.unitId" }, { unitId })];
};

const basisDates: Check = ({ campaign: { dispatch } }) =>
  dispatch.basis.flatMap(({ number, date }, index) =>
    date > dispatch.date
      ? [
          issue(
            "basis_dated_after_dispatch",
            { path: `dispatch.basis[${index}].date` },
            { number, date, dispatched: dispatch.date },
          ),
        ]
      : [],
  );

const period: Check = ({ campaign: { period, dispatch } }) => {
  const place = { path: "period" };
  if (period.to < period.from) return [issue("campaign_ends_before_start", place, period)];
  if (dispatch.date <= period.from) return [];
  const params = {
    quote: quotePeriod(period),
    dispatched: dispatch.date,
    starts: period.from,
    days: daysBetween(period.from, dispatch.date),
  };
  return [issue("dispatched_after_campaign_start", place, params)];
};

const links: Check = ({ campaign: { materials, rounds, linkHosts } }) => {
  const places = [
    ...materials.map(({ link }, index) => ({ link, path: `materials[${index}].link` })),
    ...rounds.flatMap(({ destination: { link } }, index) =>
      link === null ? [] : [{ link, path: `rounds[${index}].destination.link` }],
    ),
  ];
  return places.flatMap(({ link, path }) => {
    const host = hostOf(link);
    const allowed =
      linkHosts.length === 0 || linkHosts.some((one) => host === one || host.endsWith(`.${one}`));
    return allowed ? [] : [issue("link_host_not_allowed", { path }, { link, host, allowed: linkHosts })];
  });
};

const placeholders: Check = ({ campaign: { materials } }) =>
  materials.flatMap(({ link, placeholder }, index) =>
    placeholder ? [issue("material_link_placeholder", { path: `materials[${index}].link` }, { link })] : [],
  );

const unfilled: Check = ({ campaign }) =>
  placeholdersLeft(campaign).map(({ path, text }) => issue("campaign_placeholder_left", { path }, { text }));

const recipientGroups: Check = ({ campaign, directory }) => {
  const known = [...new Set(directory.units.flatMap(({ groups }) => groups))];
  const named = [
    ...campaign.recipients.flatMap(({ groups }, index) =>
      groups.map((group) => ({ group, path: `recipients[${index}].groups` })),
    ),
    ...campaign.tasks.flatMap(({ groups }, index) =>
      (groups ?? []).map((group) => ({ group, path: `tasks[${index}].groups` })),
    ),
    ...campaign.rounds.flatMap(({ groupDeadlines }, index) =>
      Object.keys(groupDeadlines).map((group) => ({ group, path: `rounds[${index}].groupDeadlines` })),
    ),
    ...campaign.report.fields.flatMap(({ groups }, index) =>
      (groups ?? []).map((group) => ({ group, path: `report.fields[${index}].groups` })),
    ),
  ];
  return named
    .filter(({ group }) => !known.includes(group))
    .map(({ group, path }) => issue("recipient_group_unknown", { path }, { group, known }));
};

const unitsInTwoGroups: Check = ({ campaign, directory, placeOfUnit }) => {
  const addressed = new Set(campaign.recipients.flatMap(({ groups }) => groups));
  return unitsAsOf(directory, campaign.dispatch.date).flatMap((unit) => {
    const groups = unit.groups.filter((group) => addressed.has(group));
    return groups.length > 1
      ? [issue("recipient_in_two_groups", placeOfUnit(unit.id, "groups"), { unit: unit.name, groups })]
      : [];
  });
};

const unitChanges: Check = ({ campaign, directory }) => {
  const { period, dispatch, rounds } = campaign;
  const first = period.from < dispatch.date ? period.from : dispatch.date;
  const last = [period.to, ...rounds.map(({ deadline }) => deadline.on)].reduce((a, b) => (a > b ? a : b));
  const name = (id: string) => {
    const unit = directory.units.find((one) => one.id === id);
    return unit?.shortName ?? unit?.name ?? id;
  };
  return directory.lineage
    .filter(({ on, from }) => on > first && on <= last && from.length > 0)
    .map(({ on, from, to, legalBasis }) =>
      issue(
        "units_change_during_campaign",
        { path: "recipients" },
        {
          before: from.map(name).join(" + "),
          after: to.map(({ unitId }) => name(unitId)).join(" + "),
          on,
          legalBasis,
          quote: quotePeriod(period),
        },
      ),
    );
};

const roundIds: Check = ({ campaign: { rounds } }) =>
  rounds.flatMap(({ id }, index) =>
    rounds.findIndex((one) => one.id === id) < index
      ? [issue("round_id_duplicate", { path: `rounds[${index}].id` }, { id })]
      : [],
  );

/** Whether any round still collects once the campaign is over; if not, the figures cannot cover it. */
const dueBeforeEnd: Check = ({ campaign: { rounds, period } }) => {
  const latest = rounds
    .map(({ deadline }, index) => ({ deadline, path: `rounds[${index}].deadline`, due: lastDay(deadline) }))
    .reduce((a, b) => (a.due > b.due ? a : b));
  if (latest.due >= period.to) return [];
  const params = { quote: latest.deadline.quote, due: latest.deadline.on, ends: period.to };
  return [issue("due_before_campaign_ends", { path: latest.path }, params)];
};

const excludedDays: Check = ({ campaign: { rounds }, calendar }) =>
  rounds.flatMap(({ deadline }, index) => {
    if (deadline.dayCounts) return [];
    const params = {
      quote: deadline.quote,
      on: deadline.on,
      weekday: weekday(deadline.on),
      lastDay: lastDay(deadline),
      lastWorkingDay: calendar && knownWorkingDayBefore(calendar, deadline.on),
    };
    return [issue("deadline_excludes_its_day", { path: `rounds[${index}].deadline` }, params)];
  });

const dataClosing: Check = ({ campaign: { rounds } }) =>
  rounds.flatMap(({ dataAsOf, title }, index) =>
    dataAsOf === null
      ? [issue("data_closing_not_stated", { path: `rounds[${index}].dataAsOf` }, { round: title })]
      : [],
  );

const roundDates: Check = ({ campaign: { rounds, dispatch }, calendar }) =>
  checkRounds(rounds, { issuedOn: dispatch.date, calendar });

const openReportLinks: Check = ({ campaign: { rounds } }) =>
  rounds.flatMap(({ destination: { kind, link, access } }, index) => {
    // `usp=sharing` says that the link came from “share”; only the owner can tell with whom.
    if (kind !== "googleSheet" || link === null || access === "named") return [];
    const place = { path: `rounds[${index}].destination.link` };
    return [issue("report_link_open", place, { link, sure: access === "anyone" })];
  });

const checks: readonly Check[] = [
  numbering,
  unfilled,
  issuer,
  basisDates,
  period,
  recipientGroups,
  unitsInTwoGroups,
  unitChanges,
  links,
  placeholders,
  roundIds,
  dueBeforeEnd,
  excludedDays,
  dataClosing,
  roundDates,
  openReportLinks,
];

/** The last day on which a report is on time. */
function lastDay(deadline: Deadline): CalendarDate {
  return dateOf(deadline.lastInstant, deadline.timeZone);
}

/** `null` in a year the calendar does not know: the checks of rounds say so. */
function knownWorkingDayBefore(calendar: WorkCalendar, date: CalendarDate): CalendarDate | null {
  try {
    return lastWorkingDayBefore(calendar, date);
  } catch (error) {
    if (error instanceof CalendarYearMissingError) return null;
    throw error;
  }
}

/** The period as the dispatch prints it. */
function quotePeriod({ from, to }: Campaign["period"]): string {
  const print = (date: CalendarDate) => date.split("-").reverse().join("/");
  return `Từ ngày ${print(from)} đến ngày ${print(to)}`;
}

function hostOf(link: string): string {
  return /^https?:\/\/([^/:?#]+)/i.exec(link)?.[1]?.toLowerCase() ?? "";
}
