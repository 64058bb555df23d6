import type { sheets_v4 } from "@googleapis/sheets";
import { printA1 } from "./a1-notation.ts";
import { invalid } from "./api-error.ts";
import type { Batch } from "./requests/batch.ts";
import type { Route, RouteCall } from "./route.ts";
import { masked } from "./spreadsheet-methods.ts";
import { changeSpreadsheet, openSpreadsheet } from "./stored-spreadsheet.ts";
import {
  appendValues,
  clearValues,
  filteredRanges,
  locate,
  readValues,
  renderOptions,
  requireInputOption,
  totals,
  updateResponse,
  writeValues,
  type ReadBack,
} from "./values-methods.ts";

const base = "/v4/spreadsheets/(?<id>[\\w-]+)/values";
const path = (rest: string) => new RegExp(`^${base}${rest}$`, "s");
const oneRange = "/(?<range>.+?)";

/** `spreadsheets.values`: 10 methods. */
export const valuesRoutes: readonly Route[] = [
  {
    method: "GET",
    path: path(":batchGet"),
    changes: false,
    run(call) {
      const { state } = reader(call);
      const { options, dimension } = fromQuery(call.url);
      const ranges = call.url.searchParams.getAll("ranges");
      const valueRanges = ranges.map((text) => readValues(locate(text, state), state, options, dimension));
      return masked({ spreadsheetId: state.id, ...(valueRanges.length > 0 && { valueRanges }) }, call.url);
    },
  },
  {
    method: "POST",
    path: path(":batchGetByDataFilter"),
    changes: false,
    run(call) {
      const { state } = reader(call);
      const request = call.body as sheets_v4.Schema$BatchGetValuesByDataFilterRequest;
      const options = renderOptions(request.valueRenderOption, request.dateTimeRenderOption);
      const valueRanges = filteredRanges(request.dataFilters ?? [], state).map(({ filter, located }) => ({
        valueRange: readValues(located, state, options, request.majorDimension),
        dataFilters: [filter],
      }));
      return masked({ spreadsheetId: state.id, ...(valueRanges.length > 0 && { valueRanges }) }, call.url);
    },
  },
  {
    method: "POST",
    path: path(":batchUpdate"),
    changes: true,
    run: (call) =>
      writer(call, (batch, id) => {
        const request = call.body as sheets_v4.Schema$BatchUpdateValuesRequest;
        const option = requireInputOption(request.valueInputOption);
        const written = (request.data ?? []).map(({ range, values = [], majorDimension }) =>
          writeValues(locate(range ?? "", batch.state), values ?? [], option, majorDimension, batch),
        );
        return {
          spreadsheetId: id,
          ...totals(written),
          responses: written.map((one) => updateResponse(id, one, readBackOfBody(request, batch))),
        };
      }),
  },
  {
    method: "POST",
    path: path(":batchUpdateByDataFilter"),
    changes: true,
    run: (call) =>
      writer(call, (batch, id) => {
        const request = call.body as sheets_v4.Schema$BatchUpdateValuesByDataFilterRequest;
        const option = requireInputOption(request.valueInputOption);
        const written = (request.data ?? []).flatMap(({ dataFilter = {}, values = [], majorDimension }) =>
          filteredRanges([dataFilter], batch.state).map(({ located }) => ({
            dataFilter,
            one: writeValues(located, values ?? [], option, majorDimension, batch),
          })),
        );
        const responses = written.map(({ dataFilter, one }) => {
          const { spreadsheetId: _id, ...response } = updateResponse(id, one, readBackOfBody(request, batch));
          return { ...response, dataFilter };
        });
        return { spreadsheetId: id, ...totals(written.map(({ one }) => one)), responses };
      }),
  },
  {
    method: "POST",
    path: path(":batchClear"),
    changes: true,
    run: (call) =>
      writer(call, (batch, id) => {
        const { ranges = [] } = call.body as sheets_v4.Schema$BatchClearValuesRequest;
        const clearedRanges = (ranges ?? []).map((text) => clearValues(locate(text, batch.state), batch));
        return { spreadsheetId: id, clearedRanges };
      }),
  },
  {
    method: "POST",
    path: path(":batchClearByDataFilter"),
    changes: true,
    run: (call) =>
      writer(call, (batch, id) => {
        const { dataFilters = [] } = call.body as sheets_v4.Schema$BatchClearValuesByDataFilterRequest;
        const clearedRanges = filteredRanges(dataFilters, batch.state).map(({ located }) =>
          clearValues(located, batch),
        );
        return { spreadsheetId: id, clearedRanges };
      }),
  },
  {
    method: "POST",
    path: path(`${oneRange}:append`),
    changes: true,
    run: (call) =>
      writer(call, (batch, id) => {
        const option = requireInputOption(call.url.searchParams.get("valueInputOption"));
        const insert = call.url.searchParams.get("insertDataOption");
        const located = locate(rangeOf(call), batch.state);
        const { tableRange, written } = appendValues(
          located,
          call.body as sheets_v4.Schema$ValueRange,
          option,
          insert,
          batch,
        );
        return {
          spreadsheetId: id,
          ...(tableRange && { tableRange }),
          updates: updateResponse(id, written, readBackOfQuery(call.url, batch)),
        };
      }),
  },
  {
    method: "POST",
    path: path(`${oneRange}:clear`),
    changes: true,
    run: (call) =>
      writer(call, (batch, id) => ({
        spreadsheetId: id,
        clearedRange: clearValues(locate(rangeOf(call), batch.state), batch),
      })),
  },
  {
    method: "GET",
    path: path(oneRange),
    changes: false,
    run(call) {
      const { state } = reader(call);
      const { options, dimension } = fromQuery(call.url);
      return masked(readValues(locate(rangeOf(call), state), state, options, dimension), call.url);
    },
  },
  {
    method: "PUT",
    path: path(oneRange),
    changes: true,
    run: (call) =>
      writer(call, (batch, id) => {
        const { values = [], majorDimension, range } = call.body as sheets_v4.Schema$ValueRange;
        const option = requireInputOption(call.url.searchParams.get("valueInputOption"));
        const located = locate(rangeOf(call), batch.state);
        if (
          range &&
          printA1(located.sheet, located.range) !== printA1(...asPair(locate(range, batch.state)))
        ) {
          throw invalid(`Requested writing within range [${rangeOf(call)}], but the body names [${range}]`);
        }
        const written = writeValues(located, values ?? [], option, majorDimension, batch);
        return updateResponse(id, written, readBackOfQuery(call.url, batch));
      }),
  },
];

function readBackOfQuery({ searchParams }: URL, { state }: Batch): ReadBack | null {
  if (searchParams.get("includeValuesInResponse") !== "true") return null;
  const value = searchParams.get("responseValueRenderOption");
  const options = renderOptions(value, searchParams.get("responseDateTimeRenderOption"));
  return { state, options, dimension: "ROWS" };
}

function readBackOfBody(
  request: Pick<
    sheets_v4.Schema$BatchUpdateValuesRequest,
    "includeValuesInResponse" | "responseValueRenderOption" | "responseDateTimeRenderOption"
  >,
  { state }: Batch,
): ReadBack | null {
  if (!request.includeValuesInResponse) return null;
  const options = renderOptions(request.responseValueRenderOption, request.responseDateTimeRenderOption);
  return { state, options, dimension: "ROWS" };
}

const asPair = ({ sheet, range }: ReturnType<typeof locate>) => [sheet, range] as const;

function reader({ store, parts, caller }: RouteCall) {
  return openSpreadsheet(store, parts["id"], caller, "read");
}

function writer(call: RouteCall, change: (batch: Batch, id: string) => object): object {
  const stored = openSpreadsheet(call.store, call.parts["id"], call.caller, "write");
  const answer = changeSpreadsheet(stored, call.store, call.caller, (batch) =>
    change(batch, stored.state.id),
  );
  return masked(answer, call.url);
}

function rangeOf({ parts }: RouteCall): string {
  return parts["range"] ?? "";
}

function fromQuery({ searchParams }: URL) {
  return {
    options: renderOptions(searchParams.get("valueRenderOption"), searchParams.get("dateTimeRenderOption")),
    dimension: searchParams.get("majorDimension"),
  };
}
