import {
  dateOf,
  instantMs,
  type Campaign,
  type CellDescription,
  type Figure,
  type Instant,
  type ObligationState,
  type RollUp,
  type RowDescription,
  type SheetDescription,
  type Status,
  type StatusCounts,
  type StatusRow,
} from "@chiendich/core";
import { headings, strong, styles, text } from "./style.ts";
import { valueCell } from "./value-cell.ts";

/** How each state is worded in lists of units. */
export const stateNames: Readonly<Record<ObligationState, string>> = {
  awaited: "Chưa đến hạn",
  missing: "Chưa báo cáo",
  onTime: "Đúng hạn",
  late: "Muộn",
  extended: "Đúng hạn (được gia hạn)",
  nil: "Không phát sinh",
  queried: "Chờ giải trình",
  returned: "Đã trả lại",
  waived: "Được miễn",
};

const states = Object.keys(stateNames) as readonly ObligationState[];

/** How many units of each group have answered. */
export function describeStatusCounts(status: Status): SheetDescription {
  const names = ["Nhóm", "Phải báo cáo", "Đã báo cáo", "Đúng hạn (kể cả gia hạn)"];
  const rates = ["Tỷ lệ báo cáo", "Tỷ lệ đúng hạn"];
  const rows = Object.entries(status.byGroup).map(([group, counts]) => countsRow(group, counts));
  const total = countsRow("Tổng cộng", status.total);
  return {
    name: "Tình hình báo cáo",
    columns: [{ width: 34 }, ...Array.from({ length: 3 + states.length + 2 }, () => ({ width: 12 }))],
    rows: [
      headings([...names, ...states.map((state) => `Trạng thái: ${stateNames[state]}`), ...rates]),
      ...rows,
      { cells: total.cells.map((cell) => cell && { ...cell, style: strong(cell.style ?? styles.text) }) },
    ],
    freeze: { rows: 1, columns: 1 },
    print: { orientation: "landscape", titleRows: { from: 0, to: 0 }, fitToWidth: true },
  };
}

function countsRow(name: string, counts: StatusCounts): RowDescription {
  const number = (value: number): CellDescription => ({ value, style: styles.number });
  const rate = (value: number | null): CellDescription =>
    value === null ? text("–", styles.centred) : { value, style: styles.percent };
  return {
    cells: [
      text(name),
      number(counts.expected),
      number(counts.received),
      number(counts.onTime),
      ...states.map((state) => number(counts.byState[state])),
      rate(counts.reportingRate),
      rate(counts.onTimeRate),
    ],
  };
}

/** A row for each unit: how it stands, when its report came, and what it gave for each field. */
export function describeUnits(
  campaign: Campaign,
  status: Status,
  rollUp: RollUp,
  unitName: (id: string) => string,
): SheetDescription {
  const figures = Object.values(rollUp.total);
  const fields = figures.flatMap(({ field }) => campaign.report.fields.find(({ id }) => id === field) ?? []);
  const leaves = figures.map((figure) => leavesByUnit(figure));
  const several = new Set(status.rows.map(({ obligation }) => obligation.roundId)).size > 1;
  const names = ["STT", "Đơn vị", "Nhóm", "Đợt báo cáo", "Trạng thái", "Nhận lúc", "Mức đầy đủ", "Lý do"];
  const rows = status.rows.map((row, index): RowDescription => {
    const own = fields.map((field, column) => {
      const found = leaves[column]?.get(`${row.obligation.unitId}`);
      return valueCell(found ?? null, field);
    });
    return { cells: [...unitCells(index + 1, row, campaign, unitName), ...own] };
  });
  return {
    name: "Theo đơn vị",
    columns: [6, 38, 22, several ? 16 : 12, 20, 17, 11, 30, ...fields.map(() => 16)].map((width) => ({
      width,
    })),
    rows: [headings([...names, ...fields.map(({ label }) => label.vi)]), ...rows],
    freeze: { rows: 1, columns: 2 },
    filter: {
      from: { row: 0, column: 0 },
      to: { row: rows.length, column: names.length + fields.length - 1 },
    },
    print: { orientation: "landscape", titleRows: { from: 0, to: 0 }, fitToWidth: true },
  };
}

function unitCells(
  number: number,
  { obligation, state, receivedAt, completeness, reason }: StatusRow,
  campaign: Campaign,
  unitName: (id: string) => string,
): readonly CellDescription[] {
  const round = campaign.rounds.find(({ id }) => id === obligation.roundId)?.title ?? obligation.roundId;
  return [
    { value: number, style: styles.number },
    text(unitName(obligation.unitId)),
    text(obligation.group),
    text(round),
    text(stateNames[state], styles.centred),
    text(receivedAt && printInstant(receivedAt, campaign.timeZone), styles.centred),
    completeness === null ? text(null) : { value: completeness, style: styles.percent },
    text(reason),
  ];
}

/** One value per unit; a unit that sent an addition, or took in another, has several, shown as their list. */
function leavesByUnit(figure: Figure): ReadonlyMap<string, Figure["leaves"][number]["value"]> {
  const values = new Map<string, Figure["leaves"][number]["value"]>();
  for (const { unitId, value } of figure.leaves) {
    const before = values.get(unitId);
    if (typeof before === "number" && typeof value === "number") values.set(unitId, before + value);
    else values.set(unitId, value);
  }
  return values;
}

/** `09/11/2024 14:05`, in the campaign's zone. */
export function printInstant(instant: Instant, timeZone: string): string {
  const date = dateOf(instant, timeZone).split("-").reverse().join("/");
  const time = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(instantMs(instant));
  return `${date} ${time}`;
}
