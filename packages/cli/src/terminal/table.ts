import Table from "cli-table3";

/**
 * A table that fits the terminal: the widest columns give way, and their text wraps. Where even that
 * is too wide, each row becomes a short list.
 */
export function printTable(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  columns: number,
): string {
  const widths = fit(
    head.map((title, index) => Math.max(...[title, ...rows.map((row) => row[index] ?? "")].map(widthOf))),
    columns - frame(head.length),
  );
  if (sum(widths) + frame(head.length) > columns) return printLists(head, rows);
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

/** Borders and spaces of a row. */
const frame = (columns: number) => 3 * columns + 1;

const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0);

function printLists(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const lists = rows.map(([first = "", ...rest]) => {
    const lines = rest.map((value, index) => (value === "" ? "" : `  ${head[index + 1]}: ${value}\n`));
    return `${first}\n${lines.join("")}`;
  });
  return lists.join("");
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
  while (sum(widths) > room) {
    const widest = widths.indexOf(Math.max(...widths));
    if ((widths[widest] as number) <= 8) break;
    widths[widest] = (widths[widest] as number) - 1;
  }
  return widths;
}
