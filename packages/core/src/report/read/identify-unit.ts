import { issue, type Issue, type Place } from "../../issue/issue.ts";
import type { RecipientUnit } from "../../recipient-unit/recipient-unit.ts";
import { findUnit } from "../../recipient-unit/unit-directory.ts";
import { successorsOf } from "../../recipient-unit/unit-path.ts";
import type { Resolution } from "../../recipient-unit/resolver/resolution.ts";
import { dateOf } from "../../time/instant.ts";
import { foldVietnamese } from "../../vietnamese/fold.ts";
import type { ReportOrigin } from "../report.ts";
import type { Draft } from "./draft.ts";
import type { ReadReturnOptions } from "./return-context.ts";

export interface IdentifiedUnit {
  readonly unit: RecipientUnit | null;
  readonly by: ReportOrigin["identifiedBy"];
  readonly issues: readonly Issue[];
}

/** Names the file and its sheet bear, resolved once for the whole return. */
export interface NamesAround {
  readonly fileName: RecipientUnit | null;
  readonly sheetName: (sheet: string) => RecipientUnit | null;
}

/** Whose report it is: the form's own identity first, then a name, then the file's name; where they disagree it is told. */
export function identifyUnit(
  draft: Draft,
  source: string,
  options: ReadReturnOptions,
  around: NamesAround,
): IdentifiedUnit {
  const { claim } = draft;
  const place: Place = { source, sheet: draft.sheet, ...(claim.name && { cell: claim.name.cell }) };
  const resolution = claim.name ? resolve(claim.name.text, claim.group, options) : null;
  const bound = claim.unitId === undefined ? undefined : findUnit(options.directory, claim.unitId);
  const coded = bound || claim.code === undefined ? null : unitOfCode(claim.code.text, options);
  const whole = draft.row === undefined && draft.column === undefined;
  const fileUnit = whole ? around.fileName : null;
  if (bound)
    return {
      unit: bound,
      by: "form",
      issues: disagreements(bound, draft, resolution, fileUnit, place, options),
    };
  if (coded)
    return {
      unit: coded,
      by: "name",
      issues: disagreements(coded, draft, resolution, fileUnit, place, options),
    };
  if (resolution?.status === "matched") {
    const { unit, how } = resolution;
    const by = how.by === "decision" ? "decision" : "name";
    return { unit, by, issues: disagreements(unit, draft, null, fileUnit, place, options) };
  }
  if (claim.name && resolution)
    return { unit: null, by: "name", issues: [unresolved(claim.name.text, resolution, place)] };
  const sheetUnit = around.sheetName(draft.sheet);
  if (whole && sheetUnit) {
    return {
      unit: sheetUnit,
      by: "name",
      issues: disagreements(sheetUnit, draft, null, fileUnit, place, options),
    };
  }
  if (fileUnit) return { unit: fileUnit, by: "fileName", issues: [] };
  return { unit: null, by: "name", issues: [issue("report_unit_missing", rowPlace(draft, source), {})] };
}

/** The one unit with that id or code; codes are reused, so several units may bear it, and then it says nothing. */
function unitOfCode(text: string, { directory }: ReadReturnOptions): RecipientUnit | null {
  const found = findUnit(directory, text);
  if (found) return found;
  const bearers = directory.units.filter(({ codes }) => codes.some(({ code }) => code === text));
  return bearers.length === 1 ? (bearers[0] as RecipientUnit) : null;
}

function rowPlace(draft: Draft, source: string): Place {
  return { source, sheet: draft.sheet, ...(draft.row !== undefined && { cell: `A${draft.row + 1}` }) };
}

function resolve(text: string, group: string | undefined, { resolver }: ReadReturnOptions): Resolution {
  return resolver.resolve(text, group === undefined ? {} : { group });
}

function unresolved(text: string, resolution: Resolution, place: Place): Issue {
  if (resolution.status === "ambiguous") {
    return issue("report_unit_ambiguous", place, { text, candidates: resolution.candidates.map(nameOf) });
  }
  const nearest = resolution.status === "unknown" ? resolution.nearest.slice(0, 3).map(nameOf) : [];
  return issue("report_unit_unknown", place, { text, nearest });
}

function disagreements(
  used: RecipientUnit,
  { claim }: Draft,
  resolution: Resolution | null,
  fileUnit: RecipientUnit | null,
  place: Place,
  options: ReadReturnOptions,
): Issue[] {
  const issues: Issue[] = [];
  // Read after a merger, the name of what it was means what it became: no contradiction.
  const same = (other: RecipientUnit) => other.id === used.id || becameIn(options, used, other);
  const say = (other: string, where: "name" | "fileName") =>
    issues.push(issue("report_unit_disagreement", place, { used: nameOf(used), other, where }));
  // The form prints the name of its own unit; a former unit's name would resolve to its successor.
  if (claim.name && resolution && !isNameOf(used, claim.name.text)) {
    if (resolution.status !== "matched") say(claim.name.text, "name");
    else if (!same(resolution.unit)) say(nameOf(resolution.unit), "name");
  }
  if (fileUnit && !same(fileUnit)) say(nameOf(fileUnit), "fileName");
  return issues;
}

/** Whether the unit had become the other one by the day the return came. */
function becameIn(
  { directory, campaign, receivedAt }: ReadReturnOptions,
  unit: RecipientUnit,
  other: RecipientUnit,
): boolean {
  const day = dateOf(receivedAt, campaign.timeZone);
  return successorsOf(directory, unit.id, day).some(({ id }) => id === other.id);
}

function isNameOf(unit: RecipientUnit, text: string): boolean {
  const folded = foldVietnamese(text.normalize("NFC")).trim();
  return [unit.name, unit.shortName ?? "", ...unit.aliases].some((name) => foldVietnamese(name) === folded);
}

const nameOf = (unit: RecipientUnit) => unit.shortName ?? unit.name;

/** Resolves the names around the reports: of the file, and of the sheets. */
export function namesAround(source: string, options: ReadReturnOptions): NamesAround {
  const sheets = new Map<string, RecipientUnit | null>();
  return {
    fileName: unitInName(source.replace(/\.[A-Za-z0-9]{1,5}$/u, ""), options),
    sheetName: (sheet) => {
      const known = sheets.get(sheet);
      if (known !== undefined) return known;
      const found = options.resolver.resolve(sheet);
      const unit = found.status === "matched" ? found.unit : null;
      sheets.set(sheet, unit);
      return unit;
    },
  };
}

/** The one unit that the longest run of words of a file's name means: `BC phuong Vinh Hai (2)`. */
function unitInName(name: string, { resolver, campaign }: ReadReturnOptions): RecipientUnit | null {
  const words = name
    .normalize("NFC")
    .replace(/[_\-.,()[\]]+/gu, " ")
    .split(/\s+/u)
    .filter(Boolean)
    .slice(0, 16);
  for (let length = words.length; length >= 2; length -= 1) {
    const found = new Map<string, RecipientUnit>();
    for (let start = 0; start + length <= words.length; start += 1) {
      const resolution = resolver.resolve(words.slice(start, start + length).join(" "));
      if (resolution.status === "matched") found.set(resolution.unit.id, resolution.unit);
    }
    found.delete(campaign.dispatch.issuer.unitId ?? "");
    if (found.size > 0) return found.size === 1 ? ([...found.values()][0] as RecipientUnit) : null;
  }
  return null;
}
