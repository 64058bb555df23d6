import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import ts from "typescript";

/**
 * Google's own description of what the API sends, read from the types that are generated from its
 * discovery document, so that answers can be checked while they run.
 */
const require = createRequire(import.meta.url);
const declarations = join(dirname(require.resolve("@googleapis/sheets")), "v4.d.ts");

const interfaces = new Map<string, Map<string, ts.TypeNode>>();
const source = ts.createSourceFile(
  "v4.d.ts",
  readFileSync(declarations, "utf8"),
  ts.ScriptTarget.Latest,
  true,
);
const visit = (node: ts.Node): void => {
  if (ts.isInterfaceDeclaration(node) && node.name.text.startsWith("Schema$")) {
    const members = new Map<string, ts.TypeNode>();
    for (const member of node.members) {
      if (ts.isPropertySignature(member) && member.type) members.set(member.name.getText(), member.type);
    }
    interfaces.set(node.name.text, members);
  }
  ts.forEachChild(node, visit);
};
visit(source);

/** What does not fit `Schema$<name>`, each with its path; empty when all fits. */
export function misfits(value: unknown, name: string, path = name): string[] {
  const members = interfaces.get(`Schema$${name}`);
  if (!members) throw new RangeError(`Google has no schema ${name}`);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [`${path}: not an object`];
  return Object.entries(value).flatMap(([field, part]) => {
    const type = members.get(field);
    return type
      ? misfitsOfType(part, type, `${path}.${field}`)
      : [`${path}.${field}: not in Google's schema`];
  });
}

/** What of a field mask names no field of `Schema$<name>`. */
export function unknownFields(mask: object, name: string, path = name): string[] {
  const members = interfaces.get(`Schema$${name}`);
  if (!members) throw new RangeError(`Google has no schema ${name}`);
  return Object.entries(mask).flatMap(([field, below]) => {
    const type = members.get(field);
    if (!type) return [`${path}.${field}`];
    const inner = /Schema\$(\w+)/.exec(type.getText())?.[1];
    return below === null
      ? []
      : inner
        ? unknownFields(below as object, inner, `${path}.${field}`)
        : [`${path}.${field}`];
  });
}

function misfitsOfType(value: unknown, type: ts.TypeNode, path: string): string[] {
  if (ts.isUnionTypeNode(type)) {
    const tries = type.types.map((one) => misfitsOfType(value, one, path));
    return tries.find((one) => one.length === 0) ?? tries[0] ?? [];
  }
  if (ts.isArrayTypeNode(type)) {
    if (!Array.isArray(value)) return [`${path}: not an array`];
    return value.flatMap((one, index) => misfitsOfType(one, type.elementType, `${path}[${index}]`));
  }
  const text = type.getText();
  if (text.startsWith("Schema$")) return misfits(value, text.slice(7), path);
  if (text === "any") return [];
  if (text === "null") return value === null ? [] : [`${path}: not null`];
  return typeof value === text ? [] : [`${path}: ${typeof value} instead of ${text}`];
}
