/**
 * A failure to be played instead of, or after, an answer.
 *
 * - `status`: the request is refused with that status and not carried out
 * - `reset`: the connection breaks before the request is carried out
 * - `lost`: the request is carried out and the connection breaks before the answer
 * - `truncated`: the request is carried out and the answer's body breaks off
 * - `delay`: the answer comes that much later
 */
export type Fault =
  | { readonly kind: "status"; readonly status: number; readonly retryAfterSeconds?: number | undefined }
  | { readonly kind: "reset" | "lost" | "truncated" }
  | { readonly kind: "delay"; readonly ms: number };

/** Decides for each request, in the order they come; `null` answers it properly. */
export type FaultPlan = (request: {
  readonly method: string;
  readonly path: string;
  readonly index: number;
}) => Fault | null;

/** Each kind of failure with that probability, 0 to 1; `random` is seeded by the caller. */
export function randomFaults(
  rate: number,
  random: () => number,
  kinds: readonly Fault[] = everyFault,
): FaultPlan {
  return () => kinds.find(() => random() < rate) ?? null;
}

/** One of each kind that a client must survive. */
export const everyFault: readonly Fault[] = [
  { kind: "status", status: 429, retryAfterSeconds: 2 },
  { kind: "status", status: 500 },
  { kind: "status", status: 502 },
  { kind: "status", status: 503 },
  { kind: "reset" },
  { kind: "lost" },
  { kind: "truncated" },
  { kind: "delay", ms: 20_000 },
];
