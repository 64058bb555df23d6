import { issue, type Issue, type Parsed } from "../issue/issue.ts";
import { printIssue } from "../issue/print-issue.ts";
import type { CampaignInput } from "./campaign-input.ts";
import type { Campaign } from "./campaign.ts";
import { normaliseCampaign, type NormaliseOptions } from "./normalise-campaign.ts";
import { extendPreset, isMapping } from "./preset.ts";
import { printPath, readYaml, type Path } from "./read-yaml.ts";

/** What reading a campaign needs besides its text. */
export interface ParseCampaignOptions extends NormaliseOptions {
  /** What people call the text: its file name. */
  readonly source: string;
  /** The text of the preset named by `extends`; null when there is none of that name. */
  readonly preset?: (name: string) => string | null;
}

/**
 * Reads `campaign.yaml`. Never throws: everything that is wrong comes back at once, each with its
 * line and column. `value` is null when the text is not a campaign.
 */
export function parseCampaign(
  yaml: string,
  { source, preset, ...options }: ParseCampaignOptions,
): Parsed<Campaign> {
  const own = readYaml(yaml, source);
  if (!own.yaml) return { value: null, issues: own.issues };
  const { data, locate } = own.yaml;
  if (!isMapping(data) || !Object.hasOwn(data, "extends")) return normaliseCampaign(data, locate, options);

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
  const nearest = (path: Path) => (own.yaml?.has(path) ? locate(path) : base.locate(path));
  return normaliseCampaign(extended.value, nearest, options);
}

/**
 * The campaign of a TypeScript program: the same input and the same value as `campaign.yaml` gives.
 *
 * @throws {TypeError} with every problem, one a line, when the input is not a campaign
 */
export function defineCampaign(input: CampaignInput, options: NormaliseOptions = {}): Campaign {
  const { value, issues } = normaliseCampaign(input, (path) => ({ path: printPath(path) }), options);
  if (value) return value;
  throw new TypeError(issues.map((one) => printIssue(one, "en")).join("\n"));
}

/** The keys of an issue's path, for a path of names. */
function keysOf({ place }: Issue): Path {
  return "path" in place ? place.path.split(".") : [];
}
