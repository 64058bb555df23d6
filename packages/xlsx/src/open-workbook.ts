import { issue, type Issue, type Parsed, type SheetSource } from "@chiendich/core";
import { compoundKind } from "./content/compound-file.ts";
import { contentKind } from "./content/content-kind.ts";
import { delimitedSource } from "./content/delimited.ts";
import { htmlSource } from "./content/html.ts";
import { flatOdsSource, odsSource } from "./content/ods.ts";
import { packageKind } from "./content/package-kind.ts";
import { spreadsheetmlSource } from "./content/spreadsheetml.ts";
import { defaultLimits, type WorkbookLimits } from "./limits.ts";
import { openPackage } from "./package/workbook-package.ts";
import { WorkbookProblem, refuse } from "./workbook-problem.ts";
import { xlsxSource } from "./xlsx-source.ts";

/** The formats from before .xlsx that are read by way of another program. */
export type OldFormat = ".xls" | ".xlsb";

/**
 * Turns an old workbook into .xlsx. Running another program is an effect, so it is handed in; see
 * `libreOfficeConverter`. A rejection becomes an issue.
 */
export type WorkbookConverter = (bytes: Uint8Array, format: OldFormat) => Promise<Uint8Array>;

/** How a workbook is opened. */
export interface OpenWorkbookOptions {
  /** The file's name, as people know it; places in issues use it. Its extension is not trusted. */
  readonly name: string;
  readonly limits?: Partial<WorkbookLimits> | undefined;
  /** Without one, an old workbook gives an issue that says how to save it anew. */
  readonly convert?: WorkbookConverter | undefined;
}

interface Opened {
  readonly source: SheetSource;
  readonly issues: readonly Issue[];
}

/**
 * Opens what somebody sent as a workbook: .xlsx, .xlsm, .csv, .tsv, .ods, SpreadsheetML 2003, a web
 * page called .xls, and old .xls and .xlsb through a converter. What it really is shows from its
 * bytes, whatever its name says. Never throws for what is in the file: a file that cannot be read
 * gives `value: null` and the reason; one that can gives the source and all that was noticed.
 */
export async function openWorkbook(
  bytes: Uint8Array,
  options: OpenWorkbookOptions,
): Promise<Parsed<SheetSource>> {
  const limits = { ...defaultLimits, ...options.limits };
  try {
    const opened = openAs(bytes, options.name, limits);
    const { source, issues } =
      typeof opened === "string" ? await openConverted(bytes, opened, options, limits) : opened;
    return { value: source, issues };
  } catch (error) {
    if (error instanceof WorkbookProblem) return { value: null, issues: [error.issue] };
    throw error;
  }
}

/** The source, or the old format that must be converted first. */
function openAs(bytes: Uint8Array, name: string, limits: WorkbookLimits): Opened | OldFormat {
  const place = { source: name };
  if (bytes.length === 0) refuse("workbook_empty_file", place, {});
  if (bytes.length > limits.fileBytes) {
    refuse("workbook_too_large", place, { limit: "fileBytes", allowed: limits.fileBytes });
  }
  const kind = contentKind(bytes);
  switch (kind) {
    case "zip":
      return openZip(bytes, name, limits);
    case "compound":
      return openCompound(bytes, name);
    case "html":
      return htmlSource(bytes, name, limits);
    case "spreadsheetml":
      return spreadsheetmlSource(bytes, name, limits);
    case "flat-ods":
      return flatOdsSource(bytes, name, limits);
    case "text":
      return delimitedSource(bytes, name, limits);
    case "pdf":
    case "picture":
    case "document":
    case "archive":
      return refuse("workbook_is_other_file", place, { kind });
    case "unknown":
      return refuse("workbook_not_recognised", place, {});
  }
}

function openZip(bytes: Uint8Array, name: string, limits: WorkbookLimits): Opened | OldFormat {
  const file = openPackage(bytes, name, limits);
  const kind = packageKind(file);
  switch (kind) {
    case "xlsx":
      return xlsxSource(file);
    case "ods":
      return odsSource(file);
    case "xlsb":
      return ".xlsb";
    case "document":
    case "presentation":
    case "archive":
      return refuse("workbook_is_other_file", { source: name }, { kind });
  }
}

function openCompound(bytes: Uint8Array, name: string): OldFormat {
  const place = { source: name };
  const kind = compoundKind(bytes);
  switch (kind) {
    case "xls":
      return ".xls";
    case "encrypted":
      return refuse("workbook_encrypted", place, {});
    case "document":
    case "presentation":
      return refuse("workbook_is_other_file", place, { kind });
    case "unknown":
      return refuse("workbook_not_recognised", place, {});
  }
}

async function openConverted(
  bytes: Uint8Array,
  format: OldFormat,
  { name, convert }: OpenWorkbookOptions,
  limits: WorkbookLimits,
): Promise<Opened> {
  const place = { source: name };
  if (!convert) return refuse("workbook_old_format", place, { format });
  const converted = await convert(bytes, format).catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    return refuse("workbook_conversion_failed", place, { format, message });
  });
  const opened = openAs(converted, name, limits);
  if (typeof opened === "string") {
    return refuse("workbook_conversion_failed", place, { format, message: `${opened} came back` });
  }
  return {
    source: opened.source,
    issues: [issue("workbook_converted", place, { format }), ...opened.issues],
  };
}
