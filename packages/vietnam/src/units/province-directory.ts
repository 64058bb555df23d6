import type { UnitDirectory } from "@chiendich/core";
import { applyListChanges } from "./list-changes.ts";
import { applyReform } from "./reform-2025.ts";
import { readChanges, readLinks, readMergers, readUnits, type Region } from "./region.ts";
import { unitHistory } from "./unit-history.ts";

/** The list of October 2024. */
const firstEpoch = "2024-10";
const firstBasis = "Danh mục TCTK 10/2024";

/**
 * The administrative units of one province of today, and of the provinces it was made of, through
 * time: the state of October 2024, what changed in the lists up to March 2025, and the state from
 * 1 July 2025, with lineage. An id is the code and the epoch in which the unit came:
 * `vn-22366-2024-10` (phường Phước Tiến), `vn-22366-2024-11` (Tân Tiến), `vn-22366-2025-07` (Nha Trang).
 *
 * Units of October 2024 have no first day: the packs do not say since when they existed. A commune
 * that left the list ends without an event unless its successor is known; restating then says so.
 *
 * @param resolution on the communes of 2025, such as `1667/NQ-UBTVQH15`
 */
export function provinceDirectory(region: Region, resolution: string): UnitDirectory {
  const history = unitHistory();
  const before = readUnits(region.before);
  for (const line of before) history.add(line, firstEpoch, firstBasis);
  for (const { code, parent } of before) {
    history.get(code).parentId = parent === "" ? undefined : history.get(parent).id;
  }
  const changes = readChanges(region.changes);
  const mergers = readMergers(region.mergers);
  for (const day of new Set(changes.map(({ on }) => on))) {
    applyListChanges(
      history,
      day,
      changes.filter(({ on }) => on === day),
      mergers.filter(({ on }) => on === day),
    );
  }
  applyReform(history, readUnits(region.after), readLinks(region.links), resolution);
  return history.directory();
}
