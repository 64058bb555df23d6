import {
  unitsAsOf,
  type Campaign,
  type CampaignEvent,
  type Issue,
  type Language,
  type RecipientUnit,
} from "@chiendich/core";
import { campaignDispatch, documentTree, renderDispatch } from "@chiendich/dispatch";
import { MisuseError } from "../misuse-error.ts";
import type { Command, CommandInput } from "../command.ts";
import { pluginParts } from "../plugin/plugin-parts.ts";
import { showProgress } from "../terminal/progress.ts";
import { appendEvents, readEvents } from "../workspace/campaign-ledger.ts";
import { inWorkspace } from "../workspace/command-context.ts";
import { registeredDispatch, takeNumber, withNumber } from "../workspace/dispatch-number.ts";
import { issueOnce } from "../workspace/issue-once.ts";
import { signingKey } from "../workspace/office-keys.ts";
import {
  hasSignedLinks,
  signedMaterials,
  withSignedCodes,
  type SignedLinks,
} from "../workspace/signed-materials.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { writeOutput, type PlannedFile } from "../workspace/write-output.ts";

/** Issues the campaign: who owes what is frozen, the dispatch gets its number, and the letter is written. */
export const dispatch: Command = {
  name: "dispatch",
  summary: {
    vi: "phát hành chiến dịch: chốt danh sách đơn vị phải báo cáo, ghi số và soạn công văn",
    en: "issue the campaign: freeze who owes a report, number and write the dispatch",
  },
  example: "chiendich dispatch --number --per-unit",
  options: [
    {
      flags: "--number [number]",
      summary: {
        vi: "ghi số công văn: số đã lấy từ sổ văn bản đi; không ghi số thì lấy số kế tiếp trong sổ của chiến dịch",
        en: "number the dispatch: the number from the office's register; without one, the next of the campaign's own",
      },
    },
    {
      flags: "--per-unit",
      summary: { vi: "thêm một công văn riêng cho từng đơn vị", en: "a letter for each unit as well" },
    },
    { flags: "--html", summary: { vi: "thêm bản HTML", en: "an HTML version as well" } },
  ],
  changes: true,
  run: (context, { options, dryRun }) =>
    inWorkspace(context, async (workspace) => {
      const { folder, issues } = workspace;
      const { io, language } = context;
      const wanted = wantedNumber(options["number"]);
      const refused: Issue[] = [];
      const decide = (events: readonly CampaignEvent[]) => {
        const numbered = takeNumber(workspace.campaign, events, wanted, io.now());
        refused.splice(0, Infinity, ...numbered.issues);
        return numbered.value ? [...issueOnce(workspace, events), ...numbered.value] : [];
      };
      const before = await readEvents(folder, io);
      const planned = decide(before);
      if (refused.length > 0) return { data: null, text: "", issues: [...issues, ...refused] };
      requireRecipients(planned);
      const news = dryRun || planned.length === 0 ? planned : await appendEvents(folder, io, decide);

      const campaign = withNumber(workspace.campaign, [...before, ...news]);
      const progress = showProgress(io, language === "vi" ? "Soạn công văn" : "Writing");
      const { letters, signedLinks } = await lettersOf({ ...workspace, campaign }, options, { dryRun });
      const written = await writeOutput(folder, letters, {
        dryRun,
        onFile: (done) => progress.update(done, letters.length),
      });
      progress.end();
      const obligations = news.flatMap((event) =>
        event.type === "campaign_issued" ? event.obligations : [],
      );
      const entry = registeredDispatch(campaign, [...before, ...news]);
      const done: Done = {
        issued: obligations.length > 0,
        numbered: news.some(({ type }) => type === "dispatch_numbered"),
        number: entry?.notation ?? null,
        units: new Set(obligations.map(({ unitId }) => unitId)).size,
        obligations: obligations.length,
        files: written,
        signedLinks: Object.values(signedLinks),
        dryRun,
      };
      const { units: _, ...data } = done;
      return { data, text: printDone(done, language), issues };
    }),
};

/** Who owes a report is frozen once; frozen empty, nobody could ever report. @throws {MisuseError} */
function requireRecipients(planned: readonly CampaignEvent[]): void {
  const issued = planned.find((event) => event.type === "campaign_issued");
  if (!issued || issued.obligations.length > 0) return;
  throw new MisuseError({
    vi: "Không có đơn vị nào trong các nhóm nhận vào ngày công văn, chưa phát hành. Xem lại campaign.yaml (recipients, dispatch.date) và units.csv bằng lệnh: chiendich check",
    en: "No unit is in the groups addressed on the day of the dispatch; nothing was issued. Look at campaign.yaml (recipients, dispatch.date) and units.csv with: chiendich check",
  });
}

/** @throws {MisuseError} for anything but a whole number from 1 */
function wantedNumber(typed: string | boolean | undefined): number | "next" | null {
  if (typed === undefined || typed === false) return null;
  if (typed === true) return "next";
  if (/^[1-9]\d{0,5}$/.test(typed)) return Number(typed);
  throw new MisuseError({
    vi: `“${typed}” không phải là số công văn. Ví dụ: --number 125`,
    en: `“${typed}” is no number of a dispatch. For example: --number 125`,
  });
}

/** The letters to be written; a dry run makes no key, and so leaves links unsigned. */
async function lettersOf(
  { folder, campaign, directory, plugins }: Workspace,
  options: CommandInput["options"],
  { dryRun }: { readonly dryRun: boolean },
): Promise<{ readonly letters: readonly PlannedFile[]; readonly signedLinks: SignedLinks }> {
  const name = `${campaign.dispatch.number ?? "du-thao"}-${campaign.dispatch.notation}`;
  const signed = hasSignedLinks(campaign) && !dryRun;
  const key = signed ? await signingKey(folder, campaign.dispatch.date.slice(0, 4)) : null;
  const signedLinks = key ? await signedMaterials(campaign, key) : {};
  const letterTo = (unit?: RecipientUnit) =>
    withSignedCodes(campaignDispatch(campaign, { unit }), signedLinks);
  const letter = letterTo();
  const units = options["perUnit"] ? addressedUnits(campaign, directory) : [];
  const letters: readonly PlannedFile[] = [
    { path: `cong-van/${name}.docx`, content: () => renderDispatch(letter, { format: "docx" }) },
    ...(options["html"]
      ? [{ path: `cong-van/${name}.html`, content: () => renderDispatch(letter, { format: "html" }) }]
      : []),
    ...Object.entries(pluginParts(plugins).renderers).map(([extension, render]) => ({
      path: `cong-van/${name}${extension}`,
      content: () => render(documentTree(letter)),
    })),
    ...units.map((unit) => ({
      path: `cong-van/tung-don-vi/${unit.id}.docx`,
      content: () => renderDispatch(letterTo(unit), { format: "docx" }),
    })),
    ...(key ? [{ path: `cong-van/khoa-cong-khai-${key.keyId}.pem`, content: () => key.publicKey }] : []),
  ];
  return { letters, signedLinks };
}

function addressedUnits(campaign: Campaign, directory: Workspace["directory"]): readonly RecipientUnit[] {
  const addressed = new Set(campaign.recipients.flatMap(({ groups }) => groups));
  return unitsAsOf(directory, campaign.dispatch.date).filter(({ groups }) =>
    groups.some((group) => addressed.has(group)),
  );
}

interface Done {
  readonly issued: boolean;
  readonly numbered: boolean;
  /** Số, ký hiệu in full; null of a draft. */
  readonly number: string | null;
  readonly units: number;
  readonly obligations: number;
  readonly files: readonly string[];
  /** What the QR codes hold. */
  readonly signedLinks: readonly string[];
  readonly dryRun: boolean;
}

function printDone(
  { issued, numbered, number, units, obligations, files, dryRun }: Done,
  language: Language,
): string {
  const vi = language === "vi";
  const first = vi
    ? issued
      ? `${dryRun ? "Sẽ phát hành" : "Đã phát hành"}: ${units} đơn vị phải nộp ${obligations} báo cáo.`
      : "Chiến dịch đã phát hành từ trước."
    : issued
      ? `${dryRun ? "Would issue" : "Issued"}: ${units} units owe ${obligations} reports.`
      : "The campaign was issued before.";
  const second = vi
    ? number === null
      ? "Công văn chưa có số (dự thảo). Ghi số bằng lệnh: chiendich dispatch --number <số>"
      : `Số công văn: ${number}${numbered ? (dryRun ? " (chưa ghi vào sổ)" : " (vừa ghi vào sổ)") : ""}.`
    : number === null
      ? "The dispatch has no number yet (draft). Number it with: chiendich dispatch --number <number>"
      : `Number of the dispatch: ${number}${numbered ? (dryRun ? " (not registered yet)" : " (registered just now)") : ""}.`;
  const shown = files.slice(0, 4).map((path) => `  ${path}\n`);
  const more = files.length > shown.length ? "  …\n" : "";
  return `${first}\n${second}\n${files.length} ${vi ? "tệp" : "files"}:\n${shown.join("")}${more}`;
}
