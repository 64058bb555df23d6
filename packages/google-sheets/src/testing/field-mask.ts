import { invalid } from "./api-error.ts";

/** A field mask as a tree: `null` is everything below. */
export interface Mask {
  readonly [field: string]: Mask | null;
}

/** `a,b(c,d.e)/f` → the fields wanted. @throws {ApiError} 400 for a mask that cannot be read */
export function parseFieldMask(text: string): Mask | null {
  if (text.trim() === "*") return null;
  const root: Record<string, Mask | null> = {};
  let at = 0;
  const fail = () =>
    invalid(`Request contains an invalid argument. Invalid field selection ${text.slice(at)}`);

  function list(into: Record<string, Mask | null>) {
    for (;;) {
      path(into);
      if (text[at] !== ",") return;
      at++;
    }
  }
  function path(into: Record<string, Mask | null>) {
    const name = /^\s*([A-Za-z]\w*|\*)\s*/.exec(text.slice(at));
    if (!name) throw fail();
    at += name[0].length;
    const field = name[1] as string;
    const sign = text[at];
    if (sign === "." || sign === "/") {
      at++;
      path(below(into, field));
    } else if (sign === "(") {
      at++;
      list(below(into, field));
      if (text[at] !== ")") throw fail();
      at++;
    } else into[field] = null;
  }
  function below(into: Record<string, Mask | null>, field: string): Record<string, Mask | null> {
    if (into[field] === null) return {};
    return (into[field] ??= {}) as Record<string, Mask | null>;
  }

  list(root);
  if (at < text.length) throw fail();
  return root;
}

/** Whether the mask asks for anything under the path. */
export function asksFor(mask: Mask | null, ...path: string[]): boolean {
  let here: Mask | null | undefined = mask;
  for (const field of path) {
    if (here === null || here === undefined) break;
    here = "*" in here ? null : here[field];
  }
  return here !== undefined;
}

/** The part of a value that the mask selects; arrays are masked element by element. */
export function applyMask(value: unknown, mask: Mask | null): unknown {
  if (mask === null || value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((one) => applyMask(one, mask));
  if ("*" in mask) return value;
  const kept: Record<string, unknown> = {};
  for (const [field, part] of Object.entries(value)) {
    const below = mask[field];
    if (below !== undefined && part !== undefined) kept[field] = applyMask(part, below);
  }
  return kept;
}

/**
 * `target` with the masked fields taken from `patch`; a masked field that `patch` does not have is
 * cleared, as Google's update requests do it.
 */
export function patchFields<Value extends object>(target: Value, patch: object, mask: Mask | null): Value {
  if (mask === null || "*" in mask) return { ...patch } as Value;
  const result = { ...target } as Record<string, unknown>;
  for (const [field, below] of Object.entries(mask)) {
    const part = (patch as Record<string, unknown>)[field];
    if (below === null || below === undefined) {
      if (part === undefined) delete result[field];
      else result[field] = part;
    } else {
      const merged = patchFields((result[field] ?? {}) as object, (part ?? {}) as object, below);
      if (Object.keys(merged).length === 0) delete result[field];
      else result[field] = merged;
    }
  }
  return result as Value;
}
