/** How a failed request is tried again. */
export interface RetryPolicy {
  /** Requests sent for one call, the first included. */
  readonly attempts: number;
  /** Longest wait before the second attempt, in ms; doubled before each further one. */
  readonly baseMs: number;
  /** Longest wait there is: quotas come back within a minute. */
  readonly capMs: number;
}

/** Waits double from a second to about a minute, in which a quota comes back. */
export const defaultRetry: RetryPolicy = { attempts: 8, baseMs: 1_000, capMs: 64_000 };

/**
 * How long to wait after the n-th failure, in ms: what the server asked for, or exponential backoff
 * with jitter over the upper half, so that clients that failed together do not come back together.
 */
export function retryDelay(
  failures: number,
  retryAfterMs: number | null,
  random: () => number,
  policy: RetryPolicy,
): number {
  if (retryAfterMs !== null) return retryAfterMs;
  const longest = Math.min(policy.capMs, policy.baseMs * 2 ** (failures - 1));
  return Math.round(longest * (0.5 + random() / 2));
}

/** `Retry-After` as seconds or as an HTTP date, in ms from `now`; `null` when absent or not understood. */
export function retryAfter(header: string | null, now: number): number | null {
  if (header === null) return null;
  if (/^\d+(\.\d+)?$/.test(header.trim())) return Math.ceil(Number(header) * 1000);
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
