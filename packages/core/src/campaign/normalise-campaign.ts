import type { z } from "zod";
import { en, vi } from "zod/locales";
import type { Deadline } from "../deadline/deadline.ts";
import { parseDeadline } from "../deadline/parse-deadline.ts";
import type { WorkCalendar } from "../deadline/work-calendar.ts";
import { issue, type Issue, type Parsed, type Place } from "../issue/issue.ts";
import { withBaseKinds, type FieldKinds } from "../report-schema/added-field-kind.ts";
import { campaignInput } from "./campaign-input.ts";
import type { Campaign, Round } from "./campaign.ts";
import { isMapping } from "./preset.ts";
import type { Path } from "./read-yaml.ts";

/** Where a value stands in what people wrote. */
export type Locate = (path: Path) => Place;

/** What is known besides what was written. */
export interface NormaliseOptions {
  /** For deadlines in working days, or in days from another. */
  readonly calendar?: WorkCalendar | undefined;
  /** Kinds of fields besides ours, by full name; none when absent. */
  readonly fieldKinds?: FieldKinds | undefined;
}

/** The campaign in data of any origin, every problem at its place. */
export function normaliseCampaign(
  written: unknown,
  locate: Locate,
  { calendar, fieldKinds = {} }: NormaliseOptions = {},
): Parsed<Campaign> {
  const { input, issues: unknownKinds } = withFieldKinds(written, fieldKinds, locate);
  if (unknownKinds.length > 0) return { value: null, issues: unknownKinds };
  const parsed = campaignInput.safeParse(input, { error: vi().localeError });
  if (!parsed.success) return { value: null, issues: invalidValues(input, parsed.error, locate) };

  const issues: Issue[] = [];
  const { timeZone, dispatch, rounds, ...rest } = parsed.data;
  if (!isTimeZone(timeZone)) {
    return { value: null, issues: [issue("campaign_time_zone_unknown", locate(["timeZone"]), { timeZone })] };
  }
  /** The deadline its words set; its problems are reported at the place of the words. */
  const read = (words: string, path: Path): Deadline | null => {
    const { value, issues: found } = parseDeadline(words, { timeZone, issuedOn: dispatch.date, calendar });
    issues.push(...found.map((one): Issue => ({ ...one, place: locate(path) })));
    return value;
  };
  const readRound = (round: (typeof rounds)[number], index: number): Round | null => {
    const at = (...path: Path): Path => ["rounds", index, ...path];
    const deadline = read(round.deadline, at("deadline"));
    const upwardDeadline =
      round.upwardDeadline === null ? null : read(round.upwardDeadline, at("upwardDeadline"));
    const groupDeadlines = Object.entries(round.groupDeadlines).map(
      ([group, words]) => [group, read(words, at("groupDeadlines", group))] as const,
    );
    const failed =
      !deadline || groupDeadlines.some(([, one]) => !one) || (round.upwardDeadline && !upwardDeadline);
    if (failed) return null;
    return {
      ...round,
      deadline,
      upwardDeadline,
      groupDeadlines: Object.fromEntries(groupDeadlines) as Record<string, Deadline>,
    };
  };
  const readRounds = rounds.map(readRound);
  if (readRounds.some((round) => round === null)) return { value: null, issues };
  return { value: { ...rest, timeZone, dispatch, rounds: readRounds as Round[] }, issues };
}

function withFieldKinds(written: unknown, kinds: FieldKinds, locate: Locate) {
  if (!isMapping(written)) return { input: written, issues: [] };
  const named = Array.isArray(written["plugins"]) ? written["plugins"].map(String) : [];
  const placeOf = (path: Path) => locate(["report", ...path]);
  const { report, issues } = withBaseKinds(written["report"], kinds, { plugins: named, placeOf });
  return { input: { ...written, report }, issues };
}

/** Every value that zod refused, with its sentence in both languages. */
function invalidValues(input: unknown, error: z.ZodError, locate: Locate): Issue[] {
  const english = campaignInput.safeParse(input, { error: en().localeError });
  const sentences = english.success ? [] : english.error.issues;
  return error.issues.map((one, index) =>
    issue("campaign_value_invalid", locate(one.path), {
      vi: one.message,
      en: sentences[index]?.message ?? one.message,
    }),
  );
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}
