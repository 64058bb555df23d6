/**
 * The one JSON text of a plain value, for hashing: keys sorted by code unit, no spaces, `undefined`
 * left out as `JSON.stringify` does. The form of RFC 8785 (JSON Canonicalization Scheme), whose
 * number and string rules are those of `JSON.stringify`.
 *
 * @throws {TypeError} for what JSON cannot hold: functions, symbols, bigints, NaN and infinities,
 *   lone surrogates. Silently writing `null` for them would give different data the same hash.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === "string") return quoted(value);
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError(`${value} has no canonical JSON`);
    return String(value);
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(",")}]`;
  if (typeof value === "object") return ofRecord(value as Readonly<Record<string, unknown>>);
  throw new TypeError(`a ${typeof value} has no canonical JSON`);
}

function ofRecord(record: Readonly<Record<string, unknown>>): string {
  let members = "";
  for (const key of keysInOrder(record)) {
    const member = record[key];
    if (member === undefined) continue;
    members += `${members === "" ? "" : ","}${quoted(key)}:${canonicalJson(member)}`;
  }
  return `{${members}}`;
}

/** By insertion: records are small, and `sort` takes three times as long for a handful of keys. */
function keysInOrder(record: Readonly<Record<string, unknown>>): readonly string[] {
  const keys = Object.keys(record);
  if (keys.length > 32) return keys.sort();
  for (const [index, key] of keys.entries()) {
    let at = index;
    for (; at > 0 && (keys[at - 1] as string) > key; at -= 1) keys[at] = keys[at - 1] as string;
    keys[at] = key;
  }
  return keys;
}

/** The characters JSON escapes, and the halves of pairs. */
const special = /["\\\u0000-\u001f\ud800-\udfff]/;

/** Most texts need no escape, and asking first saves much of the work of an append. */
function quoted(text: string): string {
  if (!special.test(text)) return `"${text}"`;
  if (!text.isWellFormed()) throw new TypeError("a lone surrogate has no canonical JSON");
  return JSON.stringify(text);
}
