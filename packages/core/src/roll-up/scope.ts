import type { Campaign } from "../campaign/campaign.ts";
import type { RecipientUnit } from "../recipient-unit/recipient-unit.ts";
import type { RespondentRounds } from "./column.ts";

/** How figures are grouped. One parent per hierarchy and one group per obligation: nothing counts twice. */
export type RollUpBy = "total" | "group" | "unit" | { readonly parentIn: string };

/** Some units whose values become one row of figures. */
export interface Scope {
  /** `total`, `group:Trường học`, `unit:ubnd-p-vinh-hai`, `parent:phong-gddt`. */
  readonly id: string;
  /** Group, unit name, or parent's name; empty for the total and for those without a parent. */
  readonly label: string;
  /** The scope that holds this one, in a hierarchy of several levels; null at the top. */
  readonly within: string | null;
}

export interface ScopeMembers extends Scope {
  /** Indexes into the respondents. */
  readonly members: readonly number[];
}

export const totalScope: Scope = { id: "total", label: "", within: null };

/** The rows of a roll-up, in the order a reader expects: groups as the dispatch names them, units as the directory lists them. */
export function scopesOf(
  by: RollUpBy,
  campaign: Campaign,
  respondents: readonly RespondentRounds[],
  unit: (id: string) => RecipientUnit | undefined,
): readonly ScopeMembers[] {
  if (by === "total") return [];
  if (by === "group") return byGroup(campaign, respondents);
  if (by === "unit") {
    return respondents.map(({ unitId }, index) => ({
      id: `unit:${unitId}`,
      label: unit(unitId)?.shortName ?? unit(unitId)?.name ?? unitId,
      within: null,
      members: [index],
    }));
  }
  return byParent(by.parentIn, respondents, unit);
}

function byGroup(campaign: Campaign, respondents: readonly RespondentRounds[]): readonly ScopeMembers[] {
  const members = new Map<string, number[]>();
  for (const group of campaign.recipients.flatMap(({ groups }) => groups)) members.set(group, []);
  respondents.forEach(({ group }, index) => push(members, group, index));
  return [...members]
    .filter(([, indexes]) => indexes.length > 0)
    .map(([group, indexes]) => ({ id: `group:${group}`, label: group, within: null, members: indexes }));
}

/** A scope for every unit that is above a respondent, holding its own report and all below it. */
function byParent(
  hierarchy: string,
  respondents: readonly RespondentRounds[],
  unit: (id: string) => RecipientUnit | undefined,
): readonly ScopeMembers[] {
  const parentOf = (id: string) => unit(id)?.parents[hierarchy];
  const members = new Map<string, number[]>();
  const orphans: number[] = [];
  respondents.forEach(({ unitId }, index) => {
    for (const ancestor of ancestors(unitId, parentOf)) push(members, ancestor, index);
  });
  respondents.forEach(({ unitId }, index) => {
    // A parent's own report counts in its own row; who is neither above nor below anybody gets a common one.
    if (members.has(unitId)) push(members, unitId, index);
    else if (parentOf(unitId) === undefined) orphans.push(index);
  });
  const rows = [...members].map(([id, indexes]) => {
    const parent = parentOf(id);
    return {
      id: `parent:${id}`,
      label: unit(id)?.shortName ?? unit(id)?.name ?? id,
      within: parent === undefined ? null : `parent:${parent}`,
      members: indexes.sort((a, b) => a - b),
    };
  });
  return orphans.length === 0
    ? rows
    : [...rows, { id: "parent:", label: "", within: null, members: orphans }];
}

/** From the nearest up. A cycle (a finding of the directory) ends where it closes. */
function ancestors(unitId: string, parentOf: (id: string) => string | undefined): readonly string[] {
  const found: string[] = [];
  for (
    let id = parentOf(unitId);
    id !== undefined && id !== unitId && !found.includes(id);
    id = parentOf(id)
  ) {
    found.push(id);
  }
  return found;
}

function push(map: Map<string, number[]>, key: string, index: number): void {
  const list = map.get(key);
  if (list) list.push(index);
  else map.set(key, [index]);
}
