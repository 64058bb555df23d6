import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { issue, type Issue, type Parsed } from "@chiendich/core";
import { pluginApiVersion, type Plugin } from "./plugin.ts";

/**
 * The plugins a campaign names: files beside it, or packages installed there. None of them is used
 * when one cannot be: a campaign that was checked without its checks has not been checked.
 */
export async function loadPlugins(
  folder: string,
  names: readonly string[],
  source: string,
): Promise<Parsed<readonly Plugin[]>> {
  const issues: Issue[] = [];
  const plugins: Plugin[] = [];
  for (const [index, name] of names.entries()) {
    const place = { source, path: `plugins[${index}]` };
    try {
      const module = (await import(/* @vite-ignore */ moduleUrl(folder, name))) as { default?: unknown };
      const plugin = definition(module.default);
      if (!plugin) issues.push(issue("plugin_without_definition", place, { name }));
      else if (plugin.apiVersion !== pluginApiVersion) {
        const params = { name: plugin.name, found: String(plugin.apiVersion), supported: pluginApiVersion };
        issues.push(issue("plugin_api_version", place, params));
      } else plugins.push(plugin);
    } catch (error) {
      const message = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
      issues.push(issue("plugin_not_found", place, { name, message }));
    }
  }
  return { value: issues.length > 0 ? null : plugins, issues };
}

function moduleUrl(folder: string, name: string): string {
  const isFile = /^(?:\.{1,2})?[/\\]/.test(name);
  const path = isFile ? resolve(folder, name) : createRequire(join(folder, "package.json")).resolve(name);
  return pathToFileURL(path).href;
}

/** A module compiled to CommonJS carries its default export one level deeper. */
function definition(value: unknown): Plugin | null {
  const inner = isRecord(value) && isRecord(value["default"]) ? value["default"] : value;
  const is = isRecord(inner) && typeof inner["name"] === "string" && "apiVersion" in inner;
  return is ? ({ provides: {}, ...inner } as unknown as Plugin) : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
