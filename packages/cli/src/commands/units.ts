import { findUnit, isCalendarDate, pathOf, unitsAsOf } from "@chiendich/core";
import { MisuseError, type Command } from "../command.ts";
import { printTable } from "../terminal/table.ts";
import { inWorkspace } from "../workspace/command-context.ts";

/** The units of a day, or what one unit was and became. */
export const units: Command = {
  name: "units",
  summary: {
    vi: "liệt kê đơn vị tại một ngày, hoặc lịch sử sáp nhập của một đơn vị",
    en: "list the units of a day, or what one unit was and became",
  },
  example: "chiendich units --as-of 2024-11-02",
  arguments: [
    { name: "unit", summary: { vi: "mã đơn vị cần xem lịch sử", en: "id of one unit" }, required: false },
  ],
  options: [
    {
      flags: "--as-of <date>",
      summary: { vi: "ngày; mặc định là ngày công văn", en: "the day; the dispatch's by default" },
    },
  ],
  changes: false,
  run: (context, { arguments: [id], options }) =>
    inWorkspace(context, async ({ campaign, directory, issues }) => {
      const vi = context.language === "vi";
      if (id !== undefined) {
        const unit = findUnit(directory, id);
        if (!unit) throw new MisuseError({ vi: `Không có đơn vị “${id}”.`, en: `There is no unit “${id}”.` });
        const path = pathOf(directory, id);
        const lines = [...path.back.toReversed(), ...path.forward].map(
          ({ on, kind, from, to, legalBasis }) =>
            `  ${on}  ${kind}: ${from.join(" + ")} → ${to.map(({ unitId }) => unitId).join(" + ")} (${legalBasis})\n`,
        );
        return { data: { unit, ...path }, text: `${unit.name}\n${lines.join("")}`, issues };
      }
      const day = typeof options["asOf"] === "string" ? options["asOf"] : campaign.dispatch.date;
      if (!isCalendarDate(day)) {
        throw new MisuseError({
          vi: `“${day}” không phải là ngày dạng 2024-11-02.`,
          en: `“${day}” is not a date.`,
        });
      }
      const list = unitsAsOf(directory, day);
      const table = printTable(
        vi ? ["Mã", "Tên", "Nhóm"] : ["Id", "Name", "Groups"],
        list.map((unit) => [unit.id, unit.name, unit.groups.join("; ")]),
        context.io.columns,
      );
      return { data: list, text: `${table}${list.length} ${vi ? "đơn vị" : "units"}\n`, issues };
    }),
};
