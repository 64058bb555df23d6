/** What templates see: JSON values. */
export type PlainValue = string | number | boolean | null | readonly PlainValue[] | PlainData;
export interface PlainData {
  readonly [name: string]: PlainValue;
}

const forbidden = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Characters no XML document may hold, lone surrogates, and the non-characters U+FDD0…U+FDEF. One of
 * them in a name would make a .docx unreadable.
 */

const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/g;

export function printable(text: string): string {
  return text
    .replace(unprintable, "")
    .replace(/\p{Surrogate}/gu, "")
    .normalize("NFC");
}

/**
 * A copy that holds nothing but JSON values: no functions, no prototypes, no getters left to run, so
 * that a template can reach nothing but what it was given. `undefined` becomes null.
 *
 * @throws {TypeError} for what JSON cannot hold (functions, symbols, bigints, cycles)
 */
export function plainData(data: unknown): PlainData {
  const copy = plainValue(data, "data", []);
  if (typeof copy !== "object" || copy === null || Array.isArray(copy)) {
    throw new TypeError("template data is an object");
  }
  return copy as PlainData;
}

function plainValue(value: unknown, path: string, above: readonly object[]): PlainValue {
  if (typeof value === "string") return printable(value);
  if (typeof value === "boolean" || value === null) return value;
  if (value === undefined) return null;
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError(`${path} is ${value}, which is no number to print`);
    return value;
  }
  if (typeof value !== "object") throw new TypeError(`${path} is a ${typeof value}, which is no data`);
  if (above.includes(value)) throw new TypeError(`${path} contains itself`);
  const inside = [...above, value];
  if (Array.isArray(value)) return value.map((item, index) => plainValue(item, `${path}[${index}]`, inside));
  const result: Record<string, PlainValue> = {};
  for (const [name, item] of Object.entries(value)) {
    if (!forbidden.has(name)) result[name] = plainValue(item, `${path}.${name}`, inside);
  }
  return result;
}
