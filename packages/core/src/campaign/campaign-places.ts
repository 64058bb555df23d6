import type { Place } from "../issue/issue.ts";
import type { ParseCampaignOptions } from "./parse-campaign.ts";
import { isMapping } from "./preset.ts";
import { readYaml, type Path } from "./read-yaml.ts";

/** Where in its text a value of the campaign stands, by its path as findings name it: `rounds[0].deadline`. */
export type PlaceOfPath = (path: string) => Place;

/**
 * The lines and columns of a campaign's text, for findings that are made after it was read. A value
 * that stands only in the preset is placed there; one that stands nowhere, because it is a default,
 * at what encloses it.
 */
export function campaignPlaces(
  yaml: string,
  { source, preset }: Pick<ParseCampaignOptions, "source" | "preset">,
): PlaceOfPath {
  const own = readYaml(yaml, source).yaml;
  const name = isMapping(own?.data) ? own.data["extends"] : undefined;
  const text = typeof name === "string" ? (preset?.(name) ?? null) : null;
  const base = text === null ? null : readYaml(text, String(name)).yaml;
  return (path) => {
    const keys = keysOf(path);
    if (own?.has(keys) || !base?.has(keys)) return own?.locate(keys) ?? { source, path };
    return base.locate(keys);
  };
}

/** `rounds[0].deadline` → `["rounds", 0, "deadline"]`. */
function keysOf(path: string): Path {
  return path.split(/[.[\]]+/).flatMap((key) => (key === "" ? [] : /^\d+$/.test(key) ? Number(key) : key));
}
