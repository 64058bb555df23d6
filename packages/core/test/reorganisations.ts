import type { LineageEvent, UnitDirectory } from "../src/index.ts";
import { unitDirectory } from "../src/index.ts";
import { unit } from "./rollout.ts";

/** Wards a and b, and what became of them on 05/11/2024. */

export function lineage(
  more: Partial<LineageEvent> & Pick<LineageEvent, "kind" | "from">,
  to: readonly string[],
): LineageEvent {
  return { on: "2024-11-05", legalBasis: "1196/NQ-UBTVQH15", to: to.map((unitId) => ({ unitId })), ...more };
}

export function directoryWith(events: readonly LineageEvent[], ids: readonly string[]): UnitDirectory {
  return unitDirectory(
    ids.map((id) => unit(id, "Phường")),
    events,
  );
}

export const merged = directoryWith([lineage({ kind: "merged", from: ["a", "b"] }, ["n"])], ["a", "b", "n"]);
export const absorbed = directoryWith([lineage({ kind: "absorbed", from: ["a", "b"] }, ["b"])], ["a", "b"]);
export const split = directoryWith([lineage({ kind: "split", from: ["a"] }, ["m", "n"])], ["a", "m", "n"]);
export const shrunk = directoryWith([lineage({ kind: "split", from: ["a"] }, ["a", "n"])], ["a", "n"]);
