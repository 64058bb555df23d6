const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Resolves the five entities XML knows and character numbers; `null` when there is any other. */
export function resolveEntities(text: string): string | null {
  let unknown = false;
  const resolved = text.replace(/&([^;&]*)(;?)/g, (whole, name: string, semicolon: string) => {
    const code = /^#(?:x([0-9A-Fa-f]{1,6})|(\d{1,7}))$/.exec(name);
    const point = code ? parseInt(code[1] ?? (code[2] as string), code[1] === undefined ? 10 : 16) : -1;
    const character = code ? characterOf(point) : Object.hasOwn(named, name) ? named[name] : undefined;
    if (semicolon !== "" && character !== undefined) return character;
    unknown = true;
    return whole;
  });
  return unknown ? null : resolved;
}

/** A character XML 1.0 allows by its number. */
function characterOf(point: number): string | undefined {
  const allowed =
    point === 9 ||
    point === 10 ||
    point === 13 ||
    (point >= 0x20 && point <= 0xd7ff) ||
    (point >= 0xe000 && point <= 0xfffd) ||
    (point >= 0x10000 && point <= 0x10ffff);
  return allowed ? String.fromCodePoint(point) : undefined;
}
