import { issue, type Issue, type Parsed } from "@chiendich/core";

/** A spreadsheet as a link names it. */
export interface SheetLink {
  readonly spreadsheetId: string;
  /** The tab the link opens, where it says so; 0 is the first tab of a new spreadsheet. */
  readonly gid: number | null;
  /** `driveFile`: a Drive link, which may turn out to be an .xlsx file when it is opened. */
  readonly kind: "spreadsheet" | "driveFile";
}

/** What ids look like; real ones have 44 characters, older ones fewer. */
const id = /^[A-Za-z0-9_-]{20,}$/;

const otherKinds = {
  document: "document",
  forms: "form",
  presentation: "presentation",
  folders: "folder",
} as const;

const shorteners = new Set(["bit.ly", "goo.gl", "forms.gle", "tinyurl.com", "t.co", "g.co", "s.id", "rb.gy"]);

/**
 * The spreadsheet of a link in any form people paste: with or without `https://`, `/edit`, `/view`,
 * `/copy`, `/htmlview`, `/export`, `/u/1/`, `/a/domain/`, `#gid=`, `?gid=`, Drive's `open?id=` and
 * `/file/d/`, angle brackets of a printed letter around it, or the bare id. What cannot be read
 * through the API is refused with an issue that says what to do.
 *
 * The forms are known from use, none of them is documented by Google.
 */
export function parseSheetLink(text: string, source = ""): Parsed<SheetLink> {
  const refuse = (found: Issue): Parsed<SheetLink> => ({ value: null, issues: [found] });
  const place = { path: text.trim(), source };
  const trimmed = unwrap(text);
  if (id.test(trimmed)) return found(trimmed, null, "spreadsheet");

  const url = parseUrl(trimmed);
  if (!url) return refuse(issue("sheets_link_not_understood", place, {}));
  const host = url.hostname.replace(/^www\./, "");
  if (shorteners.has(host)) return refuse(issue("sheets_link_other_kind", place, { kind: "short" }));
  if (host !== "docs.google.com" && host !== "drive.google.com" && host !== "sheets.google.com") {
    return refuse(issue("sheets_link_not_understood", place, {}));
  }

  // `/u/1/` (second account) and `/a/example.org/` (a domain's own address) may stand anywhere before `/d/`.
  const parts = url.pathname.split("/").filter(Boolean);
  const kind = Object.keys(otherKinds).find((name) => parts.includes(name)) as
    keyof typeof otherKinds | undefined;
  if (kind) return refuse(issue("sheets_link_other_kind", place, { kind: otherKinds[kind] }));
  const d = parts.lastIndexOf("d");
  if (d >= 0 && parts[d + 1] === "e") return refuse(issue("sheets_link_published", place, {}));
  // Sheets opens an Office file of Drive with `rtpof=true`; the API then answers 400.
  if (url.searchParams.get("rtpof") === "true") return refuse(issue("sheets_link_workbook_file", place, {}));

  const named = d >= 0 ? parts[d + 1] : (url.searchParams.get("id") ?? url.searchParams.get("key"));
  if (!named || !id.test(named)) return refuse(issue("sheets_link_not_understood", place, {}));
  return found(named, gidOf(url), parts.includes("spreadsheets") ? "spreadsheet" : "driveFile");
}

/** The address people open: the form Google itself uses. */
export function printSheetLink(link: Pick<SheetLink, "spreadsheetId"> & { gid?: number | null }): string {
  const tab = link.gid === null || link.gid === undefined ? "" : `?gid=${link.gid}#gid=${link.gid}`;
  return `https://docs.google.com/spreadsheets/d/${link.spreadsheetId}/edit${tab}`;
}

function found(spreadsheetId: string, gid: number | null, kind: SheetLink["kind"]): Parsed<SheetLink> {
  return { value: { spreadsheetId, gid, kind }, issues: [] as readonly Issue[] };
}

/** Letters print links as `<https://…>` and sentences end in a full stop after them. */
function unwrap(text: string): string {
  return text
    .trim()
    .replace(/^[<("“'[]+/, "")
    .replace(/[>)"”'\].,;]+$/, "");
}

function parseUrl(text: string): URL | null {
  const withScheme = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  return URL.canParse(withScheme) ? new URL(withScheme) : null;
}

function gidOf(url: URL): number | null {
  const gid = url.searchParams.get("gid") ?? /[#&]gid=(\d+)/.exec(url.hash)?.[1];
  return gid !== undefined && gid !== null && /^\d{1,10}$/.test(gid) ? Number(gid) : null;
}
