import type { Reading, SheetDescription } from "@chiendich/core";
import { headings, row, styles, text } from "./style.ts";

const columns = [
  ["STT", 6],
  ["Tệp", 36],
  ["Mã băm SHA-256", 30],
  ["Dòng chấp nhận", 12],
  ["Dòng chờ giải trình", 12],
  ["Dòng từ chối", 12],
  ["Ô có dữ liệu", 12],
  ["Ô đã dùng", 12],
  ["Ô bỏ qua (có lý do)", 14],
] as const;

const widths = columns.map(([, width]) => width);

/** What became of every return: its rows and its cells, each counted once. */
export function describeReturns(readings: readonly Reading[]): SheetDescription {
  return {
    name: "Tệp đã nhận",
    columns: widths.map((width) => ({ width })),
    rows: [
      headings(
        columns.map(([name]) => name),
        widths,
      ),
      ...readings.map(({ source, sha256, verdicts, account }, index) => {
        const count = (outcome: string) => verdicts.filter((verdict) => verdict.outcome === outcome).length;
        const numbers = [
          count("accepted"),
          count("queried"),
          count("rejected"),
          account.cells,
          account.mapped,
          account.ignored,
        ];
        const cells = [
          { value: index + 1, style: styles.number },
          text(source),
          text(sha256, styles.code),
          ...numbers.map((value) => ({ value, style: styles.number })),
        ];
        return row(cells, widths);
      }),
    ],
    freeze: { rows: 1, columns: 0 },
    print: { orientation: "landscape", titleRows: { from: 0, to: 0 }, fitToWidth: true },
  };
}
