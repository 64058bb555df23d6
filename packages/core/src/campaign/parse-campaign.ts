import { z } from "zod";
import { en, vi } from "zod/locales";
import { parseDeadline } from "../deadline/parse-deadline.ts";
import type { Deadline } from "../deadline/deadline.ts";
import { issue, type Issue, type Parsed, type PathPlace } from "../issue/issue.ts";
import { printIssue } from "../issue/print-issue.ts";
import { campaignInput, type CampaignInput } from "./campaign-input.ts";
import type { Campaign, Round } from "./campaign.ts";
import { extendPreset, isMapping } from "./preset.ts";
import { printPath, readYaml, type Path } from "./read-yaml.ts";

type Locate = (path: Path) => PathPlace;

export interface ParseCampaignOptions {
  /** What people call the text: its file name. */
  readonly source: string;
  /** The text of the preset named by `extends`; null when there is none of that name. */
  readonly preset?: (name: string) => string | null;
}

/**
 * Reads `campaign.yaml`. Never throws: everything that is wrong comes back at once, each with its
 * line and column. `value` is null when the text is not a campaign.
 */
export function parseCampaign(yaml: string, { source, preset }: ParseCampaignOptions): Parsed<Campaign> {
  const own = readYaml(yaml, source);
  if (!own.yaml) return { value: null, issues: own.issues };
  const { data, locate } = own.yaml;
  if (!isMapping(data) || !Object.hasOwn(data, "extends")) return normaliseCampaign(data, locate);

  const { extends: name, ...rest } = data;
  const text = typeof name === "string" ? (preset?.(name) ?? null) : null;
  if (typeof name !== "string" || text === null) {
    return {
      value: null,
      issues: [issue("campaign_preset_missing", locate(["extends"]), { name: String(name) })],
    };
  }
  const below = readYaml(text, name);
  if (!below.yaml) return { value: null, issues: below.issues };
  const base = below.yaml;
  const { locked = [], ...values } = isMapping(base.data) ? base.data : {};
  const extended = extendPreset(values, rest, Array.isArray(locked) ? locked.map(String) : []);
  if (extended.issues.length > 0) {
    const placed = extended.issues.map((one) => ({ ...one, place: locate(keysOf(one)) }) as Issue);
    return { value: null, issues: placed };
  }
  return normaliseCampaign(extended.value, (path) =>
    own.yaml?.has(path) ? locate(path) : base.locate(path),
  );
}

/**
 * The campaign of a TypeScript program: the same input and the same value as `campaign.yaml` gives.
 *
 * @throws {TypeError} with every problem, one a line, when the input is not a campaign
 */
export function defineCampaign(input: CampaignInput): Campaign {
  const { value, issues } = normaliseCampaign(input, (path) => ({ path: printPath(path) }));
  if (value) return value;
  throw new TypeError(issues.map((one) => printIssue(one, "en")).join("\n"));
}

/** The keys of an issue's path, for a path of names. */
function keysOf({ place }: Issue): Path {
  return "path" in place ? place.path.split(".") : [];
}

function normaliseCampaign(input: unknown, locate: Locate): Parsed<Campaign> {
  const parsed = campaignInput.safeParse(input, { error: vi().localeError });
  if (!parsed.success) return { value: null, issues: invalidValues(input, parsed.error, locate) };

  const issues: Issue[] = [];
  const { timeZone, dispatch, rounds, ...rest } = parsed.data;
  if (!isTimeZone(timeZone)) {
    return { value: null, issues: [issue("campaign_time_zone_unknown", locate(["timeZone"]), { timeZone })] };
  }
  /** The deadline its words set; its problems are reported at the place of the words. */
  const read = (words: string, path: Path): Deadline | null => {
    const { value, issues: found } = parseDeadline(words, { timeZone, issuedOn: dispatch.date });
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
