import { issue, type Issue } from "../issue/issue.ts";
import type { ReportRecord } from "../ledger/report-record.ts";
import type { Aggregator, Field, ReportSchema, Value } from "../report-schema/report-schema.ts";
import type { Answer } from "../report/report.ts";
import { aggregate, compareValues } from "./aggregate.ts";
import { compareDecimals } from "./decimal.ts";
import type { Leaf } from "./figure.ts";
import type { Measure } from "./measure.ts";
import type { CountedReport, Respondent, RespondentRounds } from "./respondent.ts";

/** What one measure finds at one respondent. */
export interface Entry {
  readonly expected: boolean;
  readonly reported: boolean;
  readonly nil: boolean;
  readonly explained: boolean;
  readonly queried: boolean;
  readonly waived: boolean;
  readonly notApplicable: boolean;
  readonly leaves: readonly Leaf[];
}

/** One entry per respondent, in their order. Issues of parts that do not fit their wholes are added to `issues`. */
export function collectColumn(
  measure: Measure,
  field: Field,
  schema: ReportSchema,
  respondents: readonly RespondentRounds[],
  issues: Issue[],
): readonly Entry[] {
  const fields = new Map(schema.fields.map((one) => [one.id, one]));
  return respondents.map(({ groups, rounds }) => {
    const asked = field.groups === undefined || field.groups.some((group) => groups.has(group));
    if (!asked) return notAsked;
    const [first] = rounds;
    if (first && rounds.length === 1) return entryOf(measure, field, fields, first, issues);
    const entries = rounds.flatMap((round) => (round ? entryOf(measure, field, fields, round, issues) : []));
    return entries.length === 1 ? (entries[0] as Entry) : overRounds(measure, field.kind, entries);
  });
}

const notAsked: Entry = {
  expected: false,
  reported: false,
  nil: false,
  explained: false,
  queried: false,
  waived: false,
  notApplicable: false,
  leaves: [],
};

function entryOf(
  measure: Measure,
  field: Field,
  fields: ReadonlyMap<string, Field>,
  respondent: Respondent,
  issues: Issue[],
): Entry {
  if (respondent.standing === "waived") return { ...notAsked, waived: true };
  const leaves: Leaf[] = [];
  let values = 0;
  let nils = 0;
  let notApplicables = 0;
  let explained = 0;
  for (const counted of respondent.reports) {
    const answer = answerOf(counted.record, field.id);
    if (answer.state === "missing") continue;
    if (answer.state === "notApplicable") {
      notApplicables += 1;
      continue;
    }
    if (answer.state === "value") {
      if (!fitsWhole(field, fields, counted.record, answer.value, issues)) continue;
      values += 1;
    } else {
      nils += 1;
    }
    if (answer.explanation !== undefined) explained += 1;
    const value = answer.state === "value" ? answer.value : nothing(measure.overUnits, field.kind);
    if (value !== null) leaves.push(leafOf(counted, field.id, answer, value));
  }
  const answered = values + nils > 0;
  const notApplicable = !answered && notApplicables > 0;
  const owes = respondent.standing === "expected";
  const reported = owes && answered && respondent.complete;
  return {
    expected: owes && !notApplicable,
    reported,
    nil: reported && values === 0,
    explained: reported && explained > 0,
    queried: owes && !reported && !notApplicable && respondent.queried,
    waived: false,
    notApplicable: owes && notApplicable,
    leaves,
  };
}

const missing: Answer = { state: "missing" };

/** In a nil report every field that was left blank is nil too. */
export function answerOf({ report }: Pick<ReportRecord, "report">, fieldId: string): Answer {
  const answer = Object.hasOwn(report.answers, fieldId) ? report.answers[fieldId] : undefined;
  if (!report.nil) return answer ?? missing;
  return answer && answer.state !== "missing" ? answer : { ...answer, state: "nil" };
}

/** What a nil answer puts into a figure: what adds nothing; `null` when it has no say at all. */
function nothing(aggregator: Aggregator, kind: Field["kind"]): Value | null {
  switch (aggregator) {
    case "sum":
      return kind === "amount" ? "0" : 0;
    case "ratio":
      return { numerator: 0, denominator: 0 };
    case "count":
      return false;
    case "union":
    case "list":
      return [];
    default:
      return null;
  }
}

/**
 * A “trong đó” value counts only where its whole is given and at least as large, so that in no scope
 * the part can exceed the whole. What is left out is an issue at the cell.
 */
function fitsWhole(
  field: Field,
  fields: ReadonlyMap<string, Field>,
  record: ReportRecord,
  value: Value,
  issues: Issue[],
): boolean {
  const whole = field.partOf === undefined ? undefined : fields.get(field.partOf);
  if (!whole || field.aggregator !== "sum" || whole.aggregator !== "sum") return true;
  const { report } = record;
  const place = {
    source: report.origin.source,
    sheet: report.origin.sheet,
    cell: report.answers[field.id]?.cell,
  };
  const params = { part: field.label.vi, whole: whole.label.vi, unit: report.unitId };
  const answer = answerOf(record, whole.id);
  if (answer.state === "missing" || answer.state === "notApplicable") {
    if (isZero(value)) return true;
    issues.push(issue("roll_up_part_without_whole", place, params));
    return false;
  }
  const limit = answer.state === "value" ? answer.value : 0;
  // A whole that is itself left out, as part of something smaller, takes its parts with it.
  if (compareDecimals(String(value), String(limit)) <= 0 && fitsWhole(whole, fields, record, limit, [])) {
    return true;
  }
  issues.push(issue("roll_up_part_exceeds_whole", place, params));
  return false;
}

const isZero = (value: Value) => Number(value) === 0;

function leafOf({ record, transfers }: CountedReport, fieldId: string, answer: Answer, value: Value): Leaf {
  const { report, decisions } = record;
  const own =
    decisions.length === 0
      ? []
      : decisions.filter(({ field }) => field === null || field === "*" || field === fieldId);
  return {
    unitId: report.unitId,
    reportId: report.id,
    value,
    nil: answer.state === "nil",
    dataAsOf: report.dataAsOf,
    receivedAt: record.receivedAt,
    source: report.origin.source,
    sha256: report.origin.sha256,
    sheet: report.origin.sheet,
    cell: answer.cell ?? null,
    decisions: own.length === 0 ? transfers : [...transfers, ...own.map((decision) => decision.eventId)],
  };
}

/** One entry from those of several rounds, the earliest round first. */
function overRounds(measure: Measure, kind: Field["kind"], rounds: readonly Entry[]): Entry {
  const any = (key: keyof Entry) => rounds.some((entry) => entry[key] === true);
  const expected = any("expected");
  const chosen = chooseRounds(measure, kind, rounds);
  const reported = chosen.length > 0 && chosen.every((entry) => entry.reported);
  return {
    expected,
    reported: expected && reported,
    nil: reported && chosen.every(({ nil }) => nil),
    explained: reported && chosen.some(({ explained }) => explained),
    queried: expected && !reported && any("queried"),
    waived: !expected && any("waived"),
    notApplicable: !expected && any("notApplicable"),
    leaves: chosen.flatMap(({ leaves }) => leaves),
  };
}

/** All rounds where they are put together as units are; otherwise the one that counts. */
function chooseRounds(
  { overRounds: how, overUnits }: Measure,
  kind: Field["kind"],
  rounds: readonly Entry[],
): readonly Entry[] {
  if (how === overUnits && how !== "latest") {
    return rounds.filter(({ expected, leaves }) => expected || leaves.length > 0);
  }
  const answered = rounds.filter(({ reported, leaves }) => reported || leaves.length > 0);
  const value = ({ leaves }: Entry) => aggregate(overUnits, kind, leaves);
  const chosen = answered.reduce<Entry | undefined>((best, entry) => {
    if (!best || how === "latest") return entry;
    const [a, b] = [value(best), value(entry)];
    if (a === null || b === null) return a === null ? entry : best;
    const compared = compareValues(kind, b, a);
    return (how === "max" ? compared > 0 : compared < 0) ? entry : best;
  }, undefined);
  return chosen ? [chosen] : [];
}
