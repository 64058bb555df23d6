import { quotaExceeded } from "./api-error.ts";

/** Requests a minute, reads and writes counted apart. */
export interface QuotaLimits {
  readonly perUser: number;
  readonly perProject: number;
}

/** Counts requests by the minute, reads and writes apart, for each user and for the project. */
export function minuteQuota(limits: QuotaLimits, clock: () => number) {
  const counts = new Map<string, { minute: number; used: number }>();

  function count(key: string, limit: number): boolean {
    const minute = Math.floor(clock() / 60_000);
    const before = counts.get(key);
    const used = before?.minute === minute ? before.used : 0;
    if (used >= limit) return false;
    counts.set(key, { minute, used: used + 1 });
    return true;
  }

  /** @throws {ApiError} 429 naming the quota that is used up */
  return (kind: "Read" | "Write", user: string): void => {
    if (!count(`${kind}/project`, limits.perProject)) throw quotaExceeded(kind, "Project");
    if (!count(`${kind}/${user}`, limits.perUser)) throw quotaExceeded(kind, "User");
  };
}
