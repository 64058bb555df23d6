import Handlebars from "handlebars";
import { builtInHelpers, helpers, type Helper } from "./helper.ts";

/** A template ready to be filled in. */
export type FilledTemplate = (data: unknown) => string;

/** Handlebars with our helpers and some partials, shared with nobody. */
export interface TemplateEnvironment {
  /**
   * Compiles one template text. Text only: Handlebars would also take a syntax tree, and a forged one
   * could carry code.
   *
   * @throws {TypeError} when it is no text
   */
  readonly compile: (source: string) => FilledTemplate;
}

/** How deep partials may call each other before a template is taken to call itself for ever. */
const deepest = 32;

/** Handlebars with our helpers only: no `log`, nothing registered by others. */
function ownHandlebars(more: Readonly<Record<string, Handlebars.HelperDelegate>>): typeof Handlebars {
  const handlebars = Handlebars.create();
  handlebars.unregisterHelper("log");
  for (const [name, helper] of Object.entries<Helper>(helpers)) {
    handlebars.registerHelper(name, (...args: unknown[]) => {
      const { hash } = args.pop() as { hash: Record<string, unknown> };
      return helper.run(args, hash);
    });
  }
  for (const [name, helper] of Object.entries(more)) handlebars.registerHelper(name, helper);
  return handlebars;
}

/**
 * Templates compiled beforehand, by name: what `precompileTemplates` writes. What each is made of is
 * Handlebars' own business, and its type one that only its own declarations can name.
 */
export type PrecompiledTemplates = Readonly<Record<string, object>>;

/** The filled-in text of a template compiled beforehand. Needs no `eval`. @throws {RangeError} when there is none of that name */
export function fillPrecompiled(templates: PrecompiledTemplates, name: string, data: unknown): string {
  if (!Object.hasOwn(templates, name)) throw new RangeError(`there is no template called ${name}`);
  const handlebars = ownHandlebars({});
  const ready = Object.entries(templates).map(
    ([each, spec]) => [each, handlebars.template(spec as TemplateSpecification)] as const,
  );
  for (const [each, template] of ready) handlebars.registerPartial(each, boundedPartial(each, template));
  return (Object.fromEntries(ready)[name] as FilledTemplate)(data);
}

/** @param more helpers of one format, beside those every template has */
export function templateEnvironment(
  partials: Readonly<Record<string, string>>,
  more: Readonly<Record<string, Handlebars.HelperDelegate>> = {},
): TemplateEnvironment {
  const handlebars = ownHandlebars(more);
  const options = compileOptions(Object.keys(more));
  const compile = (source: string): FilledTemplate => {
    if (typeof source !== "string") throw new TypeError("a template is text");
    return handlebars.compile(source, options);
  };
  for (const [name, source] of Object.entries(partials)) {
    handlebars.registerPartial(name, boundedPartial(name, compile(source)));
  }
  return { compile };
}

/**
 * `strict` makes a name the data does not have an error instead of a blank; `knownHelpersOnly` does the
 * same for helpers, and makes the code faster.
 */
export function compileOptions(more: readonly string[] = []): CompileOptions {
  const known = [...builtInHelpers, ...Object.keys(helpers), ...more];
  return {
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: Object.fromEntries(known.map((name) => [name, true])) as KnownHelpers,
    preventIndent: true,
  };
}

/** A partial that refuses to call itself without end; Handlebars alone would overflow the stack. */
function boundedPartial(name: string, template: FilledTemplate): Handlebars.TemplateDelegate {
  let depth = 0;
  return (context: unknown, runtime?: RuntimeOptions) => {
    depth += 1;
    try {
      if (depth > deepest) throw new RangeError(`partial ${name} calls itself without end`);
      return (template as Handlebars.TemplateDelegate)(context, runtime);
    } finally {
      depth -= 1;
    }
  };
}
