/** What templates see: JSON values. */
export type PlainValue = string | number | boolean | null | readonly PlainValue[] | PlainData;
export interface PlainData {
  readonly [name: string]: PlainValue;
}

const forbidden = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Characters no XML document may hold, lone surrogates, and the non-characters U+FDD0…U+FDEF: one of
 * them in a name would make a .docx unreadable. And marks that turn the direction of writing, with
 * which a name or an address can show as another.
 */

const unprintable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]/g;

/** Letters of which none is unprintable or joins with the next: nearly every text, known at a glance. */
const surelyPrintable = /^[\t\n\r -~\u00a0-\u024f\u1e00-\u1eff\u2010-\u2027]*$/;

export function printable(text: string): string {
  if (surelyPrintable.test(text)) return text;
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
  const copy = plainValue(data, null);
  if (typeof copy !== "object" || copy === null || Array.isArray(copy)) {
    throw new TypeError("template data is an object");
  }
  return copy as PlainData;
}

/** Where a value stands: the name or index it has in the one around it. */
interface Step {
  readonly around: object;
  readonly name: string | number;
  readonly up: Step | null;
}

function plainValue(value: unknown, at: Step | null): PlainValue {
  if (typeof value === "string") return printable(value);
  if (typeof value === "boolean" || value === null) return value;
  if (value === undefined) return null;
  if (typeof value === "number") {
    if (!Number.isFinite(value))
      throw new TypeError(`${pathOf(at)} is ${value}, which is no number to print`);
    return value;
  }
  if (typeof value !== "object") throw new TypeError(`${pathOf(at)} is a ${typeof value}, which is no data`);
  for (let step = at; step !== null; step = step.up) {
    if (step.around === value) throw new TypeError(`${pathOf(at)} contains itself`);
  }
  if (Array.isArray(value))
    return value.map((item, name) => plainValue(item, { around: value, name, up: at }));
  const result: Record<string, PlainValue> = {};
  for (const name of Object.keys(value)) {
    if (forbidden.has(name)) continue;
    const item = (value as Readonly<Record<string, unknown>>)[name];
    result[name] = plainValue(item, { around: value, name, up: at });
  }
  return result;
}

function pathOf(at: Step | null): string {
  if (at === null) return "data";
  return `${pathOf(at.up)}${typeof at.name === "number" ? `[${at.name}]` : `.${at.name}`}`;
}
