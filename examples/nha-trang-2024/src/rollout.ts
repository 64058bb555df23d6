import {
  acceptedReports,
  printCsv,
  type CampaignEvent,
  type FigureChange,
  type Issue,
  type ReportRecord,
  type RollUp,
  type Status,
} from "@chiendich/core";
import { remind, statuses } from "./chase.ts";
import { collect, type Account } from "./collect.ts";
import { outputFolder } from "./output.ts";
import { readPlan, type Plan } from "./plan.ts";
import { explain, explainChanges, issueRows, reportUp, unitBases } from "./report-up.ts";
import { send } from "./send.ts";

/** When things happen in this rollout. The letter went out on its date; the rest follows from its deadline. */
export const moments = {
  issued: "2024-10-29T16:00:00+07:00",
  reminded: "2024-11-08T08:00:00+07:00",
  status: ["2024-11-06T17:00:00+07:00", "2024-11-09T23:59:59+07:00", "2024-11-12T08:00:00+07:00"],
  // The day after the deadline the figures were first looked at; one more return came after that.
  firstReported: "2024-11-10T08:00:00+07:00",
  reported: "2024-11-12T08:00:00+07:00",
  bases: ["2024-10-29", "2024-11-02", "2025-07-01"],
} as const;

export const actor = "phong-vhtt";

export interface Rollout {
  readonly plan: Plan;
  readonly obligations: number;
  readonly account: Account;
  readonly unreadable: readonly Issue[];
  readonly statuses: readonly Status[];
  readonly reminders: number;
  readonly figures: RollUp;
  readonly bases: Awaited<ReturnType<typeof unitBases>>;
  /** Where the figure for attendances comes from, line by line. */
  readonly explanation: readonly string[];
  /** What changed since the day after the deadline. */
  readonly changes: readonly FigureChange[];
  readonly issued: readonly CampaignEvent[];
  readonly reports: readonly ReportRecord[];
  readonly files: number;
}

/** Told when a stage begins; the caller keeps the time. */
export type OnStage = (name: string) => void;

/** The whole rollout, from `campaign.yaml` to the upward report, written into `out`. */
export async function rollout(folder: URL, out: URL, onStage: OnStage = () => {}): Promise<Rollout> {
  onStage("đọc và kiểm tra cấu hình · read and check the plan");
  const plan = await readPlan(folder);
  const output = await outputFolder(out);
  await output.write("phat-hien.csv", issueRows(plan.findings));

  onStage("phát hành: công văn, biểu mẫu · issue: dispatch and forms");
  const issued = await send(plan, { at: moments.issued, actor }, output);
  const obligations = issued.flatMap((event) => (event.type === "campaign_issued" ? event.obligations : []));
  await output.write(
    "nghia-vu.csv",
    printCsv(
      ["obligation", "unit", "group", "deadline", "last_instant"],
      obligations.map(({ id, unitId, group, deadline }) => [
        id,
        unitId,
        group,
        deadline.quote,
        deadline.lastInstant,
      ]),
    ),
  );

  onStage("đọc báo cáo gửi về · read the returns");
  const collected = await collect(plan, issued, new URL("returns/", folder), actor);

  const { events, readings, issues, account, unreadable } = collected;
  onStage("tình trạng, đôn đốc · status and reminders");
  const known = await statuses(plan, events, moments.status, output);
  const reminders = await remind(plan, events, moments.reminded, output);

  onStage("tổng hợp, báo cáo cấp trên · roll up and report");
  const status = known.at(-1) as Status;
  const figures = await reportUp(
    plan,
    events,
    { at: moments.reported, actor, status, readings, issues },
    output,
  );
  const bases = await unitBases(plan, events, moments.reported, moments.bases, output);

  const participants = figures.total["participants"];
  const explanation = participants ? await explain(plan, events, participants, output) : [];
  const instants = { before: moments.firstReported, after: moments.reported };
  const changes = await explainChanges(plan, events, instants, output);

  const files = output.count();
  await output.write("SHA256SUMS", output.hashes());
  return {
    plan,
    obligations: obligations.length,
    account,
    unreadable,
    statuses: known,
    reminders,
    figures,
    bases,
    explanation,
    changes,
    issued,
    reports: acceptedReports(events, { at: moments.reported }),
    files,
  };
}
