import { usualReminderRules, type Language, type ReminderMessage } from "@chiendich/core";

/** When a reminder is sent, of the rules the command line plans by: `sau hạn 1 ngày` for `T+1`. */
export function printRule({ ruleId, kind }: ReminderMessage, language: Language): string {
  const days = daysOf(ruleId);
  if (days === undefined) return ruleId;
  const count = Math.abs(days);
  if (language === "vi") {
    const when = days === 0 ? "ngày đến hạn" : `${days < 0 ? "trước" : "sau"} hạn ${count} ngày`;
    return kind === "escalation" ? `${when}, gửi cấp trên của đơn vị` : when;
  }
  const when =
    days === 0 ? "on the last day" : `${inDays(count)} ${days < 0 ? "before" : "after"} the deadline`;
  return kind === "escalation" ? `${when}, to the level above` : when;
}

/** How long the reports a message is about still have, or have been overdue: `còn 3 ngày`, `quá hạn 2 – 5 ngày`. */
export function printDaysLeft({ subjects }: ReminderMessage, language: Language): string {
  const days = subjects.map(({ daysLeft }) => daysLeft);
  const [soonest, latest] = [Math.min(...days), Math.max(...days)];
  const vi = language === "vi";
  if (latest < 0) {
    const overdue = span(-latest, -soonest);
    return vi ? `quá hạn ${overdue} ngày` : `${inDays(overdue)} overdue`;
  }
  if (soonest < 0) return vi ? "có đơn vị đã quá hạn" : "some overdue";
  if (latest === 0) return vi ? "hôm nay là hạn cuối" : "due today";
  return vi ? `còn ${span(soonest, latest)} ngày` : `${inDays(span(soonest, latest))} left`;
}

/** Folder of a rule's letters, in letters every system takes: `sau-han-1-ngay`. */
export function folderOfRule(ruleId: string): string {
  const days = daysOf(ruleId);
  if (days === undefined) return ruleId;
  return days === 0 ? "ngay-den-han" : `${days < 0 ? "truoc" : "sau"}-han-${Math.abs(days)}-ngay`;
}

const daysOf = (ruleId: string) => usualReminderRules.find(({ id }) => id === ruleId)?.days;

const span = (from: number, to: number) => (from === to ? String(from) : `${from} – ${to}`);

const inDays = (count: number | string) => (String(count) === "1" ? "1 day" : `${count} days`);
