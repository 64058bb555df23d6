import type { Issue } from "../issue/issue.ts";
import type { Sheet, SheetInfo, SheetRow } from "./sheet.ts";

/**
 * Where sheets come from: a workbook's bytes, a Google spreadsheet, memory in a test. Reading
 * never changes the source. A name is matched exactly as it stands on the tab.
 */
export interface SheetSource {
  /** What people call it: the file's name or the spreadsheet's title. Places in issues use it. */
  readonly name: string;
  readonly capabilities: SheetSourceCapabilities;
  /** In tab order, hidden sheets included. */
  listSheets(): Promise<readonly SheetInfo[]>;
  /** @throws {SheetSourceError} `sheet_not_found`, naming the sheets that do exist */
  readSheet(name: string): Promise<Sheet>;
  /**
   * The rows one by one, in bounded memory and in order of `index`. Leaving the loop early releases
   * what the source holds. Links and comments may be absent here, because files keep them behind the rows.
   * @throws {SheetSourceError} `sheet_not_found`; `source_unreadable` when the sheet breaks off on the way
   */
  streamRows(name: string, options?: StreamRowsOptions): AsyncIterable<SheetRow>;
  /** Defined names of the workbook: name → reference such as `'Danh mục'!$A$2:$A$9`. */
  readNames(): Promise<Readonly<Record<string, string>>>;
}

/** How rows are streamed. */
export interface StreamRowsOptions {
  /** Told of each problem as the rows go by, when opening the source had not told it already. */
  readonly onIssue?: ((issue: Issue) => void) | undefined;
}

/** What a source can tell beyond values. Asking for what is missing fails when planning, not halfway. */
export interface SheetSourceCapabilities {
  readonly formulas: boolean;
  readonly merges: boolean;
  readonly hidden: boolean;
  readonly comments: boolean;
  readonly fonts: boolean;
}

/**
 * `sheet_not_found`: no tab of that name. `source_unreadable`: disk, network or permission.
 * `source_changed`: it changed while it was read.
 */
export type SheetSourceErrorCode = "sheet_not_found" | "source_unreadable" | "source_changed";

/** A failure of the world while reading; what is wrong *in* a file is an issue instead. */
export class SheetSourceError extends Error {
  readonly code: SheetSourceErrorCode;
  /** The sheets that do exist, when one was not found. */
  readonly existing: readonly string[];
  /** What is wrong in the file, when that is why it could not be read. */
  readonly issue: Issue | undefined;

  constructor(
    code: SheetSourceErrorCode,
    message: string,
    options: { existing?: readonly string[]; issue?: Issue; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = "SheetSourceError";
    this.code = code;
    this.existing = options.existing ?? [];
    this.issue = options.issue;
  }
}
