import {
  dateOf,
  foldVietnamese,
  unitsAsOf,
  type CellPlace,
  type Issue,
  type NameDecision,
  type RecipientUnit,
} from "@chiendich/core";
import type { Collected } from "./collect-returns.ts";
import type { RunningCampaign } from "./command-context.ts";
import { unitResolvers } from "./unit-resolvers.ts";

/** A name in the returns of which nobody can say whose it is, with what a person chooses from. */
export interface OpenName {
  readonly text: string;
  readonly status: "ambiguous" | "unknown";
  readonly places: readonly CellPlace[];
  readonly candidates: readonly RecipientUnit[];
}

/** Whether the issue says of a name that nobody knows whose it is. */
export function isUnclearName(
  one: Issue,
): one is Extract<Issue, { readonly code: "report_unit_unknown" | "report_unit_ambiguous" }> {
  return one.code === "report_unit_unknown" || one.code === "report_unit_ambiguous";
}

/** The names still to be decided, in the order in which they were met. */
export async function openNames(
  { campaign, directory }: Pick<RunningCampaign, "campaign" | "directory">,
  collected: readonly Collected[],
  decisions: readonly NameDecision[],
): Promise<readonly OpenName[]> {
  const resolverOn = await unitResolvers(directory, decisions);
  const found = new Map<string, { -readonly [Key in keyof OpenName]: OpenName[Key] }>();
  for (const { receipt, issues } of collected) {
    const asOf = dateOf(receipt.receivedAt, campaign.timeZone);
    for (const one of issues) {
      if (!isUnclearName(one)) continue;
      // An id that a form carries is not a name anybody typed, and stands in no cell.
      if (!("cell" in one.place) || one.place.cell === undefined) continue;
      const { text } = one.params;
      const known = found.get(text);
      if (known) known.places = [...known.places, one.place];
      else {
        const resolution = resolverOn(asOf).resolve(text);
        if (resolution.status === "matched") continue;
        const candidates = resolution.status === "ambiguous" ? resolution.candidates : resolution.nearest;
        found.set(text, { text, status: resolution.status, places: [one.place], candidates });
      }
    }
  }
  return [...found.values()];
}

/** The units of the directory's newest state whose name holds the words, or whose id they are. */
export function unitsNamed(
  { campaign, directory }: Pick<RunningCampaign, "campaign" | "directory">,
  words: string,
): readonly RecipientUnit[] {
  const wanted = foldVietnamese(words);
  return unitsAsOf(directory, campaign.period.to).filter(
    ({ id, name, shortName, aliases }) =>
      id === words || [name, shortName ?? "", ...aliases].some((one) => foldVietnamese(one).includes(wanted)),
  );
}
