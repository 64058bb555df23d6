import {
  explainIssue,
  issueCatalogue,
  parseAddress,
  type CellAddress,
  type Issue,
  type Language,
  type Severity,
} from "@chiendich/core";

/** What is to be said at one cell. */
export interface Annotation {
  readonly at: CellAddress;
  readonly text: string;
  /** The gravest of what is said here; `null` when it concerns the whole sheet and no cell is to be coloured. */
  readonly severity: Severity | null;
}

const heading: Readonly<Record<Language, Readonly<Record<Severity, string>>>> = {
  vi: { error: "Lỗi", query: "Cần giải trình", warning: "Lưu ý", info: "Ghi chú" },
  en: { error: "Error", query: "Please explain", warning: "Note", info: "Remark" },
};
const cureHeading: Readonly<Record<Language, string>> = { vi: "Cách sửa", en: "What to do" };
const gravity: readonly Severity[] = ["error", "query", "warning", "info"];

/**
 * Sorts issues by the sheet and cell they belong to. One that names no cell is said at A1 of its
 * sheet, one that names no sheet of the workbook at A1 of the first: none is dropped. What is only
 * for the record (`info`) is nothing to be mended and is left out.
 */
export function annotationsBySheet(
  issues: readonly Issue[],
  sheets: readonly string[],
  language: Language,
): ReadonlyMap<string, readonly Annotation[]> {
  const [firstSheet = ""] = sheets;
  const bySheet = new Map<string, Map<string, Annotation>>();
  for (const issue of issues) {
    if (issue.severity === "info") continue;
    const { sheet, cell } = "path" in issue.place ? {} : issue.place;
    const isKnown = sheet !== undefined && sheets.includes(sheet);
    const at = isKnown && cell !== undefined ? parseAddress(cell) : null;
    const annotation: Annotation = {
      at: at ?? { row: 0, column: 0 },
      text: sentence(issue, language),
      severity: at ? issue.severity : null,
    };
    const name = isKnown ? sheet : firstSheet;
    const cells = bySheet.get(name) ?? new Map<string, Annotation>();
    const key = `${annotation.at.row} ${annotation.at.column}`;
    cells.set(key, together(cells.get(key), annotation));
    bySheet.set(name, cells);
  }
  return new Map([...bySheet].map(([name, cells]) => [name, [...cells.values()].sort(byPosition)]));
}

function sentence(issue: Issue, language: Language): string {
  const { cure } = issueCatalogue[issue.code];
  const said = explainIssue(issue, language);
  return `${heading[language][issue.severity]}: ${capitalised(said, language)}.\n${cureHeading[language]}: ${cure[language]}`;
}

function capitalised(text: string, language: Language): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}

function together(before: Annotation | undefined, next: Annotation): Annotation {
  if (!before) return next;
  const severities = [before.severity, next.severity].filter((severity) => severity !== null);
  const severity = gravity.find((one) => severities.includes(one)) ?? null;
  return { at: before.at, text: `${before.text}\n\n${next.text}`, severity };
}

function byPosition(a: Annotation, b: Annotation): number {
  return a.at.row - b.at.row || a.at.column - b.at.column;
}

/** Fill colours by severity, `RRGGBB`: Excel's own for “bad” and “neutral”, told apart in print too. */
export const highlight: Readonly<Record<Severity, string>> = {
  error: "FFC7CE",
  query: "FFEB9C",
  warning: "FFEB9C",
  info: "DDEBF7",
};
