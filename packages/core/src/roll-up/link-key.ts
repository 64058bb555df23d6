/** Parameters that say who shared a link, not what it points to. */
const tracking = /^(utm_\w+|fbclid|gclid|mibextid|igshid|zarsrc)$/i;

/**
 * What two links to the same page have in common, so that a union counts the page once: host in lower case and
 * without `www.` or `m.`, no trailing slash, no tracking parameters, the other parameters sorted.
 * Text that is no http link is kept, trimmed: it is evidence too, only not comparable.
 */
export function linkKey(link: string): string {
  const parts = /^(https?):\/\/([^/?#]+)([^?#]*)(?:\?([^#]*))?(#.*)?$/i.exec(link.trim());
  if (!parts) return link.trim();
  const [, , host = "", path = "", query = "", fragment = ""] = parts;
  const kept = query
    .split("&")
    .filter((pair) => pair !== "" && !tracking.test(pair.split("=", 1)[0] as string))
    .sort()
    .join("&");
  const page = host.toLowerCase().replace(/^(www|m)\./, "") + path.replace(/\/+$/, "");
  return `https://${page}${kept && `?${kept}`}${fragment === "#" ? "" : fragment}`;
}
