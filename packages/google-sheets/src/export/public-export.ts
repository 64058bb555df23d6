import { issue, type Issue, type Parsed, type SheetSource } from "@chiendich/core";
import type { SheetLink } from "../link/sheet-link.ts";

/** Opens a workbook's bytes; `openWorkbook` of `@chiendich/xlsx` is one. */
export type OpenWorkbook = (
  bytes: Uint8Array,
  options: { readonly name: string },
) => Promise<Parsed<SheetSource>>;

/** How a sheet that anyone with the link may see is fetched without an account. */
export interface PublicExportOptions {
  readonly openWorkbook: OpenWorkbook;
  /** The global `fetch` when absent. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Without trailing slash. */
  readonly baseUrl?: string;
  /** Bytes taken at most; 20 MB when absent. */
  readonly limitBytes?: number;
  readonly signal?: AbortSignal;
}

/**
 * Reads a spreadsheet that anyone with the link may see, without an account: as the .xlsx that Google
 * makes of it. Metadata does not come along, so rows and columns are found by what they say. A
 * private one answers with a sign-in page, which is an issue, not a failure.
 * @throws {Error} of `fetch` when there is no connection
 */
export async function openPublicSheet(
  link: SheetLink,
  options: PublicExportOptions,
): Promise<Parsed<SheetSource>> {
  const { openWorkbook, baseUrl = "https://docs.google.com", limitBytes = 20_000_000, signal } = options;
  const place = { source: link.spreadsheetId };
  const refuse = (found: Issue): Parsed<SheetSource> => ({ value: null, issues: [found] });
  const url = `${baseUrl}/spreadsheets/d/${encodeURIComponent(link.spreadsheetId)}/export?format=xlsx`;
  const response = await (options.fetch ?? fetch)(url, { redirect: "follow", ...(signal && { signal }) });
  const contentType = response.headers.get("content-type")?.split(";")[0]?.trim() ?? "";
  if (response.status === 404 || response.status === 410) return refuse(issue("sheets_not_found", place, {}));
  const asksToSignIn =
    response.status === 401 || response.status === 403 || (response.ok && contentType === "text/html");
  if (asksToSignIn || response.url.startsWith("https://accounts.google.com/")) {
    return refuse(issue("sheets_sign_in_needed", place, {}));
  }
  if (!response.ok || contentType === "text/html") {
    return refuse(
      issue("sheets_export_unreadable", place, { contentType: `${response.status} ${contentType}`.trim() }),
    );
  }
  const bytes = await readAtMost(response, limitBytes);
  if (bytes === null) {
    return refuse(
      issue("sheets_export_too_large", place, { limitMegabytes: Math.floor(limitBytes / 1_000_000) }),
    );
  }
  return openWorkbook(bytes, { name: nameOf(response) ?? `${link.spreadsheetId}.xlsx` });
}

/** The body, or `null` when it is larger; the rest is then not even downloaded. */
async function readAtMost(response: Response, limit: number): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += (part as Uint8Array).length;
    if (length > limit) return null;
    parts.push(part as Uint8Array);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** The spreadsheet's title, which the download is named after: `filename*=UTF-8''B%C3%A1o%20c%C3%A1o.xlsx`. */
function nameOf(response: Response): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(response.headers.get("content-disposition") ?? "")?.[1];
  try {
    return encoded === undefined ? null : decodeURIComponent(encoded);
  } catch {
    return null;
  }
}
