/**
 * What the packs hold about one province of today and the provinces it was made of, as compact
 * text: lines of comma separated fields, in the order of their codes. `parent` is a code of the
 * same list; administrative codes of two, three and five digits are provinces, districts, communes.
 */
export interface Region {
  /** October 2024: `code,type,name,parent`. */
  readonly before: string;
  /**
   * What changed in later lists up to 2025-03-01: `on,resolution,code` when the code left the list,
   * `on,resolution,code,type,name,parent` when it came or changed. `on` is the first list that has it.
   */
  readonly changes: string;
  /** Known mergers among those changes: `on,resolution,kind,from+from,to`, codes before and after. */
  readonly mergers: string;
  /** From 2025-07-01: `code,type,name,parent`. */
  readonly after: string;
  /** 2025-07-01: `old,new`; an old code with one line went there wholly, with several in parts. */
  readonly links: string;
}

export interface UnitLine {
  readonly code: string;
  /** As the list writes it: `Phường`. */
  readonly type: string;
  readonly name: string;
  /** Empty for a province. */
  readonly parent: string;
}

export interface ChangeLine {
  readonly on: string;
  /** `1196` for Nghị quyết 1196/NQ-UBTVQH15; empty when the source names none. */
  readonly resolution: string;
  readonly code: string;
  /** `null` when the code left the list. */
  readonly unit: UnitLine | null;
}

export interface MergerLine {
  readonly on: string;
  readonly resolution: string;
  readonly kind: "merged" | "absorbed";
  readonly from: readonly string[];
  readonly to: string;
}

export interface LinkLine {
  readonly old: string;
  readonly new: string;
}

const fields = (text: string) => (text === "" ? [] : text.split("\n").map((line) => line.split(",")));

export function readUnits(text: string): readonly UnitLine[] {
  return fields(text).map(([code = "", type = "", name = "", parent = ""]) => ({ code, type, name, parent }));
}

export function readChanges(text: string): readonly ChangeLine[] {
  return fields(text).map(([on = "", resolution = "", code = "", type, name = "", parent = ""]) => ({
    on,
    resolution,
    code,
    unit: type === undefined ? null : { code, type, name, parent },
  }));
}

export function readMergers(text: string): readonly MergerLine[] {
  return fields(text).map(([on = "", resolution = "", kind, from = "", to = ""]) => ({
    on,
    resolution,
    kind: kind === "absorbed" ? "absorbed" : "merged",
    from: from.split("+"),
    to,
  }));
}

export function readLinks(text: string): readonly LinkLine[] {
  return fields(text).map(([old = "", to = ""]) => ({ old, new: to }));
}

export function printUnits(units: readonly UnitLine[]): string {
  return units.map(({ code, type, name, parent }) => [code, type, name, parent].join(",")).join("\n");
}
