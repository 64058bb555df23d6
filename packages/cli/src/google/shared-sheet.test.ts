import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createSheetsClient, openGoogleSheet, type SheetsClient } from "@chiendich/google-sheets";
import {
  createLocalSheets,
  listen,
  localToken,
  type ListeningServer,
  type LocalSheets,
} from "@chiendich/google-sheets/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { khanhHoa, type TestCampaign } from "../../test/khanh-hoa.ts";
import { googleVariables } from "./google-client.ts";

const office = "office@example.org";
let local: LocalSheets;
let server: ListeningServer;
let people: SheetsClient;
let campaign: TestCampaign;
let id = "";

const as = (account: string, at = "2026-03-02T09:00:00+07:00") => ({
  at,
  environment: { [googleVariables.token]: localToken(account), [googleVariables.api]: server.url },
});

/** The campaign's sheet as texts, row by row. */
async function sheetRows() {
  const source = await openGoogleSheet(people, id);
  const [sheet] = (await source.listSheets()).filter(({ name }) => name.startsWith("Báo cáo"));
  const { rows } = await source.readSheet(sheet?.name ?? "");
  return rows.map(({ index, cells }) => ({
    index,
    texts: Array.from(cells, (cell) => String(cell?.value ?? "")),
  }));
}

/** Somebody types into the row of a unit: date, sessions, participants. `null` empties a cell. */
async function type(unit: string, ...numbers: (number | null)[]) {
  const rows = await sheetRows();
  const row = rows.find(({ texts }) => texts.includes(unit));
  const heads = rows.find(({ texts }) => texts.some((text) => text.startsWith("Số liệu tính đến ngày")));
  const columnIndex = heads?.texts.findIndex((text) => text.startsWith("Số liệu tính đến ngày"));
  const { sheets = [] } = await people.getSpreadsheet(id, { fields: "sheets.properties" });
  const sheetId = sheets.find(({ properties }) => properties?.title?.startsWith("Báo cáo"))?.properties
    ?.sheetId;
  const values = numbers.map((value) => (value === null ? {} : { userEnteredValue: { numberValue: value } }));
  const start = { sheetId: sheetId ?? 0, rowIndex: row?.index ?? -1, columnIndex: columnIndex ?? -1 };
  const update = { updateCells: { start, rows: [{ values }], fields: "userEnteredValue" } };
  const response = await local.fetch(`http://localhost/v4/spreadsheets/${id}:batchUpdate`, {
    method: "POST",
    headers: { authorization: `Bearer ${localToken(office)}` },
    body: JSON.stringify({ requests: [update] }),
  });
  expect(response.status).toBe(200);
}

/** 30 March 2026 as spreadsheets count days. */
const day = 46_111;
const participants = async (at: string) =>
  (await campaign.run(["explain", "participants"], { at })).said.split("\n")[0];

beforeAll(async () => {
  local = createLocalSheets();
  server = await listen(local);
  const token = async () => localToken(office);
  people = createSheetsClient({ token, fetch: local.fetch, clock: () => 0, random: () => 0.5 });
  campaign = await khanhHoa();
});
afterAll(() => server.close());

describe("a shared Google Sheet", () => {
  it("is not made in a dry run", async () => {
    const { data } = await campaign.json(["form", "--sheet", "--dry-run"], as(office));
    expect(data).toMatchObject({ dryRun: true, sheets: [{ spreadsheetId: null, units: 65 }] });
    expect(local.requests.filter(({ applied }) => applied)).toEqual([]);
  });

  it("is made once, with a row for each unit that owes a report", async () => {
    const first = await campaign.json(["form", "--sheet"], as(office));
    id = first.data.sheets[0].spreadsheetId;
    expect(
      (await sheetRows()).filter(({ texts }) => texts.some((text) => text.startsWith("UBND"))),
    ).toHaveLength(65);
    const again = await campaign.json(["form", "--sheet"], as(office));
    expect(again.data.sheets).toMatchObject([{ spreadsheetId: id, created: false, requests: 0 }]);
  });

  it("is read into the ledger as files are, and only what changed since the last look", async () => {
    await type("UBND phường Nha Trang", day, 4, 1234);
    const at = "2026-03-30T09:00:00+07:00";
    const dry = await campaign.json(["collect", "--sheet", "--dry-run"], as(office, at));
    expect(dry.data.files).toMatchObject([
      { verdicts: [{ outcome: "accepted" }], account: { cells: 34, mapped: 16 } },
    ]);
    expect((await campaign.json(["status"], { at })).data.total.received).toBe(0);
    const first = await campaign.json(["collect", "--sheet", id], as(office, at));
    expect(first.issues).toEqual([]);
    expect(await participants(at)).toBe("1.234 (1/65 đơn vị)");
    const again = await campaign.json(["collect", "--sheet"], as(office, "2026-03-30T10:00:00+07:00"));
    expect(again.data.files).toEqual([]);
  });

  it("takes what stands in a row now for the unit's report, and keeps what stood there before", async () => {
    await type("UBND phường Nha Trang", day, 4, 2000);
    await type("UBND phường Cam Ranh", day, 1, 100);
    const at = "2026-03-31T09:00:00+07:00";
    await campaign.json(["collect", "--sheet"], as(office, at));
    expect(await participants(at)).toBe("2.100 (2/65 đơn vị)");
    await type("UBND phường Nha Trang", day, 4, 1234);
    const back = "2026-03-31T10:00:00+07:00";
    await campaign.json(["collect", "--sheet"], as(office, back));
    expect(await participants(back)).toBe("1.334 (2/65 đơn vị)");
    const kept = readdirSync(join(campaign.folder, ".chiendich", "returns"));
    expect(kept.filter((name) => name.endsWith(".gsheet"))).toHaveLength(3);
  });

  it("tells that a row was emptied, and goes on counting what was reported", async () => {
    await type("UBND phường Cam Ranh", null, null, null);
    const at = "2026-04-01T09:00:00+07:00";
    const { code, complained } = await campaign.run(["collect", "--sheet"], as(office, at));
    expect(complained).toMatch(/phường Cam Ranh.* bị xóa khỏi bảng.*\[sheets_row_cleared\]/);
    expect(code).toBe(1);
    expect(await participants(at)).toBe("1.334 (2/65 đơn vị)");
  });

  it("is read again from what was kept, without Google, when a name is decided", async () => {
    const { data } = await campaign.json(["resolve"], { at: "2026-04-01T10:00:00+07:00" });
    expect(data.open).toEqual([]);
    expect(await participants("2026-04-01T10:00:00+07:00")).toBe("1.334 (2/65 đơn vị)");
  });

  it("asks about a row that changed on both sides of the deadline", async () => {
    await type("UBND phường Bắc Nha Trang", day, 1, 1);
    const { complained } = await campaign.run(
      ["collect", "--sheet"],
      as(office, "2026-04-05T09:00:00+07:00"),
    );
    expect(complained).toMatch(/\[sheets_change_spans_deadline\]/);
  });

  it("shows each unit its state in its own row, when asked to", async () => {
    const at = "2026-04-05T10:00:00+07:00";
    const { data } = await campaign.json(["collect", "--sheet", "--annotate"], as(office, at));
    expect(data.replies).toBe(65);
    const row = (await sheetRows()).find(({ texts }) => texts.includes("UBND phường Nha Trang"));
    expect(row?.texts).toContain("Đã báo cáo đúng hạn");
    const again = await campaign.json(
      ["collect", "--sheet", "--annotate"],
      as(office, "2026-04-05T11:00:00+07:00"),
    );
    expect(again.data).toMatchObject({ files: [], replies: 0 });
  });

  it("that somebody made by hand can be laid out, and its link stands in campaign.yaml", async () => {
    const own = await khanhHoa();
    const made = local.createSpreadsheet("Bảng của văn phòng", office);
    local.share(made, "robot@example.org", "writer");
    writeFileSync(join(own.folder, "accounts.csv"), "unit,account\n,robot@example.org\n");
    const link = `https://docs.google.com/spreadsheets/d/${made}/edit?usp=sharing`;
    const robot = as("robot@example.org", "2026-03-02T09:00:00+07:00");
    const laid = await own.json(["form", "--sheet", link], robot);
    expect(laid).toMatchObject({ data: { sheets: [{ spreadsheetId: made, units: 65 }] }, issues: [] });
    const file = join(own.folder, "campaign.yaml");
    const text = readFileSync(file, "utf8");
    writeFileSync(
      file,
      text.replace("{ kind: folder }", `{ kind: googleSheet, link: "${link}", access: named }`),
    );
    const read = await own.json(["collect", "--sheet"], robot);
    expect(read).toMatchObject({ data: { files: [] }, issues: [] });
  });
});

describe("what Google refuses", () => {
  it("is said in both languages, without an account as with a wrong one", async () => {
    const none = { at: "2026-04-05T10:00:00+07:00", environment: {} };
    const vi = await campaign.run(["collect", "--sheet"], none);
    expect(vi).toMatchObject({ code: 2, said: "" });
    expect(vi.complained).toContain("Chưa có tài khoản Google");
    expect((await campaign.run(["collect", "--sheet", "--lang", "en"], none)).complained).toContain(
      "There is no Google account. Set CHIENDICH_GOOGLE_CREDENTIALS",
    );
  });

  it.each([
    ["another account", localToken("other@example.org"), "sheets_access_denied"],
    ["a token that is no good", "expired-token", "sheets_account_refused"],
  ])("is an issue with a cure, for %s", async (_, token, code) => {
    const environment = { [googleVariables.token]: token, [googleVariables.api]: server.url };
    const result = await campaign.json(["collect", "--sheet"], {
      at: "2026-04-05T10:00:00+07:00",
      environment,
    });
    expect(result).toMatchObject({ data: { files: [] }, issues: [{ code }] });
    expect(JSON.stringify(result)).not.toContain("expired-token");
  });

  it.each([
    ["a link that is no spreadsheet", "https://docs.google.com/document/d/abc", "sheets_link_other_kind"],
    ["a spreadsheet that does not exist", "khong-co-bang-tinh-nao-nhu-the", "sheets_not_found"],
  ])("is an issue for %s", async (_, link, code) => {
    const { issues } = await campaign.json(
      ["collect", "--sheet", link],
      as(office, "2026-04-05T10:00:00+07:00"),
    );
    expect(issues).toMatchObject([{ code }]);
  });

  it("ends with 2 when the key file is not there or is no key", async () => {
    const environment = { [googleVariables.credentials]: "khong-co.json" };
    const missing = await campaign.run(["collect", "--sheet"], { environment });
    expect(missing.code).toBe(2);
    expect(missing.complained).toContain("Không có tệp khóa");
    writeFileSync(join(campaign.folder, "khong-co.json"), "not a key, and secret");
    const wrong = await campaign.run(["collect", "--sheet"], { environment });
    expect(wrong.code).toBe(2);
    expect(wrong.complained).not.toContain("secret");
  });
});
