import type { PathPlace } from "@chiendich/core";

export type Expression = hbs.AST.Expression;

/** Whatever is called with arguments: a tag, a block, a call in brackets. */
export type Call = Pick<hbs.AST.MustacheStatement, "params" | "hash"> & { readonly path: Expression };

/** A name without dots, `../` and `@`; null for any other expression. */
export function simpleName(expression: Expression): string | null {
  if (expression.type !== "PathExpression") return null;
  const { parts, depth, data, original } = expression as hbs.AST.PathExpression;
  const [only] = parts;
  return depth === 0 && !data && parts.length === 1 && only === original ? only : null;
}

/** As it is written in the template. */
export function printed(expression: Expression): string {
  const { original } = expression as { readonly original?: unknown };
  return typeof original === "string" ? original : "(…)";
}

/** Where a node begins. */
export function placeOf(source: string, { loc }: hbs.AST.Node): PathPlace {
  return { path: "", source, line: loc.start.line, column: loc.start.column + 1 };
}
