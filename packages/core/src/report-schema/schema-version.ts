import type { Field, ReportSchema, SchemaChange } from "./report-schema.ts";

/**
 * The fields as they stood in an earlier version, found by undoing the changes one version after
 * the other. `null` when the schema knows no such version.
 */
export function fieldsOfVersion(schema: ReportSchema, version: number): readonly Field[] | null {
  let fields = schema.fields;
  if (version === schema.version) return fields;
  for (const earlier of schema.earlier ?? []) {
    fields = earlier.changes.reduce(undo, fields);
    if (earlier.version === version) return fields;
  }
  return null;
}

function undo(fields: readonly Field[], change: SchemaChange): readonly Field[] {
  switch (change.kind) {
    case "renamed":
      return fields.map((field) =>
        field.id === change.to ? { ...field, id: change.from, label: change.label, aliases: [] } : field,
      );
    case "split":
      return inPlaceOf(fields, change.to, [change.from]);
    case "merged":
      return inPlaceOf(fields, [change.to], change.from);
    case "retired":
      return [...fields, change.field];
    case "added":
      return fields.filter(({ id }) => id !== change.field);
  }
}

/** The old fields stand where the first of the new ones stood. */
function inPlaceOf(
  fields: readonly Field[],
  ids: readonly string[],
  old: readonly Field[],
): readonly Field[] {
  const at = fields.findIndex(({ id }) => ids.includes(id));
  const kept = fields.filter(({ id }) => !ids.includes(id));
  const place = at < 0 ? kept.length : fields.slice(0, at).filter(({ id }) => !ids.includes(id)).length;
  return [...kept.slice(0, place), ...old, ...kept.slice(place)];
}

/**
 * Every field a return may still answer: those of today, with the labels they once had as aliases,
 * and those that are asked no more, under their old ids.
 */
export function fieldsOfAllVersions(schema: ReportSchema): readonly Field[] {
  const fields = new Map(schema.fields.map((field) => [field.id, field]));
  const named = new Map(schema.fields.map(({ id }) => [id, id]));
  for (const { changes } of schema.earlier ?? []) {
    for (const change of changes) {
      if (change.kind === "renamed") {
        const today = named.get(change.to) ?? change.to;
        named.set(change.from, today);
        const field = fields.get(today);
        if (field) fields.set(today, { ...field, aliases: [...field.aliases, change.label.vi] });
      }
      for (const old of retiredBy(change)) if (!fields.has(old.id)) fields.set(old.id, old);
    }
  }
  return [...fields.values()];
}

function retiredBy(change: SchemaChange): readonly Field[] {
  if (change.kind === "split") return [change.from];
  if (change.kind === "merged") return change.from;
  return change.kind === "retired" ? [change.field] : [];
}
