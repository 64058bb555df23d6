import type { Issue } from "../../issue/issue.ts";
import type { FormIdentity } from "../form/form-identity.ts";
import type { Draft } from "./draft.ts";
import type { TableFinder } from "./find-tables.ts";
import type { Grid } from "./grid.ts";
import type { ReadReturnOptions } from "./return-context.ts";
import type { RepeatRow } from "./rows-reader.ts";
import type { SheetAccount } from "./sheet-account.ts";

/** One sheet being read, and what its reading needs. */
export interface SheetReader {
  readonly grid: Grid;
  readonly account: SheetAccount;
  readonly options: ReadReturnOptions;
  readonly source: string;
  readonly finder: TableFinder;
  /** The form's identity, when the return is a form of ours. */
  readonly identity: FormIdentity | null;
}

/** What one sheet gave. */
export interface SheetResult {
  readonly drafts: readonly Draft[];
  readonly repeats: readonly RepeatRow[];
  readonly issues: readonly Issue[];
  /** Whether anything was recognised as a form or a table. */
  readonly recognised: boolean;
}
