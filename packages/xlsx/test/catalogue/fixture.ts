/** One file of the catalogue. */
export interface Fixture {
  /** What it shows, as its file name with extension. */
  readonly file: string;
  /** In a few words, for the catalogue's README. */
  readonly why: string;
  /** The program that made it; by hand when absent. */
  readonly madeWith?: "exceljs" | "LibreOffice" | "this package";
  /** The bytes; absent for files another program made, which are only kept. */
  readonly make?: () => Uint8Array | Promise<Uint8Array>;
  /** What a person wrote down before any program read it. `null` values are blank cells. */
  readonly expect: {
    /** Codes of the issues, in order of their names; none when absent. */
    readonly issues?: readonly string[];
    /** By `Sheet!A1`, or `A1` of the first sheet: the value, or the whole cell. */
    readonly cells?: Readonly<Record<string, unknown>>;
    /** Nothing can be read. */
    readonly refused?: boolean;
  };
}
