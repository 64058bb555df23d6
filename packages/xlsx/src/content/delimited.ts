import { issue, printAddress, type Cell, type Issue, type SheetRow, type SheetSource } from "@chiendich/core";
import type { WorkbookLimits } from "../limits.ts";
import { notesOn } from "../sheet/text.ts";
import { refuse } from "../workbook-problem.ts";
import { decodeText } from "./decode-text.ts";
import { rowOf, sheetNameOf, singleSheetSource } from "./grid-source.ts";

/**
 * Comma- or tab-separated values as a source. Such a file knows no types: every cell is text, and
 * what `1.234` means is decided by whoever knows the column.
 */
export function delimitedSource(
  bytes: Uint8Array,
  source: string,
  limits: WorkbookLimits,
): { source: SheetSource; issues: Issue[] } {
  const { text, issues } = decodeText(bytes, source);
  const { separator, from } = findSeparator(text);
  const parsed = parseDelimited(text, from, separator, source, limits);
  return { source: singleSheetSource(source, parsed.rows), issues: [...issues, ...parsed.issues] };
}

const candidates = [",", ";", "\t", "|"];
const LINES_LOOKED_AT = 100;

/** By a first line `sep=;` as Excel writes it, else the one that splits the most lines into equally many parts. */
export function findSeparator(text: string): { separator: string; from: number } {
  const stated = /^sep=(.)\r?\n/i.exec(text);
  if (stated) return { separator: stated[1] as string, from: stated[0].length };

  let best = { separator: ",", score: 0 };
  for (const separator of candidates) {
    const counts = countsPerLine(text, separator);
    const byCount = new Map<number, number>();
    for (const count of counts) if (count > 0) byCount.set(count, (byCount.get(count) ?? 0) + 1);
    // Lines that agree weigh more than many separators in a few lines: commas in sentences do not agree.
    for (const [count, lines] of byCount) {
      const score = lines * 1000 + count;
      if (score > best.score) best = { separator, score };
    }
  }
  return { separator: best.separator, from: 0 };
}

function countsPerLine(text: string, separator: string): number[] {
  const counts: number[] = [];
  let count = 0;
  let quoted = false;
  for (let at = 0; at < text.length && counts.length < LINES_LOOKED_AT; at++) {
    const character = text[at];
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === separator) count++;
    else if (character === "\n") {
      counts.push(count);
      count = 0;
    }
  }
  counts.push(count);
  return counts;
}

function parseDelimited(
  text: string,
  from: number,
  separator: string,
  source: string,
  limits: WorkbookLimits,
) {
  const rows: SheetRow[] = [];
  const issues: Issue[] = [];
  const sheet = sheetNameOf(source);
  let cells: (Cell | undefined)[] = [];
  let index = 0;
  let cellCount = 0;

  const addCell = (value: string): void => {
    cells.push(value === "" ? undefined : { type: "text", value });
    if (value === "") return;
    if (++cellCount > limits.cells)
      refuse("workbook_too_large", { source }, { limit: "cells", allowed: limits.cells });
    const notes = notesOn(value);
    if (!notes || issues.length >= limits.issuesPerCode) return;
    const place = { source, sheet, cell: printAddress({ row: index, column: cells.length - 1 }) };
    if (notes.hidden !== null) {
      issues.push(issue("workbook_text_has_hidden_characters", place, { characters: notes.hidden }));
    }
    if (notes.formulaLike)
      issues.push(issue("workbook_text_looks_like_formula", place, { text: value.slice(0, 60) }));
    if (notes.tooLong) issues.push(issue("workbook_text_too_long", place, { length: value.length }));
  };
  const endRow = (): void => {
    const row = rowOf(index, cells);
    if (row) rows.push(row);
    cells = [];
    index++;
  };

  for (let at = from; at < text.length;) {
    let value: string;
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1);
      if (end < 0) {
        const cell = printAddress({ row: index, column: cells.length });
        issues.push(issue("workbook_quote_not_closed", { source, sheet, cell }, {}));
      }
      const to = end < 0 ? text.length : end;
      value = text.slice(at + 1, to).replaceAll('""', '"');
      at = to + 1;
      // What follows a closing quote belongs to the cell; programs that write it so exist.
      const rest = plainEnd(text, at, separator);
      value += text.slice(at, rest);
      at = rest;
    } else {
      const end = plainEnd(text, at, separator);
      value = text.slice(at, end);
      at = end;
    }
    addCell(value);
    if (text[at] === separator) {
      at++;
      if (at === text.length) addCell("");
      continue;
    }
    if (text[at] === "\r") at++;
    if (text[at] === "\n") at++;
    endRow();
  }
  if (cells.length > 0) endRow();
  return { rows, issues };
}

/** The quote that ends the cell, not one doubled inside of it; -1 when there is none. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return -1;
}

function plainEnd(text: string, from: number, separator: string): number {
  for (let at = from; at < text.length; at++) {
    const character = text[at];
    if (character === separator || character === "\n" || character === "\r") return at;
  }
  return text.length;
}
