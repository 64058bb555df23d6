/**
 * Asks the real service what its documentation leaves open and the local server has to assume. For a
 * person with an account: `CHIENDICH_GOOGLE_CREDENTIALS=key.json pnpm check-against-google`. It makes
 * one spreadsheet, prints its link and what it found, and deletes nothing.
 */
import { GoogleAuth } from "google-auth-library";
import { createSheetsClient, printSheetLink, scopes, tokensFrom } from "@chiendich/google-sheets";

const keyFile = process.env["CHIENDICH_GOOGLE_CREDENTIALS"];
if (keyFile === undefined) {
  process.stderr.write("CHIENDICH_GOOGLE_CREDENTIALS names no service account's key\n");
  process.exit(2);
}
const auth = new GoogleAuth({ keyFile, scopes: [...scopes.own] });
const client = createSheetsClient({ token: tokensFrom(auth), clock: Date.now, random: Math.random });
const say = (question: string, answer: string) => process.stdout.write(`${question.padEnd(66)} ${answer}\n`);

const id = await client.createSpreadsheet("Chiendich: hỏi Google", `ask/${Date.now()}`);
say("spreadsheet", printSheetLink({ spreadsheetId: id }));
const sheetId = 0;
const cells = (row: number, texts: readonly string[]) => ({
  updateCells: {
    start: { sheetId, rowIndex: row, columnIndex: 0 },
    rows: texts.map((stringValue) => ({
      values: [{ userEnteredValue: { stringValue } }, { userEnteredValue: { stringValue } }],
    })),
    fields: "userEnteredValue",
  },
});
const mark = (row: number, metadataValue: string) => ({
  createDeveloperMetadata: {
    developerMetadata: {
      metadataKey: "ask",
      metadataValue,
      visibility: "DOCUMENT" as const,
      location: {
        dimensionRange: { sheetId, dimension: "ROWS" as const, startIndex: row, endIndex: row + 1 },
      },
    },
  },
});
await client.batchUpdate(id, [cells(0, ["c", "b", "a"]), mark(0, "c"), mark(1, "b"), mark(2, "a")], 1001);

const marksByRow = async () => {
  const fields =
    "sheets.data(rowData.values.effectiveValue,rowMetadata.developerMetadata(metadataKey,metadataValue))";
  const { sheets } = await client.getSpreadsheet(id, { fields });
  const data = sheets?.[0]?.data?.[0];
  return [0, 1, 2].map((row) => {
    const text = data?.rowData?.[row]?.values?.[0]?.effectiveValue?.stringValue;
    const value = data?.rowMetadata?.[row]?.developerMetadata?.find(
      ({ metadataKey }) => metadataKey === "ask",
    )?.metadataValue;
    return `${text}:${value}`;
  });
};
const sort = (columns: number) => ({
  sortRange: {
    range: { sheetId, startRowIndex: 0, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: columns },
    sortSpecs: [{ dimensionIndex: 0, sortOrder: "ASCENDING" }],
  },
});
// `sortRange` is not among the requests we send, so its type is not among ours.
await client.batchUpdate(id, [sort(2) as never], 1002);
const whole = await marksByRow();
const moves = whole.every((one) => one.split(":")[0] === one.split(":")[1]);
say(
  "does a row's metadata move when the whole width is sorted?",
  `${moves ? "yes" : "no"} (${whole.join(" ")})`,
);

const again = await client.batchUpdate(id, [cells(5, ["x"])], 1002).then(
  () => "no: it was applied",
  (error: unknown) => `yes: ${(error as Error).message}`,
);
say("is a batch with a marker that is there already refused?", again);
const lookup = { dataFilter: { developerMetadataLookup: { metadataId: 987_654 } } };
const nothing = await client.batchUpdate(id, [{ deleteDeveloperMetadata: lookup }], 1003).then(
  () => "yes",
  (error: unknown) => `no: ${(error as Error).message}`,
);
say("may metadata be deleted that is not there?", nothing);
