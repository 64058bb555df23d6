import type { CallOptions } from "../client/http.ts";
import { appliedKey, type SheetsClient } from "../client/sheets-client.ts";
import type { PlannedBatch } from "./split-batches.ts";

/**
 * Sends the batches one after the other, those left out that were carried out before: the marker that
 * the spreadsheet bears tells how far an earlier application came. @throws {SheetsError}
 */
export async function applyBatches(
  client: SheetsClient,
  spreadsheetId: string,
  batches: readonly PlannedBatch[],
  options: CallOptions,
): Promise<void> {
  if (batches.length === 0) return;
  const fields = "developerMetadata(metadataId,metadataKey)";
  const { developerMetadata = [] } = await client.getSpreadsheet(spreadsheetId, { fields }, options);
  const borne = new Set(
    developerMetadata
      .filter(({ metadataKey }) => metadataKey === appliedKey)
      .map(({ metadataId }) => metadataId),
  );
  const done = batches.findLastIndex(({ marker }) => borne.has(marker)) + 1;
  for (const { requests, marker } of batches.slice(done)) {
    await client.batchUpdate(spreadsheetId, requests, marker, options);
  }
}
