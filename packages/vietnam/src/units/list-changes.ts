import { addDays } from "@chiendich/core";
import type { ChangeLine, MergerLine } from "./region.ts";
import { sameWords, type Draft, type Occasion, type UnitHistory } from "./unit-history.ts";
import { levelOfCode } from "./unit-types.ts";

/** Each list, and the one before it: what changed happened after that. */
const previousList: Readonly<Record<string, string>> = {
  "2024-11-01": "2024-09-01",
  "2024-12-01": "2024-11-01",
  "2025-01-01": "2024-12-01",
  "2025-02-01": "2025-01-01",
  "2025-03-01": "2025-02-01",
};

/** Resolutions whose day is known: 1196/NQ-UBTVQH15, in force from 2024-11-01 (vov.gov.vn). */
const dayKnown = new Set(["1196"]);

const byList = "So sánh danh mục đơn vị hành chính của Tổng cục Thống kê (github.com/dvhcvn/data)";

/**
 * Applies what one list changed. A commune that bears its code under another name is taken for the
 * successor of the one that bore it (inferred: the lists keep a code with the unit that goes on);
 * one that left the list without a known merger simply ends, its successor unknown.
 */
export function applyListChanges(
  history: UnitHistory,
  on: string,
  changes: readonly ChangeLine[],
  mergers: readonly MergerLine[],
): void {
  const lastDay = addDays(on, -1);
  const merged = mergers.map((merger) => ({
    ...merger,
    drafts: merger.from.map((code) => history.get(code)),
  }));
  const mergedCodes = new Set(mergers.flatMap(({ from }) => from));
  const successions: { was: Draft; is: Draft; occasion: Occasion }[] = [];

  for (const { code, unit } of changes) if (!unit) history.end(code, lastDay);
  for (const { code, unit, resolution } of changes) {
    if (!unit || keepsId(history, code, unit.name)) continue;
    const was = history.find(code) && history.end(code, lastDay);
    const is = history.add(unit, on.slice(0, 7), basisOf(on, resolution), on);
    if (was && !mergedCodes.has(code)) successions.push({ was, is, occasion: occasionOf(on, resolution) });
  }
  // Parents last: a new district may stand below its communes in the list.
  for (const { code, unit, resolution } of changes) {
    if (!unit) continue;
    const draft = history.get(code);
    const parentId = unit.parent === "" ? undefined : history.get(unit.parent).id;
    if (draft.validFrom === on) draft.parentId = parentId;
    else history.change(draft, unit, parentId, occasionOf(on, resolution));
  }
  for (const { was, is, occasion } of successions) history.tell("renamed", [was], [is], occasion);
  for (const { kind, drafts, to, resolution } of merged) {
    history.tell(kind, drafts, [history.get(to)], occasionOf(on, resolution));
  }
}

/** Provinces and districts keep their id under any name; communes while their name stays. */
function keepsId(history: UnitHistory, code: string, name: string): boolean {
  const was = history.find(code);
  return was !== undefined && (levelOfCode(code) !== "commune" || sameWords(was.name, name));
}

function basisOf(on: string, resolution: string): string {
  const list = `Danh mục TCTK ${on}`;
  return resolution === "" ? list : `${list}, ${resolution}/NQ-UBTVQH15`;
}

function occasionOf(on: string, resolution: string): Occasion {
  return {
    on,
    ...(!dayKnown.has(resolution) && { notBefore: addDays(previousList[on] ?? on, 1) }),
    legalBasis: resolution === "" ? "" : `${resolution}/NQ-UBTVQH15`,
    source: byList,
  };
}
