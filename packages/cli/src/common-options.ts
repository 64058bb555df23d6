import type { Command, OptionSpec } from "./command.ts";

const dryRun: OptionSpec = {
  flags: "--dry-run",
  summary: { vi: "chỉ nói sẽ làm gì, không làm", en: "say what would be done, and do nothing" },
};

/** The instant a command looks at; read by `instantOption`. */
export const asOf: OptionSpec = {
  flags: "--as-of <instant>",
  summary: {
    vi: "thời điểm, hoặc một ngày (lấy lúc hết ngày); mặc định là lúc này",
    en: "the instant, or a day (its end); now by default",
  },
};

/** One round instead of all of them; read by `onlyRound`. */
export const oneRound: OptionSpec = {
  flags: "--round <id>",
  summary: { vi: "chỉ một đợt báo cáo; mặc định là mọi đợt", en: "one round only; all by default" },
};

/** What every command takes, before its name as well as after it. */
export const common: readonly OptionSpec[] = [
  { flags: "--json", summary: { vi: "in kết quả dạng JSON", en: "print the result as JSON" } },
  {
    flags: "--folder <path>",
    summary: {
      vi: "thư mục chiến dịch; mặc định là thư mục hiện tại",
      en: "the campaign's folder; the current one by default",
    },
  },
  {
    flags: "--lang <vi|en>",
    summary: { vi: "ngôn ngữ của thông báo", en: "language of messages" },
    default: "vi",
  },
];

/** Every option of a command: its own, and those that all commands have. */
export function optionsOf({ options = [], changes }: Command): readonly OptionSpec[] {
  return [...options, ...common, ...(changes ? [dryRun] : [])];
}
