import Handlebars from "handlebars";
import { builtInHelpers, helpers, type Helper } from "./helper.ts";

/** A template ready to be filled in. */
export type FilledTemplate = (data: unknown) => string;

const known = Object.fromEntries([...builtInHelpers, ...Object.keys(helpers)].map((name) => [name, true]));

/**
 * `strict` makes a name the data does not have an error instead of a blank; `knownHelpersOnly` does the
 * same for helpers, and makes the code faster.
 */
const options: CompileOptions = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: known as KnownHelpers,
  preventIndent: true,
};

/** How deep partials may call each other before a template is taken to call itself for ever. */
const deepest = 32;

/** Handlebars with our helpers and these partials, shared with nobody. */
export function handlebarsWith(partials: Readonly<Record<string, string>>): typeof Handlebars {
  const handlebars = Handlebars.create();
  handlebars.unregisterHelper("log");
  for (const [name, helper] of Object.entries<Helper>(helpers)) {
    handlebars.registerHelper(name, (...args: unknown[]) => {
      const { hash } = args.pop() as { hash: Record<string, unknown> };
      return helper.run(args, hash);
    });
  }
  for (const [name, source] of Object.entries(partials)) {
    if (typeof source !== "string") throw new TypeError(`partial ${name} is no text`);
    handlebars.registerPartial(name, boundedPartial(handlebars, name, source));
  }
  return handlebars;
}

/** A partial that refuses to call itself without end; Handlebars alone would overflow the stack. */
function boundedPartial(handlebars: typeof Handlebars, name: string, source: string) {
  const template = handlebars.compile(source, options);
  let depth = 0;
  return (context: unknown, runtime?: RuntimeOptions) => {
    depth += 1;
    try {
      if (depth > deepest) throw new RangeError(`partial ${name} calls itself without end`);
      return template(context, runtime);
    } finally {
      depth -= 1;
    }
  };
}

/**
 * Compiles one template text. Text only: Handlebars would also take a syntax tree, and a forged one
 * could carry code.
 *
 * @throws {TypeError} when it is no text
 */
export function compileText(handlebars: typeof Handlebars, source: string): FilledTemplate {
  if (typeof source !== "string") throw new TypeError("a template is text");
  return handlebars.compile(source, options);
}
