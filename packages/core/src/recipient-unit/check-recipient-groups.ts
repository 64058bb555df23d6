import { issue, type Finding } from "../issue/issue.ts";
import type { CalendarDate } from "../time/calendar-date.ts";
import type { UnitDirectory } from "./unit-directory.ts";
import { unitsAsOf } from "./units-as-of.ts";

/** The recipients of a campaign as far as units go: the groups of each line after “Kính gửi”. */
export interface AddressedGroups {
  readonly groups: readonly string[];
  readonly label: string;
}

/** Units that are addressed more than once, in two lines after “Kính gửi”; they owe one report, in the first. */
export function checkRecipientGroups(
  directory: UnitDirectory,
  recipients: readonly AddressedGroups[],
  { asOf }: { readonly asOf: CalendarDate },
): readonly Finding[] {
  return unitsAsOf(directory, asOf).flatMap(({ id, groups }) => {
    const labels = recipients
      .filter((recipient) => recipient.groups.some((group) => groups.includes(group)))
      .map(({ label }) => label);
    if (labels.length < 2) return [];
    return [issue("unit_in_two_groups", { path: `${id}.groups` }, { unit: id, labels })];
  });
}
