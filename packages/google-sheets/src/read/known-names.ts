/** Which one of several a written name means, or `null` when it means none or more than one. */
export type NameFinder = (text: string | null) => string | null;

/**
 * Finds by the whole name, whatever the Unicode form, case and spacing; nothing is guessed. A name
 * that two share means neither.
 */
export function knownNames(
  entries: Iterable<{ readonly id: string; readonly names: readonly string[] }>,
): NameFinder {
  const ids = new Map<string, string | null>();
  for (const { id, names } of entries) {
    for (const name of names) {
      const key = normal(name);
      ids.set(key, ids.has(key) && ids.get(key) !== id ? null : id);
    }
  }
  return (text) => (text === null ? null : (ids.get(normal(text)) ?? null));
}

function normal(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/\s*\*$/, "")
    .trim();
}
