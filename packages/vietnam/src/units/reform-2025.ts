import { addDays } from "@chiendich/core";
import type { LinkLine, UnitLine } from "./region.ts";
import { sameWords, type Draft, type Occasion, type UnitHistory } from "./unit-history.ts";
import { levelOfCode } from "./unit-types.ts";

/** First day of provinces and communes without districts between them, and of their codes. */
export const reformDay = "2025-07-01";
const epoch = "2025-07";
const provinceBasis = "Công văn 915/CTK-CSCL, 202/2025/QH15";
const source = "github.com/dvhcvn/20250701, lập từ 34 nghị quyết của Ủy ban Thường vụ Quốc hội";

/**
 * The reorganisation of 1 July 2025: provinces joined, districts ended, communes joined, split or
 * carried on. `resolution` is the province's, such as `1667/NQ-UBTVQH15`.
 */
export function applyReform(
  history: UnitHistory,
  after: readonly UnitLine[],
  links: readonly LinkLine[],
  resolution: string,
): void {
  const old = new Map(history.codes().map((code) => [code, history.get(code)]));
  for (const code of old.keys()) history.end(code, addDays(reformDay, -1));
  const occasion: Occasion = { on: reformDay, legalBasis: resolution, source };
  const province = reformProvince(history, old, after);
  reformCommunes(history, old, after, links, province, occasion);
  closeDistricts(history, old, links);
}

function reformProvince(
  history: UnitHistory,
  old: ReadonlyMap<string, Draft>,
  after: readonly UnitLine[],
): Draft {
  const line = after.find(({ code }) => levelOfCode(code) === "province");
  const provinces = [...old].filter(([code]) => levelOfCode(code) === "province").map(([, draft]) => draft);
  const [only, ...others] = provinces;
  if (!line || !only) throw new RangeError("the pack has no province");
  if (others.length === 0 && sameWords(only.name, line.name) && only.type === line.type) {
    history.carryOn(only, line.code, epoch, provinceBasis);
    return only;
  }
  const province = history.add(line, epoch, provinceBasis, reformDay);
  const occasion = { on: reformDay, legalBasis: "202/2025/QH15", source: "Nghị quyết 202/2025/QH15" };
  history.tell(others.length === 0 ? "renamed" : "merged", provinces, [province], occasion);
  return province;
}

function reformCommunes(
  history: UnitHistory,
  old: ReadonlyMap<string, Draft>,
  after: readonly UnitLine[],
  links: readonly LinkLine[],
  province: Draft,
  occasion: Occasion,
): void {
  const targets = groupLinks(links, "old", "new");
  const sources = groupLinks(links, "new", "old");
  const basis = `Công văn 1027/CTK-CSCL, ${occasion.legalBasis}`;
  const goesWhole = (code: string) => targets.get(code)?.length === 1;
  const draftOf = (code: string) => {
    const draft = old.get(code);
    if (!draft) throw new RangeError(`a link leads from ${code}, which did not exist`);
    return draft;
  };
  for (const line of after) {
    if (levelOfCode(line.code) !== "commune") continue;
    const whole = (sources.get(line.code) ?? []).filter(goesWhole).map(draftOf);
    const [only] = whole;
    if (whole.length === 1 && only && sameWords(only.name, line.name)) {
      history.carryOn(only, line.code, epoch, basis);
      history.change(only, line, province.id, occasion);
      continue;
    }
    const commune = history.add(line, epoch, basis, reformDay);
    commune.parentId = province.id;
    if (whole.length > 0) {
      history.tell(whole.length === 1 ? "renamed" : "merged", whole, [commune], occasion);
    }
  }
  for (const [code, parts] of targets) {
    if (parts.length < 2) continue;
    const into = parts.map((part) => history.get(part));
    history.tell("split", [draftOf(code)], into, occasion);
  }
}

/** The level is gone; its tasks went to provinces and communes, so a district has no one successor. */
function closeDistricts(
  history: UnitHistory,
  old: ReadonlyMap<string, Draft>,
  links: readonly LinkLine[],
): void {
  const linked = new Set(links.map((link) => link.old));
  const districts = [...old]
    .filter(([code]) => levelOfCode(code) === "district" && !linked.has(code))
    .map(([, draft]) => draft);
  if (districts.length === 0) return;
  const legalBasis = "Luật Tổ chức chính quyền địa phương năm 2025";
  history.tell("closed", districts, [], {
    on: reformDay,
    legalBasis,
    source: "không còn đơn vị hành chính cấp huyện",
  });
}

function groupLinks(
  links: readonly LinkLine[],
  key: "old" | "new",
  value: "old" | "new",
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const link of links) groups.set(link[key], [...(groups.get(link[key]) ?? []), link[value]]);
  return groups;
}
