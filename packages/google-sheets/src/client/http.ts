import type { AccessToken } from "./access-token.ts";
import type { Clock, Quota, Sleep } from "./quota.ts";
import { redact, redactedCause } from "./redact.ts";
import { retryAfter, retryDelay, type RetryPolicy } from "./retry.ts";
import { errorCodeOf, readErrorBody, SheetsError, type SheetsErrorCode } from "./sheets-error.ts";

/** What the caller of one method may set. */
export interface CallOptions {
  /** Gives up at once, also while waiting for quota or for the next attempt. */
  readonly signal?: AbortSignal | undefined;
  /** For the whole call with all its waiting; the client's when absent. */
  readonly deadlineMs?: number | undefined;
}

/** One request sent, for a log or a count. Has no headers, no query and no body. */
export interface RequestRecord {
  readonly method: string;
  readonly path: string;
  /** From 1. */
  readonly attempt: number;
  /** HTTP status, or `null` when there was no answer. */
  readonly status: number | null;
  readonly error: SheetsErrorCode | null;
  /** Size of the request body in bytes. */
  readonly sentBytes: number;
}

export interface HttpCall<Result> extends CallOptions {
  readonly method: "GET" | "POST" | "PUT";
  readonly url: string;
  readonly body?: unknown;
  readonly quota: "read" | "write";
  /**
   * What to do when nobody knows whether the request was carried out: `safe` repeats it; a function
   * looks whether it was, and gives the result or `null`; `never` fails with `outcome_unknown`.
   */
  readonly repeat: "safe" | "never" | ((options: CallOptions) => Promise<Result | null>);
}

export interface HttpOptions {
  readonly token: AccessToken | null;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly quotas: readonly Quota[];
  readonly retry: RetryPolicy;
  readonly deadlineMs: number;
  readonly requestTimeoutMs: number;
  readonly clock: Clock;
  readonly sleep: Sleep;
  readonly random: () => number;
  readonly timeout: (ms: number) => AbortSignal;
  readonly onRequest?: ((record: RequestRecord) => void) | undefined;
}

/** One attempt's failure, with how long the server asked to wait. */
interface Failure {
  readonly error: SheetsError;
  readonly retryAfterMs: number | null;
}

type Outcome = { readonly value: unknown } | { readonly failure: Failure };

/** Sends one call with quota, retries and a deadline. @throws {SheetsError} and nothing else */
export async function send<Result>(call: HttpCall<Result>, options: HttpOptions): Promise<Result> {
  const until = options.clock() + (call.deadlineMs ?? options.deadlineMs);
  const where = `${call.method} ${new URL(call.url).pathname}`;
  let mayBeApplied = false;
  for (let attempt = 1; ; attempt++) {
    await takeTokens(call, options, until, where);
    const outcome = await attemptOnce(call, options, attempt, until, where);
    if ("value" in outcome) return outcome.value as Result;

    const { error, retryAfterMs } = outcome.failure;
    const unknown = error.code === "unavailable" || error.code === "response_unreadable";
    mayBeApplied ||= unknown && call.repeat !== "safe";
    if (mayBeApplied) {
      if (call.repeat === "never") {
        throw new SheetsError("outcome_unknown", `${where}: no answer; it may have been applied`, {
          status: error.status,
          cause: error,
        });
      }
      // Also after a refusal: a first request that was only slow may have made the second one invalid.
      const result =
        typeof call.repeat === "function" ? await call.repeat(remaining(call, options, until)) : null;
      if (result !== null) return result;
    }
    const firstRefusedToken = error.code === "unauthenticated" && attempt === 1 && options.token !== null;
    if (!unknown && error.code !== "quota_exceeded" && !firstRefusedToken) throw error;
    if (attempt >= options.retry.attempts) throw error;
    const wait = firstRefusedToken ? 0 : retryDelay(attempt, retryAfterMs, options.random, options.retry);
    if (error.code === "quota_exceeded") options.quotas.forEach((one) => one[call.quota].pause(wait));
    if (options.clock() + wait > until) throw deadlineError(where, error);
    await orAborted(options.sleep(wait, call.signal), call, where);
  }
}

async function takeTokens(call: HttpCall<unknown>, options: HttpOptions, until: number, where: string) {
  for (const quota of options.quotas) {
    const taken = await orAborted(quota[call.quota].take(until, call.signal), call, where);
    if (!taken) throw deadlineError(where);
  }
}

async function attemptOnce(
  call: HttpCall<unknown>,
  options: HttpOptions,
  attempt: number,
  until: number,
  where: string,
): Promise<Outcome> {
  const token = options.token ? await takeToken(options.token, where) : null;
  const known = token === null ? [] : [token];
  const body = call.body === undefined ? null : JSON.stringify(call.body);
  const record = (status: number | null, error: SheetsErrorCode | null) =>
    options.onRequest?.({
      method: call.method,
      path: new URL(call.url).pathname,
      attempt,
      status,
      error,
      sentBytes: body === null ? 0 : new TextEncoder().encode(body).length,
    });
  const fail = (error: SheetsError, retryAfterMs: number | null = null): Outcome => {
    record(error.status, error.code);
    return { failure: { error, retryAfterMs } };
  };
  const limit = options.timeout(Math.max(1, Math.min(options.requestTimeoutMs, until - options.clock())));
  const signal = call.signal ? AbortSignal.any([call.signal, limit]) : limit;
  let response: Response;
  let text: string;
  try {
    response = await options.fetch(call.url, { method: call.method, headers: headers(token), body, signal });
    text = await response.text();
  } catch (cause) {
    if (call.signal?.aborted) throw abortedError(where, call.signal);
    return fail(
      new SheetsError("unavailable", `${where}: no answer`, { cause: redactedCause(cause, known) }),
    );
  }
  const { status } = response;
  const parsed = parseJson(text);
  if (response.ok && parsed.ok) {
    record(status, null);
    return { value: parsed.value };
  }
  if (response.ok) {
    return fail(new SheetsError("response_unreadable", `${where}: the answer is not whole`, { status }));
  }
  const { message, reason } = readErrorBody(parsed.value) ?? { message: "", reason: null };
  const sentence = `${where}: ${status}${message ? ` ${redact(message, known)}` : ""}`;
  return fail(
    new SheetsError(errorCodeOf(status, message), sentence, { status, reason }),
    retryAfter(response.headers.get("retry-after"), options.clock()),
  );
}

async function takeToken(token: AccessToken, where: string): Promise<string> {
  try {
    return await token();
  } catch (cause) {
    throw new SheetsError("unauthenticated", `${where}: no access token`, { cause: redactedCause(cause) });
  }
}

function headers(token: string | null): Record<string, string> {
  const common = { accept: "application/json", "content-type": "application/json; charset=utf-8" };
  return token === null ? common : { ...common, authorization: `Bearer ${token}` };
}

function parseJson(text: string): { ok: boolean; value: unknown } {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false, value: null };
  }
}

function remaining(call: HttpCall<unknown>, options: HttpOptions, until: number): CallOptions {
  return { signal: call.signal, deadlineMs: Math.max(1, until - options.clock()) };
}

function deadlineError(where: string, cause?: SheetsError): SheetsError {
  return new SheetsError("deadline_exceeded", `${where}: not done in the time given`, {
    status: cause?.status ?? null,
    reason: cause?.reason ?? null,
    cause,
  });
}

function abortedError(where: string, signal: AbortSignal): SheetsError {
  return new SheetsError("aborted", `${where}: given up by the caller`, {
    cause: redactedCause(signal.reason),
  });
}

async function orAborted<Value>(wait: Promise<Value>, call: CallOptions, where: string): Promise<Value> {
  try {
    return await wait;
  } catch (error) {
    if (call.signal?.aborted) throw abortedError(where, call.signal);
    throw error;
  }
}
