import type { Component } from "./component.ts";
import { balancedLines, linesOf, textWidthOf } from "./text-width.ts";

/** A component's text set in its column: the size it takes, and the rule underneath. */
export interface Fitted {
  /** In points, within the sizes the decree allows for the component. */
  readonly size: number;
  /** Indent of the rule from both sides of the column, in twips; null when the component has none. */
  readonly ruleIndent: number | null;
  /** Of about the same length, when one line is not enough: a lone last word would look like a slip. */
  readonly lines: readonly string[];
}

/** One third to one half of the text is allowed; this stands safely between. */
const partOfText = 0.42;

/**
 * Fits a text into a column of that many twips. A text that does not fit on one line steps down within
 * the decree's sizes; when that does not help it keeps its size and wraps.
 */
export function fit(text: string, component: Component, column: number): Fitted {
  const face = (size: number) => ({ size, bold: component.bold });
  let size = component.size;
  if (linesOf(text, face(size), column).length > 1) {
    for (let smaller = size - 0.5; smaller >= component.sizes[0]; smaller -= 0.5) {
      if (textWidthOf(text, face(smaller)) <= column) {
        size = smaller;
        break;
      }
    }
  }
  const lines = balancedLines(text, face(size), column);
  return { size, lines, ruleIndent: ruleIndent(lines, component, size, column) };
}

function ruleIndent(
  lines: readonly string[],
  component: Component,
  size: number,
  column: number,
): number | null {
  if (component.rule === null) return null;
  const width = Math.max(...lines.map((line) => textWidthOf(line, { size, bold: component.bold })));
  const length = component.rule === "text" ? Math.min(width, column) : width * partOfText;
  return Math.round((column - length) / 2);
}
