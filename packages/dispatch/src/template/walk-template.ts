import Handlebars from "handlebars";
import { issue, type Issue } from "@chiendich/core";
import { placeOf, printed, simpleName, type Call, type Expression } from "./expression.ts";
import { builtInHelpers, helpers, type Helper } from "./helper.ts";
import { nearestName } from "./nearest-name.ts";
import { itemOf, unknownShape, withField, type FieldShape, type Shape } from "./shape.ts";

/** What a name means at some place of a template: the scopes around it, the innermost last. */
interface Scope {
  readonly shape: Shape;
  /** The path whose items or fields these are, for messages. */
  readonly name: string;
  /** The data as a whole: names used here are names of the data. */
  readonly isRoot: boolean;
  /** Block parameters: `{{#each list as |item|}}`. */
  readonly names: ReadonlyMap<string, Shape>;
}

/** What a walk through a template found. */
export interface Walk {
  readonly issues: readonly Issue[];
  /** Names of the data that the template asks for, partials included; null when it may ask for any. */
  readonly used: ReadonlySet<string> | null;
}

const isBuiltIn = (name: string) => (builtInHelpers as readonly string[]).includes(name);
/** What Handlebars says about the place in an `each`. */
const loopNames = new Set(["index", "first", "last", "key"]);

/**
 * Goes through a template and the partials it calls as Handlebars would, and asks of every tag whether
 * the data has it: inside each and with, as argument of a helper, in a partial's context. Handlebars'
 * own strict mode misses most of these.
 *
 * @param program the parsed template; its structure was checked before
 * @param partials texts by name; an unreadable one is reported by its own check
 */
export function walkTemplate(
  name: string,
  program: hbs.AST.Program,
  root: Shape,
  partials: Readonly<Record<string, string>>,
  callable: Readonly<Record<string, Helper>> = helpers,
): Walk {
  const walker = new Walker(partials, callable);
  walker.program(name, program, [{ shape: root, name: "", isRoot: true, names: new Map() }]);
  return { issues: walker.issues, used: walker.everything ? null : walker.used };
}

class Walker {
  readonly issues: Issue[] = [];
  readonly used = new Set<string>();
  everything = false;
  readonly #partials: Readonly<Record<string, string>>;
  readonly #known: ReadonlyMap<string, Helper>;
  readonly #parsed = new Map<string, hbs.AST.Program | null>();
  readonly #calls: string[] = [];

  constructor(partials: Readonly<Record<string, string>>, callable: Readonly<Record<string, Helper>>) {
    this.#partials = partials;
    this.#known = new Map(Object.entries(callable));
  }

  program(source: string, program: hbs.AST.Program | undefined, scopes: readonly Scope[]): void {
    for (const statement of program?.body ?? []) this.#statement(source, statement, scopes);
  }

  #statement(source: string, statement: hbs.AST.Statement, scopes: readonly Scope[]): void {
    switch (statement.type) {
      case "MustacheStatement":
        this.#mustache(source, statement as hbs.AST.MustacheStatement, scopes);
        break;
      case "BlockStatement":
        this.#block(source, statement as hbs.AST.BlockStatement, scopes);
        break;
      case "PartialStatement":
        this.#partial(source, statement as hbs.AST.PartialStatement, scopes);
        break;
      case "PartialBlockStatement":
      case "Decorator":
      case "DecoratorBlock": {
        const place = placeOf(source, statement);
        this.issues.push(issue("dispatch_template_syntax", place, { message: statement.type }));
        break;
      }
    }
  }

  #mustache(source: string, statement: hbs.AST.MustacheStatement, scopes: readonly Scope[]): void {
    const name = simpleName(statement.path);
    if (name !== null && (this.#known.has(name) || isBuiltIn(name))) {
      const shape = this.#call(source, name, statement, scopes);
      if (shape.kind === "list" || shape.kind === "object") this.#notWords(source, statement, name);
      return;
    }
    if (statement.params.length > 0 || statement.hash !== undefined) {
      this.#unknownHelper(source, statement, printed(statement.path));
      this.#arguments(source, statement, scopes);
      return;
    }
    const shape = this.#value(source, statement.path, scopes);
    if (shape.kind === "list" || shape.kind === "object") {
      this.#notWords(source, statement, printed(statement.path));
    }
  }

  #notWords(source: string, node: hbs.AST.Node, path: string): void {
    this.issues.push(issue("dispatch_tag_not_words", placeOf(source, node), { path }));
  }

  #block(source: string, block: hbs.AST.BlockStatement, scopes: readonly Scope[]): void {
    const name = simpleName(block.path);
    const [argument] = block.params;
    if (name === "if" || name === "unless") {
      this.#call(source, name, block, scopes);
      this.program(source, block.program, scopes);
    } else if (name === "each" || name === "with") {
      this.#call(source, name, block, scopes);
      if (argument) this.#inner(source, block, argument, name, scopes);
    } else if (block.params.length === 0 && name !== null && !this.#known.has(name)) {
      this.#inner(source, block, block.path, "section", scopes);
    } else {
      this.#unknownHelper(source, block, printed(block.path));
      this.#arguments(source, block, scopes);
    }
    this.program(source, block.inverse, scopes);
  }

  /** The inside of `each` and `with`, where names mean fields of the argument. */
  #inner(
    source: string,
    block: hbs.AST.BlockStatement,
    argument: Expression,
    kind: "each" | "with" | "section",
    scopes: readonly Scope[],
  ): void {
    // The argument itself was checked with the call; here only its shape is wanted.
    const shape =
      kind === "section" ? this.#value(source, argument, scopes) : this.#shapeOf(source, argument, scopes);
    const path = printed(argument);
    if (kind === "each" && shape.kind === "words") {
      this.issues.push(issue("dispatch_tag_not_list", placeOf(source, argument), { path }));
    }
    if (kind === "section" && shape.kind === "words") return this.program(source, block.program, scopes);
    const inside = kind === "with" || (kind === "section" && shape.kind === "object") ? shape : itemOf(shape);
    const [first, second] = block.program?.blockParams ?? [];
    const names = new Map<string, Shape>();
    if (first !== undefined) names.set(first, inside);
    if (second !== undefined) names.set(second, { kind: "words" });
    this.program(source, block.program, [...scopes, { shape: inside, name: path, isRoot: false, names }]);
  }

  #partial(source: string, statement: hbs.AST.PartialStatement, scopes: readonly Scope[]): void {
    const name = simpleName(statement.name) ?? printed(statement.name);
    const [context] = statement.params;
    const scope = scopes.at(-1) as Scope;
    let shape = context ? this.#value(source, context, scopes) : scope.shape;
    for (const pair of statement.hash?.pairs ?? []) {
      shape = withField(shape, pair.key, this.#value(source, pair.value, scopes));
    }
    if (!Object.hasOwn(this.#partials, name)) {
      const nearest = nearestName(name, Object.keys(this.#partials));
      this.issues.push(issue("dispatch_partial_unknown", placeOf(source, statement), { name, nearest }));
      return;
    }
    if (this.#calls.includes(name)) {
      this.issues.push(issue("dispatch_partial_endless", placeOf(source, statement), { name }));
      return;
    }
    this.#calls.push(name);
    const isRoot = context === undefined && scope.isRoot;
    const inner: Scope = { shape, name: scope.name, isRoot, names: new Map() };
    this.program(name, this.#parse(name), [...scopes.slice(0, -1), inner]);
    this.#calls.pop();
  }

  #parse(name: string): hbs.AST.Program | undefined {
    if (!this.#parsed.has(name)) {
      try {
        this.#parsed.set(name, Handlebars.parse(this.#partials[name] as string));
      } catch {
        this.#parsed.set(name, null);
      }
    }
    return this.#parsed.get(name) ?? undefined;
  }

  /** A helper called with arguments. Returns what it gives. */
  #call(source: string, name: string, call: Call & hbs.AST.Node, scopes: readonly Scope[]): Shape {
    this.#arguments(source, call, scopes);
    const helper = this.#known.get(name);
    const parameters = helper?.parameters ?? (name === "lookup" ? ["list", "key"] : ["value"]);
    const least = parameters.length - (helper?.optional ?? 0);
    const actual = call.params.length;
    if (actual < least || actual > parameters.length) {
      const expected = parameters.join(", ");
      this.issues.push(issue("dispatch_helper_arguments", placeOf(source, call), { name, expected, actual }));
    }
    for (const pair of call.hash?.pairs ?? []) this.#option(source, name, helper, pair);
    if (name === "lookup") return unknownShape;
    return helper?.returns === "list" ? { kind: "list", item: { kind: "words" } } : { kind: "words" };
  }

  #option(source: string, name: string, helper: Helper | undefined, pair: hbs.AST.HashPair): void {
    const options = helper?.options ?? [];
    if (options.includes(pair.key)) return;
    const nearest = nearestName(pair.key, options);
    this.issues.push(
      issue("dispatch_helper_option_unknown", placeOf(source, pair), { name, option: pair.key, nearest }),
    );
  }

  #unknownHelper(source: string, node: hbs.AST.Node, name: string): void {
    const nearest = nearestName(name, [...this.#known.keys(), ...builtInHelpers]);
    this.issues.push(issue("dispatch_helper_unknown", placeOf(source, node), { name, nearest }));
  }

  #arguments(source: string, call: Call, scopes: readonly Scope[]): void {
    for (const parameter of call.params) this.#value(source, parameter, scopes);
    for (const pair of call.hash?.pairs ?? []) this.#value(source, pair.value, scopes);
  }

  /** The shape of an expression whose problems were told already. */
  #shapeOf(source: string, expression: Expression, scopes: readonly Scope[]): Shape {
    const before = this.issues.length;
    const shape = this.#value(source, expression, scopes);
    this.issues.length = before;
    return shape;
  }

  #value(source: string, expression: Expression, scopes: readonly Scope[]): Shape {
    if (expression.type === "PathExpression") {
      return this.#path(source, expression as hbs.AST.PathExpression, scopes);
    }
    if (expression.type !== "SubExpression") return { kind: "words" };
    const call = expression as hbs.AST.SubExpression;
    const name = simpleName(call.path);
    if (name !== null && (this.#known.has(name) || name === "lookup"))
      return this.#call(source, name, call, scopes);
    this.#unknownHelper(source, call, printed(call.path));
    this.#arguments(source, call, scopes);
    return unknownShape;
  }

  #path(source: string, path: hbs.AST.PathExpression, scopes: readonly Scope[]): Shape {
    const [first, ...rest] = path.parts;
    if (path.data) return this.#dataPath(source, path, scopes);
    if (path.depth === 0 && first !== undefined && !/^(\.|this)/.test(path.original)) {
      const named = scopes.findLast(({ names }) => names.has(first))?.names.get(first);
      if (named) return this.#descend(source, path, named, rest, { name: first, isRoot: false });
    }
    const scope = scopes[scopes.length - 1 - path.depth];
    if (!scope) {
      this.issues.push(
        issue("dispatch_tag_unknown", placeOf(source, path), { path: path.original, nearest: null }),
      );
      return unknownShape;
    }
    return this.#descend(source, path, scope.shape, path.parts, scope);
  }

  #dataPath(source: string, path: hbs.AST.PathExpression, scopes: readonly Scope[]): Shape {
    const [first = "", ...rest] = path.parts;
    const root = scopes[0] as Scope;
    if (first === "root") return this.#descend(source, path, root.shape, rest, { name: "", isRoot: true });
    if (loopNames.has(first) && rest.length === 0) return { kind: "words" };
    const nearest = nearestName(first, [...loopNames, "root"]);
    this.issues.push(
      issue("dispatch_tag_unknown", placeOf(source, path), {
        path: path.original,
        nearest: nearest && `@${nearest}`,
      }),
    );
    return unknownShape;
  }

  #descend(
    source: string,
    path: hbs.AST.PathExpression,
    from: Shape,
    parts: readonly string[],
    { name, isRoot }: { readonly name: string; readonly isRoot: boolean },
  ): Shape {
    if (isRoot) {
      if (parts[0] === undefined) this.everything = true;
      else this.used.add(parts[0]);
    }
    let shape = from;
    for (const [index, part] of parts.entries()) {
      if (shape.kind === "unknown") return shape;
      if (shape.kind === "list" && part === "length") return { kind: "words" };
      const field: FieldShape | undefined = shape.kind === "object" ? shape.fields.get(part) : undefined;
      if (field === undefined) {
        const near = shape.kind === "object" ? nearestName(part, shape.fields.keys()) : null;
        const nearest = near && [...parts.slice(0, index), near].join(".");
        this.issues.push(
          issue("dispatch_tag_unknown", placeOf(source, path), { path: path.original, nearest }),
        );
        return unknownShape;
      }
      if (!field.always) {
        this.issues.push(
          issue("dispatch_tag_sometimes_missing", placeOf(source, path), { path: path.original, list: name }),
        );
      }
      shape = field.shape;
    }
    return shape;
  }
}
