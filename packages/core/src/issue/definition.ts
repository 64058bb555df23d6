/**
 * - `error`: the row, cell or plan cannot be used as it is
 * - `query`: it may stand if somebody explains it, and the explanation travels with the figure
 * - `warning`: it is used, and somebody should look
 * - `info`: what was done, for the record
 */
export type Severity = "error" | "query" | "warning" | "info";

/** What an issue code means, in both languages, and what to do about it. */
export interface IssueDefinition<Params> {
  readonly severity: Severity;
  /** One sentence, without the place: the printer puts that in front. */
  readonly vi: (params: Params) => string;
  readonly en: (params: Params) => string;
  /** What the reader should do, one sentence. */
  readonly cure: { readonly vi: string; readonly en: string };
}

/** Gives the definition its parameter type, so that the catalogue stays a plain object. */
export function defineIssue<Params = Record<never, never>>(
  definition: IssueDefinition<Params>,
): IssueDefinition<Params> {
  return definition;
}
