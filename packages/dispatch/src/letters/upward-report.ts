import {
  answerCounts,
  dateOf,
  findUnit,
  printCoverage,
  printFigureValue,
  printNumber,
  printVietnameseShortDate,
  type Campaign,
  type CampaignEvent,
  type Coverage,
  type Field,
  type Figure,
  type RollUp,
  type Status,
  type UnitDirectory,
} from "@chiendich/core";
import type { DispatchDocument } from "../document/dispatch-document.ts";
import { explanationsOf } from "./explanations.ts";
import { letterheadData, type LetterheadOptions } from "./letterhead.ts";
import { dayWords, momentWords } from "./moment-words.ts";

/** What only a person can write, each a text whose lines become paragraphs. A part left out is not printed. */
export interface UpwardNarrative {
  /** I. How the campaign was directed. */
  readonly directives?: string | undefined;
  /** II. What was done, before the figures. */
  readonly results?: string | undefined;
  /** III. */
  readonly assessment?: string | undefined;
  readonly difficulties?: string | undefined;
  /** IV. */
  readonly proposals?: string | undefined;
  /** V. */
  readonly nextSteps?: string | undefined;
}

/** What the report to the level above is made from. */
export interface UpwardReportOptions extends LetterheadOptions {
  readonly status: Status;
  readonly rollUp: RollUp;
  readonly directory: UnitDirectory;
  /** For the explanations units gave of queried figures; none are printed without. */
  readonly events?: readonly CampaignEvent[] | undefined;
  readonly narrative?: UpwardNarrative | undefined;
}

/**
 * The report to the level above (báo cáo, Mẫu 1.4): what was asked, who answered, every figure with
 * its coverage and its date, what units explained, and who was late or is missing.
 *
 * @throws {RangeError} when the campaign reports to nobody
 */
export function upwardReport(campaign: Campaign, options: UpwardReportOptions): DispatchDocument {
  const { upward, dispatch, timeZone } = campaign;
  const { status, rollUp, narrative = {} } = options;
  if (upward === null) throw new RangeError("the campaign says nothing about a report to the level above");
  const [basis = null] = dispatch.basis;
  const units = unitRows(campaign, options);
  const paragraphs = (text: string | undefined) => (text === undefined ? [] : linesOf(text));
  const assessment = paragraphs(narrative.assessment);
  const difficulties = paragraphs(narrative.difficulties);
  const subject = `Kết quả ${dispatch.subject}`;
  return {
    template: "upward-report",
    title: `Báo cáo ${subject}`,
    data: {
      ...letterheadData(
        { ...upward, issuer: dispatch.issuer, contact: dispatch.contact },
        dayWords(status.at, timeZone).slice(-4),
        options,
      ),
      type: "Báo cáo",
      subject,
      about: null,
      recipients: [upward.to],
      recipient: upward.to,
      basis,
      campaign: {
        type: "Công văn",
        number: dispatch.number === null ? null : `${dispatch.number}/${dispatch.notation}`,
        date: dispatch.date,
        issuer: null,
        subject: dispatch.subject,
      },
      at: momentWords(status.at, timeZone),
      coverage: coverageOf(status),
      directives: paragraphs(narrative.directives),
      results: paragraphs(narrative.results),
      figures: figuresOf(campaign, rollUp),
      dataAsOf: dataAsOfWords(rollUp),
      estimates: Object.values(rollUp.total).some(({ estimated }) => estimated),
      explanations: explanationsOf(campaign, options.directory, options.events ?? []),
      evaluation: assessment.length + difficulties.length > 0,
      assessment,
      difficulties,
      proposals: paragraphs(narrative.proposals),
      nextSteps: paragraphs(narrative.nextSteps),
      closing: `kết quả ${dispatch.subject}`,
      ...groupTable(campaign, rollUp),
      units,
    },
    pictures: {},
  };
}

const linesOf = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

function coverageOf({ total, rows }: Status) {
  const { expected, received, onTime, byState, reportingRate } = total;
  const nil = rows.filter(({ state }) => state === "nil").length;
  const extended = rows.filter(({ timeliness, state }) => timeliness === "extended" && counts(state)).length;
  return {
    expected,
    received,
    onTime,
    late: Math.max(0, received - onTime),
    nil,
    extended,
    // A report that came and is held by a query, or was sent back, is not one that never came.
    held: byState.queried + byState.returned,
    missing: expected - received - byState.queried - byState.returned,
    waived: byState.waived,
    rate: reportingRate === null ? null : percent(reportingRate, received < expected),
  };
}

const counts = (state: string) => ["onTime", "late", "extended", "nil"].includes(state);

/** One decimal; never 100 % while a unit is missing. */
function percent(rate: number, incomplete: boolean): string {
  const rounded = Math.round(rate * 1000) / 10;
  return `${printNumber(incomplete && rounded === 100 ? 99.9 : rounded)}%`;
}

/** Kinds whose figures are numbers, or answers to be counted; texts and links have no place in a table of results. */
const tabled: readonly Field["kind"][] = ["count", "amount", "ratio", "choice", "flag"];

/** The measures that stand in the tables. */
function measured(campaign: Campaign, rollUp: RollUp) {
  return rollUp.measures.flatMap((measure) => {
    const field = campaign.report.fields.find(({ id }) => id === measure.field);
    const figure = rollUp.total[measure.id];
    if (!field || !figure || !tabled.includes(field.kind)) return [];
    return [{ id: measure.id, field, figure }];
  });
}

function figuresOf(campaign: Campaign, rollUp: RollUp) {
  return measured(campaign, rollUp).map(({ field, figure }) => ({
    label: field.label.vi,
    unit: isAnswered(field) ? "" : (field.unit?.vi ?? ""),
    value: valueOf(field, figure),
    coverage: shortCoverage(figure.coverage),
    // Where nobody has answered there is no day anybody could have named.
    dataAsOf: figure.coverage.reported === 0 ? { from: "-", to: null } : span([figure]),
    answers: answersOf(field, figure),
  }));
}

/** Whether its answers are counted one by one, each in a row of its own. */
const isAnswered = ({ kind }: Field) => kind === "choice" || kind === "flag";

/** In the row of a field whose answers follow there is no number: how many units answered is its coverage. */
function valueOf(field: Field, figure: Figure): string {
  return isAnswered(field) && figure.coverage.reported > 0 ? "" : printFigureValue(figure, "vi");
}

/** How many units gave each answer; none when no unit has answered. */
function answersOf(field: Field, figure: Figure) {
  if (figure.coverage.reported === 0) return [];
  return answerCounts(figure, field).map(({ id, label, units }) => ({
    id,
    label: label.vi,
    value: printNumber(units),
  }));
}

function groupTable(campaign: Campaign, rollUp: RollUp) {
  const groups = rollUp.scopes.filter(({ within }) => !within);
  const cell = (field: Field, figure: Figure | undefined) =>
    figure === undefined || figure.coverage.expected === 0
      ? { value: "-", coverage: null }
      : { value: valueOf(field, figure), coverage: shortCoverage(figure.coverage) };
  return {
    groups: groups.map(({ label, figures, coverage }) => ({
      label,
      coverage: shortCoverage(coverage),
      dataAsOf: span(Object.values(figures)),
    })),
    total: {
      coverage: shortCoverage(rollUp.coverage),
      dataAsOf: span(Object.values(rollUp.total)),
    },
    groupFigures: measured(campaign, rollUp).map(({ id, field, figure }) => ({
      label: field.unit ? `${field.label.vi} (${field.unit.vi})` : field.label.vi,
      values: [...groups.map(({ figures }) => cell(field, figures[id])), cell(field, figure)],
      answers: answersByGroup(
        field,
        figure,
        groups.map(({ figures }) => figures[id]),
      ),
    })),
    groupWidths: [4, 24, ...groups.map(() => 62 / groups.length), 10].join(" "),
  };
}

/** How many units of each group gave each answer, and of all; `-` where no unit of the group has answered. */
function answersByGroup(field: Field, total: Figure, groups: readonly (Figure | undefined)[]) {
  const counts = groups.map((figure) =>
    figure === undefined || figure.coverage.reported === 0
      ? null
      : new Map(answerCounts(figure, field).map(({ id, units }) => [id, units])),
  );
  return answersOf(field, total).map(({ id, label, value }) => ({
    label,
    values: [...counts.map((units) => (units === null ? "-" : printNumber(units.get(id) ?? 0))), value],
  }));
}

/** `21/22`, for a column whose heading says of what. */
const shortCoverage = (coverage: Coverage) => printCoverage(coverage, "vi").replace(/ đơn vị$/, "");

/** First and last day; `to` is null when they are the same, and `from` says so when no report names any. */
interface Days {
  readonly from: string;
  readonly to: string | null;
}

/** From the earliest to the latest date some figures stand at. */
function span(figures: readonly Figure[]): Days {
  const known = figures.flatMap(({ dataAsOf }) => (dataAsOf === null ? [] : [dataAsOf]));
  if (known.length === 0) return { from: "không ghi", to: null };
  const from = known.map(({ earliest }) => earliest).sort()[0] as string;
  const to = known
    .map(({ latest }) => latest)
    .sort()
    .at(-1) as string;
  return { from: printVietnameseShortDate(from), to: from === to ? null : printVietnameseShortDate(to) };
}

function dataAsOfWords(rollUp: RollUp): string {
  const { from, to } = span(Object.values(rollUp.total));
  if (from === "không ghi") return "các đơn vị không ghi ngày chốt số liệu";
  return to === null ? `số liệu tính đến ngày ${from}` : `số liệu tính đến các ngày từ ${from} đến ${to}`;
}

/** Units whose report was late or is missing, with what is known of it. */
function unitRows(campaign: Campaign, { status, directory }: UpwardReportOptions) {
  return status.rows.flatMap(({ obligation, state, timeliness, receivedAt, reason }) => {
    const words =
      state === "missing" || state === "awaited"
        ? "Chưa báo cáo"
        : state === "returned"
          ? "Đã trả lại, chưa gửi lại"
          : state === "queried"
            ? "Đã gửi, chờ giải trình"
            : timeliness === "late"
              ? "Báo cáo sau thời hạn"
              : null;
    if (words === null) return [];
    return [
      {
        name: findUnit(directory, obligation.unitId)?.name ?? obligation.unitId,
        state: reason === null ? words : `${words} (${reason})`,
        received: receivedAt === null ? "" : printVietnameseShortDate(dateOf(receivedAt, campaign.timeZone)),
      },
    ];
  });
}
