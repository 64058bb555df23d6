import { issueCatalogue } from "./catalogue.ts";
import type { IssueDefinition } from "./definition.ts";
import type { Language } from "../vietnamese/language.ts";
import type { Issue, Place } from "./issue.ts";

const words = {
  vi: { sheet: "trang", cell: "ô" },
  en: { sheet: "sheet", cell: "cell" },
};

/** Where it is, for a person: `vinh-hai.xlsx, trang “Báo cáo”, ô C7`, or `campaign.yaml:12:5, rounds[0].deadline`. */
export function printPlace(place: Place, language: Language): string {
  const word = words[language];
  const parts: string[] = [];
  if ("path" in place) {
    const { source, line, column } = place;
    // As compilers write it: editors and terminals open such a place with a click.
    const at = [source, line, column].filter((one) => one !== undefined && one !== "").join(":");
    if (at) parts.push(at);
    if (place.path) parts.push(place.path);
  } else {
    if (place.source) parts.push(place.source);
    if (place.sheet !== undefined) parts.push(`${word.sheet} “${place.sheet}”`);
    if (place.cell !== undefined) parts.push(`${word.cell} ${place.cell}`);
  }
  return parts.join(", ");
}

/** The sentence alone, without the place. */
export function explainIssue(issue: Issue, language: Language): string {
  const definition = issueCatalogue[issue.code] as IssueDefinition<Issue["params"]>;
  return definition[language](issue.params);
}

/** Place, sentence and code on one line, as the command line prints it. */
export function printIssue(issue: Issue, language: Language): string {
  const place = printPlace(issue.place, language);
  return `${place ? `${place}: ` : ""}${explainIssue(issue, language)} [${issue.code}]`;
}
