import Table from "cli-table3";

/** A table that fits the terminal: the widest columns give way, and their text wraps. */
export function printTable(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  columns: number,
): string {
  const widths = fit(
    head.map((title, index) => Math.max(...[title, ...rows.map((row) => row[index] ?? "")].map(widthOf))),
    columns - 3 * head.length - 1,
  );
  const table = new Table({
    head: [...head],
    colWidths: widths.map((width) => width + 2),
    wordWrap: true,
    // No rule between rows: a list of two hundred units stays two hundred lines.
    chars: { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" },
    style: { head: [], border: [] },
    colAligns: head.map((_, index) =>
      rows.every((row) => typeof row[index] === "number") ? "right" : "left",
    ),
  });
  table.push(...rows.map((row) => row.map(String)));
  return `${table.toString()}\n`;
}

/** Vietnamese in composed form takes one column a letter. */
function widthOf(text: string | number): number {
  return Math.max(
    ...String(text)
      .normalize("NFC")
      .split("\n")
      .map((line) => [...line].length),
  );
}

/** Takes from the widest until all fit; no column goes under eight. */
function fit(wanted: readonly number[], room: number): number[] {
  const widths = [...wanted];
  const total = () => widths.reduce((sum, width) => sum + width, 0);
  while (total() > room) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] as number) <= 8) break;
    widths[widest] = (widths[widest] as number) - 1;
  }
  return widths;
}
