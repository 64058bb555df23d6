import type { sheets_v4 } from "@googleapis/sheets";
import type { ProtectedRangeState, SheetState, SpreadsheetState } from "../spreadsheet-state.ts";
import type { Bounds } from "../spreadsheet-state.ts";

/** What a step of a batchUpdate works on: a copy of the spreadsheet, thrown away when a later step fails. */
export interface Batch {
  readonly state: SpreadsheetState;
  readonly mayEdit: (range: ProtectedRangeState) => boolean;
  /** @throws {ApiError} when somebody else's protected cell would be touched */
  readonly guard: (sheet: SheetState, bounds: Bounds) => void;
  readonly sort: SortBehaviour;
}

/**
 * Whether a row's metadata goes with it when the whole width of a table is sorted. Google documents
 * that metadata stays with what moves, and does not say whether sorting moves rows or only what is
 * written in them; whoever reads such sheets must be right in both cases.
 */
export type SortBehaviour = "metadataMoves" | "metadataStays";

/** The requests by name, as Google names them; each gives its part of the reply. */
export type RequestKind = Exclude<keyof sheets_v4.Schema$Request, symbol>;
export type RequestHandlers = {
  readonly [Kind in RequestKind]?: (
    request: NonNullable<sheets_v4.Schema$Request[Kind]>,
    batch: Batch,
  ) => sheets_v4.Schema$Response;
};

/** An id nobody has yet, counted up so that a run can be repeated. */
export function takeId(state: SpreadsheetState): number {
  return state.nextId++;
}
