import type { Campaign } from "../campaign/campaign.ts";
import { issue, type Issue } from "../issue/issue.ts";
import { hashOf } from "../ledger/content-hash.ts";
import type { Verifier } from "../ledger/checkpoint.ts";
import { findUnit, type UnitDirectory } from "../recipient-unit/unit-directory.ts";
import type { Field, Value } from "../report-schema/report-schema.ts";
import type { IgnoredCell, Reading } from "../report/reading.ts";
import type { Answer, Report } from "../report/report.ts";
import type { CalendarDate } from "../time/calendar-date.ts";
import { aggregate } from "./aggregate.ts";
import { isDecimal } from "./decimal.ts";
import type { Figure } from "./figure.ts";
import { isPackageSigned, parseReturnPackage, type ReturnPackage } from "./return-package.ts";

/** What stands for the sheet's name in reports that were read from a package. */
export const packageSheet = "Gói số liệu";

/**
 * Reads the package of the level below like any return: one report, every figure accounted for, all
 * that is wrong at once. A package whose figures do not add up, or whose signature is not right, is
 * rejected as a whole.
 *
 * @param text the package's JSON; `sha256` is of its bytes as they came
 */
export async function readReturnPackage(
  text: string,
  {
    campaign,
    directory,
    source,
    sha256,
    roundId = campaign.rounds[0]?.id ?? "",
    verifierOf,
  }: {
    readonly campaign: Campaign;
    readonly directory: UnitDirectory;
    readonly source: string;
    readonly sha256: string;
    /** The first round when absent. */
    readonly roundId?: string | undefined;
    /** Knows the keys of a unit, and of no other; for a unit without one, signatures are not checked, and an issue says so. */
    readonly verifierOf?: ((unitId: string) => Verifier | undefined) | undefined;
  },
): Promise<Reading> {
  const place = { source };
  const parsed = parseReturnPackage(text);
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    const message = first ? `${first.path.join(".")}: ${first.message}` : "JSON";
    return rejected(source, sha256, 0, [issue("package_not_readable", place, { message })], undefined);
  }
  const content = parsed.data;
  const identity = await identityIssues(content, directory, source, verifierOf?.(content.unitId));
  const unfit = content.figures
    .filter((figure) => !isConsistent(figure, campaign))
    .map(({ field }) => issue("package_figure_inconsistent", { source, cell: field }, { field }));
  const errors = [...identity, ...unfit].filter(({ severity }) => severity === "error");
  if (errors.length > 0) {
    return rejected(source, sha256, content.figures.length, [...identity, ...unfit], content.unitId);
  }
  const { answers, ignoredCells, issues: fieldIssues } = answersOf(content, campaign, source);
  const issues = [...identity, ...fieldIssues, ...coverageIssues(content, source)];
  const report: Report = {
    id: hashOf({ sha256, sheet: packageSheet }).slice(0, 24),
    campaignId: campaign.id,
    roundId,
    unitId: content.unitId,
    schemaVersion: campaign.report.version,
    submission: "normal",
    nil: content.coverage.reported > 0 && content.coverage.nil === content.coverage.reported,
    dataAsOf: earliest(content.figures),
    answers,
    origin: { source, sha256, sheet: packageSheet, identifiedBy: "form" },
  };
  return {
    source,
    sha256,
    verdicts: [{ sheet: packageSheet, issues, outcome: "accepted", report }],
    account: accountOf(content.figures.length, ignoredCells),
    issues,
  };
}

async function identityIssues(
  content: ReturnPackage,
  directory: UnitDirectory,
  source: string,
  verifier: Verifier | undefined,
): Promise<readonly Issue[]> {
  const place = { source };
  const unit = { unit: content.unitId };
  // Nobody's key can be asked of a unit that nobody knows.
  if (!findUnit(directory, content.unitId)) return [issue("package_unit_unknown", place, unit)];
  if (!verifier) return [issue("package_signature_unchecked", place, unit)];
  if (await isPackageSigned(content, verifier)) return [];
  return [issue("package_signature_invalid", place, unit)];
}

/** Whether the figure's leaves add up to it, as they did where it was made. */
function isConsistent({ aggregator, value, leaves, field: id }: Figure, campaign: Campaign): boolean {
  const field = campaign.report.fields.find((one) => one.id === id);
  if (!field || value === null) return true;
  try {
    return hashOf(aggregate(aggregator, field.kind, leaves)) === hashOf(value);
  } catch {
    return false;
  }
}

function answersOf(content: ReturnPackage, campaign: Campaign, source: string) {
  const answers: Record<string, Answer> = {};
  const ignoredCells: IgnoredCell[] = [];
  const issues: Issue[] = [];
  for (const figure of content.figures) {
    const field = campaign.report.fields.find(({ id }) => id === figure.field);
    const answer = field && answerOf(figure, field);
    if (answer) {
      answers[figure.field] = answer;
      continue;
    }
    ignoredCells.push({ sheet: packageSheet, cell: figure.field, reason: "unknownColumn" });
    issues.push(issue("package_field_unknown", { source, cell: figure.field }, { field: figure.field }));
  }
  return { answers, ignoredCells, issues };
}

/** The figure as this level's field takes it; `null` when it is of another kind, such as a count of texts. */
function answerOf({ value, coverage, field: cell }: Figure, field: Field): Answer | null {
  if (value === null) {
    const nil = coverage.reported > 0 && coverage.nil === coverage.reported;
    return { state: nil ? "nil" : "missing", cell };
  }
  const fitting = fit(value, field);
  return fitting === null ? null : { state: "value", value: fitting, cell, raw: JSON.stringify(value) };
}

function fit(value: Value, { kind }: Field): Value | null {
  switch (kind) {
    case "count":
      return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : null;
    case "amount":
      return typeof value === "string" && isDecimal(value) ? value : null;
    case "ratio":
      return typeof value === "object" && "numerator" in value ? value : null;
    case "links":
      return Array.isArray(value) ? value : null;
    case "flag":
      return typeof value === "boolean" ? value : null;
    case "text":
      // The texts of many units become one text of the unit above, each on its line.
      return Array.isArray(value) ? value.join("\n") : typeof value === "string" ? value : null;
    default:
      return typeof value === "string" ? value : null;
  }
}

function coverageIssues({ coverage }: ReturnPackage, source: string): readonly Issue[] {
  const { reported, expected } = coverage;
  return reported < expected ? [issue("package_incomplete", { source }, { reported, expected })] : [];
}

/** Figures stand at the earliest date any of them stands at: nothing later is sure to be in all of them. */
function earliest(figures: readonly Figure[]): CalendarDate | null {
  const dates = figures.flatMap(({ dataAsOf }) => dataAsOf?.earliest ?? []).sort();
  return dates[0] ?? null;
}

function accountOf(cells: number, ignoredCells: readonly IgnoredCell[]): Reading["account"] {
  return { cells, mapped: cells - ignoredCells.length, ignored: ignoredCells.length, ignoredCells };
}

function rejected(
  source: string,
  sha256: string,
  cells: number,
  issues: readonly Issue[],
  unitId: string | undefined,
): Reading {
  const ignoredCells = Array.from({ length: cells }, (_, index): IgnoredCell => {
    return { sheet: packageSheet, cell: String(index), reason: "rejectedRow" };
  });
  const verdict = { sheet: packageSheet, issues, outcome: "rejected", unitId } as const;
  return { source, sha256, verdicts: [verdict], account: accountOf(cells, ignoredCells), issues };
}
