import {
  unitDirectory,
  type LineageEvent,
  type LineageKind,
  type RecipientUnit,
  type UnitBefore,
  type UnitCode,
  type UnitDirectory,
} from "@chiendich/core";
import type { UnitLine } from "./region.ts";
import { administrativeType } from "./unit-types.ts";

/** A unit while its history is being told: it still changes. */
export interface Draft extends Omit<UnitLine, "code"> {
  readonly id: string;
  type: string;
  name: string;
  /** Id of the parent; absent for a province. */
  parentId: string | undefined;
  codes: UnitCode[];
  readonly validFrom: string | undefined;
  validTo: string | undefined;
  /** The list or document each state rests on. */
  readonly basis: string[];
}

/** What an event is known by besides the units it touches. */
export interface Occasion {
  readonly on: string;
  readonly notBefore?: string | undefined;
  readonly legalBasis: string;
  readonly source: string;
}

/** Units and events as they are told, list by list: those that exist at the moment are found by code. */
export interface UnitHistory {
  readonly drafts: readonly Draft[];
  readonly events: readonly LineageEvent[];
  /** Codes of the units that exist. */
  codes(): readonly string[];
  find(code: string): Draft | undefined;
  /** @throws {RangeError} when no unit has the code now */
  get(code: string): Draft;
  /** A unit that is new in the epoch; its parent is linked later. */
  add(line: UnitLine, epoch: string, basis: string, validFrom?: string): Draft;
  end(code: string, lastDay: string): Draft;
  /** The unit goes on under its id; its code may be another from now on. */
  carryOn(draft: Draft, code: string, epoch: string, basis: string): void;
  /** Changes a unit that keeps its id, and tells the event with what it was before. */
  change(draft: Draft, line: UnitLine, parentId: string | undefined, occasion: Occasion): void;
  tell(kind: LineageKind, from: readonly Draft[], to: readonly Draft[], occasion: Occasion): void;
  directory(): UnitDirectory;
}

export function unitHistory(): UnitHistory {
  const drafts: Draft[] = [];
  const events: LineageEvent[] = [];
  const current = new Map<string, Draft>();
  const get = (code: string) => {
    const draft = current.get(code);
    if (!draft) throw new RangeError(`no unit has the code ${code} at this point`);
    return draft;
  };
  return {
    drafts,
    events,
    codes: () => [...current.keys()],
    find: (code) => current.get(code),
    get,
    add({ code, type, name, parent }, epoch, basis, validFrom) {
      const codes = [{ scheme: "administrative", code, epoch }];
      const id = `vn-${code}-${epoch}`;
      const draft: Draft = {
        id,
        type,
        name,
        parent,
        parentId: undefined,
        codes,
        validFrom,
        validTo: undefined,
        basis: [basis],
      };
      drafts.push(draft);
      current.set(code, draft);
      return draft;
    },
    end(code, lastDay) {
      const draft = get(code);
      draft.validTo = lastDay;
      current.delete(code);
      return draft;
    },
    carryOn(draft, code, epoch, basis) {
      draft.codes.push({ scheme: "administrative", code, epoch });
      draft.basis.push(basis);
      draft.validTo = undefined;
      current.set(code, draft);
    },
    change(draft, { type, name }, parentId, { on, notBefore, legalBasis, source }) {
      const renamed = !sameWords(draft.name, name);
      const retyped = draft.type !== type;
      const moved = draft.parentId !== parentId;
      if (!renamed && !retyped && !moved) return;
      const before: UnitBefore = {
        ...((renamed || retyped) && { name: fullName(draft) }),
        ...(retyped && { type: administrativeType(draft.type) }),
        ...(moved && { parents: parentsOf(draft) }),
      };
      const kind: LineageKind = renamed ? "renamed" : retyped ? "retyped" : "reparented";
      events.push({
        kind,
        on,
        ...(notBefore !== undefined && { notBefore }),
        from: [draft.id],
        to: [{ unitId: draft.id }],
        legalBasis,
        source,
        before,
      });
      Object.assign(draft, { type, name: renamed ? name : draft.name, parentId });
    },
    tell(kind, from, to, { on, notBefore, legalBasis, source }) {
      events.push({
        kind,
        on,
        ...(notBefore !== undefined && { notBefore }),
        from: from.map(({ id }) => id),
        to: to.map(({ id }) => ({ unitId: id })),
        legalBasis,
        source,
      });
    },
    directory: () => unitDirectory(drafts.map(unitOf), events),
  };
}

/** Two writings of one name: the lists differ in capitals where nothing changed. */
export function sameWords(a: string, b: string): boolean {
  return a.toLocaleLowerCase("vi") === b.toLocaleLowerCase("vi");
}

function fullName({ type, name }: Draft): string {
  return `${type} ${name}`;
}

function parentsOf({ parentId }: Draft): Readonly<Record<string, string>> {
  return parentId === undefined ? {} : { administrative: parentId };
}

function unitOf(draft: Draft): RecipientUnit {
  const { id, type, codes, validFrom, validTo, basis } = draft;
  return {
    id,
    name: fullName(draft),
    aliases: [],
    type: administrativeType(type),
    groups: [],
    parents: parentsOf(draft),
    codes,
    ...(validFrom !== undefined && { validFrom }),
    ...(validTo !== undefined && { validTo }),
    basis: basis.join("; "),
  };
}
