/** Milliseconds since 1970, UTC. */
export type Clock = () => number;

/** Waits, and rejects with the signal's reason when it is aborted first. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

const minute = 60_000;

/**
 * So many requests in any 60 seconds: each token comes back a minute after it was taken. A bucket
 * that refills evenly would let nearly twice as many through in one minute after a pause, and
 * Google counts by the minute.
 */
export interface TokenBucket {
  /**
   * Takes a token, waiting for one when there is none; first come, first served. `false` when none
   * comes free before `until` (on the clock): then nothing was taken and nobody waited.
   */
  take(until: number, signal?: AbortSignal): Promise<boolean>;
  /** Nobody gets a token for that long: Google has said there is no quota left. */
  pause(ms: number): void;
}

export function tokenBucket(perMinute: number, clock: Clock, sleep: Sleep): TokenBucket {
  if (!Number.isInteger(perMinute) || perMinute < 1) {
    throw new RangeError(`a quota is a whole number of requests from 1, not ${perMinute}`);
  }
  const taken: number[] = [];
  let pausedUntil = -Infinity;
  let queue: Promise<unknown> = Promise.resolve();

  const waitForToken = async (until: number, signal?: AbortSignal) => {
    for (;;) {
      signal?.throwIfAborted();
      const now = clock();
      while (taken.length > 0 && (taken[0] as number) <= now - minute) taken.shift();
      const free = taken.length < perMinute ? now : (taken[0] as number) + minute;
      const wait = Math.max(free, pausedUntil) - now;
      if (wait <= 0) break;
      if (now + wait > until) return false;
      await sleep(wait, signal);
    }
    taken.push(clock());
    return true;
  };

  return {
    take(until, signal) {
      const turn = queue.then(() => waitForToken(until, signal));
      queue = turn.catch(() => undefined);
      return turn;
    },
    pause(ms) {
      pausedUntil = Math.max(pausedUntil, clock() + ms);
    },
  };
}

/** Reads and writes are counted apart, as Google does. */
export interface Quota {
  readonly read: TokenBucket;
  readonly write: TokenBucket;
}

/**
 * Google's quotas: 60 reads and 60 writes a minute for each user of a project, 300 for the project
 * (documented; no daily cap). A service account is one user, whatever it reads.
 */
export const googleQuotas = { perUser: 60, perProject: 300 } as const;

/** One for each account; and one of 300 for a project, shared by the clients of all its accounts. */
export function quota(perMinute: number, clock: Clock, sleep: Sleep = sleepFor): Quota {
  return { read: tokenBucket(perMinute, clock, sleep), write: tokenBucket(perMinute, clock, sleep) };
}

/** Real waiting, on the machine's timers. */
export const sleepFor: Sleep = (ms, signal) =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error);
    const timer = setTimeout(done, ms);
    function done() {
      signal?.removeEventListener("abort", stop);
      resolve();
    }
    function stop() {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    }
    signal?.addEventListener("abort", stop, { once: true });
  });
