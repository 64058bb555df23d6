import type { Campaign } from "../campaign/campaign.ts";
import type { PlacementReason } from "../recipient-unit/placement.ts";
import type { RecipientUnit } from "../recipient-unit/recipient-unit.ts";

/** How figures are grouped. One parent per hierarchy and one group per obligation: nothing counts twice. */
export type RollUpBy = "total" | "group" | "unit" | { readonly parentIn: string };

/** Some units whose values become one row of figures. */
export interface Scope {
  /**
   * `total`, `group:Trường học`, `unit:p-vinh-hai`, `parent:phong-gddt`, `parent:` for those without
   * a parent, `joint:…` for what no rule can part among several units of the basis.
   */
  readonly id: string;
  /** Group, or names of units; empty for the total and for those without a parent. */
  readonly label: string;
  /** The scope that holds this one, in a hierarchy of several levels; null at the top. */
  readonly within: string | null;
  /** Why it is not one unit's figure; absent when it is. */
  readonly reason?: PlacementReason | undefined;
}

export interface ScopeMembers extends Scope {
  /** Indexes into the subjects. */
  readonly members: readonly number[];
}

/** Who scopes are made of: a unit that owes a report, or a row of a unit basis. */
export interface Subject {
  /** One, unless `reason` says why there are several or none. */
  readonly unitIds: readonly string[];
  readonly reason?: PlacementReason | null;
  readonly group: string;
  /** Nearest parents, where they are known otherwise than by the directory. */
  readonly parents?: Readonly<Record<string, string>>;
}

type FindUnit = (id: string) => RecipientUnit | undefined;

export const totalScope: Scope = { id: "total", label: "", within: null };

/** The rows of a roll-up in the order of their readers: groups as the dispatch names them, units as the directory does. */
export function scopesOf(
  by: RollUpBy,
  campaign: Campaign,
  subjects: readonly Subject[],
  unit: FindUnit,
): readonly ScopeMembers[] {
  if (by === "total") return [];
  if (by === "group") return byGroup(campaign, subjects);
  if (by === "unit") return subjects.map((subject, index) => unitScope(subject, index, unit));
  return byParent(by.parentIn, subjects, unit);
}

function unitScope({ unitIds, reason }: Subject, index: number, unit: FindUnit): ScopeMembers {
  const label = unitIds.map((id) => nameOf(id, unit)).join(" + ");
  const common = { label, within: null, members: [index] };
  if (!reason) return { id: `unit:${unitIds[0]}`, ...common };
  return { id: `joint:${unitIds.join("+")}:${reason}`, ...common, reason };
}

function nameOf(id: string, unit: FindUnit): string {
  const found = unit(id);
  return found?.shortName ?? found?.name ?? id;
}

function byGroup(campaign: Campaign, subjects: readonly Subject[]): readonly ScopeMembers[] {
  const members = new Map<string, number[]>();
  for (const group of campaign.recipients.flatMap(({ groups }) => groups)) members.set(group, []);
  subjects.forEach(({ group }, index) => push(members, group, index));
  return [...members]
    .filter(([, indexes]) => indexes.length > 0)
    .map(([group, indexes]) => ({ id: `group:${group}`, label: group, within: null, members: indexes }));
}

/** A scope for every unit that is above a subject, holding its own report and all below it. */
function byParent(hierarchy: string, subjects: readonly Subject[], unit: FindUnit): readonly ScopeMembers[] {
  const parentOf = (id: string) => unit(id)?.parents[hierarchy];
  const members = new Map<string, number[]>();
  const ways = subjects.map(({ unitIds, parents }) => {
    const [id] = unitIds;
    // What several units share goes no higher than all of them do: to the row for those without a parent.
    if (id === undefined || unitIds.length > 1) return [];
    return ancestors(id, parents?.[hierarchy] ?? parentOf(id), parentOf);
  });
  ways.forEach((way, index) => way.forEach((ancestor) => push(members, ancestor, index)));
  const apart: number[] = [];
  subjects.forEach(({ unitIds }, index) => {
    const [id] = unitIds;
    // A parent's own report counts in its own row; who is neither above nor below anybody gets a common one.
    if (unitIds.length === 1 && id !== undefined && members.has(id)) push(members, id, index);
    else if (ways[index]?.length === 0) apart.push(index);
  });
  const rows = [...members].map(([id, indexes]): ScopeMembers => {
    const parent = parentOf(id);
    const within = parent === undefined ? null : `parent:${parent}`;
    return { id: `parent:${id}`, label: nameOf(id, unit), within, members: indexes.sort((a, b) => a - b) };
  });
  return apart.length === 0 ? rows : [...rows, { id: "parent:", label: "", within: null, members: apart }];
}

/** From the nearest up. A circle (a finding of the directory) ends where it closes. */
function ancestors(
  unitId: string,
  parent: string | undefined,
  parentOf: (id: string) => string | undefined,
): readonly string[] {
  const found: string[] = [];
  for (let id = parent; id !== undefined && id !== unitId && !found.includes(id); id = parentOf(id)) {
    found.push(id);
  }
  return found;
}

function push(map: Map<string, number[]>, key: string, index: number): void {
  const list = map.get(key);
  if (list) list.push(index);
  else map.set(key, [index]);
}
