import type { PlainValue } from "./plain-data.ts";

/** What is known of a value a template may ask for, learnt from the data itself. */
export type Shape =
  | { readonly kind: "words" }
  /** Null, or an item of an empty list: anything may be there another time. */
  | { readonly kind: "unknown" }
  | { readonly kind: "list"; readonly item: Shape }
  | { readonly kind: "object"; readonly fields: ReadonlyMap<string, FieldShape> };

export interface FieldShape {
  readonly shape: Shape;
  /** Every object of this shape has the field. */
  readonly always: boolean;
}

export const unknownShape: Shape = { kind: "unknown" };
const wordsShape: Shape = { kind: "words" };

export function shapeOf(value: PlainValue): Shape {
  if (value === null) return unknownShape;
  if (Array.isArray(value)) {
    return { kind: "list", item: (value as readonly PlainValue[]).map(shapeOf).reduce(merged, unknownShape) };
  }
  if (typeof value !== "object") return wordsShape;
  const fields = Object.entries(value as Record<string, PlainValue>).map(
    ([name, field]): [string, FieldShape] => [name, { shape: shapeOf(field), always: true }],
  );
  return { kind: "object", fields: new Map(fields) };
}

/** The shape of a thing that is like `a` in one item of a list and like `b` in another. */
function merged(a: Shape, b: Shape): Shape {
  if (a.kind === "unknown") return b;
  if (b.kind === "unknown") return a;
  if (a.kind === "list" && b.kind === "list") return { kind: "list", item: merged(a.item, b.item) };
  if (a.kind !== "object" || b.kind !== "object") return a.kind === b.kind ? a : unknownShape;
  const names = new Set([...a.fields.keys(), ...b.fields.keys()]);
  const fields = [...names].map((name): [string, FieldShape] => {
    const left = a.fields.get(name);
    const right = b.fields.get(name);
    if (left && right) {
      return [name, { shape: merged(left.shape, right.shape), always: left.always && right.always }];
    }
    return [name, { shape: ((left ?? right) as FieldShape).shape, always: false }];
  });
  return { kind: "object", fields: new Map(fields) };
}

/** What `each` goes through. */
export function itemOf(shape: Shape): Shape {
  if (shape.kind === "list") return shape.item;
  return unknownShape;
}

/** The shape with one more field, as a partial called with a named argument sees it. */
export function withField(shape: Shape, name: string, field: Shape): Shape {
  const fields = shape.kind === "object" ? shape.fields : new Map<string, FieldShape>();
  return { kind: "object", fields: new Map([...fields, [name, { shape: field, always: true }]]) };
}
