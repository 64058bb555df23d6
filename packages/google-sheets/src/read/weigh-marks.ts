/** What tells which unit a row is of, or which field a column is; `null` where a witness is silent or says something unknown. */
export interface Witnesses {
  /** The developer metadata of the line. */
  readonly mark: string | null;
  /** The hidden ids written in the line itself: a row has one at each end, a column one at its top. */
  readonly ids: readonly (string | null)[];
  /** The only one that the written name or heading can mean. */
  readonly name: string | null;
}

export type Weighed =
  /** `renamed`: the name or heading says something unknown. */
  | { readonly kind: "sure"; readonly id: string; readonly renamed: boolean }
  /** Only the name speaks: somebody added the line. */
  | { readonly kind: "byName"; readonly id: string }
  /** Nobody else is named, and too many witnesses are gone. `spoken`: by something else than the metadata. */
  | { readonly kind: "unsure"; readonly id: string; readonly spoken: boolean }
  | { readonly kind: "conflict"; readonly ids: readonly string[] }
  | { readonly kind: "silent" };

/**
 * Google documents that metadata moves with rows, not whether sorting or cutting moves rows or only
 * what is written in them; and either can be done to a part of a row. So no witness is believed
 * alone, and none that is missing is made good by another: both ids must be there and agree, and
 * the name or the metadata with them. Metadata that says otherwise stayed behind, if the ids
 * enclose all answers and the name agrees too; a name that says otherwise is always a conflict.
 * @param enclosed whether all answers stand between the ids, so that sorting a part would part them
 */
export function weighRow({ mark, ids, name }: Witnesses, enclosed: boolean): Weighed {
  const written = ids.filter((id) => id !== null);
  const named = new Set([...written, ...(name === null ? [] : [name])]);
  if (named.size > 1) return conflict(named, mark);
  const [id] = named;
  if (id === undefined)
    return mark === null ? { kind: "silent" } : { kind: "unsure", id: mark, spoken: false };
  if (written.length === 0 && mark === null) return { kind: "byName", id };
  const whole = written.length === ids.length && written.length > 0;
  if (mark === id) {
    // With one id column left, or none enclosing, the name has to stand for the other.
    const vouched = whole && (name !== null || (ids.length > 1 && enclosed));
    return vouched ? { kind: "sure", id, renamed: name === null } : { kind: "unsure", id, spoken: true };
  }
  if (whole && ids.length > 1 && enclosed && name !== null) return { kind: "sure", id, renamed: false };
  return mark === null ? { kind: "unsure", id, spoken: true } : conflict(named, mark);
}

/**
 * A column is not sorted, and cutting part of one takes its head along or leaves it: two of metadata,
 * hidden key and heading that agree are enough, as long as neither of the written two names another.
 */
export function weighColumn({ mark, ids, name }: Witnesses): Weighed {
  const written = ids.filter((id) => id !== null);
  const named = new Set([...written, ...(name === null ? [] : [name])]);
  if (named.size > 1) return conflict(named, mark);
  const [id] = named;
  if (id === undefined)
    return mark === null ? { kind: "silent" } : { kind: "unsure", id: mark, spoken: false };
  if (mark === id) return { kind: "sure", id, renamed: name === null };
  if (written.length === 0) return mark === null ? { kind: "byName", id } : conflict(named, mark);
  return name === null ? conflict(named, mark) : { kind: "sure", id, renamed: false };
}

function conflict(named: Iterable<string>, mark: string | null): Weighed {
  return { kind: "conflict", ids: [...new Set([...named, ...(mark === null ? [] : [mark])])] };
}
