import { explainFigure, printExplanation, rollUp } from "@chiendich/core";
import { MisuseError } from "../misuse-error.ts";
import type { Command } from "../command.ts";
import { asOf, oneRound } from "../common-options.ts";
import { inCampaign, instantOption, onlyRound } from "../workspace/command-context.ts";
import { keptPackages } from "../workspace/kept-returns.ts";

/** Where a figure comes from, down to the cell. */
export const explain: Command = {
  name: "explain",
  summary: {
    vi: "truy nguồn một số liệu đến từng đơn vị, từng tệp, từng ô",
    en: "take a figure apart, down to unit, file and cell",
  },
  example: "chiendich explain total.participants",
  arguments: [
    {
      name: "figure",
      summary: { vi: "tên số liệu: total.participants, hoặc chỉ participants", en: "name of the figure" },
      required: true,
    },
  ],
  options: [asOf, oneRound],
  changes: false,
  run: (context, { arguments: [name = ""], options }) =>
    inCampaign(context, async ({ folder, campaign, directory, events, issues }) => {
      const at = instantOption(options["asOf"], { now: context.io.now(), timeZone: campaign.timeZone });
      const round = onlyRound(options["round"], campaign);
      const figures = rollUp(campaign, directory, events, { at, by: "group", ...round });
      const all = [
        ...Object.values(figures.total),
        ...figures.scopes.flatMap((scope) => Object.values(scope.figures)),
      ];
      const figure = all.find(({ id }) => id === name) ?? figures.total[name];
      if (!figure) {
        const known = Object.values(figures.total)
          .map(({ id }) => id)
          .join(", ");
        throw new MisuseError({
          vi: `Không có số liệu “${name}”. Hiện có: ${known}`,
          en: `There is no figure “${name}”. There are: ${known}`,
        });
      }
      const explanation = explainFigure(figure, {
        ...{ directory, events, schema: campaign.report },
        packages: await keptPackages(folder),
      });
      return {
        data: explanation,
        text: `${printExplanation(explanation, context.language, campaign.timeZone).join("\n")}\n`,
        issues,
      };
    }),
};
