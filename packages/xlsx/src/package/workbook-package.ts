import type { Issue } from "@chiendich/core";
import type { WorkbookLimits } from "../limits.ts";
import { refuse } from "../workbook-problem.ts";
import { readXml, type XmlHandlers, type XmlOrigin } from "../xml/read-xml.ts";
import { inflate } from "../zip/inflate.ts";
import { readZip } from "../zip/read-zip.ts";
import type { ZipEntry } from "../zip/zip-entry.ts";

/** A relationship of a part: what kind, and the part it leads to (or the address, when outside). */
export interface Relationship {
  readonly id: string;
  /** The last step of the type's address, the same in both dialects: `worksheet`, `sharedStrings`, `comments`. */
  readonly kind: string;
  /** A part's name without leading slash, or an address outside of the file. */
  readonly target: string;
  readonly external: boolean;
}

/** An Open Packaging file: named parts that point to one another. Parts are inflated when asked for. */
export interface WorkbookPackage {
  readonly source: string;
  readonly limits: WorkbookLimits;
  readonly entries: ReadonlyMap<string, ZipEntry>;
  readonly issues: readonly Issue[];
  /** Names are compared without case, as the standard asks. */
  find(part: string): ZipEntry | undefined;
  /** A part's bytes. @throws {WorkbookProblem} when it is missing, too large or damaged */
  bytes(part: string): Buffer;
  readXml(part: string, handlers: XmlHandlers): void;
  origin(part: string): XmlOrigin;
  /** What the part points to; empty when it points to nothing. */
  relationships(part: string): readonly Relationship[];
}

export function openPackage(file: Uint8Array, source: string, limits: WorkbookLimits): WorkbookPackage {
  const { entries, issues } = readZip(file, source, limits);
  const folded = new Map([...entries.values()].map((entry) => [entry.name.toLowerCase(), entry]));
  const find = (part: string) => entries.get(part) ?? folded.get(part.toLowerCase());
  const origin = (part: string) => ({ source, part, depth: limits.depth });

  const bytes = (part: string): Buffer => {
    const entry = find(part);
    if (!entry) return refuse("workbook_part_missing", { source }, { part });
    if (entry.size > limits.partBytes) {
      refuse("workbook_too_large", { source }, { limit: "partBytes", allowed: limits.partBytes });
    }
    return inflate(entry, source);
  };
  const readPart = (part: string, handlers: XmlHandlers) => readXml(bytes(part), handlers, origin(part));

  const relationships = (part: string): readonly Relationship[] => {
    const file = relationshipsPart(part);
    const found: Relationship[] = [];
    if (!find(file)) return found;
    readPart(file, {
      open({ name, attributes }) {
        if (name !== "Relationship") return;
        const external = attributes["TargetMode"] === "External";
        const target = attributes["Target"] ?? "";
        found.push({
          id: attributes["Id"] ?? "",
          kind: (attributes["Type"] ?? "").split("/").at(-1) ?? "",
          target: external ? target : resolvePart(part, target),
          external,
        });
      },
    });
    return found;
  };
  return { source, limits, entries, issues, find, bytes, readXml: readPart, origin, relationships };
}

/** `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`; the package itself is `""`. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** A target as written in a part's relationships → the name of the part it means. */
export function resolvePart(from: string, target: string): string {
  const steps = target.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const step of target.replaceAll("\\", "/").split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

/** A part's name → how another part's relationships write it, in steps as programs do: some know no other way. */
export function relativeTarget(from: string, to: string): string {
  const folders = from.split("/").slice(0, -1);
  const steps = to.split("/");
  let shared = 0;
  while (shared < folders.length && shared < steps.length - 1 && folders[shared] === steps[shared]) shared++;
  return [...folders.slice(shared).map(() => ".."), ...steps.slice(shared)].join("/");
}
