import { sheets, type sheets_v4 } from "@googleapis/sheets";
import { GoogleAuth, OAuth2Client } from "google-auth-library";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLocalSheets, listen, localToken, type ListeningServer } from "../src/testing/index.ts";
import { scopes } from "../src/index.ts";
import { misfits } from "./google-schema.ts";

/**
 * Google's own client, pointed at the local server by `rootUrl`, calls each of the 17 methods, and
 * every answer is checked against Google's schemas. With the path of a service account's key in
 * `CHIENDICH_GOOGLE_CREDENTIALS` the same calls go to the real service (`pnpm check-against-google`),
 * which is how to find out where the local server differs from it.
 */
const credentials = process.env["CHIENDICH_GOOGLE_CREDENTIALS"];
const owner = "office@example.org";
const local = createLocalSheets();
let server: ListeningServer;
let api: sheets_v4.Sheets;
let id: string;

beforeAll(async () => {
  server = await listen(local);
  if (credentials !== undefined) {
    const auth = new GoogleAuth({ keyFile: credentials, scopes: [...scopes.shared] });
    api = sheets({ version: "v4", auth });
    return;
  }
  const auth = new OAuth2Client();
  auth.setCredentials({ access_token: localToken(owner) });
  api = sheets({ version: "v4", auth, rootUrl: `${server.url}/`, retry: false });
});
afterAll(() => server.close());

/** What needs a second account or a look inside. */
const locally = it.skipIf(credentials !== undefined);
const fits = (data: unknown, schema: string) => expect(misfits(data, schema)).toEqual([]);
const batch = (requests: sheets_v4.Schema$Request[]) =>
  api.spreadsheets.batchUpdate({ spreadsheetId: id, requestBody: { requests } });
const values = async (range: string, options: object = {}) =>
  (await api.spreadsheets.values.get({ spreadsheetId: id, range, ...options })).data;

describe("the local server, driven by Google's client", () => {
  it("creates a spreadsheet", async () => {
    const { data } = await api.spreadsheets.create({
      requestBody: {
        properties: { title: "Báo cáo chiến dịch", locale: "vi_VN", timeZone: "Asia/Ho_Chi_Minh" },
        sheets: [
          { properties: { sheetId: 7, title: "Báo cáo", gridProperties: { rowCount: 20, columnCount: 6 } } },
        ],
      },
    });
    fits(data, "Spreadsheet");
    expect(data.properties).toMatchObject({ title: "Báo cáo chiến dịch", locale: "vi_VN" });
    expect(data.sheets?.[0]?.properties).toMatchObject({ sheetId: 7, title: "Báo cáo" });
    id = data.spreadsheetId ?? "";
  });

  it("writes values as they are or as typed", async () => {
    const written = await api.spreadsheets.values.update({
      spreadsheetId: id,
      range: "'Báo cáo'!A1:C2",
      valueInputOption: "RAW",
      requestBody: {
        values: [
          ["Đơn vị", "Số buổi", "Ngày"],
          ["=1+1", "00127", 3],
        ],
      },
    });
    fits(written.data, "UpdateValuesResponse");
    expect(written.data).toMatchObject({ updatedRange: "'Báo cáo'!A1:C2", updatedCells: 6, updatedRows: 2 });
    const typed = await api.spreadsheets.values.update({
      spreadsheetId: id,
      range: "'Báo cáo'!A3:D3",
      valueInputOption: "USER_ENTERED",
      includeValuesInResponse: true,
      responseValueRenderOption: "UNFORMATTED_VALUE",
      requestBody: { values: [["=1+1", "00127", "9/11/2024", "1.234,5"]] },
    });
    fits(typed.data, "UpdateValuesResponse");
    expect(typed.data.updatedData?.values).toEqual([[2, 127, 45605, 1234.5]]);
    const raw = await values("'Báo cáo'!A2:D3", { valueRenderOption: "UNFORMATTED_VALUE" });
    fits(raw, "ValueRange");
    expect(raw.values).toEqual([
      ["=1+1", "00127", 3],
      [2, 127, 45605, 1234.5],
    ]);
    expect((await values("'Báo cáo'!A3:D3")).values).toEqual([["2", "127", "09/11/2024", "1.234,50"]]);
    expect((await values("'Báo cáo'!A3:A3", { valueRenderOption: "FORMULA" })).values).toEqual([["=1+1"]]);
  });

  it("takes one cell as where to start, and a range as where to stay", async () => {
    const write = (range: string) =>
      api.spreadsheets.values.update({
        spreadsheetId: id,
        range,
        valueInputOption: "RAW",
        requestBody: { values: [["a", "b"], ["c"]] },
      });
    expect((await write("'Báo cáo'!E15")).data.updatedRange).toBe("'Báo cáo'!E15:F16");
    await expect(write("'Báo cáo'!E15:F15")).rejects.toThrow(/^Requested writing within range/);
    await api.spreadsheets.values.clear({ spreadsheetId: id, range: "'Báo cáo'!E15:F16" });
  });

  it("leaves blank rows and columns at the end out, and the key when nothing is left", async () => {
    expect(await values("'Báo cáo'!A10:C12")).toEqual({ range: "'Báo cáo'!A10:C12", majorDimension: "ROWS" });
    expect((await values("'Báo cáo'", { majorDimension: "COLUMNS" })).values?.[3]).toEqual([
      "",
      "",
      "1.234,50",
    ]);
  });

  it("reads and writes several ranges in one request", async () => {
    const written = await api.spreadsheets.values.batchUpdate({
      spreadsheetId: id,
      requestBody: {
        valueInputOption: "RAW",
        data: [
          { range: "'Báo cáo'!B5", values: [[5]] },
          { range: "'Báo cáo'!B7", values: [[6]] },
        ],
      },
    });
    fits(written.data, "BatchUpdateValuesResponse");
    expect(written.data.totalUpdatedCells).toBe(2);
    const read = await api.spreadsheets.values.batchGet({
      spreadsheetId: id,
      ranges: ["'Báo cáo'!B5", "'Báo cáo'!B7"],
    });
    fits(read.data, "BatchGetValuesResponse");
    expect(read.data.valueRanges?.map((one) => one.values)).toEqual([[["5"]], [["6"]]]);
  });

  it("appends after the table it finds, and clears", async () => {
    const appended = await api.spreadsheets.values.append({
      spreadsheetId: id,
      range: "'Báo cáo'!A1",
      valueInputOption: "RAW",
      insertDataOption: "INSERT_ROWS",
      requestBody: { values: [["Phường Lộc Thọ", 4]] },
    });
    fits(appended.data, "AppendValuesResponse");
    expect(appended.data).toMatchObject({
      tableRange: "'Báo cáo'!A1:D3",
      updates: { updatedRange: "'Báo cáo'!A4:B4" },
    });
    const cleared = await api.spreadsheets.values.clear({ spreadsheetId: id, range: "'Báo cáo'!A4:B4" });
    fits(cleared.data, "ClearValuesResponse");
    const many = await api.spreadsheets.values.batchClear({
      spreadsheetId: id,
      requestBody: { ranges: ["'Báo cáo'!B6", "'Báo cáo'!B8"] },
    });
    fits(many.data, "BatchClearValuesResponse");
    expect((await values("'Báo cáo'!A4:B8")).values).toBeUndefined();
  });

  it("finds rows and columns by their metadata after they moved", async () => {
    const mark = (dimension: string, index: number, value: string): sheets_v4.Schema$Request => ({
      createDeveloperMetadata: {
        developerMetadata: {
          metadataKey: "unit",
          metadataValue: value,
          visibility: "DOCUMENT",
          location: { dimensionRange: { sheetId: 7, dimension, startIndex: index, endIndex: index + 1 } },
        },
      },
    });
    const made = await batch([
      mark("ROWS", 1, "one"),
      mark("ROWS", 2, "two"),
      mark("COLUMNS", 1, "sessions"),
    ]);
    fits(made.data, "BatchUpdateSpreadsheetResponse");
    const metadataId = made.data.replies?.[1]?.createDeveloperMetadata?.developerMetadata?.metadataId ?? 0;
    await batch([
      {
        insertDimension: {
          range: { sheetId: 7, dimension: "ROWS", startIndex: 0, endIndex: 2 },
          inheritFromBefore: false,
        },
      },
      {
        moveDimension: {
          source: { sheetId: 7, dimension: "COLUMNS", startIndex: 1, endIndex: 2 },
          destinationIndex: 4,
        },
      },
    ]);
    const got = await api.spreadsheets.developerMetadata.get({ spreadsheetId: id, metadataId });
    fits(got.data, "DeveloperMetadata");
    expect(got.data.location?.dimensionRange).toMatchObject({ startIndex: 4, endIndex: 5 });

    const filter = { developerMetadataLookup: { metadataKey: "unit", metadataValue: "sessions" } };
    const found = await api.spreadsheets.developerMetadata.search({
      spreadsheetId: id,
      requestBody: { dataFilters: [filter] },
    });
    fits(found.data, "SearchDeveloperMetadataResponse");
    expect(found.data.matchedDeveloperMetadata?.[0]?.developerMetadata?.location).toMatchObject({
      locationType: "COLUMN",
      dimensionRange: { startIndex: 3 },
    });
    const read = await api.spreadsheets.values.batchGetByDataFilter({
      spreadsheetId: id,
      requestBody: {
        dataFilters: [filter],
        valueRenderOption: "UNFORMATTED_VALUE",
        majorDimension: "COLUMNS",
      },
    });
    fits(read.data, "BatchGetValuesByDataFilterResponse");
    expect(read.data.valueRanges?.[0]?.valueRange?.values).toEqual([["", "", "Số buổi", "00127", 127]]);
    const written = await api.spreadsheets.values.batchUpdateByDataFilter({
      spreadsheetId: id,
      requestBody: {
        valueInputOption: "RAW",
        data: [{ dataFilter: filter, majorDimension: "COLUMNS", values: [[null, null, null, 9]] }],
      },
    });
    fits(written.data, "BatchUpdateValuesByDataFilterResponse");
    expect((await values("'Báo cáo'!D3:D4", { valueRenderOption: "UNFORMATTED_VALUE" })).values).toEqual([
      ["Số buổi"],
      [9],
    ]);
    const part = await api.spreadsheets.getByDataFilter({
      spreadsheetId: id,
      requestBody: { dataFilters: [filter], includeGridData: true },
    });
    fits(part.data, "Spreadsheet");
    expect(part.data.sheets?.[0]?.data?.[0]?.startColumn).toBe(3);
    const cleared = await api.spreadsheets.values.batchClearByDataFilter({
      spreadsheetId: id,
      requestBody: { dataFilters: [filter] },
    });
    fits(cleared.data, "BatchClearValuesByDataFilterResponse");
    expect((await values("'Báo cáo'!D1:D20")).values).toBeUndefined();
  });

  it("gives grid data with types, formulas and errors told apart", async () => {
    await api.spreadsheets.values.update({
      spreadsheetId: id,
      range: "'Báo cáo'!A10:D10",
      valueInputOption: "USER_ENTERED",
      requestBody: { values: [["=1/0", "=SUM(2;3)", "TRUE", "chữ"]] },
    });
    const { data } = await api.spreadsheets.get({
      spreadsheetId: id,
      ranges: ["'Báo cáo'!A10:D10"],
      fields: "sheets.data(startRow,rowData.values(effectiveValue,userEnteredValue))",
    });
    fits(data, "Spreadsheet");
    expect(data.sheets?.[0]?.data?.[0]).toMatchObject({
      startRow: 9,
      rowData: [
        {
          values: [
            {
              effectiveValue: { errorValue: { type: "DIVIDE_BY_ZERO" } },
              userEnteredValue: { formulaValue: "=1/0" },
            },
            { effectiveValue: { numberValue: 5 } },
            { effectiveValue: { boolValue: true } },
            { effectiveValue: { stringValue: "chữ" } },
          ],
        },
      ],
    });
    expect(Object.keys(data)).toEqual(["sheets"]);
  });

  it("copies a sheet into another spreadsheet", async () => {
    const made = await api.spreadsheets.create({ requestBody: { properties: { title: "Bản khác" } } });
    const other = made.data.spreadsheetId ?? "";
    const { data } = await api.spreadsheets.sheets.copyTo({
      spreadsheetId: id,
      sheetId: 7,
      requestBody: { destinationSpreadsheetId: other },
    });
    fits(data, "SheetProperties");
    expect(data.title).toBe("Copy of Báo cáo");
  });

  locally("carries out a batch whole or not at all", async () => {
    const before = JSON.stringify(local.snapshot(id));
    const failing = batch([
      { updateSheetProperties: { properties: { sheetId: 7, title: "Đã đổi" }, fields: "title" } },
      { deleteDimension: { range: { sheetId: 7, dimension: "ROWS", startIndex: 90, endIndex: 91 } } },
    ]);
    await expect(failing).rejects.toMatchObject({ code: 400 });
    await expect(failing).rejects.toThrow(/^Invalid requests\[1\]\.deleteDimension: /);
    expect(JSON.stringify(local.snapshot(id))).toBe(before);
  });

  it.each([
    ["Trang khác!A1", 400, "Unable to parse range: Trang khác!A1"],
    ["'Báo cáo'!A500", 400, "exceeds grid limits"],
  ])("refuses the range %s with %i", async (range, code, message) => {
    await expect(values(range)).rejects.toMatchObject({ code });
    await expect(values(range)).rejects.toThrow(message);
  });

  locally("answers 404, 403 and 401 as Google does", async () => {
    const get = (client: sheets_v4.Sheets, spreadsheetId: string) =>
      client.spreadsheets.get({ spreadsheetId });
    await expect(get(api, "no-such-spreadsheet-000000000000000000000000")).rejects.toMatchObject({
      code: 404,
      response: { data: { error: { status: "NOT_FOUND", message: "Requested entity was not found." } } },
    });
    const as = (token: string) => {
      const auth = new OAuth2Client();
      auth.setCredentials({ access_token: token });
      return sheets({ version: "v4", auth, rootUrl: `${server.url}/`, retry: false });
    };
    await expect(get(as(localToken("stranger@example.org")), id)).rejects.toMatchObject({
      code: 403,
      response: { data: { error: { status: "PERMISSION_DENIED" } } },
    });
    await expect(get(as("not-a-token"), id)).rejects.toMatchObject({ code: 401 });
  });

  locally("keeps somebody without the right out of a protected range", async () => {
    const unit = "unit@example.org";
    local.share(id, unit, "writer");
    const range = { sheetId: 7, startRowIndex: 12, endRowIndex: 13 };
    await batch([{ addProtectedRange: { protectedRange: { range, editors: { users: [owner] } } } }]);
    const auth = new OAuth2Client();
    auth.setCredentials({ access_token: localToken(unit) });
    const theirs = sheets({ version: "v4", auth, rootUrl: `${server.url}/`, retry: false });
    const write = (range: string) =>
      theirs.spreadsheets.values.update({
        spreadsheetId: id,
        range,
        valueInputOption: "RAW",
        requestBody: { values: [[1]] },
      });
    await expect(write("'Báo cáo'!A13")).rejects.toThrow(/You are trying to edit a protected cell or object/);
    await expect(write("'Báo cáo'!A14")).resolves.toMatchObject({ status: 200 });
  });

  it("refuses a grid of more than ten million cells", async () => {
    const properties = { title: "Quá lớn", gridProperties: { rowCount: 400_000, columnCount: 26 } };
    await expect(batch([{ addSheet: { properties } }])).rejects.toThrow(/limit of 10000000 cells/);
  });
});
