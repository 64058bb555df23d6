import { issueCatalogue } from "@chiendich/core";

interface Definition {
  readonly severity: string;
  readonly vi: (params: never) => string;
  readonly en: (params: never) => string;
  readonly cure: { readonly vi: string; readonly en: string };
}

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
        `## ${code}\n\n${severity}\n\n- **vi** ${escape(sentence(vi))}\n- **en** ${escape(sentence(en))}\n- **Cách xử lý** ${escape(cure.vi)}\n- **Cure** ${escape(cure.en)}\n`,
    );
  return [
    "# Issue codes\n",
    "Generated from the catalogue by `npx -y pnpm@12 issue-codes`; a test keeps it current. What stands in ‹…› is filled\nin with what was found. A code never changes its meaning.\n",
    ...sections,
  ].join("\n");
}

/** A sentence with its parameters named; some sentences count or compare, and only have one form here. */
function sentence(print: (params: never) => string): string {
  const params = new Proxy({}, { get: (_, name) => named(String(name)) });
  try {
    const text: unknown = print(params as never);
    return typeof text === "string" ? text.replace(/undefined|NaN/g, "‹…›") : "…";
  } catch {
    return "…";
  }
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
