import {
  addDecimals,
  dateOf,
  instantMs,
  type Campaign,
  type CellDescription,
  type Figure,
  type Instant,
  type Leaf,
  type ObligationState,
  type RollUp,
  type SheetDescription,
  type Status,
  type StatusCounts,
  type StatusRow,
  type Value,
} from "@chiendich/core";
import { headings, row, strong, styles, text } from "./style.ts";
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
  const all = [...names, ...states.map((state) => `Trạng thái: ${stateNames[state]}`), ...rates];
  const widths = all.map((_, column) => (column === 0 ? 34 : 12));
  const rows = Object.entries(status.byGroup).map(([group, counts]) =>
    row(countsCells(group, counts), widths),
  );
  const total = countsCells("Tổng cộng", status.total).map((cell) => {
    return { ...cell, style: strong(cell.style ?? styles.text) };
  });
  return {
    name: "Tình hình báo cáo",
    columns: widths.map((width) => ({ width })),
    rows: [headings(all, widths), ...rows, row(total, widths)],
    freeze: { rows: 1, columns: 1 },
    print: { orientation: "landscape", titleRows: { from: 0, to: 0 }, fitToWidth: true },
  };
}

function countsCells(name: string, counts: StatusCounts): readonly CellDescription[] {
  const number = (value: number): CellDescription => ({ value, style: styles.number });
  const rate = (value: number | null): CellDescription =>
    value === null ? text("–", styles.centred) : { value, style: styles.percent };
  return [
    text(name),
    number(counts.expected),
    number(counts.received),
    number(counts.onTime),
    ...states.map((state) => number(counts.byState[state])),
    rate(counts.reportingRate),
    rate(counts.onTimeRate),
  ];
}

interface UnitColumn {
  readonly name: string;
  readonly width: number;
  readonly cell: (row: StatusRow, index: number) => CellDescription;
}

/** A row for each unit: how it stands, when its report came, and what it gave for each field. */
export function describeUnits(
  campaign: Campaign,
  status: Status,
  rollUp: RollUp,
  unitName: (id: string) => string,
): SheetDescription {
  const columns = [...unitColumns(campaign, status, unitName), ...valueColumns(campaign, rollUp)];
  const widths = columns.map(({ width }) => width);
  const rows = status.rows.map((one, index) =>
    row(
      columns.map(({ cell }) => cell(one, index)),
      widths,
    ),
  );
  const names = columns.map(({ name }) => name);
  return {
    name: "Theo đơn vị",
    columns: widths.map((width) => ({ width })),
    rows: [headings(names, widths), ...rows],
    freeze: { rows: 1, columns: 2 },
    filter: { from: { row: 0, column: 0 }, to: { row: rows.length, column: columns.length - 1 } },
    print: { orientation: "landscape", titleRows: { from: 0, to: 0 }, fitToWidth: true },
  };
}

/** Columns that would say the same in every row, or nothing, are left out. */
function unitColumns(
  campaign: Campaign,
  status: Status,
  unitName: (id: string) => string,
): readonly UnitColumn[] {
  const roundTitle = (id: string) => campaign.rounds.find((round) => round.id === id)?.title ?? id;
  const severalRounds = new Set(status.rows.map(({ obligation }) => obligation.roundId)).size > 1;
  const anyReason = status.rows.some(({ reason }) => reason !== null);
  const columns: readonly (UnitColumn | false)[] = [
    { name: "STT", width: 6, cell: (_, index) => ({ value: index + 1, style: styles.centred }) },
    { name: "Đơn vị", width: 38, cell: ({ obligation }) => text(unitName(obligation.unitId)) },
    { name: "Nhóm", width: 22, cell: ({ obligation }) => text(obligation.group) },
    severalRounds && {
      name: "Đợt báo cáo",
      width: 20,
      cell: ({ obligation }) => text(roundTitle(obligation.roundId)),
    },
    { name: "Trạng thái", width: 17, cell: ({ state }) => text(stateNames[state], styles.centred) },
    {
      name: "Nhận lúc",
      width: 17,
      cell: ({ receivedAt }) =>
        text(receivedAt && printInstant(receivedAt, campaign.timeZone), styles.centred),
    },
    {
      name: "Mức đầy đủ",
      width: 10,
      cell: ({ completeness }) =>
        completeness === null ? text(null) : { value: completeness, style: styles.percent },
    },
    anyReason && { name: "Lý do", width: 30, cell: ({ reason }) => text(reason) },
  ];
  return columns.filter((column) => column !== false);
}

/** What a unit wrote where it had nothing to report; 0 would be another answer. */
const nilMark = "KPS";

function valueColumns(campaign: Campaign, rollUp: RollUp): readonly UnitColumn[] {
  return Object.values(rollUp.total).flatMap((figure): readonly UnitColumn[] => {
    const field = campaign.report.fields.find(({ id }) => id === figure.field);
    if (!field) return [];
    const leaves = Map.groupBy(figure.leaves, ({ unitId }) => unitId);
    const cell = ({ obligation }: StatusRow): CellDescription => {
      const own = leaves.get(obligation.unitId) ?? [];
      if (own.length > 0 && own.every(({ nil }) => nil)) return text(nilMark, styles.centred);
      return valueCell(own.length < 2 ? (own[0]?.value ?? null) : together(figure, own), field);
    };
    return [{ name: field.label.vi, width: field.kind === "links" || field.kind === "text" ? 36 : 14, cell }];
  });
}

/** A unit that sent an addition has several values for a field: their sum where they are added, else the last. */
function together({ aggregator }: Figure, leaves: readonly Leaf[]): Value | null {
  const values = leaves.map(({ value }) => value);
  if (aggregator !== "sum") return values.at(-1) ?? null;
  return values.every((value) => typeof value === "number")
    ? values.reduce((sum, value) => sum + value, 0)
    : addDecimals(values as readonly string[]);
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
