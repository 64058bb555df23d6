import type { SheetRow } from "@chiendich/core";
import type { SharedStrings } from "../package/shared-strings.ts";
import type { CellStyles } from "../package/styles.ts";
import type { WorkbookLimits } from "../limits.ts";
import { refuse } from "../workbook-problem.ts";
import { xmlEncoding, xmlReader, type XmlOrigin, type XmlReader } from "../xml/read-xml.ts";
import { CellBuilder } from "./cell-builder.ts";
import { IssueLog } from "./issue-log.ts";
import { RowGatherer } from "./row-gatherer.ts";
import { RowScanner } from "./row-scanner.ts";
import { sheetXml, type SheetFrame } from "./sheet-xml.ts";

export interface SheetContext {
  readonly source: string;
  readonly sheet: string;
  readonly origin: XmlOrigin;
  readonly styles: CellStyles;
  readonly strings: SharedStrings;
  readonly dateEpoch: 1900 | 1904;
  readonly limits: WorkbookLimits;
  /** Leaves every row to the XML parser: to compare the two ways, and to measure them. */
  readonly parserOnly?: boolean | undefined;
}

/** Bytes before the rows in which the parser looks for them; what stands there is small in every file. */
const LARGEST_HEAD = 1024 * 1024;
/** Bytes of one row. Excel's longest row, full of its longest texts, is larger; no return is near it. */
const LARGEST_ROW = 64 * 1024 * 1024;

/**
 * Reads a sheet's XML from bytes as they come. What stands before and behind the rows goes to the XML
 * parser; the rows go to the scanner, until one is written in a way it does not know: from there on
 * the parser takes the rows too.
 */
export class SheetReading {
  readonly gatherer: RowGatherer;
  readonly log: IssueLog;
  readonly frame: SheetFrame;
  private readonly parser: XmlReader;
  private readonly scanner: RowScanner;
  private readonly context: SheetContext;
  private phase: "head" | "rows" | "parser" = "head";
  private rest: Buffer = Buffer.alloc(0);
  /** Bytes to gather before looking again for the end of an unfinished row. */
  private wanted = 0;
  private decoder: InstanceType<typeof TextDecoder> = new TextDecoder("utf-8");

  constructor(context: SheetContext) {
    const { styles, strings, dateEpoch, limits, source, sheet } = context;
    this.context = context;
    this.log = new IssueLog(source, sheet, limits.issuesPerCode);
    this.gatherer = new RowGatherer(this.log);
    const builder = new CellBuilder(styles, strings, dateEpoch, this.log);
    this.scanner = new RowScanner(this.gatherer, builder);
    const { frame, handlers } = sheetXml(this.gatherer, builder, this.log, (count) => {
      if (count > limits.merges) {
        refuse("workbook_too_large", { source, sheet }, { limit: "merges", allowed: limits.merges });
      }
    });
    this.frame = frame;
    this.parser = xmlReader(handlers, context.origin);
  }

  push(chunk: Buffer): void {
    this.rest = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    if (this.rest.length < this.wanted) return;
    if (this.phase === "head") this.readHead(false);
    if (this.phase === "rows") this.scanRows();
    if (this.phase === "parser") this.parseRest();
  }

  end(): void {
    if (this.phase === "head") this.readHead(true);
    if (this.phase === "rows") this.scanRows();
    // A row without end: the parser says what is wrong with it.
    this.phase = "parser";
    this.parseRest();
    this.parser.write(this.decoder.decode());
    this.parser.end();
    this.gatherer.close();
  }

  /** The finished rows, once. */
  takeRows(): SheetRow[] {
    const { rows } = this.gatherer;
    this.gatherer.rows = [];
    return rows;
  }

  private readHead(isAll: boolean): void {
    const { rest } = this;
    const encoding = xmlEncoding(rest);
    if (encoding !== "utf-8" && encoding !== "us-ascii") {
      this.decoder = decoderFor(encoding, this.context.origin);
      this.phase = "parser";
      return;
    }
    const start = rest.indexOf("<sheetData");
    const end = start < 0 ? -1 : rest.indexOf(">", start);
    if (end < 0 && !isAll && rest.length < LARGEST_HEAD) return;
    const ordinary = end >= 0 && rest[end - 1] !== 0x2f && !rest.subarray(0, end).includes("<!");
    if (!ordinary || this.context.parserOnly === true) {
      this.phase = "parser";
      return;
    }
    this.parser.write(this.decoder.decode(rest.subarray(0, end + 1), { stream: true }));
    this.rest = rest.subarray(end + 1);
    // In any other namespace these are not rows, whatever they look like.
    this.phase = this.frame.inRows ? "rows" : "parser";
  }

  private scanRows(): void {
    const at = this.scanner.scan(this.rest, 0);
    this.rest = this.rest.subarray(at);
    if (this.scanner.state !== "more") {
      this.phase = "parser";
      return;
    }
    if (this.rest.length > LARGEST_ROW) {
      const { source, sheet } = this.context;
      refuse("workbook_too_large", { source, sheet }, { limit: "row", allowed: LARGEST_ROW });
    }
    // Looking through an unfinished row again with each chunk would take quadratic time.
    this.wanted = this.rest.length * 2;
  }

  private parseRest(): void {
    this.parser.write(this.decoder.decode(this.rest, { stream: true }));
    this.rest = Buffer.alloc(0);
    this.wanted = 0;
  }
}

function decoderFor(encoding: string, { source, part }: XmlOrigin): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(encoding);
  } catch {
    return refuse("workbook_damaged", { source }, { part, detail: encoding });
  }
}
