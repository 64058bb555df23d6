/**
 * Whether everything wanted is there: every field of `wanted` in `actual`, whatever else Google adds.
 * Colours come back as 32-bit fractions, so numbers may differ by less than a 255th.
 */
export function covers(actual: unknown, wanted: unknown): boolean {
  if (typeof wanted === "number" && typeof actual === "number") return Math.abs(actual - wanted) < 1 / 512;
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(actual) &&
      actual.length === wanted.length &&
      wanted.every((one, at) => covers(actual[at], one))
    );
  }
  if (typeof wanted === "object" && wanted !== null) {
    // Google leaves zeros and false out of what it sends.
    return Object.entries(wanted).every(([field, part]) =>
      covers((actual as Record<string, unknown> | undefined)?.[field] ?? blankOf(part), part),
    );
  }
  return actual === wanted;
}

function blankOf(part: unknown): unknown {
  return part === 0 ? 0 : part === false ? false : undefined;
}
