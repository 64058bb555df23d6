import {
  measuresOf,
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
  // Members of Zalo groups overlap: their sum is wanted all the same, and says that it is an estimate.
  const measures = measuresOf(campaign.report).map((one) =>
    one.field === "zaloMembers" ? { ...one, overUnits: "sum" as const, estimate: true } : one,
  );
  const figures = rollUp(campaign, directory, events, { at, by: "group", measures });
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
