import { issue, type Issue, type PathPlace } from "@chiendich/core";

/**
 * Services that hide where a link leads. Not complete, and it cannot be: the list of allowed hosts is
 * what protects; this one only gives the better reason.
 */
const shorteners = new Set(
  (
    "bit.ly bitly.com tinyurl.com goo.gl t.co ow.ly is.gd v.gd buff.ly rebrand.ly cutt.ly shorturl.at rb.gy " +
    "tiny.cc s.id t.ly lnkd.in qrco.de me-qr.com by.com.vn bom.so s.net.vn dub.sh short.io soo.gd adf.ly"
  ).split(" "),
);

/**
 * Whether a link may stand in a dispatch: https, no user name in it, an allowed host (or one below it),
 * no shortener. A campaign about fraud must not look like one.
 *
 * @param hosts as the campaign's `linkHosts`: `example.org` allows `www.example.org` too
 */
export function checkLink(link: string, hosts: readonly string[], place: PathPlace): readonly Issue[] {
  let url: URL;
  try {
    url = new URL(link);
  } catch {
    return [issue("dispatch_link_invalid", place, { link })];
  }
  // `https://docs.google.com@evil.example/` leads to evil.example.
  const disguised = url.username !== "" || url.password !== "";
  if (url.protocol !== "https:" || disguised) return [issue("dispatch_link_invalid", place, { link })];
  const host = url.hostname.replace(/\.$/, "");
  if (shorteners.has(host.replace(/^www\./, ""))) return [issue("dispatch_link_shortener", place, { host })];
  const allowed = hosts.some(
    (each) => host === each.toLowerCase() || host.endsWith(`.${each.toLowerCase()}`),
  );
  return allowed ? [] : [issue("dispatch_link_host", place, { host, allowed: hosts.join(", ") })];
}
