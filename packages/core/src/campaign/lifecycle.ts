import { issue, type Parsed } from "../issue/issue.ts";

/**
 * - `draft`: being written; nothing has gone out
 * - `issued`: the dispatch has gone out; obligations exist
 * - `open`: returns are taken
 * - `closing`: the deadline has passed; late ones are still taken and questions answered
 * - `closed`: the upward report is published; nothing is taken
 * - `archived`: kept, with personal data purged
 */
export const lifecycleStates = ["draft", "issued", "open", "closing", "closed", "archived"] as const;

/** Where a campaign stands: one of `lifecycleStates`. */
export type LifecycleState = (typeof lifecycleStates)[number];

const next: Readonly<Record<LifecycleState, readonly LifecycleState[]>> = {
  draft: ["issued"],
  issued: ["open"],
  open: ["closing"],
  // A closing campaign opens again when its deadline is extended.
  closing: ["open", "closed"],
  // A closed one when a report that was published has to be corrected.
  closed: ["closing", "archived"],
  archived: [],
};

/** The state after the step, or the issue that says which steps are possible. */
export function changeState(from: LifecycleState, to: LifecycleState): Parsed<LifecycleState> {
  if (next[from].includes(to)) return { value: to, issues: [] };
  const refusal = issue("lifecycle_transition_refused", { path: "state" }, { from, to, allowed: next[from] });
  return { value: null, issues: [refusal] };
}
