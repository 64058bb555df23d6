import type { Entry } from "./column.ts";
import type { RespondentRounds } from "./respondent.ts";
import type { Coverage, Leaf } from "./figure.ts";

/** How much of what was asked of the members is in a figure. */
export function coverageOf(
  column: readonly Entry[],
  members: readonly number[],
  leaves: readonly Leaf[],
): Coverage {
  const coverage = {
    expected: 0,
    reported: 0,
    nil: 0,
    explained: 0,
    queried: 0,
    waived: 0,
    notApplicable: 0,
    estimated: partedUnits(leaves),
  };
  for (const member of members) {
    const entry = column[member] as Entry;
    if (entry.expected) coverage.expected += 1;
    if (entry.reported) coverage.reported += 1;
    if (entry.nil) coverage.nil += 1;
    if (entry.explained) coverage.explained += 1;
    if (entry.queried) coverage.queried += 1;
    if (entry.waived) coverage.waived += 1;
    if (entry.notApplicable) coverage.notApplicable += 1;
  }
  return coverage;
}

/** Units of which only a part counts; hardly ever any, so nothing is allocated to find none. */
function partedUnits(leaves: readonly Leaf[]): number {
  if (!leaves.some(isParted)) return 0;
  return new Set(leaves.filter(isParted).map(({ unitId }) => unitId)).size;
}

function isParted({ parted }: Leaf): boolean {
  return parted !== undefined;
}

/** Whether each respondent has a report that stands, as if the report as a whole were one field. */
export function reportEntries(respondents: readonly RespondentRounds[]): readonly Entry[] {
  return respondents.map(({ rounds }) => {
    const own = rounds.filter((round) => round !== null);
    const owing = own.filter(({ standing }) => standing === "expected");
    const expected = owing.length > 0;
    const complete = owing.filter((round) => round.complete);
    const reports = complete.flatMap((round) => round.reports.map(({ record }) => record));
    const reported = complete.length > 0;
    return {
      expected,
      reported,
      nil: reported && reports.every(({ report }) => report.nil),
      explained: reports.some(({ decisions }) => decisions.some(({ type }) => type === "query_explained")),
      queried: !reported && owing.some(({ queried }) => queried),
      waived: !expected && own.some(({ standing }) => standing === "waived"),
      notApplicable: false,
      leaves: [],
    };
  });
}
