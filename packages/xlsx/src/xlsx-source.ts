import {
  SheetSourceError,
  issue,
  type Issue,
  type Sheet,
  type SheetInfo,
  type SheetRow,
  type SheetSource,
  type StreamRowsOptions,
} from "@chiendich/core";
import { readComments } from "./package/comments.ts";
import { missingFromSheet, missingParts } from "./package/missing-parts.ts";
import { noStrings, readSharedStrings, type SharedStrings } from "./package/shared-strings.ts";
import { noStyles, readStyles, type CellStyles } from "./package/styles.ts";
import type { WorkbookPackage } from "./package/workbook-package.ts";
import { readWorkbookPart, type SheetPart, type WorkbookPart } from "./package/workbook-part.ts";
import { SheetReading } from "./sheet/sheet-reading.ts";
import { wholeSheet } from "./sheet/whole-sheet.ts";
import { WorkbookProblem, refuse } from "./workbook-problem.ts";
import { inflate, inflateChunks } from "./zip/inflate.ts";
import type { ZipEntry } from "./zip/zip-entry.ts";

export interface XlsxOptions {
  /** Leaves every row to the XML parser; the cells are the same. For tests and measurements. */
  readonly parserOnly?: boolean | undefined;
}

/** Sheets up to this size are inflated in one go; it is faster, and no larger than what reading them makes. */
const INFLATED_WHOLE = 4 * 1024 * 1024;

/**
 * An Office Open XML workbook as a source. Sheets that are small together are read at once, so that
 * their issues can be told on opening; larger ones when they are asked for.
 *
 * @throws {WorkbookProblem} when the workbook cannot be read at all
 */
export function xlsxSource(
  file: WorkbookPackage,
  options: XlsxOptions = {},
): { source: SheetSource; issues: Issue[] } {
  const reader = new XlsxReader(file, options);
  return { source: reader.source(), issues: reader.openingIssues };
}

class XlsxReader {
  readonly openingIssues: Issue[];
  private readonly file: WorkbookPackage;
  private readonly options: XlsxOptions;
  private readonly workbook: WorkbookPart;
  private readonly read = new Map<string, Sheet>();
  private styles: CellStyles | undefined;
  private strings: SharedStrings | undefined;

  constructor(file: WorkbookPackage, options: XlsxOptions) {
    this.file = file;
    this.options = options;
    this.workbook = readWorkbookPart(file);
    this.openingIssues = [...file.issues, ...this.noteworthy()];
    this.readSmallSheets();
  }

  source(): SheetSource {
    const { workbook } = this;
    return {
      name: this.file.source,
      capabilities: { formulas: true, merges: true, hidden: true, comments: true, fonts: true },
      listSheets: async () => workbook.sheets.map(info),
      readSheet: async (name) => this.read.get(name) ?? this.readLater(name),
      streamRows: (name, options) => this.stream(name, options),
      readNames: async () => workbook.names,
    };
  }

  private noteworthy(): Issue[] {
    const { file, workbook } = this;
    const place = { source: file.source };
    const found: Issue[] = workbook.sheetsWithoutCells.map((sheet) =>
      issue("workbook_sheet_without_cells", { ...place, sheet }, { sheet }),
    );
    for (const part of missingParts(file, workbook.related)) {
      found.push(issue("workbook_part_missing", place, { part }));
    }
    if (workbook.related.some(({ kind }) => kind === "vbaProject"))
      found.push(issue("workbook_has_macros", place, {}));
    if (workbook.related.some(({ kind }) => kind === "externalLink")) {
      found.push(issue("workbook_has_external_links", place, {}));
    }
    return found;
  }

  private readSmallSheets(): void {
    const { file, workbook } = this;
    const size = workbook.sheets.reduce((sum, { part }) => sum + (file.find(part)?.size ?? 0), 0);
    if (size > file.limits.readOnOpeningBytes) return;
    for (const sheet of workbook.sheets) {
      const reading = this.begin(sheet);
      reading.push(inflate(this.entry(sheet), file.source));
      reading.end();
      this.refuseTooMany(sheet, reading);
      const whole = this.finish(sheet, reading, reading.takeRows());
      this.openingIssues.push(...reading.log.close());
      this.read.set(sheet.name, whole);
    }
  }

  private async readLater(name: string): Promise<Sheet> {
    const sheet = this.sheetNamed(name);
    return this.unreadableAsError(async () => {
      const reading = this.begin(sheet);
      const rows: SheetRow[] = [];
      for await (const batch of this.batches(sheet, reading)) {
        for (const row of batch) rows.push(row);
        this.refuseTooMany(sheet, reading);
      }
      const whole = this.finish(sheet, reading, rows);
      const issues = reading.log.close();
      return issues.length === 0 ? whole : { ...whole, issues };
    });
  }

  private async *stream(name: string, options: StreamRowsOptions = {}): AsyncGenerator<SheetRow> {
    const already = this.read.get(name);
    if (already) {
      yield* already.rows;
      return;
    }
    const sheet = this.sheetNamed(name);
    try {
      const reading = this.begin(sheet);
      let told = 0;
      for await (const batch of this.batches(sheet, reading)) {
        for (; told < reading.log.found.length; told++) options.onIssue?.(reading.log.found[told] as Issue);
        yield* batch;
      }
      for (const late of reading.log.close().slice(told)) options.onIssue?.(late);
    } catch (error) {
      throw asSourceError(error, this.file.source);
    }
  }

  /** Rows as the bytes come in; leaving the loop stops inflating. */
  private async *batches(sheet: SheetPart, reading: SheetReading): AsyncGenerator<SheetRow[]> {
    const entry = this.entry(sheet);
    if (entry.size <= INFLATED_WHOLE) {
      reading.push(inflate(entry, this.file.source));
    } else {
      for await (const chunk of inflateChunks(entry, this.file.source)) {
        reading.push(chunk);
        yield reading.takeRows();
      }
    }
    reading.end();
    yield reading.takeRows();
  }

  private refuseTooMany({ name }: SheetPart, { gatherer }: SheetReading): void {
    const { source, limits } = this.file;
    if (gatherer.cellCount <= limits.cells) return;
    refuse("workbook_too_large", { source, sheet: name }, { limit: "cells", allowed: limits.cells });
  }

  private begin(sheet: SheetPart): SheetReading {
    const { file, workbook, options } = this;
    this.styles ??= this.related("styles", (part) => readStyles(file, part)) ?? noStyles;
    this.strings ??= this.related("sharedStrings", (part) => readSharedStrings(file, part)) ?? noStrings;
    return new SheetReading({
      source: file.source,
      sheet: sheet.name,
      origin: file.origin(sheet.part),
      styles: this.styles,
      strings: this.strings,
      dateEpoch: workbook.dateEpoch,
      limits: file.limits,
      parserOnly: options.parserOnly,
    });
  }

  private finish(sheet: SheetPart, reading: SheetReading, rows: readonly SheetRow[]): Sheet {
    const related = this.file.relationships(sheet.part);
    const comments = readComments(this.file, related);
    const { frame, log } = reading;
    for (const part of missingFromSheet(this.file, sheet.part, related, frame)) {
      log.add("workbook_part_missing", undefined, { part });
    }
    const { dateEpoch } = this.workbook;
    return wholeSheet({ info: info(sheet), rows, frame, related, comments, dateEpoch }, log);
  }

  private related<Value>(kind: string, read: (part: string) => Value): Value | undefined {
    const found = this.workbook.related.find((one) => one.kind === kind);
    return found && this.file.find(found.target) ? read(found.target) : undefined;
  }

  private entry({ name, part }: SheetPart): ZipEntry {
    return (
      this.file.find(part) ??
      refuse("workbook_part_missing", { source: this.file.source, sheet: name }, { part })
    );
  }

  private sheetNamed(name: string): SheetPart {
    const { sheets } = this.workbook;
    const found = sheets.find((sheet) => sheet.name === name);
    if (found) return found;
    const existing = sheets.map((sheet) => sheet.name);
    throw new SheetSourceError("sheet_not_found", `no sheet “${name}” in ${this.file.source}`, { existing });
  }

  private async unreadableAsError<Value>(read: () => Promise<Value>): Promise<Value> {
    try {
      return await read();
    } catch (error) {
      throw asSourceError(error, this.file.source);
    }
  }
}

function info({ name, visibility }: SheetPart): SheetInfo {
  return { name, visibility };
}

function asSourceError(error: unknown, source: string): unknown {
  if (!(error instanceof WorkbookProblem)) return error;
  const message = `${source} cannot be read to its end: ${error.message}`;
  return new SheetSourceError("source_unreadable", message, { issue: error.issue, cause: error });
}
