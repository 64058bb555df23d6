import {
  endOfDayAt,
  findUnit,
  foldVietnamese,
  isInstant,
  type Campaign,
  type CampaignEvent,
  type Instant,
  type Issue,
  type RecipientUnit,
  type UnitDirectory,
} from "@chiendich/core";
import { MisuseError } from "../misuse-error.ts";
import type { CommandContext, Outcome } from "../command.ts";
import { readEvents } from "./campaign-ledger.ts";
import { typedDate } from "./typed-date.ts";
import { readWorkspace, requireWorkspaceFolder, type Workspace } from "./workspace.ts";

/** The workspace with what has happened so far. */
export interface RunningCampaign extends Workspace {
  readonly events: readonly CampaignEvent[];
}

/** Runs the work in a readable workspace; in an unreadable one the outcome is what is wrong with it. */
export async function inWorkspace(
  { io }: CommandContext,
  work: (workspace: Workspace) => Promise<Outcome>,
): Promise<Outcome> {
  const folder = await requireWorkspaceFolder(io.folder);
  const { value, issues } = await readWorkspace(folder);
  return value ? work(value) : { data: null, text: "", issues };
}

/** The same for a campaign that has been issued. */
export async function inCampaign(
  context: CommandContext,
  work: (campaign: RunningCampaign) => Promise<Outcome>,
): Promise<Outcome> {
  return inWorkspace(context, async (workspace) => {
    const events = await readEvents(workspace.folder, context.io);
    if (!events.some(({ type }) => type === "campaign_issued")) {
      throw new MisuseError({
        vi: "Chiến dịch chưa phát hành. Phát hành công văn bằng lệnh: chiendich dispatch",
        en: "The campaign has not been issued. Issue its dispatch with: chiendich dispatch",
      });
    }
    return work({ ...workspace, events });
  });
}

/** An instant somebody typed, or the present. @throws {MisuseError} */
export function instantOption(
  value: string | boolean | undefined,
  { now, timeZone }: { readonly now: Instant; readonly timeZone: string },
): Instant {
  if (value === undefined) return now;
  const instant = typeof value === "string" ? typedInstant(value, timeZone) : null;
  if (instant !== null) return instant;
  throw new MisuseError({
    vi: `Thời điểm “${String(value)}” không đúng dạng 10/11/2024 (hết ngày) hoặc 2024-11-10T17:00+07:00`,
    en: `The instant “${String(value)}” is not of the form 10/11/2024 (its end) or 2024-11-10T17:00+07:00`,
  });
}

/** The moment that was typed; a day alone means its end. Null when it is neither: 17:00 without an offset would mean another moment on another machine. */
export function typedInstant(text: string, timeZone: string): Instant | null {
  if (isInstant(text)) return text;
  const day = typedDate(text);
  return day === null ? null : endOfDayAt(day, timeZone);
}

/** The unit somebody named: by its id, or as it is called. @throws {MisuseError} */
export function unitArgument(text: string, directory: UnitDirectory): RecipientUnit {
  const folded = foldVietnamese(text);
  const called = ({ name, shortName }: RecipientUnit) =>
    [name, shortName].some((one) => one != null && foldVietnamese(one) === folded);
  const [unit, ...others] = [findUnit(directory, text) ?? directory.units.filter(called)].flat();
  if (unit && others.length === 0) return unit;
  const ids = [unit, ...others].flatMap((one) => one?.id ?? []).join(", ");
  throw new MisuseError(
    unit
      ? {
          vi: `Có nhiều đơn vị “${text}”, cần ghi mã: ${ids}`,
          en: `Several units are “${text}”; give an id: ${ids}`,
        }
      : {
          vi: `Không có đơn vị “${text}”. Xem mã các đơn vị bằng lệnh: chiendich units`,
          en: `There is no unit “${text}”. See their ids with: chiendich units`,
        },
  );
}

/** The id of a round somebody typed. @throws {MisuseError} naming those there are */
export function roundOption(value: string | boolean, { rounds }: Campaign): string {
  const found = rounds.find(({ id }) => id === value);
  if (found) return found.id;
  const known = rounds.map(({ id }) => id).join(", ");
  throw new MisuseError({
    vi: `Không có đợt báo cáo “${String(value)}”. Hiện có: ${known}`,
    en: `There is no round “${String(value)}”. There are: ${known}`,
  });
}

/** What narrows a question to the round somebody typed; nothing when none was. @throws {MisuseError} */
export function onlyRound(
  value: string | boolean | undefined,
  campaign: Campaign,
): { readonly roundId?: string } {
  return value === undefined ? {} : { roundId: roundOption(value, campaign) };
}

/** Who acts in events the command line writes: the issuing office. */
export function actorOf({ dispatch: { issuer } }: Campaign): string {
  return issuer.unitId ?? issuer.name;
}

/** What people call a unit in tables. */
export function unitName(directory: UnitDirectory, id: string): string {
  const unit = findUnit(directory, id);
  return unit?.shortName ?? unit?.name ?? id;
}

/** An outcome whose problems are those of the workspace's files. */
export function outcome(data: unknown, text: string, issues: readonly Issue[]): Outcome {
  return { data, text, issues };
}
