import type {
  BatchUpdateReply,
  DeveloperMetadata,
  FilteredValues,
  GridRange,
  WireRequest,
  WireSpreadsheet,
} from "../api/wire.ts";
import type { AccessToken } from "./access-token.ts";
import { send, type CallOptions, type HttpCall, type HttpOptions, type RequestRecord } from "./http.ts";
import { googleQuotas, quota, sleepFor, type Clock, type Quota, type Sleep } from "./quota.ts";
import { defaultRetry, type RetryPolicy } from "./retry.ts";

/** What a client needs of the world: a token, a clock, chance. */
export interface SheetsClientOptions {
  /** `null` sends none: only the local server answers then. */
  readonly token: AccessToken | null;
  readonly clock: Clock;
  /** 0 up to 1; spreads retries. */
  readonly random: () => number;
  readonly sleep?: Sleep;
  /** The global `fetch` when absent. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Without trailing slash. */
  readonly baseUrl?: string;
  readonly driveBaseUrl?: string;
  /** The account's own quota, and any that it shares with others (the project's 300 a minute). */
  readonly quotas?: readonly Quota[];
  readonly retry?: Partial<RetryPolicy>;
  /** For one call with all its waiting; five minutes when absent. */
  readonly deadlineMs?: number;
  /** For one attempt; Google itself gives up after three minutes. */
  readonly requestTimeoutMs?: number;
  /** A signal that aborts after that long; the machine's timers when absent. */
  readonly timeout?: (ms: number) => AbortSignal;
  /** Called for every request sent; what it is given holds no secret. */
  readonly onRequest?: (record: RequestRecord) => void;
}

/** The methods of the API that a campaign needs. Every one throws {@link SheetsError} and nothing else. */
export interface SheetsClient {
  /** `fields` is Google's field mask; nothing outside it is sent over. Read quota: one. */
  getSpreadsheet(id: string, query: GetQuery, options?: CallOptions): Promise<WireSpreadsheet>;
  /** Parts of sheets by their indexes. A POST for Google, and yet nothing but a read: safe to repeat. */
  getRanges(
    id: string,
    query: { readonly fields: string; readonly ranges: readonly GridRange[] },
    options?: CallOptions,
  ): Promise<WireSpreadsheet>;
  /**
   * Carries out all requests or none, once: the batch leaves a marker, and after an answer that got
   * lost the marker tells whether it was carried out. `marker` is the marker's id, which must be
   * new to the spreadsheet: then Google itself refuses a second application.
   */
  batchUpdate(
    id: string,
    requests: readonly WireRequest[],
    marker: number,
    options?: CallOptions,
  ): Promise<void>;
  /** Writes values as they are (RAW) into marked rows or columns. Repeating it changes nothing. */
  writeMarked(id: string, data: readonly FilteredValues[], options?: CallOptions): Promise<void>;
  /**
   * Makes an empty spreadsheet in the account's Drive, once for each `marker`: a second call with the
   * same marker gives the spreadsheet of the first.
   */
  createSpreadsheet(title: string, marker: string, options?: CallOptions): Promise<string>;
}

/** What is asked of a spreadsheet; `fields` is Google's field mask. */
export interface GetQuery {
  readonly fields: string;
  /** A1 ranges; all of every sheet when absent. */
  readonly ranges?: readonly string[];
  readonly gridData?: boolean;
}

/** Key of the metadata that tells which batch was applied last. */
export const appliedKey = "chiendich.applied";

/**
 * A client that keeps within quotas, tries again what may be tried again, and says what went wrong
 * without its token.
 */
export function createSheetsClient(options: SheetsClientOptions): SheetsClient {
  const base = options.baseUrl ?? "https://sheets.googleapis.com";
  const drive = options.driveBaseUrl ?? options.baseUrl ?? "https://www.googleapis.com";
  const http = httpOptions(options);
  const call = <Result>(one: HttpCall<Result>) => send(one, http);
  const sheet = (id: string) => `${base}/v4/spreadsheets/${encodeURIComponent(id)}`;

  const client: SheetsClient = {
    getSpreadsheet(id, { fields, ranges = [], gridData = false }, options = {}) {
      const query = new URLSearchParams({ fields });
      if (gridData) query.set("includeGridData", "true");
      for (const range of ranges) query.append("ranges", range);
      const url = `${sheet(id)}?${query.toString()}`;
      return call<WireSpreadsheet>({ ...options, method: "GET", url, quota: "read", repeat: "safe" });
    },

    getRanges(id, { fields, ranges }, options = {}) {
      const url = `${sheet(id)}:getByDataFilter?${new URLSearchParams({ fields }).toString()}`;
      const body = { dataFilters: ranges.map((gridRange) => ({ gridRange })) };
      return call<WireSpreadsheet>({ ...options, method: "POST", url, body, quota: "read", repeat: "safe" });
    },

    async batchUpdate(id, requests, marker, options = {}) {
      const mark: WireRequest = { createDeveloperMetadata: { developerMetadata: markerMetadata(marker) } };
      const url = `${sheet(id)}:batchUpdate`;
      const body = { requests: [...requests, mark] };
      await call<BatchUpdateReply>({
        ...options,
        method: "POST",
        url,
        body,
        quota: "write",
        repeat: async (within) => ((await isApplied(id, marker, within)) ? {} : null),
      });
    },

    async writeMarked(id, data, options = {}) {
      const url = `${sheet(id)}/values:batchUpdateByDataFilter`;
      const body = { valueInputOption: "RAW", data };
      await call<unknown>({ ...options, method: "POST", url, body, quota: "write", repeat: "safe" });
    },

    async createSpreadsheet(title, marker, options = {}) {
      const find = (within: CallOptions) => findByMarker(marker, within);
      const existing = await find(options);
      if (existing) return existing.id;
      const mimeType = "application/vnd.google-apps.spreadsheet";
      const body = { name: title, mimeType, appProperties: { [appliedKey]: marker } };
      const url = `${drive}/drive/v3/files?fields=id`;
      const made = { ...options, method: "POST", url, body, quota: "write", repeat: find } as const;
      return (await call<{ id: string }>(made)).id;
    },
  };

  async function isApplied(id: string, marker: number, options: CallOptions): Promise<boolean> {
    const fields = "developerMetadata(metadataId,metadataKey)";
    const { developerMetadata = [] } = await client.getSpreadsheet(id, { fields }, options);
    return developerMetadata.some((one) => one.metadataId === marker && one.metadataKey === appliedKey);
  }

  async function findByMarker(marker: string, options: CallOptions): Promise<{ id: string } | null> {
    const q = `appProperties has { key='${appliedKey}' and value='${marker}' } and trashed = false`;
    const query = new URLSearchParams({ q, fields: "files(id)", pageSize: "1" });
    const url = `${drive}/drive/v3/files?${query.toString()}`;
    const one = { ...options, method: "GET", url, quota: "read", repeat: "safe" } as const;
    const { files = [] } = await call<{ files?: { id: string }[] }>(one);
    return files[0] ?? null;
  }

  return client;
}

function markerMetadata(marker: number): DeveloperMetadata {
  return {
    metadataId: marker,
    metadataKey: appliedKey,
    metadataValue: String(marker),
    visibility: "DOCUMENT",
    location: { spreadsheet: true },
  };
}

function httpOptions(options: SheetsClientOptions): HttpOptions {
  const { clock, sleep = sleepFor } = options;
  return {
    token: options.token,
    fetch: options.fetch ?? ((url, init) => fetch(url, init)),
    quotas: options.quotas ?? [quota(googleQuotas.perUser, clock, sleep)],
    retry: { ...defaultRetry, ...options.retry },
    deadlineMs: options.deadlineMs ?? 300_000,
    requestTimeoutMs: options.requestTimeoutMs ?? 180_000,
    clock,
    sleep,
    random: options.random,
    timeout: options.timeout ?? ((ms) => AbortSignal.timeout(ms)),
    onRequest: options.onRequest,
  };
}
