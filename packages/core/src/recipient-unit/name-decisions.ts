import type { CalendarDate } from "../time/calendar-date.ts";
import type { ResolveContext } from "./resolver/resolution.ts";

/** What a person decided a text means. */
export interface NameDecision {
  /** As it was typed; spacing, case and Unicode form do not matter. */
  readonly text: string;
  /** Id of the unit; empty when the text is no unit at all. */
  readonly unit: string;
  readonly who: string;
  readonly why: string;
  readonly date: CalendarDate;
  /** Where it holds; absent or empty, everywhere. */
  readonly district?: string | undefined;
  readonly province?: string | undefined;
  readonly group?: string | undefined;
}

const plain = (text: string | undefined) =>
  (text ?? "").normalize("NFC").toLowerCase().replace(/\s+/gu, " ").trim();

/** Finds the decision on a text: the last one whose columns agree; one for these columns beats one for everywhere. */
export function decisionLookup(
  decisions: readonly NameDecision[],
  known: ReadonlyMap<string, number>,
): (text: string, context: ResolveContext) => NameDecision | null {
  if (decisions.length === 0) return () => null;
  const byText = new Map<string, NameDecision[]>();
  for (const decision of decisions) {
    // A unit that this directory does not have: the decision was made for another campaign.
    if (decision.unit !== "" && !known.has(decision.unit)) continue;
    const key = plain(decision.text);
    const list = byText.get(key);
    if (list) list.push(decision);
    else byText.set(key, [decision]);
  }
  return (text, context) => {
    const list = byText.get(plain(text));
    if (!list) return null;
    let best: NameDecision | null = null;
    let bestNarrow = -1;
    for (const decision of list) {
      let narrow = 0;
      let holds = true;
      for (const column of ["district", "province", "group"] as const) {
        const wanted = plain(decision[column]);
        if (wanted === "") continue;
        narrow += 1;
        if (wanted !== plain(context[column])) holds = false;
      }
      if (holds && narrow >= bestNarrow) {
        best = decision;
        bestNarrow = narrow;
      }
    }
    return best;
  };
}
