import type { sheets_v4 } from "@googleapis/sheets";
import type { Caller } from "./access.ts";
import { denied, invalid, notFound } from "./api-error.ts";
import { parseA1 } from "./a1-notation.ts";
import { applyMask, asksFor, parseFieldMask, type Mask } from "./field-mask.ts";
import type { StoredSpreadsheet } from "./local-store.ts";
import { allMarks, describeMark, findMarks } from "./metadata.ts";
import { runRequests } from "./requests/batch-update.ts";
import { newSheet, readLocale, readTimeZone } from "./requests/sheet-requests.ts";
import type { Route, RouteCall } from "./route.ts";
import { boundsOf, readGridRange, sheetById } from "./sheet-range.ts";
import { viewProperties, viewSpreadsheet, type ViewOptions } from "./spreadsheet-view.ts";
import { changeSpreadsheet, openSpreadsheet, rangeRights } from "./stored-spreadsheet.ts";

/** `spreadsheets` and `spreadsheets.developerMetadata` and `spreadsheets.sheets`: 7 methods. */
export const spreadsheetRoutes: readonly Route[] = [
  {
    method: "POST",
    path: /^\/v4\/spreadsheets$/,
    changes: true,
    run({ store, caller, url, body }) {
      const wanted = body as sheets_v4.Schema$Spreadsheet;
      if (caller.email === null) throw denied();
      const { title, locale, timeZone } = wanted.properties ?? {};
      const stored = store.create({ title: title ?? "Untitled spreadsheet", owner: caller.email });
      if (locale) stored.state.locale = readLocale(locale);
      if (timeZone) stored.state.timeZone = readTimeZone(timeZone);
      if (wanted.sheets?.length) {
        stored.state.sheets = [];
        for (const { properties } of wanted.sheets)
          stored.state.sheets.push(newSheet(properties ?? {}, stored.state));
      }
      return masked(view(stored, caller, { mask: null, gridData: false, ranges: null }), url);
    },
  },
  {
    method: "GET",
    path: /^\/v4\/spreadsheets\/(?<id>[\w-]+)$/,
    changes: false,
    run(call) {
      const stored = open(call, "read");
      const fields = call.url.searchParams.get("fields");
      const mask = fields === null ? null : parseFieldMask(fields);
      // With a field mask, the mask alone decides (documented).
      const gridData =
        fields === null
          ? call.url.searchParams.get("includeGridData") === "true"
          : asksFor(mask, "sheets", "data");
      const texts = call.url.searchParams.getAll("ranges");
      const ranges = texts.map((text) => {
        const { sheet, range } = parseA1(text, stored.state);
        return { sheet, bounds: boundsOf(range, sheet) };
      });
      return masked(
        view(stored, call.caller, { mask, gridData, ranges: texts.length > 0 ? ranges : null }),
        call.url,
      );
    },
  },
  {
    method: "POST",
    path: /^\/v4\/spreadsheets\/(?<id>[\w-]+):getByDataFilter$/,
    changes: false,
    run(call) {
      const stored = open(call, "read");
      const { dataFilters = [], includeGridData } =
        call.body as sheets_v4.Schema$GetSpreadsheetByDataFilterRequest;
      const { state } = stored;
      const ranges = dataFilters.flatMap((filter) => {
        if (filter.developerMetadataLookup) {
          return findMarks(filter, state).flatMap(({ holder }) => {
            if (holder.kind === "SPREADSHEET") return [];
            const whole = boundsOf({ rows: null, columns: null }, holder.sheet);
            if (holder.kind === "SHEET") return [{ sheet: holder.sheet, bounds: whole }];
            const { index } = holder;
            const bounds =
              holder.kind === "ROW"
                ? { ...whole, startRow: index, endRow: index + 1 }
                : { ...whole, startColumn: index, endColumn: index + 1 };
            return [{ sheet: holder.sheet, bounds }];
          });
        }
        const located = filter.a1Range
          ? parseA1(filter.a1Range, state)
          : {
              sheet: sheetById(state, filter.gridRange?.sheetId),
              range: readGridRange(filter.gridRange ?? {}, sheetById(state, filter.gridRange?.sheetId)),
            };
        return [{ sheet: located.sheet, bounds: boundsOf(located.range, located.sheet) }];
      });
      const fields = call.url.searchParams.get("fields");
      const mask = fields === null ? null : parseFieldMask(fields);
      const gridData = fields === null ? (includeGridData ?? false) : asksFor(mask, "sheets", "data");
      return masked(view(stored, call.caller, { mask, gridData, ranges }), call.url);
    },
  },
  {
    method: "POST",
    path: /^\/v4\/spreadsheets\/(?<id>[\w-]+):batchUpdate$/,
    changes: true,
    run(call) {
      const stored = open(call, "write");
      const {
        requests = [],
        includeSpreadsheetInResponse,
        responseIncludeGridData,
      } = call.body as sheets_v4.Schema$BatchUpdateSpreadsheetRequest;
      const replies = changeSpreadsheet(stored, call.store, call.caller, (batch) =>
        runRequests(requests, batch),
      );
      const answer: sheets_v4.Schema$BatchUpdateSpreadsheetResponse = {
        spreadsheetId: stored.state.id,
        replies,
        ...(includeSpreadsheetInResponse && {
          updatedSpreadsheet: view(stored, call.caller, {
            mask: null,
            gridData: responseIncludeGridData ?? false,
            ranges: null,
          }),
        }),
      };
      return masked(answer, call.url);
    },
  },
  {
    method: "GET",
    path: /^\/v4\/spreadsheets\/(?<id>[\w-]+)\/developerMetadata\/(?<metadataId>\d+)$/,
    changes: false,
    run(call) {
      const { state } = open(call, "read");
      for (const held of allMarks(state)) {
        if (held.mark.id === Number(call.parts["metadataId"])) return masked(describeMark(held), call.url);
      }
      throw notFound();
    },
  },
  {
    method: "POST",
    path: /^\/v4\/spreadsheets\/(?<id>[\w-]+)\/developerMetadata:search$/,
    changes: false,
    run(call) {
      const { state } = open(call, "read");
      const { dataFilters = [] } = call.body as sheets_v4.Schema$SearchDeveloperMetadataRequest;
      const matched = dataFilters.flatMap((filter) =>
        findMarks(filter, state).map((held) => ({
          developerMetadata: describeMark(held),
          dataFilters: [filter],
        })),
      );
      return masked(matched.length > 0 ? { matchedDeveloperMetadata: matched } : {}, call.url);
    },
  },
  {
    method: "POST",
    path: /^\/v4\/spreadsheets\/(?<id>[\w-]+)\/sheets\/(?<sheetId>\d+):copyTo$/,
    changes: true,
    run(call) {
      const source = open(call, "read");
      const { destinationSpreadsheetId } = call.body as sheets_v4.Schema$CopySheetToAnotherSpreadsheetRequest;
      const target = openSpreadsheet(call.store, destinationSpreadsheetId ?? undefined, call.caller, "write");
      const sheet = sheetById(source.state, Number(call.parts["sheetId"]));
      return changeSpreadsheet(target, call.store, call.caller, ({ state }) => {
        const { rowCount, columnCount } = sheet;
        const copy = newSheet(
          { title: `Copy of ${sheet.title}`, gridProperties: { rowCount, columnCount } },
          state,
        );
        copy.rows = sheet.rows.map((row) => row && { ...row, marks: [] });
        copy.merges = [...sheet.merges];
        copy.conditionalFormats = [...sheet.conditionalFormats];
        state.sheets.push(copy);
        return viewProperties(copy, state.sheets.length - 1);
      });
    },
  },
];

function open({ store, parts, caller }: RouteCall, to: "read" | "write"): StoredSpreadsheet {
  return openSpreadsheet(store, parts["id"], caller, to);
}

function view(
  stored: StoredSpreadsheet,
  caller: Caller,
  options: Pick<ViewOptions, "mask" | "gridData" | "ranges">,
): sheets_v4.Schema$Spreadsheet {
  const url = `https://docs.google.com/spreadsheets/d/${stored.state.id}/edit`;
  return viewSpreadsheet(stored.state, { ...options, mayEdit: rangeRights(stored, caller), url });
}

/** Cuts an answer down to the `fields` asked for. @throws {ApiError} 400 for a mask that cannot be read */
export function masked(answer: object, url: URL): object {
  const fields = url.searchParams.get("fields");
  const mask: Mask | null = fields === null ? null : parseFieldMask(fields);
  if (fields !== null && fields.trim() === "") throw invalid("Request contains an invalid argument.");
  return applyMask(answer, mask) as object;
}
