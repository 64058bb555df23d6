import type { RecipientUnit } from "./recipient-unit.ts";

/** One pair of the closure: `descendant` stands `depth` steps below `ancestor`; `depth` is from 1. */
export interface ClosureRow {
  readonly ancestor: string;
  readonly descendant: string;
  readonly depth: number;
}

/** The units of one hierarchy (`administrative`, `sector` …), ready to be asked. */
export interface Hierarchy {
  readonly name: string;
  /** Units without a parent among the units, in their order. */
  readonly roots: readonly string[];
  /** Undefined for a root, and for a unit that is not there. */
  parentOf(unitId: string): string | undefined;
  /** In the order of the units. */
  childrenOf(unitId: string): readonly string[];
  /** From the parent up to the root. @throws {RangeError} when the parents form a circle */
  ancestorsOf(unitId: string): readonly string[];
  /** Everything below the unit, a unit before what is below it. @throws {RangeError} as above */
  descendantsOf(unitId: string): readonly string[];
  /** 0 for a root. @throws {RangeError} as above */
  levelOf(unitId: string): number;
  /** Every pair of ancestor and descendant: as many rows as the levels of all units add up to. */
  closure(): readonly ClosureRow[];
}

/** The hierarchy of that name among the given units, as of one day: pass `unitsAsOf(directory, date)`. */
export function hierarchyOf(units: readonly RecipientUnit[], name: string): Hierarchy {
  const ids = new Set(units.map(({ id }) => id));
  const parents = new Map<string, string>();
  const children = new Map<string, string[]>();
  for (const { id, parents: all } of units) {
    const parent = all[name];
    if (parent === undefined || !ids.has(parent)) continue;
    parents.set(id, parent);
    const siblings = children.get(parent);
    if (siblings) siblings.push(id);
    else children.set(parent, [id]);
  }
  const ancestorsOf = (unitId: string) => {
    const way: string[] = [];
    for (let at = parents.get(unitId); at !== undefined; at = parents.get(at)) {
      if (at === unitId || way.includes(at)) {
        throw new RangeError(`the hierarchy “${name}” has a circle at “${at}”`);
      }
      way.push(at);
    }
    return way;
  };
  const descendantsOf = (unitId: string): readonly string[] => {
    ancestorsOf(unitId); // a unit in a circle has itself among its descendants
    return (children.get(unitId) ?? []).flatMap((child) => [child, ...descendantsOf(child)]);
  };
  return {
    name,
    roots: units.filter(({ id }) => !parents.has(id)).map(({ id }) => id),
    parentOf: (unitId) => parents.get(unitId),
    childrenOf: (unitId) => children.get(unitId) ?? [],
    ancestorsOf,
    descendantsOf,
    levelOf: (unitId) => ancestorsOf(unitId).length,
    closure: () =>
      units.flatMap(({ id }) =>
        ancestorsOf(id).map((ancestor, index) => ({ ancestor, descendant: id, depth: index + 1 })),
      ),
  };
}
