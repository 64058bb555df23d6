import type { DeveloperMetadata, WireRequest } from "../api/wire.ts";
import { markOf } from "../read/raw-sheet.ts";
import { markKeys } from "./marks.ts";
import type { Placement } from "./place-tracker.ts";
import type { Tracker } from "./tracker.ts";

/** The requests that put each mark on its row, column or sheet and take it off any other. */
export function planMarks(placement: Placement, tracker: Tracker): WireRequest[] {
  const { raw, rowOf, columnOf, heads } = placement;
  const wantedRows = new Map([...rowOf].map(([unitId, row]) => [row, unitId]));
  const wantedColumns = new Map([...columnOf].map(([key, column]) => [column, key]));
  const wantedHeads = new Map([
    [heads.keys, "keys"],
    [heads.headings, "headings"],
  ]);
  const requests: WireRequest[] = [];
  const meaning = `report/${tracker.roundId}`;
  if (markOf(raw.marks, markKeys.sheet) !== meaning) {
    requests.push(create(markKeys.sheet, meaning, { sheetId: raw.id }));
  }
  // First off the wrong lines, then onto the right ones: never two of one mark.
  const lines = [
    { dimension: "ROWS", lines: raw.rowLines, key: markKeys.unit, wanted: wantedRows },
    { dimension: "ROWS", lines: raw.rowLines, key: markKeys.row, wanted: wantedHeads },
    { dimension: "COLUMNS", lines: raw.columnLines, key: markKeys.column, wanted: wantedColumns },
  ] as const;
  const known = new Set([...wantedRows.values(), ...wantedColumns.values(), ...wantedHeads.values()]);
  for (const { lines: all, key, wanted } of lines) {
    all.forEach((line, index) => {
      for (const mark of line.developerMetadata ?? []) {
        const stray = mark.metadataKey === key && mark.metadataValue !== wanted.get(index);
        // A line in doubt keeps its mark: it is evidence for whoever looks at it.
        if (stray && known.has(mark.metadataValue ?? "") && mark.metadataId !== undefined) {
          const dataFilter = { developerMetadataLookup: { metadataId: mark.metadataId } };
          requests.push({ deleteDeveloperMetadata: { dataFilter } });
        }
      }
    });
  }
  for (const { dimension, lines: all, key, wanted } of lines) {
    for (const [index, value] of wanted) {
      if (markOf(all[index]?.developerMetadata, key) === value) continue;
      const dimensionRange = { sheetId: raw.id, dimension, startIndex: index, endIndex: index + 1 };
      requests.push(create(key, value, { dimensionRange }));
    }
  }
  return requests;
}

export function create(
  metadataKey: string,
  metadataValue: string,
  location: NonNullable<DeveloperMetadata["location"]>,
): WireRequest {
  return {
    createDeveloperMetadata: {
      developerMetadata: { metadataKey, metadataValue, visibility: "DOCUMENT", location },
    },
  };
}
