import type { Issue, Parsed, SheetSource } from "@chiendich/core";
import { contentKind } from "./content/content-kind.ts";
import { delimitedSource } from "./content/delimited.ts";
import { defaultLimits, type WorkbookLimits } from "./limits.ts";
import { openPackage } from "./package/workbook-package.ts";
import { WorkbookProblem, refuse } from "./workbook-problem.ts";
import { xlsxSource } from "./xlsx-source.ts";

export interface OpenWorkbookOptions {
  /** The file's name, as people know it; places in issues use it. Its extension is not trusted. */
  readonly name: string;
  readonly limits?: Partial<WorkbookLimits> | undefined;
}

/**
 * Opens what somebody sent as a workbook. What it really is shows from its bytes, whatever its name
 * says. Never throws for what is in the file: a file that cannot be read gives `value: null` and
 * the reason; one that can gives the source and all that was noticed.
 */
export async function openWorkbook(
  bytes: Uint8Array,
  options: OpenWorkbookOptions,
): Promise<Parsed<SheetSource>> {
  const limits = { ...defaultLimits, ...options.limits };
  try {
    const { source, issues } = openAs(bytes, options.name, limits);
    return { value: source, issues };
  } catch (error) {
    if (error instanceof WorkbookProblem) return { value: null, issues: [error.issue] };
    throw error;
  }
}

function openAs(
  bytes: Uint8Array,
  name: string,
  limits: WorkbookLimits,
): { source: SheetSource; issues: Issue[] } {
  const place = { source: name };
  if (bytes.length === 0) refuse("workbook_empty_file", place, {});
  if (bytes.length > limits.fileBytes) {
    refuse("workbook_too_large", place, { limit: "fileBytes", allowed: limits.fileBytes });
  }
  const kind = contentKind(bytes);
  switch (kind) {
    case "zip":
      return xlsxSource(openPackage(bytes, name, limits));
    case "text":
      return delimitedSource(bytes, name, limits);
    default:
      return refuse("workbook_not_recognised", place, {});
  }
}
