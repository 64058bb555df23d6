import { printIssue, type Issue } from "@chiendich/core";
import { PlanError } from "./plan.ts";
import { rollout } from "./rollout.ts";
import { summary } from "./summary.ts";

/** What the run touches besides its folders. */
export interface Terminal {
  readonly log: (line: string) => void;
  readonly error: (line: string) => void;
  /** Milliseconds, for the times of the stages; nothing that is written depends on it. */
  readonly clock: () => number;
}

/**
 * Runs the rollout of a folder and prints what was made and found.
 *
 * @returns 0 when everything could be used; 1 when the plan has an error or a file could not be
 *   read. Returns with mistakes in them are the daily work of a campaign and no failure.
 */
export async function main(folder: URL, out: URL, terminal: Terminal): Promise<0 | 1> {
  const stages = stopwatch(terminal);
  terminal.log("Công văn 2242/VHTT, Nha Trang, 29/10/2024\n");
  try {
    const result = await rollout(folder, out, stages.next);
    stages.next(null);
    terminal.log(`\n${summary(result)}`);
    return report([...result.plan.findings.filter(isError), ...result.unreadable], terminal);
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    return report(error.issues, terminal);
  }
}

const isError = ({ severity }: Issue) => severity === "error";

function report(issues: readonly Issue[], terminal: Terminal): 0 | 1 {
  for (const one of issues) {
    terminal.error(printIssue(one, "vi"));
    terminal.error(`  ${printIssue(one, "en")}`);
  }
  return issues.length === 0 ? 0 : 1;
}

/** Prints each stage with its time once the next one begins. */
function stopwatch({ log, clock }: Terminal): { readonly next: (stage: string | null) => void } {
  let current: string | null = null;
  let began = clock();
  return {
    next: (stage) => {
      const now = clock();
      if (current !== null) log(`  ${((now - began) / 1000).toFixed(1).padStart(5)} s  ${current}`);
      [current, began] = [stage, now];
    },
  };
}
