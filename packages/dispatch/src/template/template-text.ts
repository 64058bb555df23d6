import type { PathPlace } from "@chiendich/core";

/** A template's text with its name, and the line and column of any place in it. */
export interface TemplateText {
  readonly name: string;
  readonly source: string;
  readonly placeAt: (offset: number) => PathPlace;
}

/** A text that also knows the way back from line and column. */
export interface IndexedText extends TemplateText {
  readonly offsetAt: (line: number, column: number) => number;
}

/** Lines and columns are counted from 1. */
export function templateText(name: string, source: string): IndexedText {
  const starts = [0];
  for (let at = source.indexOf("\n"); at >= 0; at = source.indexOf("\n", at + 1)) starts.push(at + 1);
  return {
    name,
    source,
    offsetAt: (line, column) => (starts[line - 1] ?? 0) + column - 1,
    placeAt: (offset) => {
      const line = starts.findLastIndex((start) => start <= offset);
      return { path: "", source: name, line: line + 1, column: offset - (starts[line] as number) + 1 };
    },
  };
}
