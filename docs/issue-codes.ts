import { issueCatalogue, type IssueCode, type IssueParams } from "@chiendich/core";

interface Definition {
  readonly severity: string;
  readonly vi: (params: never) => string;
  readonly en: (params: never) => string;
  readonly cure: { readonly vi: string; readonly en: string };
}

/** Values for params that a sentence looks into, such as days it prints with their weekday. */
const examples: { readonly [Code in IssueCode]?: Partial<IssueParams<Code>> } = {
  deadline_excludes_its_day: {
    on: "2024-11-10",
    weekday: 0,
    lastDay: "2024-11-09",
    lastWorkingDay: "2024-11-08",
  },
  deadline_on_day_off: { on: "2024-11-09", lastWorkingDay: "2024-11-08" },
  deadline_weekday_mismatch: { on: "2024-11-10" },
  deadline_wording_ambiguous: { on: "2024-11-10" },
  deadline_year_needed: { issuedOn: "2024-10-29" },
  round_before_previous: { lastDay: "2024-11-09", previousLastDay: "2024-11-15" },
  round_data_closing_too_late: { dataAsOf: "2024-11-09", lastDay: "2024-11-09", latest: "2024-11-07" },
  round_deadline_before_issue: { lastDay: "2024-10-15", issuedOn: "2024-10-29" },
  round_due_after_upward: { lastDay: "2024-11-15", upwardLastDay: "2024-11-12" },
  round_locks_too_early: { locksOn: "2024-11-08", lastDay: "2024-11-09" },
  round_opens_after_deadline: { opensOn: "2024-11-12", lastDay: "2024-11-09" },
  sheets_link_other_kind: { kind: "form" },
  workbook_is_other_file: { kind: "pdf" },
};

/**
 * The page of every issue code: severity, both sentences with their parameters as ‹names›, and the
 * cure. Each code is a heading, so `docs/issue-codes.md#code` leads to it.
 */
export function issueCodesPage(): string {
  const entries = Object.entries(issueCatalogue as unknown as Readonly<Record<string, Definition>>);
  const sections = entries
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([code, { severity, vi, en, cure }]) =>
        `## ${code}\n\n${severity}\n\n- **vi** ${escape(sentence(vi, code))}\n- **en** ${escape(sentence(en, code))}\n- **Cách xử lý** ${escape(cure.vi)}\n- **Cure** ${escape(cure.en)}\n`,
    );
  return [
    "# Issue codes\n",
    "Generated from the catalogue by `npx -y pnpm@12 issue-codes`; a test keeps it current. What stands in ‹…› is filled\nin with what was found; days are examples. A code never changes its meaning.\n",
    ...sections,
  ].join("\n");
}

/** The module that knows how serious each code is without its sentences; see record 97. */
export function severitiesModule(): string {
  const lines = Object.entries(issueCatalogue).map(([code, { severity }]) => `  ${code}: "${severity}",`);
  return [
    'import type { IssueCode } from "./catalogue.ts";',
    'import type { Severity } from "./definition.ts";',
    "",
    "/**",
    " * How serious each code is, apart from its sentences: who finds problems and prints none carries no sentence.",
    " * Written from the catalogue by `npx -y pnpm@12 issue-codes`; a test keeps it current.",
    " */",
    "export const severities: Readonly<Record<IssueCode, Severity>> = {",
    ...lines.toSorted(),
    "};",
    "",
  ].join("\n");
}

/** A sentence with its parameters named; some sentences count or compare, and only have one form here. */
function sentence(print: (params: never) => string, code: string): string {
  const given: Readonly<Record<PropertyKey, unknown>> = examples[code as IssueCode] ?? {};
  const params = new Proxy({}, { get: (_, name) => given[name] ?? named(String(name)) });
  return print(params as never);
}

/** Behaves enough like a text, a list, a day or a label to be printed as its own name. */
function named(name: string): unknown {
  const text = `‹${name}›`;
  const list = {
    join: () => text,
    reverse: () => list,
    map: () => list,
    filter: () => list,
    slice: () => text,
  };
  const known: Readonly<Record<PropertyKey, unknown>> = {
    ...list,
    split: () => list,
    replace: () => text,
    replaceAll: () => text,
    at: () => text,
    toString: () => text,
    toFixed: () => text,
    [Symbol.toPrimitive]: () => text,
  };
  // A label's `vi`, a place's `sheet`: whatever is asked of it is printed as the whole.
  return new Proxy(known, { get: (_, key) => known[key] ?? (typeof key === "string" ? text : undefined) });
}

/** Nothing in a sentence is markup. */
function escape(text: string): string {
  return text
    .replace(/[<>*_`|]/g, (character) => `\\${character}`)
    .replace(/\s+/g, " ")
    .trim();
}
