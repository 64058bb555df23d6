import { expect, it } from "vitest";
import { SheetsError, sheetsErrorIssue, type SheetsErrorCode } from "./sheets-error.ts";

it.each<[SheetsErrorCode, string]>([
  ["unauthenticated", "sheets_account_refused"],
  ["permission_denied", "sheets_access_denied"],
  ["not_found", "sheets_not_found"],
  ["not_a_spreadsheet", "sheets_link_workbook_file"],
  ["invalid_request", "sheets_change_refused"],
  ["quota_exceeded", "sheets_quota_exceeded"],
  ["unavailable", "sheets_unreachable"],
  ["deadline_exceeded", "sheets_unreachable"],
])("%s is an issue that says what a person can do", (code, found) => {
  expect(sheetsErrorIssue(new SheetsError(code, "x"), { source: "Bảng" })).toMatchObject({ code: found });
});

it("a call that the program itself gave up is nobody's issue", () => {
  expect(sheetsErrorIssue(new SheetsError("aborted", "x"), { source: "Bảng" })).toBeNull();
});
