import {
  diffRollUps,
  explainFigure,
  printExplanation,
  printValue,
  type Figure,
  type FigureChange,
  type Value,
  printFigureValue,
  printIssue,
  printPlace,
  printCsv,
  publishRollUp,
  rollUp,
  type CalendarDate,
  type CampaignEvent,
  type Instant,
  type Issue,
  type Reading,
  type RollUp,
  type Status,
} from "@chiendich/core";
import { renderDispatch, upwardReport } from "@chiendich/dispatch";
import { describeConsolidatedWorkbook, writeWorkbook } from "@chiendich/xlsx";
import type { Output } from "./output.ts";
import type { Plan } from "./plan.ts";

export interface ReportUp {
  readonly at: Instant;
  readonly actor: string;
  readonly status: Status;
  readonly readings: readonly Reading[];
  readonly issues: readonly Issue[];
}

/** Adds the figures up, publishes them, and writes what goes up: workbook, report, figures as data. */
export async function reportUp(
  { campaign, directory }: Plan,
  events: readonly CampaignEvent[],
  { at, actor, status, readings, issues }: ReportUp,
  output: Output,
): Promise<RollUp> {
  const figures = rollUp(campaign, directory, events, { at, by: "group" });
  const { published } = publishRollUp(figures, { id: "ket-qua-1", at, actor, campaign, directory, events });
  await output.write("roll-up.json", `${JSON.stringify(published, null, 2)}\n`);

  const all = [...issues, ...figures.issues];
  await output.write("loi-bao-cao.csv", issueRows(all));
  const workbook = describeConsolidatedWorkbook(campaign, directory, {
    status,
    rollUp: figures,
    issues: all,
    readings,
    published,
  });
  await output.write("tong-hop.xlsx", await writeWorkbook(workbook));

  const report = upwardReport(campaign, { status, rollUp: figures, directory, events });
  await output.write("bao-cao.docx", renderDispatch(report, { format: "docx" }));
  await output.write("bao-cao.html", renderDispatch(report, { format: "html" }));
  return figures;
}

/**
 * Why the figures are not those of the day after the deadline any more: each changed figure with its
 * causes, whose effects make up the change.
 */
export async function explainChanges(
  { campaign, directory }: Plan,
  events: readonly CampaignEvent[],
  { before, after }: { readonly before: Instant; readonly after: Instant },
  output: Output,
): Promise<readonly FigureChange[]> {
  const at = (instant: Instant) => rollUp(campaign, directory, events, { at: instant, by: "total" });
  const changes = diffRollUps(at(before), at(after), events, { timeZone: campaign.timeZone });
  const print = (value: Value | null) => (value === null ? "" : printValue(value, "vi"));
  const rows = changes.flatMap((change) =>
    change.causes.map(({ kind, unitId, effect, late }) => [
      change.id,
      print(change.before),
      print(change.after),
      kind,
      unitId,
      print(effect),
      late ? "late" : "",
    ]),
  );
  await output.write(
    "so-lieu-thay-doi.csv",
    printCsv(["figure", "before", "after", "cause", "unit", "effect", "timeliness"], rows),
  );
  return changes;
}

/** Where one figure comes from, down to the cells units typed. */
export async function explain(
  { directory }: Plan,
  events: readonly CampaignEvent[],
  figure: Figure,
  output: Output,
): Promise<readonly string[]> {
  const lines = printExplanation(explainFigure(figure, { directory, events }), "vi");
  await output.write(`nguon-${figure.field}.txt`, `${lines.join("\n")}\n`);
  return lines;
}

/** One line for each issue: code, place, and its sentence in both languages. */
export function issueRows(issues: readonly Issue[]): string {
  return printCsv(
    ["code", "severity", "place", "vi", "en"],
    issues.map((one) => [
      one.code,
      one.severity,
      printPlace(one.place, "vi"),
      printIssue(one, "vi"),
      printIssue(one, "en"),
    ]),
  );
}

/**
 * The same figures on the wards and communes of several days: rows differ, totals do not. What a
 * merged ward reported is shared out in equal parts where an older day wants its predecessors: a
 * convention, and each such row says so.
 */
export async function unitBases(
  { campaign, directory }: Plan,
  events: readonly CampaignEvent[],
  at: Instant,
  days: readonly CalendarDate[],
  output: Output,
): Promise<
  readonly {
    readonly day: CalendarDate;
    readonly units: number;
    readonly sum: number;
    readonly total: unknown;
  }[]
> {
  const wards = new Set(
    directory.units.filter(({ groups }) => groups.includes("UBND phường, xã")).map(({ id }) => `unit:${id}`),
  );
  const rows: string[][] = [];
  const summary = days.map((day) => {
    const figures = rollUp(campaign, directory, events, {
      at,
      by: "unit",
      basis: day,
      split: { kind: "equal" },
    });
    const scopes = figures.scopes.filter(({ id }) => wards.has(id));
    for (const { label, figures: own } of scopes) {
      const figure = own["participants"];
      const parted = figure?.leaves.some((leaf) => leaf.parted !== undefined) ?? false;
      rows.push([
        day,
        label,
        figure ? printFigureValue(figure, "vi") : "",
        parted ? "chia đều (ước tính)" : "",
      ]);
    }
    const sum = scopes.reduce(
      (total, { figures: own }) => total + Number(own["participants"]?.value ?? 0),
      0,
    );
    return { day, units: scopes.length, sum, total: figures.total["participants"]?.value };
  });
  await output.write("don-vi-theo-thoi-diem.csv", printCsv(["basis", "unit", "participants", "rule"], rows));
  return summary;
}
