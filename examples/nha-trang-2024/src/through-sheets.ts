import {
  createUnitResolver,
  dateOf,
  findUnit,
  readReturn,
  recordReturn,
  rollUp,
  transferObligations,
  type Answer,
  type CampaignEvent,
  type Instant,
  type ReportRecord,
  type RollUp,
} from "@chiendich/core";
import {
  applySheetPlan,
  createSheetsClient,
  describeTracker,
  openGoogleSheet,
  planNewTracker,
  type BoundTracker,
} from "@chiendich/google-sheets";
import { createLocalSheets, localToken } from "@chiendich/google-sheets/testing";
import { administrativeNames } from "@chiendich/vietnam";
import type { Plan } from "./plan.ts";

/** The office's account on the local server; no such address exists elsewhere. */
const office = "office@example.org";

export interface ThroughSheets {
  readonly figures: RollUp;
  /** Requests that created the sheet, and that read it. */
  readonly requests: { readonly create: number; readonly read: number };
}

/**
 * The same collection through one shared Google Sheet: the sheet is created on a local server, each
 * unit types into its own row what its report says, somebody sorts the rows and renames a heading,
 * and the sheet is read back.
 *
 * @param reports what the units answered, as read from their workbooks
 */
export async function throughSheets(
  { campaign, directory }: Plan,
  issued: readonly CampaignEvent[],
  reports: readonly ReportRecord[],
  { at, actor }: { readonly at: Instant; readonly actor: string },
): Promise<ThroughSheets> {
  const local = createLocalSheets();
  let requests = 0;
  const client = createSheetsClient({
    token: async () => localToken(office),
    fetch: local.fetch,
    // The server stands in this process and answers at once: nothing has to wait for a clock.
    clock: () => Date.parse(at),
    random: () => 0.5,
    onRequest: () => (requests += 1),
  });
  const [round] = campaign.rounds;
  const obligations = issued.flatMap((event) => (event.type === "campaign_issued" ? event.obligations : []));
  const units = obligations.flatMap(({ unitId }) => findUnit(directory, unitId) ?? []);
  const { value: tracker } = describeTracker({ campaign, roundId: round?.id ?? "", units, office: [office] });
  if (!tracker) throw new RangeError("the campaign's sheet cannot be described");
  const { spreadsheetId } = await applySheetPlan(client, planNewTracker(tracker));
  const create = requests;

  const empty = await openGoogleSheet(client, spreadsheetId, { tracker });
  if (!empty.bound) throw new RangeError("the campaign's sheet was not found in its own spreadsheet");
  await type(
    local.fetch,
    spreadsheetId,
    requestsOf(
      empty.bound,
      reports,
      campaign.report.fields.map(({ id }) => id),
    ),
  );

  const before = requests;
  const source = await openGoogleSheet(client, spreadsheetId, { tracker });
  const reading = await readReturn(source, {
    campaign,
    directory,
    resolver: createUnitResolver(directory, {
      asOf: dateOf(at, campaign.timeZone),
      elsewhere: await administrativeNames(),
    }),
    sha256: source.snapshotId,
    receivedAt: at,
  });
  const events = [...issued];
  events.push(
    ...transferObligations(campaign, directory, events, { on: dateOf(at, campaign.timeZone), at, actor }),
  );
  events.push(
    ...recordReturn(reading, events, {
      at,
      actor,
      receivedAt: at,
      evidence: "sheet",
      schema: campaign.report,
    }),
  );
  events.push(...explained(events, reports, { at, actor }));
  return {
    figures: rollUp(campaign, directory, events, { at, by: "group" }),
    requests: { create, read: requests - before },
  };
}

/**
 * The shared sheet has no column for explanations: the office takes them by telephone and accepts
 * the query with the words that stand in the unit's workbook.
 */
function explained(
  events: readonly CampaignEvent[],
  reports: readonly ReportRecord[],
  { at, actor }: { readonly at: Instant; readonly actor: string },
): readonly CampaignEvent[] {
  const queried = new Map(
    events.flatMap((event) =>
      event.type === "report_queried" ? [[event.report.unitId, event.report.id]] : [],
    ),
  );
  return reports.flatMap(({ report }) => {
    const reportId = queried.get(report.unitId);
    if (reportId === undefined) return [];
    return Object.entries(report.answers).flatMap(([field, { explanation }]) =>
      explanation === undefined
        ? []
        : [{ type: "query_explained" as const, at, actor, reportId, field, reason: explanation }],
    );
  });
}

/** What the units type, and what somebody does to the sheet meanwhile, as requests of the Sheets API. */
function requestsOf(
  { binding, sheetId }: BoundTracker,
  reports: readonly ReportRecord[],
  fieldIds: readonly string[],
): readonly object[] {
  const rowOf = new Map(Object.entries(binding.rows).map(([row, unitId]) => [unitId, Number(row)]));
  const columnOf = (wanted: string) =>
    Number(
      Object.entries(binding.columns).find(([, role]) =>
        wanted === "nil" ? role.role === "nil" : role.role === "field" && role.fieldId === wanted,
      )?.[0] ?? -1,
    );
  const put = (rowIndex: number, columnIndex: number, userEnteredValue: object) => ({
    updateCells: {
      start: { sheetId, rowIndex, columnIndex },
      rows: [{ values: [{ userEnteredValue }] }],
      fields: "userEnteredValue",
    },
  });
  const typed = reports.flatMap(({ report }) => {
    const row = rowOf.get(report.unitId);
    if (row === undefined) return [];
    if (report.nil) return [put(row, columnOf("nil"), { stringValue: "Không phát sinh" })];
    return fieldIds.flatMap((id) => {
      const answer = report.answers[id];
      const column = columnOf(id);
      const value = answer && column >= 0 ? entered(answer) : null;
      return value ? [put(row, column, value)] : [];
    });
  });
  const rename = put(binding.firstDataRow - 1, columnOf("participants"), {
    stringValue: "Số người dự (mới)",
  });
  const range = {
    sheetId,
    startRowIndex: binding.firstDataRow,
    endRowIndex: binding.firstDataRow + rowOf.size,
  };
  const sort = {
    sortRange: { range, sortSpecs: [{ dimensionIndex: columnOf("participants"), sortOrder: "DESCENDING" }] },
  };
  return [...typed, rename, sort];
}

/** An answer as somebody types it; a blank stays blank. */
function entered(answer: Answer): object | null {
  if (answer.state === "nil") return { stringValue: "KPS" };
  if (answer.state === "notApplicable") return { stringValue: "KAD" };
  if (answer.state !== "value") return null;
  const { value } = answer;
  if (typeof value === "number") return { numberValue: value };
  if (typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value)) return { numberValue: serialOf(value) };
  return { stringValue: Array.isArray(value) ? value.join("\n") : String(value) };
}

/** Days since 30/12/1899, as spreadsheets count. */
function serialOf(date: string): number {
  return (Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
}

async function type(
  fetch: (url: string, init: RequestInit) => Promise<Response>,
  id: string,
  requests: readonly object[],
) {
  const response = await fetch(`http://localhost/v4/spreadsheets/${id}:batchUpdate`, {
    method: "POST",
    headers: { authorization: `Bearer ${localToken(office)}` },
    body: JSON.stringify({ requests }),
  });
  if (!response.ok) throw new Error(`the local server refused what was typed: ${await response.text()}`);
}
