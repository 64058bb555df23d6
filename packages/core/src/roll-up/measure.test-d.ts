import { defineMeasure } from "./measure.ts";
import type { Figure } from "./figure.ts";
import { printFigure } from "./print-figure.ts";

// A sum of counts is a measure.
defineMeasure({ id: "people", kind: "count" }, { overUnits: "sum" });
// @ts-expect-error: texts cannot be added
defineMeasure({ id: "note", kind: "text" }, { overUnits: "sum" });
// @ts-expect-error: a ratio is not averaged or added, it is made of its sums
defineMeasure({ id: "rate", kind: "ratio" }, { overUnits: "sum" });

declare const figure: Figure;
printFigure(figure, "vi");
// @ts-expect-error: a bare number cannot be printed as a figure
printFigure(48_210, "vi");
// @ts-expect-error: nor a value without its coverage
printFigure({ value: figure.value, estimated: false }, "vi");
