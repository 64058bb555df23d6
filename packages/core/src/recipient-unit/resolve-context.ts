import type { RecipientUnit } from "./recipient-unit.ts";
import type { ResolveContext } from "./resolution.ts";
import type { ReadyDirectory } from "./resolve-directory.ts";
import { readLetters, type Letters } from "./resolve-letters.ts";
import { everywhere, type Scope } from "./resolve-places.ts";
import type { Limits } from "./resolve-search.ts";
import { readHead } from "./resolve-vocabulary.ts";
import { foldVietnamese } from "../vietnamese/fold.ts";

/** The columns beside a name and the heading above it, understood as far as they can be. */
export interface ReadContext {
  readonly limits: Limits;
  /** A column that holds a unit where a place should stand. */
  readonly swapped: { readonly text: string; readonly column: "district" | "province" } | null;
}

export function readContext(
  directory: ReadyDirectory,
  context: ResolveContext,
  letters: Letters,
): ReadContext {
  const sets: (readonly number[])[] = [];
  let homeLevel = 0;
  let swapped: ReadContext["swapped"] = null;
  for (const column of ["district", "province"] as const) {
    const text = context[column];
    if (text === undefined || text === "") continue;
    readLetters(text, letters);
    const scope = directory.places.read(letters, 0, letters.tokens, {
      prefer: column === "province" ? 1 : 2,
      initials: true,
      authorities: true,
    });
    if (scope) {
      sets.push(...scope.sets);
      homeLevel = Math.max(homeLevel, scope.homeLevel);
    } else if (looksLikeUnit(directory, letters)) swapped ??= { text, column };
  }
  const context_: Scope = sets.length === 0 ? everywhere : { sets, homeLevel, commune: false };
  return {
    limits: { context: context_, group: groupUnits(directory, context.group, letters) },
    swapped,
  };
}

/** Whether a cell begins as the name of a commune or a school does. */
function looksLikeUnit(directory: ReadyDirectory, letters: Letters): boolean {
  const { vocabulary } = directory;
  const head = readHead(vocabulary, letters, 0, letters.tokens);
  return (
    head.typed &&
    (head.mask & (vocabulary.mask.commune | vocabulary.mask.school)) !== 0 &&
    head.next < letters.tokens
  );
}

const fillers = new Set(
  "khoi bac cac nhom truong don vi ubnd cap danh sach i ii iii iv v vi vii viii".split(" "),
);

function contentWords(text: string): string[] {
  return foldVietnamese(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "" && !fillers.has(word) && !/^\d+$/.test(word));
}

/**
 * The units a heading is about: those of the directory's group it names, else those of the types it
 * names (`Khối Mầm non`, `I. CÁC PHƯỜNG, XÃ`). Null when it is not understood.
 */
function groupUnits(
  directory: ReadyDirectory,
  heading: string | undefined,
  letters: Letters,
): Uint8Array | null {
  if (heading === undefined || heading.trim() === "") return null;
  const types = typesNamed(directory, heading, letters);
  if (types !== 0) {
    return Uint8Array.from(directory.types, (type) => ((type & types) !== 0 ? 1 : 0));
  }
  const words = contentWords(heading);
  if (words.length === 0) return null;
  const named = new Set<string>();
  for (const unit of directory.units) {
    for (const group of unit.groups) {
      const own = contentWords(group);
      const shared = words.filter((word) => own.includes(word)).length;
      if (own.length > 0 && (shared === own.length || shared >= Math.ceil(words.length * 0.6)))
        named.add(group);
    }
  }
  if (named.size === 0) return null;
  return Uint8Array.from(directory.units, (unit: RecipientUnit) =>
    unit.groups.some((group) => named.has(group)) ? 1 : 0,
  );
}

/** The types whose words stand in a heading. */
function typesNamed(directory: ReadyDirectory, heading: string, letters: Letters): number {
  const { vocabulary } = directory;
  const wanted = vocabulary.mask.commune | vocabulary.mask.school;
  readLetters(heading, letters);
  let types = 0;
  for (let token = 0; token < letters.tokens;) {
    const head = readHead(vocabulary, letters, token, letters.tokens);
    if (head.typed && (head.mask & wanted) !== 0) {
      // Single letters mean a type only before a name, and a heading has none.
      const size = (letters.ends[head.next - 1] as number) - (letters.starts[token] as number);
      if (size > 1) types |= head.mask & wanted;
    }
    token = head.next > token ? head.next : token + 1;
  }
  return types;
}
