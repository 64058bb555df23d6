import { pathOf, unitsAsOf } from "@chiendich/core";
import type { Command } from "../command.ts";
import { importList } from "./import-units.ts";
import { printTable } from "../terminal/table.ts";
import { inWorkspace, unitArgument } from "../workspace/command-context.ts";
import { dayOption } from "../workspace/typed-date.ts";

/** The units of a day, or what one unit was and became. */
export const units: Command = {
  name: "units",
  summary: {
    vi: "liệt kê đơn vị tại một ngày, xem lịch sử sáp nhập của một đơn vị, hoặc cập nhật từ danh sách của cơ quan",
    en: "list the units of a day, tell what one unit was and became, or import the office's own list",
  },
  example: "chiendich units --import danh-sach.xlsx --apply",
  arguments: [
    {
      name: "unit",
      summary: { vi: "mã hoặc tên đơn vị cần xem lịch sử", en: "id or name of one unit" },
      required: false,
    },
  ],
  options: [
    {
      flags: "--as-of <date>",
      summary: { vi: "ngày; mặc định là ngày công văn", en: "the day; the dispatch's by default" },
    },
    {
      flags: "--import <file>",
      summary: {
        vi: "so danh sách của cơ quan (Excel hoặc CSV) với danh mục đơn vị",
        en: "compare the office's own list (Excel or CSV) with the units",
      },
    },
    {
      flags: "--apply",
      summary: { vi: "ghi các đơn vị mới và thay đổi", en: "write what is new and what changed" },
    },
    {
      flags: "--close <ids>",
      summary: {
        vi: "các đơn vị không còn trong danh sách đã giải thể, cách nhau bởi dấu phẩy",
        en: "units no longer listed that are closed indeed, separated by commas",
      },
    },
    {
      flags: "--on <date>",
      summary: { vi: "ngày thay đổi có hiệu lực", en: "the day from which the changes hold" },
    },
    { flags: "--basis <document>", summary: { vi: "văn bản làm căn cứ", en: "the document it rests on" } },
  ],
  changes: true,
  run: (context, input) =>
    inWorkspace(context, async (workspace) => {
      const { campaign, directory, issues } = workspace;
      const {
        arguments: [id],
        options,
      } = input;
      const vi = context.language === "vi";
      if (typeof options["import"] === "string")
        return importList(context, workspace, input, options["import"]);
      if (id !== undefined) {
        const unit = unitArgument(id, directory);
        const path = pathOf(directory, unit.id);
        const lines = [...path.back.toReversed(), ...path.forward].map(
          ({ on, kind, from, to, legalBasis }) =>
            `  ${on}  ${kind}: ${from.join(" + ")} → ${to.map(({ unitId }) => unitId).join(" + ")} (${legalBasis})\n`,
        );
        const none = vi ? "  Không có thay đổi nào.\n" : "  Nothing has changed.\n";
        const text = `${unit.name}\n${lines.join("") || none}`;
        return { data: { unit, ...path }, text, issues };
      }
      const day = dayOption(options["asOf"]) ?? campaign.dispatch.date;
      const list = unitsAsOf(directory, day);
      const table = printTable(
        vi ? ["Mã", "Tên", "Nhóm"] : ["Id", "Name", "Groups"],
        list.map((unit) => [unit.id, unit.name, unit.groups.join("; ")]),
        context.io.columns,
      );
      return { data: list, text: `${table}${list.length} ${vi ? "đơn vị" : "units"}\n`, issues };
    }),
};
