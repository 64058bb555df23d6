import { printIssue, type Issue } from "@chiendich/core";
import { PlanError } from "./plan.ts";
import { actor, moments, rollout, type Rollout } from "./rollout.ts";
import { summary } from "./summary.ts";
import { throughSheets } from "./through-sheets.ts";

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
export async function main(
  folder: URL,
  out: URL,
  terminal: Terminal,
  { sheets = false }: { readonly sheets?: boolean } = {},
): Promise<0 | 1> {
  const stages = stopwatch(terminal);
  terminal.log("Công văn 2242/VHTT, Nha Trang, 29/10/2024\n");
  try {
    const result = await rollout(folder, out, stages.next);
    stages.next(null);
    terminal.log(`\n${summary(result)}`);
    if (sheets && !(await sameThroughSheets(result, terminal))) return 1;
    return report([...result.plan.findings.filter(isError), ...result.unreadable], terminal);
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    return report(error.issues, terminal);
  }
}

/** Collects once more, through a shared Google Sheet on a local server, and compares every sum. */
async function sameThroughSheets(
  { plan, issued, reports, figures }: Rollout,
  { log, error }: Terminal,
): Promise<boolean> {
  const { figures: again, requests } = await throughSheets(plan, issued, reports, {
    at: moments.reported,
    actor,
  });
  log(`\nQua Google Sheets (máy chủ cục bộ) · through Google Sheets (local server)`);
  log(`  ${requests.create} yêu cầu để tạo, ${requests.read} để đọc · requests to create and to read`);
  let same = true;
  for (const [id, { aggregator, value }] of Object.entries(figures.total)) {
    if (aggregator !== "sum") continue;
    const other = again.total[id]?.value;
    if (other === value) log(`  = ${id}: ${String(value)}`);
    else error(`  ≠ ${id}: ${String(value)} / ${String(other)}`);
    same &&= other === value;
  }
  return same;
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
