import { explainIssue, issueCatalogue, type IssueCode } from "@chiendich/core";
import { describe, expect, it } from "vitest";
import { parseSheetLink, printSheetLink } from "./sheet-link.ts";

const cureOf = (code: IssueCode) => issueCatalogue[code].cure.vi;
const id = "10CFfDdiQv6SD-2gtwRSGqyxceNJpxlUrUpaiGLE4x4Y";
const sheets = `docs.google.com/spreadsheets`;

describe("parseSheetLink", () => {
  it.each([
    // what is pasted                                              tab     kind           why this row
    [`https://${sheets}/d/${id}/edit?usp=sharing`, null, "spreadsheet"], // the letter of 29/10/2024 itself
    [`<https://${sheets}/d/${id}/edit?usp=sharing>`, null, "spreadsheet"], // as the letter prints it
    [`https://${sheets}/d/${id}/edit?usp=sharing#gid=0`, 0, "spreadsheet"],
    [`https://${sheets}/d/${id}/edit?gid=1936204153#gid=1936204153`, 1936204153, "spreadsheet"],
    [`https://${sheets}/u/1/d/${id}/edit#gid=12`, 12, "spreadsheet"], // second account of a browser
    [`https://docs.google.com/a/example.org/spreadsheets/d/${id}/edit`, null, "spreadsheet"], // a domain's own address
    [`https://${sheets}/d/${id}/copy`, null, "spreadsheet"],
    [`https://${sheets}/d/${id}/view`, null, "spreadsheet"],
    [`https://${sheets}/d/${id}/htmlview?pli=1#`, null, "spreadsheet"],
    [`https://${sheets}/d/${id}/export?format=xlsx&gid=7`, 7, "spreadsheet"],
    [`https://${sheets}/d/${id}`, null, "spreadsheet"],
    [`${sheets}/d/${id}/edit.`, null, "spreadsheet"], // end of a sentence, no scheme
    [`https://drive.google.com/open?id=${id}&usp=drive_fs`, null, "driveFile"],
    [`https://drive.google.com/file/d/${id}/view?usp=sharing`, null, "driveFile"],
    [`https://${sheets}/ccc?key=${id}#gid=3`, 3, "spreadsheet"], // links from before 2014
    [`  ${id}  `, null, "spreadsheet"],
  ])("finds the spreadsheet in %s", (text, gid, kind) => {
    expect(parseSheetLink(text)).toEqual({ value: { spreadsheetId: id, gid, kind }, issues: [] });
  });

  it.each([
    [`https://${sheets}/d/e/2PACX-1vQx0000000000000000000000/pubhtml`, "sheets_link_published", "Sao chép"],
    [`https://${sheets}/d/${id}/edit?rtpof=true&sd=true`, "sheets_link_workbook_file", "Lưu dưới dạng"],
    [`https://docs.google.com/forms/d/${id}/viewform`, "sheets_link_other_kind", "biểu mẫu"],
    [`https://docs.google.com/document/d/${id}/edit`, "sheets_link_other_kind", "tài liệu"],
    [`https://drive.google.com/drive/folders/${id}`, "sheets_link_other_kind", "thư mục"],
    ["https://bit.ly/3abcDEF", "sheets_link_other_kind", "rút gọn"],
    [`https://example.org/spreadsheets/d/${id}/edit`, "sheets_link_not_understood", "Google"],
    [`https://docs.google.com.example.org/spreadsheets/d/${id}`, "sheets_link_not_understood", "Google"],
    ["https://docs.google.com/spreadsheets/u/0/", "sheets_link_not_understood", "Google"],
    ["gửi qua Zalo", "sheets_link_not_understood", "Google"],
    ["", "sheets_link_not_understood", "Google"],
  ])("refuses %s with %s", (text, code, words) => {
    const { value, issues } = parseSheetLink(text, "campaign.yaml");
    expect(value).toBeNull();
    expect(issues.map((one) => one.code)).toEqual([code]);
    const [first] = issues;
    if (!first) throw new Error("no issue");
    expect(explainIssue(first, "vi") + cureOf(first.code)).toContain(words);
  });

  it("prints the address that it reads back", () => {
    const link = { spreadsheetId: id, gid: 5 };
    expect(parseSheetLink(printSheetLink(link)).value).toMatchObject(link);
  });
});
