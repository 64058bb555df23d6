/**
 * How much of a file is read before it is refused. The defaults let through every workbook a person
 * could fill in and a table of some 130,000 rows, and stop what was built to exhaust a machine.
 */
export interface WorkbookLimits {
  /** Bytes of the file as it arrives. */
  readonly fileBytes: number;
  /** Entries in the package. */
  readonly entries: number;
  /** Bytes of all entries together, unpacked. */
  readonly unpackedBytes: number;
  /** Bytes of one part other than a sheet, unpacked: shared strings, styles, comments. */
  readonly partBytes: number;
  /** Unpacked size over packed size, looked at from `ratioFromBytes` on. Sheets reach 20, deflate's most is 1032. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
  /** Cells that hold something, in one sheet read as a whole; rows that are streamed are not counted. */
  readonly cells: number;
  /** Merged ranges of one sheet. */
  readonly merges: number;
  /** Nested XML elements. */
  readonly depth: number;
  /** Sheets whose XML is no larger than this together are read on opening, so that all their issues are told then. */
  readonly readOnOpeningBytes: number;
  /** Issues of one code told for one sheet; the rest are counted. */
  readonly issuesPerCode: number;
}

const MiB = 1024 * 1024;

/** What a workbook may ask of this machine: far above any honest return, far below what would exhaust it. */
export const defaultLimits: WorkbookLimits = {
  fileBytes: 256 * MiB,
  entries: 10_000,
  unpackedBytes: 1024 * MiB,
  partBytes: 128 * MiB,
  ratio: 200,
  ratioFromBytes: 8 * MiB,
  cells: 2_000_000,
  merges: 100_000,
  depth: 64,
  readOnOpeningBytes: 16 * MiB,
  issuesPerCode: 100,
};
