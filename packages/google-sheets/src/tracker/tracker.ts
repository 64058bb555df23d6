import {
  issue,
  type Campaign,
  type Deadline,
  type Issue,
  type ObligationState,
  type Parsed,
  type RecipientUnit,
  type Round,
} from "@chiendich/core";
import { stableId } from "./marks.ts";
import { trackerColumns, type TrackerColumn } from "./tracker-columns.ts";

/** What the shared sheet of one round is to be, as plain data: what stands where is found later. */
export interface Tracker {
  readonly campaignId: string;
  readonly roundId: string;
  /** Of the spreadsheet. */
  readonly title: string;
  readonly timeZone: string;
  readonly sheet: { readonly id: number; readonly title: string };
  readonly guide: { readonly id: number; readonly title: string; readonly lines: readonly string[] };
  /** Written above the headings. */
  readonly caption: readonly [string, string];
  readonly columns: readonly TrackerColumn[];
  readonly rows: readonly TrackerRow[];
  /** Accounts that may change everything. */
  readonly office: readonly string[];
}

/** One unit's row. */
export interface TrackerRow {
  readonly unitId: string;
  /** From 1, in the order of the list; stays with the unit when rows are sorted. */
  readonly number: number;
  /** As written in the row. */
  readonly name: string;
  /** Everything the unit is called, the written name included. */
  readonly names: readonly string[];
  readonly group: string;
  /** Accounts that may fill the row; with none, anybody who may edit the sheet may, after a warning. */
  readonly editors: readonly string[];
}

/** What of a campaign its shared sheet shows. */
export type TrackedCampaign = Pick<Campaign, "id" | "title" | "timeZone" | "report"> & {
  readonly rounds: readonly (Pick<Round, "id" | "title"> & { readonly deadline: Pick<Deadline, "quote"> })[];
};

/** What a tracker is made for. */
export interface TrackerInput {
  readonly campaign: TrackedCampaign;
  readonly roundId: string;
  /** The units that owe the report, in the order of the rows. */
  readonly units: readonly RecipientUnit[];
  /** What stands in the column “Khối”; the unit's first group when absent. */
  readonly groupOf?: (unit: RecipientUnit) => string;
  /** Google accounts by unit id. */
  readonly editors?: Readonly<Record<string, readonly string[]>>;
  /** Google accounts of the office; the account that creates the spreadsheet is its owner anyway. */
  readonly office?: readonly string[];
}

/** The grid counts, used or not (documented); our grid is no larger than its table. */
const cellLimit = 10_000_000;

/** Rows above the first unit: the hidden keys, two lines of caption, the headings. */
export const headRows = { keys: 0, caption: 1, deadline: 2, headings: 3, firstUnit: 4 } as const;

/**
 * The table of a round: one row for each unit, one column for each field.
 * @throws {RangeError} when the campaign has no such round
 */
export function describeTracker(input: TrackerInput): Parsed<Tracker> {
  const { campaign, roundId, units, editors = {}, office = [] } = input;
  const round = campaign.rounds.find(({ id }) => id === roundId);
  if (!round) throw new RangeError(`campaign ${campaign.id} has no round ${roundId}`);
  const groupOf = input.groupOf ?? ((unit) => unit.groups[0] ?? "");
  const columns = trackerColumns(campaign.report);
  const rows = units.map((unit, index): TrackerRow => {
    const name = unit.shortName ?? unit.name;
    return {
      unitId: unit.id,
      number: index + 1,
      name,
      names: [...new Set([name, unit.name, ...unit.aliases])],
      group: groupOf(unit),
      editors: editors[unit.id] ?? [],
    };
  });
  const issues: Issue[] = rows
    .filter((row) => row.editors.length === 0)
    .map((row) => issue("sheets_editor_unknown", { path: `units/${row.unitId}` }, { unit: row.name }));
  const cells = (headRows.firstUnit + rows.length) * columns.length;
  if (cells > cellLimit) {
    const tooMany = issue("sheets_too_many_cells", { path: "units" }, { cells, limit: cellLimit });
    return { value: null, issues: [...issues, tooMany] };
  }
  const value: Tracker = {
    campaignId: campaign.id,
    roundId,
    title: `${campaign.title} – ${round.title}`,
    timeZone: campaign.timeZone,
    sheet: { id: stableId(`${campaign.id}/${roundId}/report`), title: `Báo cáo ${roundId}` },
    guide: {
      id: stableId(`${campaign.id}/${roundId}/guide`),
      title: "Hướng dẫn",
      lines: guideLines(campaign.title, round.deadline.quote, columns),
    },
    caption: [campaign.title, `${round.title} – Thời hạn gửi báo cáo: ${round.deadline.quote}`],
    columns,
    rows,
    office,
  };
  return { value, issues };
}

function guideLines(title: string, deadline: string, columns: readonly TrackerColumn[]): string[] {
  const required = columns.some(({ heading }) => heading.endsWith(" *"));
  return [
    "HƯỚNG DẪN NHẬP BÁO CÁO",
    title,
    `Thời hạn gửi báo cáo: ${deadline}.`,
    "1. Mỗi đơn vị nhập vào đúng dòng của đơn vị mình; không thêm, xóa, sao chép dòng.",
    "2. Nhập số bằng chữ số, không ghi kèm đơn vị tính; không có thì ghi 0.",
    "3. Đơn vị không có số liệu để báo cáo: chọn “Không phát sinh” ở cột “Báo cáo không phát sinh”.",
    "4. Không sửa tiêu đề cột, tên đơn vị và các cột do cơ quan chủ trì ghi.",
    ...(required ? ["5. Cột có dấu * là cột bắt buộc."] : []),
    "Số liệu được ghi nhận tự động; nội dung cần giải trình, bổ sung (nếu có) được ghi ở cuối dòng của đơn vị.",
  ];
}

/** What the column “Trạng thái” says. */
export const stateWords: Readonly<Record<ObligationState, string>> = {
  awaited: "Chưa báo cáo",
  missing: "Quá hạn, chưa báo cáo",
  onTime: "Đã báo cáo đúng hạn",
  late: "Đã báo cáo, quá hạn",
  extended: "Đã báo cáo trong thời gian gia hạn",
  nil: "Không phát sinh",
  queried: "Chờ giải trình",
  returned: "Đã trả lại để bổ sung",
  waived: "Được miễn báo cáo",
};
