import type { Obligation } from "../obligation/obligation.ts";
import { findUnit, type UnitDirectory } from "../recipient-unit/unit-directory.ts";
import { successorsOf } from "../recipient-unit/unit-path.ts";
import type { CalendarDate } from "../time/calendar-date.ts";

/**
 * The unit above the one that owes, as it was when the obligation was created: itself if it still
 * exists, else the one it went into. `null` when there is none, or when it became several.
 */
export function supervisorOf(
  directory: UnitDirectory,
  obligation: Obligation,
  hierarchy: string,
  date: CalendarDate,
): string | null {
  const parent = obligation.parents?.[hierarchy];
  if (parent === undefined || !findUnit(directory, parent)) return null;
  const [only, ...others] = successorsOf(directory, parent, date);
  return only && others.length === 0 ? only.id : null;
}
