import { issue, type Campaign, type Finding, type UnitDirectory } from "@chiendich/core";
import type { Plugin, PluginParts } from "./plugin.ts";

/** Parts that are kept under a name: a later plugin's take the place of an earlier one's. */
type NamedParts = Required<{
  [Part in Exclude<keyof PluginParts, "checks">]: NonNullable<PluginParts[Part]>;
}>;

/** What all plugins provide together; a kind of field under its full name, `office-rules/vehicle-plate`. */
export function pluginParts(plugins: readonly Plugin[]): NamedParts {
  const all = (part: keyof NamedParts) => Object.assign({}, ...plugins.map(({ provides }) => provides[part]));
  const fieldKinds = plugins.flatMap(({ name, provides }) =>
    Object.entries(provides.fieldKinds ?? {}).map(([kind, one]) => [`${name}/${kind}`, one] as const),
  );
  return {
    fieldKinds: Object.fromEntries(fieldKinds),
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
