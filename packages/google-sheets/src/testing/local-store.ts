import type { Sheet } from "@chiendich/core";
import type { Sharing } from "./access.ts";
import type { SortBehaviour } from "./requests/batch.ts";
import { emptySheet, type SpreadsheetState } from "./spreadsheet-state.ts";

/** Makes an .xlsx file of a spreadsheet's sheets. */
export type ExportWorkbook = (sheets: readonly Sheet[]) => Promise<Uint8Array<ArrayBuffer>>;

/** A spreadsheet of the local server and what is around it. */
export interface StoredSpreadsheet {
  state: SpreadsheetState;
  readonly sharing: Sharing;
  readonly appProperties: Readonly<Record<string, string>>;
  trashed: boolean;
}

/** What the routes share. */
export interface LocalStore {
  readonly spreadsheets: Map<string, StoredSpreadsheet>;
  /** Ids of Office files kept in Drive: the API does not open them. */
  readonly officeFiles: Set<string>;
  readonly sort: SortBehaviour;
  readonly exportWorkbook: ExportWorkbook | null;
  create(properties: {
    title: string;
    owner: string;
    appProperties?: Readonly<Record<string, string>>;
  }): StoredSpreadsheet;
}

export function createStore(
  sort: SortBehaviour = "metadataMoves",
  exportWorkbook: ExportWorkbook | null = null,
): LocalStore {
  const spreadsheets = new Map<string, StoredSpreadsheet>();
  return {
    spreadsheets,
    officeFiles: new Set(),
    sort,
    exportWorkbook,
    create({ title, owner, appProperties = {} }) {
      const id = makeId("local", spreadsheets.size);
      const state: SpreadsheetState = {
        id,
        title,
        locale: "en_US",
        timeZone: "Etc/GMT",
        sheets: [emptySheet(0, "Sheet1")],
        namedRanges: [],
        marks: [],
        nextId: 1_000_000_001,
      };
      const sharing: Sharing = { owner, writers: new Set(), readers: new Set(), anyone: "nothing" };
      const stored = { state, sharing, appProperties, trashed: false };
      spreadsheets.set(id, stored);
      return stored;
    },
  };
}

/** As long as a real id, and plainly not one. */
export function makeId(kind: string, index: number): string {
  return `${kind}-spreadsheet-${String(index + 1).padStart(44 - kind.length - 13, "0")}`;
}
