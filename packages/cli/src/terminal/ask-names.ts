import { printPlace, type Language, type NameDecision, type RecipientUnit } from "@chiendich/core";
import type { RunningCampaign } from "../workspace/command-context.ts";
import { unitsNamed, type OpenName } from "../workspace/open-names.ts";
import { terminalPrompts, type Choice, type Prompts } from "./prompts.ts";

type Answer = Omit<NameDecision, "date">;

const sentences = {
  vi: {
    which: (text: string, place: string) => `“${text}” (${place}) là đơn vị nào?`,
    other: "Đơn vị khác…",
    none: "Không phải là đơn vị",
    skip: "Để sau",
    search: "Tên hoặc mã của đơn vị",
    notFound: (text: string) => `Không có đơn vị nào có tên hoặc mã “${text}”.`,
    who: "Người quyết định",
    why: "Căn cứ",
  },
  en: {
    which: (text: string, place: string) => `Which unit is “${text}” (${place})?`,
    other: "Another unit…",
    none: "Not a unit",
    skip: "Later",
    search: "Name or id of the unit",
    notFound: (text: string) => `No unit has the name or id “${text}”.`,
    who: "Who decides",
    why: "On what ground",
  },
};

/** Asks for each open name; who decides is asked once. What was answered before somebody stops is kept. */
export async function askNames(
  open: readonly OpenName[],
  running: Pick<RunningCampaign, "campaign" | "directory">,
  {
    language,
    prompts = terminalPrompts(language),
  }: { readonly prompts?: Prompts | undefined; readonly language: Language },
): Promise<readonly Answer[]> {
  const say = sentences[language];
  const answers: Answer[] = [];
  let who: string | null = null;
  let why = "";
  for (const { text, places, candidates } of open) {
    const [place] = places;
    const unit = await askUnit(say.which(text, place ? printPlace(place, language) : ""), candidates);
    if (unit === null) break;
    if (unit === skipped) continue;
    who ??= await prompts.answer(say.who, { example: "Văn thư" });
    if (who === null) break;
    const reason = await prompts.answer(say.why, { initial: why, example: "hỏi qua điện thoại" });
    if (reason === null) break;
    why = reason;
    answers.push({ text, unit, who, why });
  }
  return answers;

  /** Id of the unit, empty for none; null when the person stops. */
  async function askUnit(message: string, offered: readonly RecipientUnit[]): Promise<string | null> {
    const chosen = await prompts.choose(message, [
      ...offered.map(unitChoice),
      { value: other, label: say.other },
      { value: none, label: say.none },
      { value: skipped, label: say.skip },
    ]);
    if (chosen === none) return "";
    if (chosen !== other) return chosen;
    const searched = await prompts.answer(say.search, {
      refuse: (words) => (unitsNamed(running, words).length > 0 ? null : say.notFound(words)),
    });
    return searched === null ? null : askUnit(message, unitsNamed(running, searched));
  }
}

// No unit id begins with a sign.
const other = "?other";
const none = "?none";
const skipped = "?skip";

const unitChoice = ({ id, name }: RecipientUnit): Choice => ({ value: id, label: name, hint: id });
