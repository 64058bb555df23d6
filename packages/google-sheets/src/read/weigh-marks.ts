/** What tells what a row (or column) is: `null` where a witness is silent or says something unknown. */
export interface Witnesses {
  /** The developer metadata of the line. */
  readonly mark: string | null;
  /** The ids written in the line itself: a row has one at each end, a column one at its top. */
  readonly ids: readonly (string | null)[];
  /** The only one that the written name or heading can mean. */
  readonly name: string | null;
}

export type Weighed =
  /** `moved`: what is written agrees with itself and not with the metadata, which stayed behind when the line was sorted or cut. */
  | { readonly kind: "sure"; readonly id: string; readonly moved: boolean; readonly renamed: boolean }
  /** Only the name speaks: somebody added the line. */
  | { readonly kind: "byName"; readonly id: string }
  /** Only the metadata speaks, and it may have stayed behind. */
  | { readonly kind: "markOnly"; readonly id: string }
  | { readonly kind: "conflict"; readonly ids: readonly string[] }
  | { readonly kind: "silent" };

/**
 * Google documents that metadata moves with rows and columns, not whether sorting or cutting moves
 * them or only what is written in them. So no witness is believed alone: it takes two that agree and
 * none that names somebody else, except that a line whose written marks all agree, at both of its
 * ends, is believed against its metadata.
 */
export function weighMarks({ mark, ids, name }: Witnesses): Weighed {
  const written = ids.filter((id) => id !== null);
  const named = new Set([...written, ...(name === null ? [] : [name])]);
  if (named.size > 1) return conflict(named, mark);
  const [id] = named;
  if (id === undefined) return mark === null ? { kind: "silent" } : { kind: "markOnly", id: mark };
  if (mark === id) return { kind: "sure", id, moved: false, renamed: name === null };
  const atBothEnds = written.length === ids.length && written.length > 0;
  if (mark === null) {
    if (written.length === 0) return { kind: "byName", id };
    return name === null ? conflict(named, mark) : { kind: "sure", id, moved: false, renamed: false };
  }
  return atBothEnds && name !== null
    ? { kind: "sure", id, moved: true, renamed: false }
    : conflict(named, mark);
}

function conflict(named: Iterable<string>, mark: string | null): Weighed {
  return { kind: "conflict", ids: [...new Set([...named, ...(mark === null ? [] : [mark])])] };
}
