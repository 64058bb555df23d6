import type { sheets_v4 } from "@googleapis/sheets";
import { describe, expect, it } from "vitest";
import { localToken } from "./access.ts";
import { createLocalSheets, type LocalSheets } from "./local-sheets.ts";

const owner = "office@example.org";

function spreadsheetOf(local: LocalSheets) {
  const id = local.createSpreadsheet("Bảng tính", owner);
  const call = async (method: string, path: string, body?: object) => {
    const response = await local.fetch(`http://localhost/v4/spreadsheets/${id}${path}`, {
      method,
      headers: { authorization: `Bearer ${localToken(owner)}` },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, body: (await response.json()) as never };
  };
  const batch = (...requests: sheets_v4.Schema$Request[]) => call("POST", ":batchUpdate", { requests });
  const get = async (fields: string): Promise<sheets_v4.Schema$Spreadsheet> =>
    (await call("GET", `?fields=${fields}`)).body;
  return { call, batch, get };
}

describe("what is laid over rows and columns", () => {
  const columns = (startIndex: number, endIndex: number) => ({
    sheetId: 0,
    dimension: "COLUMNS",
    startIndex,
    endIndex,
  });
  const range = { sheetId: 0, startRowIndex: 1, endRowIndex: 3, startColumnIndex: 2, endColumnIndex: 4 };
  const laid = async () => {
    const sheet = spreadsheetOf(createLocalSheets());
    await sheet.batch(
      { addProtectedRange: { protectedRange: { range, editors: { users: [owner] } } } },
      { addNamedRange: { namedRange: { name: "bang", range } } },
      { mergeCells: { range, mergeType: "MERGE_ALL" } },
      {
        updateCells: {
          start: { sheetId: 0, rowIndex: 5, columnIndex: 7 },
          rows: [{ values: [{ userEnteredValue: { formulaValue: '=C2+$D$3&"C2"' } }] }],
          fields: "userEnteredValue",
        },
      },
    );
    const look = async () => {
      const { sheets, namedRanges } = await sheet.get(
        "namedRanges.range,sheets(merges,protectedRanges.range,data.rowData.values.userEnteredValue)",
      );
      const cells = sheets?.[0]?.data?.[0]?.rowData?.flatMap((row) => row.values ?? []) ?? [];
      const formula = cells.map((cell) => cell.userEnteredValue?.formulaValue).find((one) => one);
      const ends = [
        namedRanges?.[0]?.range,
        sheets?.[0]?.merges?.[0],
        sheets?.[0]?.protectedRanges?.[0]?.range,
      ];
      return { ends: ends.map((one) => one && [one.startColumnIndex, one.endColumnIndex]), formula };
    };
    return { ...sheet, look };
  };

  it.each([
    // what is done                                                             where the range ends   the formula
    [
      "a column before it is inserted",
      { insertDimension: { range: columns(0, 1) } },
      [3, 5],
      '=D2+$E$3&"C2"',
    ],
    [
      "a column within it is inserted",
      { insertDimension: { range: columns(3, 4) } },
      [2, 5],
      '=C2+$E$3&"C2"',
    ],
    ["a column of it is deleted", { deleteDimension: { range: columns(2, 3) } }, [2, 3], '=#REF!+$C$3&"C2"'],
    [
      "it is moved as a whole",
      { moveDimension: { source: columns(2, 4), destinationIndex: 0 } },
      [0, 2],
      '=A2+$B$3&"C2"',
    ],
    [
      "another column is moved before it",
      { moveDimension: { source: columns(9, 10), destinationIndex: 1 } },
      [3, 5],
      '=D2+$E$3&"C2"',
    ],
  ] as const)("follows when %s", async (_what, request, ends, formula) => {
    const { batch, look } = await laid();
    expect((await batch(request as sheets_v4.Schema$Request)).status).toBe(200);
    expect(await look()).toEqual({ ends: [ends, ends, ends], formula });
  });
});

describe("quotas", () => {
  it("answer 429 as Google does, and say when the next minute begins", async () => {
    let now = 90_000;
    const { call } = spreadsheetOf(
      createLocalSheets({ clock: () => now, quotas: { perUser: 2, perProject: 300 } }),
    );
    expect((await call("GET", "?fields=spreadsheetId")).status).toBe(200);
    expect((await call("GET", "?fields=spreadsheetId")).status).toBe(200);
    const { status, headers, body } = await call("GET", "?fields=spreadsheetId");
    expect([status, headers.get("retry-after")]).toEqual([429, "30"]);
    expect(body).toMatchObject({
      error: {
        code: 429,
        status: "RESOURCE_EXHAUSTED",
        details: [
          { reason: "RATE_LIMIT_EXCEEDED", metadata: { quota_limit: "ReadRequestsPerMinutePerUser" } },
        ],
      },
    });
    now += 30_000;
    expect((await call("GET", "?fields=spreadsheetId")).status).toBe(200);
  });
});

describe("formulas", () => {
  it.each([
    ["=SUM(A1:B1)*2", { numberValue: 14 }],
    ["=A1/0", { errorValue: { type: "DIVIDE_BY_ZERO" } }],
    ['=IF(A1>2;"nhiều";"ít")', { stringValue: "nhiều" }],
    ["=KHONGCO(1)", { errorValue: { type: "NAME" } }],
    ['=A1+"chữ"', { errorValue: { type: "VALUE" } }],
    ["=IFERROR(A1/0;-1)", { numberValue: -1 }],
    ["=C1", { errorValue: { type: "REF" } }],
    ["=2+", { errorValue: { type: "ERROR" } }],
    ["=ISNUMBER(A1)", { boolValue: true }],
  ])("%s is computed", async (formulaValue, expected) => {
    const { batch, get } = spreadsheetOf(createLocalSheets());
    const values = [{ numberValue: 3 }, { numberValue: 4 }, { formulaValue }].map((userEnteredValue) => ({
      userEnteredValue,
    }));
    await batch({ updateCells: { start: { sheetId: 0 }, rows: [{ values }], fields: "userEnteredValue" } });
    const { sheets } = await get("sheets.data.rowData.values.effectiveValue");
    expect(sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[2]?.effectiveValue).toMatchObject(expected);
  });
});
