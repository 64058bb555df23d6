import type { CalendarDate } from "../../time/calendar-date.ts";
import type { RecipientUnit } from "../recipient-unit.ts";
import type { How, ReadingKind, Resolution } from "./resolution.ts";
import type { ReadyDirectory } from "./ready-directory.ts";
import { presentUnits, type Candidate } from "./search.ts";

/** How many units are offered for choosing from. */
const mostOffered = 8;

const noKinds: readonly ReadingKind[] = [];

/** What candidates come to on a day: one unit, several, or none that was asked for. */
export function conclude(
  directory: ReadyDirectory,
  candidates: readonly Candidate[],
  asOf: CalendarDate | undefined,
  by: "exact" | "abbreviation" | "typo",
  kinds: readonly ReadingKind[] = noKinds,
  column?: "district" | "province",
): Resolution {
  const view = directory.at(asOf);
  const [first, ...more] = candidates;
  if (first && more.length === 0 && view.alive[first.bearer] === 1)
    return matched(directory, first.bearer, first, by, kinds, column);
  const present = presentUnits(directory, view, candidates);
  if (present.size === 1)
    for (const [unit, candidate] of present) return matched(directory, unit, candidate, by, kinds, column);
  const asked = [...present.keys()].some((unit) => directory.asked[unit] === 1);
  if (!asked) return { status: "unknown", nearest: [] };
  return { status: "ambiguous", candidates: offered(directory, [...present.keys()]) };
}

function matched(
  directory: ReadyDirectory,
  number: number,
  candidate: Candidate,
  by: "exact" | "abbreviation" | "typo",
  kinds: readonly ReadingKind[],
  column: "district" | "province" | undefined,
): Resolution {
  if (directory.asked[number] === 0) return { status: "unknown", nearest: [] };
  const unit = directory.units[number] as RecipientUnit;
  const bearer = directory.units[candidate.bearer] as RecipientUnit;
  const how: { -readonly [Key in keyof How]: How[Key] } = {
    by: by !== "exact" ? by : candidate.distance > 0 ? "unmarked" : candidate.alias ? "alias" : "exact",
    name: bearer.shortName ?? bearer.name,
  };
  if (candidate.bearer !== number) how.predecessor = bearer.name;
  if (column !== undefined) how.column = column;
  if (kinds.length > 0) how.readings = kinds;
  return { status: "matched", unit, how };
}

/** Units for a person to choose from, those that may be the answer only. */
export function offered(directory: ReadyDirectory, numbers: readonly number[]): RecipientUnit[] {
  const seen: number[] = [];
  for (const number of numbers) {
    if (seen.length === mostOffered) break;
    if (directory.asked[number] === 1 && !seen.includes(number)) seen.push(number);
  }
  return seen.map((number) => directory.units[number] as RecipientUnit);
}
