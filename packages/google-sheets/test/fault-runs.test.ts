import { describe, expect, it } from "vitest";
import {
  applySheetPlan,
  applyWriteBack,
  openGoogleSheet,
  planNewTracker,
  planTracker,
  planWriteBack,
  stateWords,
} from "../src/index.ts";
import {
  createLocalSheets,
  everyFault,
  localToken,
  randomFaults,
  type FaultPlan,
} from "../src/testing/index.ts";
import { clientOf, office, seeded, trackerOf } from "./fixtures.ts";

const tracker = trackerOf(20);

/** A campaign's whole life in one sheet: create, fill in, plan again with more units, answer, read. */
async function run(faults: FaultPlan | null) {
  const local = createLocalSheets({ quotas: { perUser: 60, perProject: 300 } });
  const { client } = clientOf(local);
  local.setFaults(faults);
  const { spreadsheetId } = await applySheetPlan(client, planNewTracker(tracker));
  local.setFaults(null);
  await local.fetch(
    `http://localhost/v4/spreadsheets/${spreadsheetId}/values/'Báo cáo dot-1'!E5:F6?valueInputOption=RAW`,
    {
      method: "PUT",
      headers: { authorization: `Bearer ${localToken(office)}` },
      body: JSON.stringify({
        values: [
          [4, 120],
          [7, 300],
        ],
      }),
    },
  );
  local.setFaults(faults);
  const more = trackerOf(23);
  const plan = await planTracker(client, spreadsheetId, more);
  expect(plan.added).toEqual({ rows: 3, columns: 0 });
  await applySheetPlan(client, plan);
  const before = await openGoogleSheet(client, spreadsheetId, { tracker: more });
  const reply = { unitId: "don-vi-1", state: stateWords.onTime, questions: "=Vì sao?" };
  await applyWriteBack(client, planWriteBack(before, more, [reply]));
  const after = await openGoogleSheet(client, spreadsheetId, { tracker: more });
  return {
    state: local.snapshot(spreadsheetId),
    sheet: after.bound?.sheet,
    snapshotId: after.snapshotId,
    applied: local.requests
      .filter(({ applied, path }) => applied && /batchUpdate$|files$/.test(path))
      .map(({ path }) => path),
    failed: local.requests.filter(({ fault }) => fault !== null).length,
  };
}

describe("with every way a request can fail, each at 5 %", () => {
  it("the sheet and what is read are as without failures, and nothing is applied twice", async () => {
    const smooth = await run(null);
    let failed = 0;
    for (let seed = 1; seed <= 8; seed++) {
      const rough = await run(randomFaults(0.05, seeded(seed)));
      expect(rough.state).toEqual(smooth.state);
      expect(rough.sheet).toEqual(smooth.sheet);
      expect(rough.snapshotId).toBe(smooth.snapshotId);
      expect(rough.applied).toEqual(smooth.applied);
      failed += rough.failed;
    }
    // Often enough to mean something.
    expect(failed).toBeGreaterThan(15);
  });
});

describe("a write whose answer was lost", () => {
  it.each(everyFault.filter(({ kind }) => kind === "lost" || kind === "truncated"))(
    "($kind) is found by its marker and not sent again",
    async (fault) => {
      const local = createLocalSheets();
      const { client } = clientOf(local);
      const spreadsheetId = local.createSpreadsheet("Bảng tính", office);
      let left = 1;
      local.setFaults(({ path }) => (path.endsWith(":batchUpdate") && left-- > 0 ? fault : null));
      const values = [{ userEnteredValue: { stringValue: "một lần" } }];
      const append = {
        insertDimension: {
          range: { sheetId: 0, dimension: "ROWS", startIndex: 0, endIndex: 1 },
          inheritFromBefore: false,
        },
      } as const;
      const write = {
        updateCells: {
          start: { sheetId: 0, rowIndex: 0, columnIndex: 0 },
          rows: [{ values }],
          fields: "userEnteredValue",
        },
      };
      await client.batchUpdate(spreadsheetId, [append, write], 77);
      const batches = local.requests.filter(({ path }) => path.endsWith(":batchUpdate"));
      expect(batches).toHaveLength(1);
      const { rowData } =
        (await client.getSpreadsheet(spreadsheetId, { fields: "sheets.data.rowData.values.effectiveValue" }))
          .sheets?.[0]?.data?.[0] ?? {};
      expect(rowData).toEqual([{ values: [{ effectiveValue: { stringValue: "một lần" } }] }]);
    },
  );

  it("that was only late is not applied a second time: the server knows its marker", async () => {
    const local = createLocalSheets();
    const spreadsheetId = local.createSpreadsheet("Bảng tính", office);
    const range = { sheetId: 0, dimension: "ROWS", startIndex: 0, endIndex: 1 } as const;
    // The first request seems to fail, and reaches the server only after the marker was looked for.
    let late: (() => Promise<unknown>) | null = null;
    const fetch: typeof local.fetch = async (input, init) => {
      if (String(input).endsWith(":batchUpdate") && late === null) {
        late = () => local.fetch(input, init);
        throw new TypeError("fetch failed");
      }
      const response = await local.fetch(input, init);
      if (init?.method === "GET") await late?.();
      return response;
    };
    const { client } = clientOf({ ...local, fetch });
    await client.batchUpdate(spreadsheetId, [{ insertDimension: { range, inheritFromBefore: false } }], 78);
    const { sheets } = local.snapshot(spreadsheetId) as { sheets: { rowCount: number }[] };
    expect(sheets[0]?.rowCount).toBe(1001);
  });
});
