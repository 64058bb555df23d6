import { createUnitResolver, readReturn, unitDirectory } from "@chiendich/core";
import type { sheets_v4 } from "@googleapis/sheets";
import { describe, expect, it } from "vitest";
import {
  applySheetPlan,
  openGoogleSheet,
  planNewTracker,
  watchSheet,
  type WatchState,
} from "../src/index.ts";
import { createLocalSheets, localToken } from "../src/testing/index.ts";
import { campaign, clientOf, office, someUnits, trackerOf } from "./fixtures.ts";

const tracker = trackerOf(4);
const times = [
  "2024-11-05T08:00:00+07:00",
  "2024-11-08T08:00:00+07:00",
  "2024-11-09T20:00:00+07:00",
  "2024-11-10T08:00:00+07:00",
] as const;
const deadline = "2024-11-09T23:59:59.999+07:00";

async function watched() {
  const local = createLocalSheets();
  const { client } = clientOf(local);
  const { spreadsheetId } = await applySheetPlan(client, planNewTracker(tracker));
  const send = (...requests: sheets_v4.Schema$Request[]) =>
    local.fetch(`http://localhost/v4/spreadsheets/${spreadsheetId}:batchUpdate`, {
      method: "POST",
      headers: { authorization: `Bearer ${localToken(office)}` },
      body: JSON.stringify({ requests }),
    });
  const type = (unit: number, ...numbers: (number | null)[]) =>
    send({
      updateCells: {
        start: { sheetId: tracker.sheet.id, rowIndex: 3 + unit, columnIndex: 4 },
        rows: [
          {
            values: numbers.map((numberValue) =>
              numberValue === null ? {} : { userEnteredValue: { numberValue } },
            ),
          },
        ],
        fields: "userEnteredValue",
      },
    });
  const pull = async (before: WatchState | null, at: string) => {
    const source = await openGoogleSheet(client, spreadsheetId, { tracker });
    // What is kept between pulls is a file: it must survive JSON.
    const kept = before && (JSON.parse(JSON.stringify(before)) as WatchState);
    return watchSheet(source, kept, at, () => deadline);
  };
  return { send, type, pull };
}

describe("repeated pulls of a shared sheet", () => {
  it("tell when each row was first seen and when it changed, and nothing about rows that did not", async () => {
    const { type, pull } = await watched();
    const empty = await pull(null, times[0]);
    expect(empty).toMatchObject({ changes: [], changed: null, issues: [] });
    await type(2, 5, 50);
    const first = await pull(empty.state, times[1]);
    expect(first.changes).toEqual([
      { unitId: "don-vi-2", row: 5, kind: "first", after: times[0], by: times[1] },
    ]);
    const still = await pull(first.state, times[2]);
    expect(still).toMatchObject({ changes: [], changed: null });
    expect(still.state.snapshotId).toBe(first.state.snapshotId);
    await type(2, 6, 60);
    const second = await pull(first.state, times[2]);
    expect(second.changes).toMatchObject([{ kind: "changed", after: times[1], by: times[2] }]);
    expect(second.state.rows["don-vi-2"]).toMatchObject({ firstSeenAt: times[1], changedAt: times[2] });
    await type(2, null, null);
    expect((await pull(second.state, times[2])).changes).toMatchObject([{ kind: "cleared" }]);
  });

  it("hand on only the rows that changed, to be read as a return", async () => {
    const { type, pull } = await watched();
    await type(1, 1, 10);
    await type(2, 2, 20);
    const first = await pull(null, times[0]);
    await type(3, 3, 30);
    const { changed } = await pull(first.state, times[1]);
    if (!changed) throw new Error("nothing changed");
    const units = unitDirectory(someUnits(4));
    const reading = await readReturn(changed, {
      campaign,
      directory: units,
      resolver: createUnitResolver(units, {}),
      sha256: "0".repeat(64),
      receivedAt: times[1],
    });
    expect(reading.verdicts).toMatchObject([{ outcome: "accepted", row: 6, report: { unitId: "don-vi-3" } }]);
    expect(reading.issues.filter(({ severity }) => severity !== "info")).toEqual([]);
  });

  it("are not fooled by rows that only moved", async () => {
    const { send, type, pull } = await watched();
    for (const unit of [1, 2, 3, 4]) await type(unit, unit, unit * 10);
    const before = await pull(null, times[0]);
    await send({
      sortRange: {
        range: { sheetId: tracker.sheet.id, startRowIndex: 4 },
        sortSpecs: [{ dimensionIndex: 4, sortOrder: "DESCENDING" }],
      },
    });
    expect(await pull(before.state, times[1])).toMatchObject({ changes: [], issues: [] });
  });

  it("ask about a change with the deadline between two pulls", async () => {
    const { type, pull } = await watched();
    const before = await pull(null, times[2]);
    await type(1, 1, 10);
    const { issues } = await pull(before.state, times[3]);
    expect(issues).toMatchObject([
      {
        code: "sheets_change_spans_deadline",
        params: { unit: "UBND phường số 1", after: times[2], by: times[3] },
      },
    ]);
  });

  it("ask about values that changed places: part of the table may have been sorted", async () => {
    const { send, type, pull } = await watched();
    for (const unit of [1, 2, 3, 4]) await type(unit, unit, unit * 10);
    const before = await pull(null, times[0]);
    await send({
      sortRange: {
        range: { sheetId: tracker.sheet.id, startRowIndex: 4, startColumnIndex: 4, endColumnIndex: 5 },
        sortSpecs: [{ dimensionIndex: 4, sortOrder: "DESCENDING" }],
      },
    });
    const { issues } = await pull(before.state, times[1]);
    expect(issues).toMatchObject([
      {
        code: "sheets_values_swapped",
        params: { column: "Số buổi tuyên truyền (buổi) *", rows: [5, 6, 7, 8] },
      },
    ]);
    // Honest edits of as many rows are no reason to ask.
    for (const unit of [1, 2, 3, 4]) await type(unit, unit + 5, unit * 10);
    expect((await pull(before.state, times[1])).issues).toEqual([]);
  });

  it("refuse to go back in time", async () => {
    const { pull } = await watched();
    const { state } = await pull(null, times[1]);
    await expect(pull(state, times[0])).rejects.toThrow(RangeError);
  });
});
