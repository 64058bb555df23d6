import { checkCampaign, checkDirectory, hashOf, type Finding, type PlaceOfPath } from "@chiendich/core";
import { civilServantCalendar } from "@chiendich/vietnam";
import type { Command } from "../command.ts";
import { pluginFindings } from "../plugin/plugin-parts.ts";
import { readEvents } from "../workspace/campaign-ledger.ts";
import { withNumber } from "../workspace/dispatch-number.ts";
import { readWorkspace, requireWorkspaceFolder } from "../workspace/workspace.ts";

/** Findings: what is wrong or dangerous in the plan, before anything is sent. */
export const check: Command = {
  name: "check",
  summary: {
    vi: "kiểm tra cấu hình chiến dịch và danh mục đơn vị trước khi phát hành",
    en: "check the campaign and its units before anything goes out",
  },
  example: "chiendich check",
  changes: false,
  run: async ({ io, language }) => {
    const folder = await requireWorkspaceFolder(io.folder);
    const { value, issues } = await readWorkspace(folder);
    if (!value) return { data: null, text: "", issues };
    const { campaign, directory, plugins, places } = value;
    const numbered = withNumber(campaign, await readEvents(folder, io));
    const findings = [
      ...issues,
      ...checkDirectory(directory, { places: places.units }),
      ...checkCampaign(numbered, directory, {
        calendar: civilServantCalendar,
        placeOf: places.campaign,
        places: places.units,
      }),
      ...pluginFindings(plugins, campaign, directory).map((one) => placed(one, places.campaign)),
    ];
    const sentence =
      language === "vi"
        ? `${campaign.title}: ${directory.units.length} đơn vị, ${findings.length} phát hiện.\n`
        : `${campaign.title}: ${directory.units.length} units, ${findings.length} findings.\n`;
    const data = { campaign: campaign.id, hash: hashOf(campaign), units: directory.units.length };
    return { data, text: sentence, issues: findings };
  },
};

/** A plugin names the path of what it found. */
function placed(found: Finding, placeOf: PlaceOfPath | undefined): Finding {
  const { place } = found;
  return placeOf && "path" in place ? ({ ...found, place: placeOf(place.path) } as Finding) : found;
}
