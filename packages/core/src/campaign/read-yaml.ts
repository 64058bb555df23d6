import { LineCounter, parseDocument } from "yaml";
import { issue, type Issue, type PathPlace } from "../issue/issue.ts";

export type Path = readonly PropertyKey[];

/** A YAML text as data, with the place of every value. */
export interface YamlText {
  readonly data: unknown;
  /** The place of a value; of the nearest enclosing one when there is none of that path. */
  readonly locate: (path: Path) => PathPlace;
  /** Whether the text holds the value at all. */
  readonly has: (path: Path) => boolean;
}

/** Reads one YAML document. Anchors and aliases are refused: they can make a small text huge. */
export function readYaml(
  text: string,
  source: string,
): { readonly yaml: YamlText | null; readonly issues: readonly Issue[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, strict: true });
  const notYaml = (offset: number, message: string) => {
    const { line, col } = lines.linePos(offset);
    return issue("campaign_not_yaml", { path: "", source, line, column: col }, { message });
  };
  // A warning is a tag that was not understood: the value would be something else than it says.
  const problems = [...document.errors, ...document.warnings];
  if (problems.length > 0) {
    return { yaml: null, issues: problems.map(({ pos, message }) => notYaml(pos[0], message)) };
  }
  const nodeAt = (path: Path) =>
    document.getIn(path, true) as { readonly range?: readonly [number, number, number] } | undefined;
  const locate = (path: Path): PathPlace => {
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const start = nodeAt(path.slice(0, depth))?.range?.[0];
      if (start === undefined) continue;
      const { line, col } = lines.linePos(start);
      return { path: printPath(path), source, line, column: col };
    }
    return { path: printPath(path), source };
  };
  try {
    const data: unknown = document.toJS({ maxAliasCount: 0 });
    return { yaml: { data, locate, has: (path) => nodeAt(path) !== undefined }, issues: [] };
  } catch (error) {
    return { yaml: null, issues: [notYaml(0, error instanceof Error ? error.message : String(error))] };
  }
}

/** `["rounds", 0, "deadline"]` → `rounds[0].deadline`. */
export function printPath(path: Path): string {
  return path.reduce<string>(
    (text, key) =>
      typeof key === "number" ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key),
    "",
  );
}
