import { createUnitResolver, readReturn, unitDirectory } from "@chiendich/core";
import type { sheets_v4 } from "@googleapis/sheets";
import { beforeEach, describe, expect, it } from "vitest";
import {
  applySheetPlan,
  applyWriteBack,
  describeTracker,
  openGoogleSheet,
  planNewTracker,
  planTracker,
  planWriteBack,
  stateWords,
  type SheetsClient,
  type Tracker,
} from "../src/index.ts";
import { parseFieldMask } from "../src/testing/field-mask.ts";
import { createLocalSheets, localToken, type LocalSheets } from "../src/testing/index.ts";
import { campaign, clientOf, office, someUnits, trackerOf } from "./fixtures.ts";
import { unknownFields } from "./google-schema.ts";

const unitAccount = "phuong-1@example.org";
const tracker = trackerOf(5, { "don-vi-1": [unitAccount] });
let local: LocalSheets;
let client: SheetsClient;
let sent: ReturnType<typeof clientOf>["sent"];
let id: string;

beforeEach(async () => {
  local = createLocalSheets();
  ({ client, sent } = clientOf(local));
  ({ spreadsheetId: id } = await applySheetPlan(client, planNewTracker(tracker)));
});

const edit = async (requests: sheets_v4.Schema$Request[], email = office) => {
  const response = await local.fetch(`http://localhost/v4/spreadsheets/${id}:batchUpdate`, {
    method: "POST",
    headers: { authorization: `Bearer ${localToken(email)}` },
    body: JSON.stringify({ requests }),
  });
  return { ok: response.ok, body: await response.text() };
};
const put = (
  row: number,
  column: number,
  value: sheets_v4.Schema$ExtendedValue,
): sheets_v4.Schema$Request => ({
  updateCells: {
    start: { sheetId: tracker.sheet.id, rowIndex: row, columnIndex: column },
    rows: [{ values: [{ userEnteredValue: value }] }],
    fields: "userEnteredValue",
  },
});
const lines = (dimension: "ROWS" | "COLUMNS", startIndex: number, endIndex = startIndex + 1) => ({
  sheetId: tracker.sheet.id,
  dimension,
  startIndex,
  endIndex,
});
const open = (one: Tracker = tracker) => openGoogleSheet(client, id, { tracker: one });
const read = async () => {
  const units = unitDirectory(someUnits(5));
  const source = await open();
  return readReturn(source, {
    campaign,
    directory: units,
    resolver: createUnitResolver(units, {}),
    sha256: source.snapshotId,
    receivedAt: "2024-11-09T08:00:00+07:00",
  });
};
const answers = async () => {
  const { verdicts } = await read();
  return Object.fromEntries(
    verdicts.flatMap((one) =>
      one.outcome === "rejected"
        ? []
        : [
            [
              one.report.unitId,
              [one.report.answers["sessions"], one.report.answers["participants"]].map((answer) =>
                answer?.state === "value" ? answer.value : answer?.state,
              ),
            ],
          ],
    ),
  );
};

describe("a campaign's spreadsheet", () => {
  it("is created in four requests: looked for, made, looked at, filled", () => {
    expect(sent.map(({ method, path }) => `${method} ${path.replace(id, "…")}`)).toEqual([
      "GET /drive/v3/files",
      "POST /drive/v3/files",
      "GET /v4/spreadsheets/…",
      "POST /v4/spreadsheets/…:batchUpdate",
    ]);
  });
  it("has Vietnamese settings, the table and the guide, and not the blank sheet it came with", async () => {
    const { properties, sheets, developerMetadata } = await client.getSpreadsheet(id, {
      fields: "properties,sheets.properties,developerMetadata",
    });
    expect(properties).toMatchObject({ locale: "vi_VN", timeZone: "Asia/Ho_Chi_Minh" });
    expect(sheets?.map((one) => one.properties?.title)).toEqual(["Báo cáo dot-1", "Hướng dẫn"]);
    expect(sheets?.[0]?.properties?.gridProperties).toMatchObject({
      frozenRowCount: 4,
      frozenColumnCount: 3,
      rowCount: 9,
    });
    expect(developerMetadata?.map((one) => one.metadataKey).toSorted()).toEqual([
      "chiendich.applied",
      "chiendich.campaign",
    ]);
  });
  it("is not created twice, and not filled twice, when the plan is applied again", async () => {
    const before = local.snapshot(id);
    expect((await applySheetPlan(client, planNewTracker(tracker))).spreadsheetId).toBe(id);
    expect(local.snapshot(id)).toBe(before);
  });
  it("needs nothing when it is planned again", async () => {
    expect(await planTracker(client, id, tracker)).toMatchObject({ batches: [], summary: {}, issues: [] });
  });
  it("lets a unit fill its own row and nothing else", async () => {
    local.share(id, unitAccount, "writer");
    expect(await edit([put(4, 4, { numberValue: 3 })], unitAccount)).toMatchObject({ ok: true });
    for (const [row, column] of [
      [5, 4],
      [3, 4],
      [4, 2],
      [4, 12],
      [0, 4],
    ] as const) {
      const { ok, body } = await edit([put(row, column, { numberValue: 3 })], unitAccount);
      // Row 5 belongs to a unit whose account nobody gave: it only warns.
      expect(ok || body.includes("protected cell")).toBe(true);
      expect(ok).toBe(row === 5);
    }
  });
  it("has one mark on each unit's row and each column", async () => {
    const { sheets } = await client.getSpreadsheet(id, {
      fields: "sheets.data(rowMetadata.developerMetadata,columnMetadata.developerMetadata)",
    });
    const data = sheets?.[0]?.data?.[0];
    const values = (all: typeof data extends undefined ? never : NonNullable<typeof data>["rowMetadata"]) =>
      all?.flatMap((line) => line.developerMetadata?.map((mark) => mark.metadataValue) ?? []);
    expect(values(data?.rowMetadata)).toEqual([
      "keys",
      "headings",
      "don-vi-1",
      "don-vi-2",
      "don-vi-3",
      "don-vi-4",
      "don-vi-5",
    ]);
    expect(values(data?.columnMetadata)).toEqual(tracker.columns.map(({ key }) => key));
  });
  it("is refused for another campaign", async () => {
    const other = describeTracker({
      campaign: { ...campaign, id: "khac" },
      roundId: "dot-1",
      units: someUnits(2),
    }).value;
    if (!other) throw new Error("no tracker");
    const plan = await planTracker(client, id, other);
    expect(plan.batches).toEqual([]);
    expect(plan.issues.map(({ code }) => code)).toEqual(["sheets_other_campaign"]);
    expect((await open(other)).issues.map(({ code }) => code)).toEqual(["sheets_other_campaign"]);
  });
});

describe("editing", () => {
  beforeEach(async () => {
    await edit(
      [1, 2, 3, 4, 5].flatMap((unit) => [
        put(3 + unit, 4, { numberValue: unit * 10 }),
        put(3 + unit, 5, { numberValue: unit * 100 }),
      ]),
    );
  });
  const all = {
    "don-vi-1": [10, 100],
    "don-vi-2": [20, 200],
    "don-vi-3": [30, 300],
    "don-vi-4": [40, 400],
    "don-vi-5": [50, 500],
  };

  it("changes nothing in what is read when two columns are inserted, one is moved and one renamed", async () => {
    expect(await answers()).toEqual(all);
    await edit([
      { insertDimension: { range: lines("COLUMNS", 4, 6), inheritFromBefore: true } },
      { moveDimension: { source: lines("COLUMNS", 7), destinationIndex: 1 } },
      put(3, 7, { stringValue: "Số buổi (bản mới)" }),
    ]);
    expect(await answers()).toEqual(all);
  });
  it.each(["metadataMoves", "metadataStays"] as const)(
    "changes nothing when the table is sorted and %s",
    async (sort) => {
      const state = createLocalSheets({ sort });
      const other = clientOf(state);
      const { spreadsheetId } = await applySheetPlan(other.client, planNewTracker(tracker));
      [local, client, id] = [state, other.client, spreadsheetId];
      await edit(
        [1, 2, 3, 4, 5].flatMap((unit) => [
          put(3 + unit, 4, { numberValue: unit * 10 }),
          put(3 + unit, 5, { numberValue: unit * 100 }),
        ]),
      );
      const range = { sheetId: tracker.sheet.id, startRowIndex: 4 };
      await edit([{ sortRange: { range, sortSpecs: [{ dimensionIndex: 4, sortOrder: "DESCENDING" }] } }]);
      expect(await answers()).toEqual(all);
      // Planning again puts marks and protection back on the rows where the units are now.
      const plan = await planTracker(client, id, tracker);
      await applySheetPlan(client, plan);
      expect((await planTracker(client, id, tracker)).summary).toEqual({});
      expect(await answers()).toEqual(all);
    },
  );
  it("is mended by planning again: only what differs is written, and answers never are", async () => {
    await edit([
      { deleteDimension: { range: lines("ROWS", 6) } },
      put(3, 5, { stringValue: "Cột lạ" }),
      {
        setDataValidation: {
          range: {
            sheetId: tracker.sheet.id,
            startRowIndex: 4,
            endRowIndex: 5,
            startColumnIndex: 4,
            endColumnIndex: 5,
          },
        },
      },
    ]);
    const plan = await planTracker(client, id, tracker);
    expect(plan.added).toEqual({ rows: 1, columns: 0 });
    expect(plan.summary).toMatchObject({ insertDimension: 1, setDataValidation: 8, addProtectedRange: 1 });
    await applySheetPlan(client, plan);
    expect(await planTracker(client, id, tracker)).toMatchObject({ batches: [] });
    expect(await answers()).toEqual({ ...all, "don-vi-3": undefined });
  });
  it("of a row typed in by hand is held with a query, and taken once the plan has marked the row", async () => {
    await edit([
      { deleteDimension: { range: lines("ROWS", 6) } },
      { insertDimension: { range: lines("ROWS", 4), inheritFromBefore: false } },
      put(4, 2, { stringValue: "UBND phường số 3" }),
      put(4, 4, { numberValue: 31 }),
      put(4, 5, { numberValue: 310 }),
    ]);
    const held = (await read()).verdicts.find(({ row }) => row === 4);
    expect(held).toMatchObject({ outcome: "queried", report: { unitId: "don-vi-3" } });
    expect(held?.issues.map(({ code }) => code)).toEqual(["sheets_row_added"]);
    await applySheetPlan(client, await planTracker(client, id, tracker));
    expect((await read()).verdicts.find(({ row }) => row === 4)).toMatchObject({ outcome: "accepted" });
  });
  it("grows with units and fields: the plan adds them and leaves the rest", async () => {
    const more = trackerOf(7, { "don-vi-1": [unitAccount] });
    const extra = {
      ...more.columns[4],
      key: "field/films",
      heading: "Số phim",
      labels: [],
      role: { role: "field", fieldId: "films" },
    } as Tracker["columns"][number];
    const grown = { ...more, columns: [...more.columns, extra] };
    const plan = await planTracker(client, id, grown);
    expect(plan.added).toEqual({ rows: 2, columns: 1 });
    await applySheetPlan(client, plan);
    expect((await planTracker(client, id, grown)).summary).toEqual({});
    expect(await answers()).toEqual(all);
  });
});

describe("writing back", () => {
  const replies = [
    { unitId: "don-vi-1", state: stateWords.onTime, questions: "" },
    { unitId: "don-vi-2", state: stateWords.queried, questions: '=HYPERLINK("https://xau.example")' },
    { unitId: "don-vi-9", state: stateWords.missing, questions: "" },
  ];
  it("puts states and questions into their columns as they are, in one request", async () => {
    const plan = planWriteBack(await open(), tracker, replies);
    expect(plan).toMatchObject({ cells: 3, withoutRow: ["don-vi-9"], issues: [] });
    sent.length = 0;
    await applyWriteBack(client, plan);
    expect(sent).toHaveLength(1);
    const { sheet } = (await open()).bound ?? {};
    expect(sheet?.rows.find(({ index }) => index === 5)?.cells.slice(12, 14)).toMatchObject([
      { type: "text", value: "Chờ giải trình" },
      { type: "text", value: '=HYPERLINK("https://xau.example")' },
    ]);
  });
  it("writes nothing when the sheet says it already, and changes no snapshot", async () => {
    const before = await open();
    await applyWriteBack(client, planWriteBack(before, tracker, replies));
    const after = await open();
    expect(planWriteBack(after, tracker, replies)).toMatchObject({ data: [], cells: 0 });
    expect(after.snapshotId).toBe(before.snapshotId);
  });
  it("cannot hit an answer when a column is inserted after the sheet was read", async () => {
    const plan = planWriteBack(await open(), tracker, replies);
    await edit([{ insertDimension: { range: lines("COLUMNS", 5, 8), inheritFromBefore: true } }]);
    await applyWriteBack(client, plan);
    const { rows } = (await open()).bound?.sheet ?? { rows: [] };
    expect(rows.find(({ index }) => index === 4)?.cells[15]).toMatchObject({ value: "Đã báo cáo đúng hạn" });
  });
  it("tells that its column was deleted", async () => {
    await edit([{ deleteDimension: { range: lines("COLUMNS", 12) } }]);
    const plan = planWriteBack(await open(), tracker, replies);
    expect(plan.issues.map(({ code }) => code)).toEqual(["sheets_status_column_missing"]);
  });
});

it("asks Google only for fields that Google has", () => {
  const masks = new Set<string>();
  const watching: LocalSheets = {
    ...local,
    fetch: (input, init) => {
      const fields = new URL(String(input)).searchParams.get("fields");
      if (fields && String(input).includes("/v4/")) masks.add(fields);
      return local.fetch(input, init);
    },
  };
  const { client: watched } = clientOf(watching);
  return Promise.all([openGoogleSheet(watched, id, { tracker }), planTracker(watched, id, tracker)]).then(
    () => {
      expect(masks.size).toBe(4);
      for (const mask of masks) expect(unknownFields(parseFieldMask(mask) ?? {}, "Spreadsheet")).toEqual([]);
    },
  );
});

it("reads 200 tabs in at most 5 requests", async () => {
  const requests = Array.from({ length: 200 }, (_tab, index) => ({
    addSheet: { properties: { sheetId: 1000 + index, title: `Đơn vị ${index + 1}` } },
  }));
  await edit(requests);
  await edit(
    Array.from({ length: 200 }, (_tab, index) => ({
      updateCells: {
        start: { sheetId: 1000 + index, rowIndex: 0, columnIndex: 0 },
        rows: [{ values: [{ userEnteredValue: { stringValue: `Báo cáo ${index + 1}` } }] }],
        fields: "userEnteredValue",
      },
    })),
  );
  sent.length = 0;
  const source = await openGoogleSheet(client, id);
  expect(await source.listSheets()).toHaveLength(202);
  expect((await source.readSheet("Đơn vị 200")).rows[0]?.cells[0]).toMatchObject({ value: "Báo cáo 200" });
  expect(sent.length).toBeLessThanOrEqual(5);
});
