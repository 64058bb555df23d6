import type { Issue } from "../../issue/issue.ts";
import type { Field } from "../../report-schema/report-schema.ts";
import type { SheetBinding } from "../../sheet/sheet.ts";
import type { Answer } from "../report.ts";
import type { UnitClaim } from "./draft.ts";
import type { Grid } from "./grid.ts";
import type { ReadReturnOptions } from "./return-context.ts";
import type { SheetAccount } from "./sheet-account.ts";
import type { TitleFacts } from "./title-facts.ts";

/** One table being read row by row, and what its reading needs. */
export interface RowsReader {
  readonly grid: Grid;
  readonly account: SheetAccount;
  readonly options: ReadReturnOptions;
  readonly source: string;
  readonly title: TitleFacts;
  /** Fields that must be offered by a main table. */
  readonly required: readonly Field[];
  readonly schemaVersion: number;
  /** Marks that say whose a row is, whatever stands in it. */
  readonly binding?: SheetBinding | undefined;
}

/** One row of a repeating table, before it is known whose report it belongs to. */
export interface RepeatRow {
  readonly table: string;
  readonly claim: UnitClaim;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly issues: readonly Issue[];
  readonly sheet: string;
  readonly row: number;
}
