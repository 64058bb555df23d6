import type { sheets_v4 } from "@googleapis/sheets";
import { ApiError, invalid } from "../api-error.ts";
import type { Batch, RequestHandlers, RequestKind } from "./batch.ts";
import { cellRequests } from "./cell-requests.ts";
import { dimensionRequests } from "./dimension-requests.ts";
import { metadataRequests } from "./metadata-requests.ts";
import { rangeRequests } from "./range-requests.ts";
import { sheetRequests } from "./sheet-requests.ts";
import { sortRequests } from "./sort-request.ts";

const handlers: RequestHandlers = {
  ...cellRequests,
  ...dimensionRequests,
  ...metadataRequests,
  ...rangeRequests,
  ...sheetRequests,
  ...sortRequests,
};

/** Names of the requests that the local server carries out. */
export const supportedRequests: readonly string[] = Object.keys(handlers);

/**
 * Carries out the steps on the batch's copy, in order, and gives the replies; the caller keeps the
 * copy only when none failed. @throws {ApiError} naming the step: `Invalid requests[3].addSheet: …`
 */
export function runRequests(
  requests: readonly sheets_v4.Schema$Request[],
  batch: Batch,
): sheets_v4.Schema$Response[] {
  if (requests.length === 0) throw invalid("Must specify at least one request.");
  return requests.map((request, index) => {
    const kinds = Object.keys(request) as RequestKind[];
    const [kind] = kinds;
    if (kind === undefined || kinds.length > 1) {
      throw invalid(`Invalid value at 'requests[${index}]' (oneof), exactly one kind must be set.`);
    }
    const run = handlers[kind] as ((request: unknown, batch: Batch) => sheets_v4.Schema$Response) | undefined;
    if (!run) {
      throw invalid(
        `Invalid JSON payload received. Unknown name "${kind}" at 'requests[${index}]': Cannot find field.`,
      );
    }
    try {
      return run(request[kind] ?? {}, batch);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      throw new ApiError(error.status, error.reason, `Invalid requests[${index}].${kind}: ${error.message}`);
    }
  });
}
