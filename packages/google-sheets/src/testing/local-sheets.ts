import { callerOf, type Caller, type Sharing } from "./access.ts";
import { ApiError, notFound } from "./api-error.ts";
import { driveRoutes } from "./drive-methods.ts";
import { exportRoute } from "./export-route.ts";
import type { Fault, FaultPlan } from "./faults.ts";
import {
  createStore,
  makeId,
  type ExportWorkbook,
  type LocalStore,
  type StoredSpreadsheet,
} from "./local-store.ts";
import { minuteQuota, type QuotaLimits } from "./minute-quota.ts";
import type { SortBehaviour } from "./requests/batch.ts";
import type { Route } from "./route.ts";
import { spreadsheetRoutes } from "./spreadsheet-methods.ts";
import { valuesRoutes } from "./values-routes.ts";

/** How the local spreadsheets behave: without options nothing fails and nothing waits. */
export interface LocalSheetsOptions {
  /** Counts quotas and waits by it; milliseconds. */
  readonly clock?: () => number;
  readonly quotas?: QuotaLimits | null;
  readonly faults?: FaultPlan | null;
  /** Plays a delay; nothing waits when absent. */
  readonly sleep?: (ms: number) => Promise<void>;
  readonly sort?: SortBehaviour;
  /** Makes the xlsx export; without it the export answers 500. */
  readonly exportWorkbook?: ExportWorkbook;
}

/** One request as it was answered; nothing in it is secret. */
export interface AnsweredRequest {
  readonly method: string;
  readonly path: string;
  readonly status: number | null;
  readonly fault: Fault["kind"] | null;
  /** Whether it was carried out and changed a spreadsheet. */
  readonly applied: boolean;
}

/** Google Sheets, as far as a campaign needs it, in this process: no network, no account, no clock of its own. */
export interface LocalSheets {
  /** Answers like `fetch`; give it to a client, or let `listen` serve it on a port. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** Requests in the order they were answered. */
  readonly requests: readonly AnsweredRequest[];
  /** Plays other faults from now on. */
  setFaults(plan: FaultPlan | null): void;
  /** A new spreadsheet of that account; its id. */
  createSpreadsheet(title: string, owner: string): string;
  /** @throws {RangeError} when there is no such spreadsheet */
  share(id: string, email: string, role: "reader" | "writer"): void;
  /** What anyone with the link may do. */
  publish(id: string, anyone: Sharing["anyone"]): void;
  /** An .xlsx kept in Drive, which the API refuses to open; its id. */
  addOfficeFile(): string;
  /** The whole spreadsheet as the API would give it, whoever asks; for comparing in tests. */
  snapshot(id: string): unknown;
}

/** @see https://developers.google.com/workspace/sheets/api/reference/rest for the methods */
export function createLocalSheets(options: LocalSheetsOptions = {}): LocalSheets {
  const clock = options.clock ?? (() => 0);
  const takeQuota = options.quotas ? minuteQuota(options.quotas, clock) : null;
  let faults = options.faults ?? null;
  const requests: AnsweredRequest[] = [];
  const store = createStore(options.sort, options.exportWorkbook);
  const routes: readonly Route[] = [...spreadsheetRoutes, ...valuesRoutes, ...driveRoutes, exportRoute];

  async function answer(request: Request): Promise<Response> {
    const url = new URL(request.url);
    // Google takes `…/ID/:batchUpdate` and `…/ID/` too, as clients in wide use write them.
    const path = decodeURIComponent(url.pathname).replace("/:", ":").replace(/\/$/, "");
    const fault = faults?.({ method: request.method, path, index: requests.length }) ?? null;
    const record = (status: number | null, applied: boolean) =>
      requests.push({ method: request.method, path, status, fault: fault?.kind ?? null, applied });
    if (fault?.kind === "status") {
      record(fault.status, false);
      return faultResponse(fault);
    }
    if (fault?.kind === "reset") {
      record(null, false);
      throw new TypeError("fetch failed", { cause: new Error("read ECONNRESET") });
    }
    if (fault?.kind === "delay") await options.sleep?.(fault.ms);
    const { response, applied } = await carryOut(request, url, path);
    if (fault?.kind === "lost") {
      record(null, applied);
      throw new TypeError("fetch failed", { cause: new Error("read ECONNRESET") });
    }
    record(response.status, applied);
    if (fault?.kind !== "truncated") return response;
    const text = await response.text();
    return new Response(text.slice(0, Math.floor(text.length / 2)), { status: response.status });
  }

  async function carryOut(
    request: Request,
    url: URL,
    path: string,
  ): Promise<{ response: Response; applied: boolean }> {
    try {
      const found = findRoute(routes, request.method, path);
      if (!found) throw notFound();
      const caller = found.route.open ? { email: null } : identify(request, url);
      const kind = found.route.changes ? "Write" : "Read";
      if (!found.route.open) takeQuota?.(kind, caller.email ?? "anonymous");
      const text = await request.text();
      const body: unknown = text === "" ? {} : parseBody(text);
      const result = await found.route.run({ store, caller, url, body, parts: found.parts });
      if (result instanceof Response) return { response: result, applied: false };
      return { response: Response.json(result), applied: found.route.changes };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const headers =
        error.status === 429 ? { "retry-after": String(secondsToNextMinute(clock())) } : undefined;
      return {
        response: Response.json(error.body(), { status: error.status, ...(headers && { headers }) }),
        applied: false,
      };
    }
  }

  return {
    fetch: (input, init) => answer(new Request(input, init)),
    requests,
    setFaults: (plan) => void (faults = plan),
    createSpreadsheet: (title, owner) => store.create({ title, owner }).state.id,
    share(id, email, role) {
      const { sharing } = requireStored(store, id);
      (role === "writer" ? sharing.writers : sharing.readers).add(email);
    },
    publish(id, anyone) {
      requireStored(store, id).sharing.anyone = anyone;
    },
    addOfficeFile() {
      const id = makeId("office", store.officeFiles.size);
      store.officeFiles.add(id);
      return id;
    },
    // Every change works on a copy, so what is given out here stays as it is.
    snapshot: (id) => requireStored(store, id).state,
  };
}

function requireStored(store: LocalStore, id: string): StoredSpreadsheet {
  const stored = store.spreadsheets.get(id);
  if (!stored) throw new RangeError(`the local server has no spreadsheet ${id}`);
  return stored;
}

function findRoute(routes: readonly Route[], method: string, path: string) {
  for (const route of routes) {
    if (route.method !== method) continue;
    const parts = route.path.exec(path)?.groups;
    if (parts) return { route, parts: parts as Readonly<Record<string, string | undefined>> };
    if (route.path.test(path)) return { route, parts: {} };
  }
  return null;
}

function identify(request: Request, url: URL): Caller {
  return callerOf(request.headers.get("authorization"), url.searchParams.get("key"));
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError(400, "INVALID_ARGUMENT", "Invalid JSON payload received. Unexpected token.");
  }
}

const reasons: Readonly<Record<number, string>> = {
  429: "RESOURCE_EXHAUSTED",
  500: "INTERNAL",
  502: "UNAVAILABLE",
  503: "UNAVAILABLE",
};

function faultResponse({ status, retryAfterSeconds }: Extract<Fault, { kind: "status" }>): Response {
  const headers = new Headers();
  if (retryAfterSeconds !== undefined) headers.set("retry-after", String(retryAfterSeconds));
  // A gateway in between answers with a page, not with JSON.
  if (status === 502) return new Response("<html><title>502 Bad Gateway</title></html>", { status, headers });
  const message = status === 503 ? "The service is currently unavailable." : "Internal error encountered.";
  const body = new ApiError(status, reasons[status] ?? "UNKNOWN", message).body();
  return Response.json(body, { status, headers });
}

function secondsToNextMinute(now: number): number {
  return Math.max(1, Math.ceil((60_000 - (now % 60_000)) / 1000));
}
