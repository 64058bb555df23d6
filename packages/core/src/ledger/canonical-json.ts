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
  for (const key of Object.keys(record).sort()) {
    const member = record[key];
    if (member === undefined) continue;
    if (members !== "") members += ",";
    members += `${quoted(key)}:${canonicalJson(member)}`;
  }
  return `{${members}}`;
}

/** The characters JSON escapes. */
const escaped = /["\\\u0000-\u001f]/;

/** Most texts need no escape, and asking first is half the work of an append saved. */
function quoted(text: string): string {
  if (!text.isWellFormed()) throw new TypeError("a lone surrogate has no canonical JSON");
  return escaped.test(text) ? JSON.stringify(text) : `"${text}"`;
}
