import Handlebars from "handlebars";
import { shippedTemplates } from "../shipped/shipped-templates.ts";
import type { Templates } from "../document/dispatch-document.ts";
import { compileOptions } from "./environment.ts";

/**
 * The text of a JavaScript module that holds templates compiled, as `export default { name: spec … }`.
 * Made while building, it lets a page fill in templates under a content security policy that forbids
 * `eval`: give its default export to `precompiledTree`.
 *
 * What it makes is code: keep it with the program's own, and never take one from outside.
 */
export function precompileTemplates(templates: Templates = {}): string {
  const all = { ...shippedTemplates, ...templates };
  const specs = Object.entries(all).map(([name, source]) => {
    if (typeof source !== "string") throw new TypeError(`template ${name} is no text`);
    return `  ${JSON.stringify(name)}: ${String(Handlebars.precompile(source, compileOptions()))}`;
  });
  return `export default {\n${specs.join(",\n")}\n};\n`;
}
