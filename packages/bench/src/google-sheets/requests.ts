/**
 * Requests needed for the same job, counted by one local server: a table with a row for each unit,
 * each row and column marked with metadata, each row protected, numbers validated; then read it all.
 * Quota is counted in requests (60 a minute for an account), so this is what decides how long it takes.
 */
import { sheets } from "@googleapis/sheets";
import {
  applySheetPlan,
  createSheetsClient,
  describeTracker,
  openGoogleSheet,
  planNewTracker,
  planTracker,
  quota,
} from "@chiendich/google-sheets";
import { createLocalSheets, listen, localToken } from "@chiendich/google-sheets/testing";
import type { Field, RecipientUnit } from "@chiendich/core";
import { OAuth2Client } from "google-auth-library";

const owner = "office@example.org";
const title = "Báo cáo chiến dịch";
const local = createLocalSheets();
// google-spreadsheet has Google's address built in; its requests are led to the local server here.
globalThis.fetch = (input, init) => local.fetch(new Request(input, init));
const { GoogleSpreadsheet } = await import("google-spreadsheet");
const server = await listen(local);

const fieldIds = Array.from({ length: 20 }, (_field, index) => `chiTieu${index + 1}`);
const fields = fieldIds.map((id, index): Field => ({
  id,
  kind: "count",
  label: { vi: `Chỉ tiêu ${index + 1}` },
  required: false,
  aliases: [],
  personal: false,
  additive: true,
  aggregator: "sum",
}));
const unitsOf = (count: number) =>
  Array.from({ length: count }, (_unit, index): RecipientUnit => ({
    id: `don-vi-${index + 1}`,
    name: `Đơn vị ${index + 1}`,
    aliases: [],
    type: "th",
    groups: [],
    parents: {},
    codes: [],
  }));

/** Requests sent since the last look. */
let seen = 0;
function counted(): number {
  const count = local.requests.length - seen;
  seen = local.requests.length;
  return count;
}

interface Counts {
  readonly create: number;
  readonly read: number;
  readonly again: number | null;
}

async function ours(count: number): Promise<Counts> {
  let now = 0;
  const sleep = async (ms: number) => void (now += ms);
  const client = createSheetsClient({
    token: async () => localToken(owner),
    clock: () => now,
    sleep,
    random: () => 0.5,
    fetch: local.fetch,
    quotas: [quota(60, () => now, sleep)],
  });
  const round = { id: `dot-${count}`, title: "Đợt 1", deadline: { quote: "trước ngày 10/11/2024" } };
  const campaign = {
    id: `do-dem-${count}`,
    title,
    timeZone: "Asia/Ho_Chi_Minh",
    rounds: [round],
    report: { id: "ket-qua", version: 1, title: { vi: "Kết quả" }, fields, rules: [] },
  };
  const tracker = describeTracker({
    campaign,
    roundId: round.id,
    units: unitsOf(count),
    office: [owner],
  }).value;
  if (!tracker) throw new Error("no tracker");
  counted();
  const { spreadsheetId } = await applySheetPlan(client, planNewTracker(tracker));
  const create = counted();
  await openGoogleSheet(client, spreadsheetId, { tracker });
  const read = counted();
  await planTracker(client, spreadsheetId, tracker);
  return { create, read, again: counted() };
}

/** What its documentation leads one to write: a call for each thing. */
async function googleSpreadsheet(count: number): Promise<Counts> {
  counted();
  const document = await GoogleSpreadsheet.createNewSpreadsheetDocument(
    { token: localToken(owner) },
    { title },
  );
  const sheet = await document.addSheet({
    title: "Báo cáo",
    gridProperties: { rowCount: count + 1, columnCount: fieldIds.length + 1 },
  });
  await sheet.setHeaderRow(["Đơn vị", ...fieldIds]);
  await sheet.addRows(
    unitsOf(count).map(({ name }) => ({ "Đơn vị": name })),
    { raw: true },
  );
  const sheetId = sheet.sheetId;
  for (let row = 1; row <= count; row++) {
    await sheet.addProtectedRange({
      range: { sheetId, startRowIndex: row, endRowIndex: row + 1 },
      editors: { users: [owner], groups: [] },
    } as never);
    const location = { dimensionRange: { sheetId, dimension: "ROWS", startIndex: row, endIndex: row + 1 } };
    const metadata = {
      metadataKey: "unit",
      metadataValue: `don-vi-${row}`,
      visibility: "DOCUMENT",
      location,
    };
    await sheet.createDeveloperMetadata(metadata as never);
  }
  await sheet.setDataValidation(
    {
      startRowIndex: 1,
      endRowIndex: count + 1,
      startColumnIndex: 1,
      endColumnIndex: fieldIds.length + 1,
    } as never,
    {
      condition: { type: "NUMBER_GREATER_THAN_EQ", values: [{ userEnteredValue: "0" }] },
      strict: true,
    } as never,
  );
  const create = counted();
  const again = new GoogleSpreadsheet(document.spreadsheetId, { token: localToken(owner) });
  await again.loadInfo();
  await again.sheetsByTitle["Báo cáo"]?.getRows();
  return { create, read: counted(), again: null };
}

/** A careful script on Google's client: the values, then one batch; the batch is all or nothing and not repeatable. */
async function googleapis(count: number): Promise<Counts> {
  const auth = new OAuth2Client();
  auth.setCredentials({ access_token: localToken(owner) });
  const api = sheets({ version: "v4", auth, rootUrl: `${server.url}/` });
  counted();
  const gridProperties = { rowCount: count + 1, columnCount: fieldIds.length + 1 };
  const properties = { sheetId: 0, title: "Báo cáo", gridProperties };
  const { data } = await api.spreadsheets.create({
    requestBody: { properties: { title }, sheets: [{ properties }] },
  });
  const spreadsheetId = data.spreadsheetId ?? "";
  const values = [["Đơn vị", ...fieldIds], ...unitsOf(count).map(({ name }) => [name])];
  await api.spreadsheets.values.update({
    spreadsheetId,
    range: "A1",
    valueInputOption: "RAW",
    requestBody: { values },
  });
  const rows = Array.from({ length: count }, (_row, index) => index + 1);
  const range = { sheetId: 0, startRowIndex: 1, startColumnIndex: 1 };
  const rule = {
    condition: { type: "NUMBER_GREATER_THAN_EQ", values: [{ userEnteredValue: "0" }] },
    strict: true,
  };
  await api.spreadsheets.batchUpdate({
    spreadsheetId,
    requestBody: {
      requests: [
        ...rows.map((row) => ({
          createDeveloperMetadata: {
            developerMetadata: {
              metadataKey: "unit",
              metadataValue: `don-vi-${row}`,
              visibility: "DOCUMENT",
              location: {
                dimensionRange: { sheetId: 0, dimension: "ROWS", startIndex: row, endIndex: row + 1 },
              },
            },
          },
        })),
        ...rows.map((row) => ({
          addProtectedRange: {
            protectedRange: {
              range: { sheetId: 0, startRowIndex: row, endRowIndex: row + 1 },
              editors: { users: [owner] },
            },
          },
        })),
        { setDataValidation: { range, rule } },
      ],
    },
  });
  const create = counted();
  await api.spreadsheets.values.get({
    spreadsheetId,
    range: "Báo cáo",
    valueRenderOption: "UNFORMATTED_VALUE",
  });
  await api.spreadsheets.developerMetadata.search({
    spreadsheetId,
    requestBody: { dataFilters: [{ developerMetadataLookup: { metadataKey: "unit" } }] },
  });
  return { create, read: counted(), again: null };
}

const minutes = (requests: number) => `${Math.max(0, Math.ceil(requests / 60) - 1)}`;
function print(who: string, count: number, { create, read, again }: Counts) {
  const cells = [
    who.padEnd(22),
    String(count).padStart(6),
    String(create).padStart(8),
    minutes(create).padStart(13),
  ];
  console.log(
    [...cells, String(read).padStart(6), (again === null ? "—" : String(again)).padStart(11)].join(" "),
  );
}

console.log("who                     units   create  minutes more   read  plan again   (requests)");
for (const count of [200, 1000]) {
  print("@chiendich", count, await ours(count));
  print("@googleapis/sheets", count, await googleapis(count));
  print("google-spreadsheet", count, await googleSpreadsheet(count));
}
print("@chiendich", 10_000, await ours(10_000));
await server.close();
