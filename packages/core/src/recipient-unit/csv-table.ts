import Papa from "papaparse";

/** A table as people save it from Excel: a row of headings, then rows of text. */
export interface CsvTable {
  readonly headings: readonly string[];
  readonly rows: readonly CsvRow[];
  /** What is wrong with the file itself, such as a quotation mark that is never closed. */
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}

export interface CsvRow {
  /** The row's first line in the file, from 1: a quoted cell may hold line breaks. */
  readonly line: number;
  /** Cleaned: composed Unicode, single spaces, no spaces at the ends. */
  readonly cells: readonly string[];
}

/**
 * Reads comma, semicolon or tab separated text, with or without the byte order mark Excel writes.
 * Rows without any text are left out. Cells stay text: `00127` keeps its zeros.
 */
export function readCsv(text: string): CsvTable {
  const clean = text.replace(/^\uFEFF/, "");
  const rows: CsvRow[] = [];
  const problems: { line: number; message: string }[] = [];
  let line = 1;
  let cursor = 0;
  Papa.parse<string[]>(clean, {
    delimiter: delimiterOf(clean),
    step: ({ data, meta, errors }) => {
      for (const { message } of errors) problems.push({ line, message });
      const cells = data.map(cleanText);
      if (cells.some((cell) => cell !== "")) rows.push({ line, cells });
      line += lineBreaks(clean, cursor, meta.cursor);
      cursor = meta.cursor;
    },
  });
  const [first, ...rest] = rows;
  return { headings: first?.cells ?? [], rows: rest, problems };
}

/**
 * A table as text that Excel opens with its Vietnamese intact. A cell that Excel would run as a
 * formula gets an apostrophe in front; `readCsv` takes it off again.
 */
export function printCsv(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const table = Papa.unparse([headings, ...rows] as string[][], { newline: "\n", escapeFormulae: true });
  return `\uFEFF${table}\n`;
}

/** Composed Unicode, ordinary single spaces, none at the ends: how every name and code is kept. */
export function cleanText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/^'(?=[=+\-@])/, "");
}

// Not the parser's own guess: it looks at all columns of many rows, and group names hold commas.
function delimiterOf(text: string): string {
  const heading = text.split(/\r?\n/, 1)[0] ?? "";
  const count = (delimiter: string) => heading.split(delimiter).length;
  return [",", ";", "\t"].reduce((best, one) => (count(one) > count(best) ? one : best));
}

function lineBreaks(text: string, from: number, to: number): number {
  return text.slice(from, to).split(/\r\n|\r|\n/).length - 1;
}
