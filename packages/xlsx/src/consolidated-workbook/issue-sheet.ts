import {
  explainIssue,
  issueCatalogue,
  type Issue,
  type Severity,
  type SheetDescription,
} from "@chiendich/core";
import { headings, row, styles, text } from "./style.ts";

const severityNames: Readonly<Record<Severity, string>> = {
  error: "Lỗi",
  query: "Cần giải trình",
  warning: "Cần xem lại",
  info: "Ghi nhận",
};

const columns = [
  ["STT", 6],
  ["Mức độ", 15],
  ["Tệp", 32],
  ["Trang", 18],
  ["Ô hoặc mục", 16],
  ["Nội dung", 60],
  ["Cách xử lý", 48],
  ["Mã", 30],
] as const;

const widths = columns.map(([, width]) => width);

/** What is wrong or open, each with the file, sheet and cell to look at. */
export function describeIssues(issues: readonly Issue[]): SheetDescription {
  return {
    name: "Vấn đề",
    columns: widths.map((width) => ({ width })),
    rows: [
      headings(
        columns.map(([name]) => name),
        widths,
      ),
      ...issues.map((issue, index) =>
        row(
          [
            { value: index + 1, style: styles.number },
            text(severityNames[issue.severity], styles.centred),
            text(issue.place.source),
            text("path" in issue.place ? null : issue.place.sheet),
            text("path" in issue.place ? issue.place.path : issue.place.cell, styles.centred),
            text(explainIssue(issue, "vi")),
            text(issueCatalogue[issue.code].cure.vi),
            text(issue.code, styles.code),
          ],
          widths,
        ),
      ),
    ],
    freeze: { rows: 1, columns: 0 },
    filter: { from: { row: 0, column: 0 }, to: { row: issues.length, column: columns.length - 1 } },
    print: { orientation: "landscape", titleRows: { from: 0, to: 0 }, fitToWidth: true },
  };
}
