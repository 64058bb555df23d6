import type { SheetSink, WorkbookDescription } from "@chiendich/core";
import type { CallOptions } from "../client/http.ts";
import type { SheetsClient } from "../client/sheets-client.ts";
import { printSheetLink } from "../link/sheet-link.ts";
import { sha256 } from "../read/snapshot-id.ts";
import { applyBatches } from "../tracker/apply-batches.ts";
import { splitBatches } from "../tracker/split-batches.ts";
import type { AppliedPlan } from "../tracker/plan-tracker.ts";
import { workbookRequests } from "./workbook-requests.ts";

export interface GoogleSheetsSinkOptions extends CallOptions {
  /** Google accounts that may change protected cells. */
  readonly editors?: readonly string[];
  /** IANA name; dates and the spreadsheet's clock follow it. */
  readonly timeZone: string;
}

/**
 * Writes a workbook as a new spreadsheet. The same description written again gives the spreadsheet of
 * the first time, untouched by what people did to it since: a repetition after a failure makes no
 * second one. Pictures are left out: the API puts none into cells from bytes.
 */
export function googleSheetsSink(
  client: SheetsClient,
  options: GoogleSheetsSinkOptions,
): SheetSink<AppliedPlan> {
  const { editors = [], timeZone, ...call } = options;
  return {
    capabilities: { pictures: false, protection: true, validations: true },
    async write(workbook: WorkbookDescription): Promise<AppliedPlan> {
      const requests = workbookRequests(workbook, { editors, timeZone });
      const marker = (await sha256(JSON.stringify(requests))).slice(0, 32);
      const spreadsheetId = await client.createSpreadsheet(
        workbook.title || "Bảng tính",
        `workbook/${marker}`,
        call,
      );
      await applyBatches(client, spreadsheetId, splitBatches(requests, []), call);
      return { spreadsheetId, link: printSheetLink({ spreadsheetId }) };
    },
  };
}
