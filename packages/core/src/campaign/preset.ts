import { issue, type Issue } from "../issue/issue.ts";

/** A mapping as YAML gives it. */
type Mapping = Readonly<Record<string, unknown>>;

/**
 * A campaign on top of a preset (mẫu chung của tỉnh): mappings are merged key by key, everything
 * else — lists too — is replaced as a whole. What the preset locks cannot be replaced.
 *
 * @param locked paths such as `rounds` or `report.fields`; a path locks all below it
 */
export function extendPreset(
  preset: Mapping,
  own: Mapping,
  locked: readonly string[],
): { readonly value: Mapping; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const merge = (below: Mapping, above: Mapping, path: string): Mapping => {
    const merged: Record<string, unknown> = { ...below };
    for (const [key, value] of Object.entries(above)) {
      const here = path ? `${path}.${key}` : key;
      const under = Object.hasOwn(below, key) ? below[key] : undefined;
      if (isMapping(under) && isMapping(value)) merged[key] = merge(under, value, here);
      else if (
        locked.some((one) => here === one || here.startsWith(`${one}.`) || one.startsWith(`${here}.`))
      ) {
        if (!equal(under, value)) issues.push(issue("campaign_locked", { path: here }, { path: here }));
      } else merged[key] = value;
    }
    return merged;
  };
  return { value: merge(preset, own, ""), issues };
}

export function isMapping(value: unknown): value is Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Both come from YAML or JSON, where text is identity. */
function equal(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
