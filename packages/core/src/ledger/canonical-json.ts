/**
 * The one JSON text of a plain value, for hashing: keys sorted by code unit, no spaces, `undefined`
 * left out as `JSON.stringify` does. The form of RFC 8785 (JSON Canonicalization Scheme), whose
 * number and string rules are those of `JSON.stringify`.
 *
 * @throws {TypeError} for what JSON cannot hold: functions, symbols, bigints, NaN and infinities,
 *   lone surrogates. Silently writing `null` for them would give different data the same hash.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") {
    if (/\p{Surrogate}/u.test(value)) throw new TypeError("a lone surrogate has no canonical JSON");
    return JSON.stringify(value);
  }
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError(`${value} has no canonical JSON`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item)).join(",")}]`;
  if (typeof value === "object") {
    const record = value as Readonly<Record<string, unknown>>;
    const members: string[] = [];
    for (const key of Object.keys(record).sort()) {
      const member = record[key];
      if (member !== undefined) members.push(`${canonicalJson(key)}:${canonicalJson(member)}`);
    }
    return `{${members.join(",")}}`;
  }
  throw new TypeError(`a ${typeof value} has no canonical JSON`);
}
