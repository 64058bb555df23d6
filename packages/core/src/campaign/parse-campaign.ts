import { LineCounter, parseDocument, type Document } from "yaml";
import { z } from "zod";
import { en, vi } from "zod/locales";
import { parseDeadline } from "../deadline/parse-deadline.ts";
import type { Deadline } from "../deadline/deadline.ts";
import { issue, type Issue, type Parsed, type PathPlace } from "../issue/issue.ts";
import { printIssue } from "../issue/print-issue.ts";
import { campaignInput, type CampaignInput } from "./campaign-input.ts";
import type { Campaign, Round } from "./campaign.ts";

type Path = readonly PropertyKey[];
type Locate = (path: Path) => PathPlace;

/**
 * Reads `campaign.yaml`. Never throws: everything that is wrong comes back at once, each with its
 * line and column. `value` is null when the text is not a campaign.
 */
export function parseCampaign(yaml: string, { source }: { source: string }): Parsed<Campaign> {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false, strict: true });
  if (document.errors.length > 0) {
    const issues = document.errors.map((error) => {
      const at = lines.linePos(error.pos[0]);
      const place = { path: "", source, line: at.line, column: at.col };
      return issue("campaign_not_yaml", place, { message: error.message });
    });
    return { value: null, issues };
  }
  return normaliseCampaign(document.toJS({ maxAliasCount: 100 }), (path) =>
    locateIn(document, lines, source, path),
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

/** The place of a value in the text; of the nearest enclosing one when it is missing. */
function locateIn(document: Document, lines: LineCounter, source: string, path: Path): PathPlace {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true) as
      { range?: [number, number, number] } | undefined;
    if (!node?.range) continue;
    const at = lines.linePos(node.range[0]);
    return { path: printPath(path), source, line: at.line, column: at.col };
  }
  return { path: printPath(path), source };
}

/** `["rounds", 0, "deadline"]` → `rounds[0].deadline`. */
function printPath(path: Path): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === "number" ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key),
    "",
  );
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }));
  } catch {
    return false;
  }
}
