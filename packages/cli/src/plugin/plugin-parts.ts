import { issue, type Campaign, type Finding, type UnitDirectory } from "@chiendich/core";
import type { Plugin, PluginParts } from "./plugin.ts";

/** Parts that are kept under a name: a later plugin's take the place of an earlier one's. */
type NamedParts = Required<{
  [Part in Exclude<keyof PluginParts, "checks">]: NonNullable<PluginParts[Part]>;
}>;

/** What all plugins provide together. */
export function pluginParts(plugins: readonly Plugin[]): NamedParts {
  const all = (part: keyof NamedParts) => Object.assign({}, ...plugins.map(({ provides }) => provides[part]));
  return {
    validators: all("validators"),
    senders: all("senders"),
    sources: all("sources"),
    renderers: all("renderers"),
    sinks: all("sinks"),
  };
}

/** The findings of every plugin's checks, as ours are. */
export function pluginFindings(
  plugins: readonly Plugin[],
  campaign: Campaign,
  directory: UnitDirectory,
): Finding[] {
  return plugins.flatMap(({ name, provides: { checks = [] } }) =>
    checks.flatMap((check) =>
      check(campaign, directory).map(
        ({ path, severity, sentence }): Finding =>
          ({ ...issue("plugin_finding", { path }, { plugin: name, ...sentence }), severity }) as Finding,
      ),
    ),
  );
}
