import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import {
  applyDirectoryImport,
  campaignJsonSchema,
  dateOf,
  foldVietnamese,
  planDirectoryImport,
  printIssue,
  printUnitDirectory,
  unitDirectory,
  type UnitDirectory,
} from "@chiendich/core";
import { MisuseError } from "../misuse-error.ts";
import type { Command, CommandContext } from "../command.ts";
import { askMissing } from "../terminal/ask.ts";
import type { Io } from "../terminal/io.ts";
import { stopped, terminalPrompts } from "../terminal/prompts.ts";
import { campaignTemplate } from "../workspace/campaign-template.ts";
import { readList } from "../workspace/import-list.ts";
import { files, readBytes } from "../workspace/workspace.ts";
import { findPlace, unitsOfPlace } from "../workspace/place.ts";
import { newCampaignQuestions, timeZone } from "../workspace/new-campaign-questions.ts";
import { dayOption } from "../workspace/typed-date.ts";

/** A new campaign's folder: configuration with every key explained, and its units. */
export const init: Command = {
  name: "init",
  summary: {
    vi: "tạo thư mục chiến dịch mới: campaign.yaml và danh mục đơn vị",
    en: "make a new campaign's folder: campaign.yaml and the units",
  },
  example: 'chiendich init --within "tỉnh Khánh Hòa" --as-of 2026-03-02 --title "Chiến dịch …"',
  options: [
    ...newCampaignQuestions.map(({ name, vi, en }) => ({ flags: `--${name} <text>`, summary: { vi, en } })),
    {
      flags: "--within <name>",
      summary: {
        vi: "lấy UBND các xã, phường của tỉnh, thành phố này: “tỉnh Khánh Hòa”, “thành phố Nha Trang”",
        en: "take the people's committees of the communes of this province or city",
      },
    },
    {
      flags: "--units <file>",
      summary: {
        vi: "lấy danh mục đơn vị từ tệp Excel hoặc CSV của cơ quan",
        en: "take the units from the office's own Excel or CSV list",
      },
    },
    {
      flags: "--as-of <date>",
      summary: { vi: "đơn vị tại ngày này; mặc định là ngày công văn", en: "units of that day" },
    },
  ],
  changes: true,
  run: async (context, { options, dryRun }) => {
    const { io, language } = context;
    if ((await readBytes(join(io.folder, files.campaign))) !== null) {
      throw new MisuseError({
        vi: `Thư mục này đã có ${files.campaign}.`,
        en: `There is a ${files.campaign} in this folder already.`,
      });
    }
    const answers = await askMissing(newCampaignQuestions, options, { io, language });
    const asOf = dayOption(options["asOf"]) ?? answers["date"] ?? dateOf(io.now(), timeZone);
    const units = await askUnits(context, options, asOf);
    const id = slug(answers["title"] ?? "chien-dich");
    const groups = [...new Set(units.directory.units.flatMap((unit) => unit.groups))];
    const planned: Readonly<Record<string, string>> = {
      [files.campaign]: campaignTemplate({
        id,
        ...answers,
        parent: answers["parent"] ?? null,
        groups,
        recipients: addressOf(units.directory, answers["office"]),
        scope: units.place === null ? "Toàn địa bàn quản lý" : `Toàn ${lowerFirst(units.place)}`,
        officeUnit: units.directory.units.find(({ name }) => name === answers["office"])?.id ?? null,
      }),
      [files.units]: units.csv,
      ...(units.directory.lineage.length > 0
        ? { "lineage.json": `${JSON.stringify(units.directory.lineage, null, 2)}\n` }
        : {}),
      ".chiendich/campaign.schema.json": `${JSON.stringify(campaignJsonSchema(), null, 2)}\n`,
    };
    if (!dryRun) {
      await mkdir(join(io.folder, files.returns), { recursive: true });
      for (const [name, text] of Object.entries(planned)) {
        await mkdir(dirname(join(io.folder, name)), { recursive: true });
        await writeFile(join(io.folder, name), text);
      }
    }
    const list = Object.keys(planned)
      .map((name) => `  ${name}\n`)
      .join("");
    const text =
      language === "vi"
        ? `${dryRun ? "Sẽ tạo" : "Đã tạo"}:\n${list}Mở ${files.campaign}, sửa cho đúng rồi chạy: chiendich check\n`
        : `${dryRun ? "Would make" : "Made"}:\n${list}Edit ${files.campaign}, then run: chiendich check\n`;
    return { data: { files: Object.keys(planned), units: units.count, dryRun }, text, issues: [] };
  },
};

interface NewUnits {
  readonly csv: string;
  readonly count: number;
  readonly directory: UnitDirectory;
  /** The place they are of: `Tỉnh Bắc Ninh`; null of an office's own list. */
  readonly place: string | null;
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** How a dispatch addresses all of them together; the issuing office is not among them. */
function addressOf({ units }: UnitDirectory, office: string | undefined): string {
  const types = ["xã", "phường", "thị trấn", "đặc khu"];
  const others = units.filter(({ name }) => name !== office);
  const typeOf = (name: string) => types.find((type) => name.startsWith(`Ủy ban nhân dân ${type} `));
  const present = types.filter((type) => others.some(({ name }) => typeOf(name) === type));
  const all = others.length > 0 && others.every(({ name }) => typeOf(name) !== undefined);
  return all ? `Ủy ban nhân dân các ${present.join(", ")}` : "các cơ quan, đơn vị";
}

/** The units the flags name; a person at the terminal is asked until some are found. @throws {MisuseError} */
async function askUnits(
  { io, language }: CommandContext,
  options: Readonly<Record<string, unknown>>,
  asOf: string,
): Promise<NewUnits> {
  if (!io.interactive) return unitsFor(io, options, asOf);
  const prompts = io.prompts ?? terminalPrompts(language);
  let named = options;
  for (;;) {
    if (named["units"] !== undefined || named["within"] !== undefined) {
      try {
        return await unitsFor(io, named, asOf);
      } catch (error) {
        if (!(error instanceof MisuseError)) throw error;
        io.err(`${error.sentence[language]}\n`);
      }
    }
    const vi = "Gửi đến UBND các xã, phường của tỉnh, thành phố nào, hoặc tệp danh sách đơn vị (.xlsx, .csv)";
    const en =
      "Whom it goes to: the communes of which province or city, or a file with the units (.xlsx, .csv)";
    const answer = await prompts.answer(language === "vi" ? vi : en, { example: "tỉnh Khánh Hòa" });
    if (answer === null) throw stopped();
    named = /\.\w{3,4}$/.test(answer) ? { units: answer } : { within: answer };
  }
}

async function unitsFor(io: Io, options: Readonly<Record<string, unknown>>, asOf: string): Promise<NewUnits> {
  if (typeof options["units"] === "string") {
    const directory = await unitsOfList(resolve(io.folder, options["units"]), asOf);
    return { csv: printUnitDirectory(directory), count: directory.units.length, directory, place: null };
  }
  if (typeof options["within"] !== "string") {
    throw new MisuseError({
      vi: "Cho biết đơn vị nhận: --within “tỉnh Khánh Hòa”, hoặc --units danh-muc.csv",
      en: "Say who receives it: --within “tỉnh Khánh Hòa”, or --units list.csv",
    });
  }
  const place = await findPlace(options["within"], asOf);
  const directory = unitsOfPlace(place, asOf);
  const { name } = place.unit;
  return { csv: printUnitDirectory(directory), count: directory.units.length, directory, place: name };
}

function slug(text: string): string {
  return foldVietnamese(text)
    .replace(/[^a-z\d]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** A list without groups is one group: a campaign is addressed to groups. */
function grouped(directory: UnitDirectory): UnitDirectory {
  if (directory.units.some(({ groups }) => groups.length > 0)) return directory;
  return unitDirectory(directory.units.map((unit) => ({ ...unit, groups: ["Đơn vị"] })));
}

/** The office's own list, an Excel file or a CSV, as units; those without an id get one. @throws {MisuseError} */
async function unitsOfList(path: string, asOf: string): Promise<UnitDirectory> {
  const { source, sheet } = await readList(path);
  const empty = unitDirectory([]);
  const plan = planDirectoryImport(empty, sheet, { source, asOf });
  if (plan.added.length > 0) return grouped(applyDirectoryImport(empty, plan, { added: "all" }));
  const [first] = plan.issues;
  throw new MisuseError({
    vi: first ? printIssue(first, "vi") : `${source} không có đơn vị nào.`,
    en: first ? printIssue(first, "en") : `There is no unit in ${source}.`,
  });
}
