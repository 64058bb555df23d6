import type { Campaign, Round } from "../../campaign/campaign.ts";
import type { RecipientUnit } from "../../recipient-unit/recipient-unit.ts";
import type { Field, SchemaRule } from "../../report-schema/report-schema.ts";
import type { CellRange } from "../../sheet/cell-address.ts";
import type {
  CellDescription,
  CellStyle,
  ConditionalFormatDescription,
  RowDescription,
  SheetDescription,
  ValidationDescription,
} from "../../sheet/sheet-sink.ts";
import { printVietnameseDate } from "../../time/date-in-words.ts";
import { alignOf, formatOf, validationOf } from "./form-validation.ts";
import type { FormLists } from "./form-lists.ts";
import { fieldMark, marks, submissionLabels } from "./form-marks.ts";
import type { FormRow, FormSection } from "./form-sections.ts";

/** Columns of the form: the hidden marks, then what people see. */
const column = { mark: 0, number: 1, label: 2, measure: 3, value: 4, note: 5 } as const;
const widths = [4, 6, 46, 14, 18, 24];
const answerFill = "FFF9E5";
const headingFill = "DDE7F3";
const missingFill = "FDE2C8";
const wrongFill = "F8C9C4";

const answerStyle: CellStyle = {
  border: true,
  wrap: true,
  valign: "middle",
  fill: answerFill,
  locked: false,
};

export interface FormFront {
  readonly campaign: Campaign;
  readonly round: Round;
  readonly unit: RecipientUnit;
  readonly deadline: string;
  readonly sections: readonly FormSection[];
  readonly lists: FormLists;
  /** The schema's own field for each head row, where it has one. */
  readonly roles: ReadonlyMap<string, Field>;
}

/** The sheet the unit fills in: head, one row for each field, signatures. Prints on A4. */
export function formFront(front: FormFront): SheetDescription {
  const page = new FrontPage();
  page.add(marks.columns, markCells(), { hidden: true });
  heading(page, front);
  head(page, front);
  page.gap();
  page.wide(instruction, { italic: true, wrap: true, valign: "top" }, 62);
  const titleRow = page.rows.length;
  table(page, front);
  signatures(page, front.campaign);
  return {
    name: "Biểu mẫu",
    columns: widths.map((width, index) => ({ width, ...(index === column.mark && { hidden: true }) })),
    rows: page.rows,
    merges: page.merges,
    freeze: { rows: titleRow + 1, columns: 0 },
    protection: {},
    validations: page.validations,
    conditionalFormats: [...page.required, ...ruleFormats(page, front.campaign.report.rules)],
    print: { orientation: "portrait", fitToWidth: true, titleRows: { from: titleRow, to: titleRow } },
  };
}

const instruction =
  "Chỉ nhập vào các ô có màu nền; không thêm, xóa hoặc đổi tên dòng, cột. Số liệu ghi bằng chữ số. Có nhưng bằng không thì ghi 0; " +
  "không phát sinh thì ghi KPS; không thuộc diện thực hiện thì ghi KAD; chưa có số liệu thì để trống. " +
  "Số liệu cần giải trình thì ghi lý do vào cột Ghi chú. Xem thêm trang “Hướng dẫn”.";

/** Rows as they are laid down, with everything that refers to their numbers. */
class FrontPage {
  readonly rows: RowDescription[] = [];
  readonly merges: CellRange[] = [];
  readonly validations: ValidationDescription[] = [];
  readonly required: ConditionalFormatDescription[] = [];
  /** The answer cell of each field, such as `E17`. */
  readonly answerCells = new Map<string, string>();

  add(
    mark: string | null,
    cells: readonly (CellDescription | null)[],
    more: Partial<RowDescription> = {},
  ): number {
    this.rows.push({ ...more, cells: [mark === null ? null : { value: mark }, ...cells] });
    return this.rows.length - 1;
  }

  gap(): void {
    this.add(null, []);
  }

  merge(row: number, from: number, to: number): void {
    this.merges.push({ from: { row, column: from }, to: { row, column: to } });
  }

  /** One text across the page. */
  wide(value: string, style: CellStyle, height?: number): void {
    const row = this.add(null, [{ value, style }], height === undefined ? {} : { height });
    this.merge(row, column.number, column.note);
  }
}

function markCells(): CellDescription[] {
  return ["@number", marks.label, "@measure", marks.value, marks.note].map((value) => ({ value }));
}

function heading(page: FrontPage, { campaign, round }: FormFront): void {
  const { dispatch, report } = campaign;
  const number = `${dispatch.number ?? "……"}/${dispatch.notation}`;
  const centre: CellStyle = { align: "center", valign: "middle", wrap: true };
  page.wide(report.title.vi.toLocaleUpperCase("vi"), { ...centre, bold: true, size: 14 }, 40);
  page.wide(`${round.title} – ${campaign.title}`, { ...centre, bold: true }, 34);
  page.wide(
    `(Kèm theo Công văn số ${number} ${printVietnameseDate(dispatch.date)} của ${dispatch.issuer.name})`,
    { ...centre, italic: true },
    34,
  );
  page.gap();
}

/** What the report says about itself: whose it is, what it stands at, how it stands to earlier ones. */
function head(page: FrontPage, front: FormFront): void {
  const { campaign, round, unit, lists, roles } = front;
  const fixed = { bold: true, wrap: true, valign: "middle" } as const;
  line(page, marks.unit, "Đơn vị báo cáo:", { value: unit.name, style: fixed });
  line(page, null, "Đơn vị nhận báo cáo:", { value: campaign.dispatch.issuer.name, style: fixed });
  line(page, null, "Thời hạn gửi báo cáo:", { value: front.deadline, style: fixed });
  const date = { ...answerStyle, format: "dd/mm/yyyy", align: "center" } as const;
  const dateRule = { kind: "date", from: "2000-01-01", to: "2099-12-31" } as const;
  const from = roles.get("dataFrom");
  if (from) {
    const row = line(page, marks.dataFrom, `${from.label.vi}:`, { value: null, style: date });
    page.validations.push({ range: one(row), rule: dateRule, allowBlank: true });
  }
  const until = `${roles.get("dataAsOf")?.label.vi ?? "Số liệu tính đến ngày"}:`;
  const asOf = round.dataAsOf === null ? null : { date: round.dataAsOf };
  const dateRow = line(page, marks.dataAsOf, until, { value: asOf, style: date });
  page.validations.push({
    range: one(dateRow),
    rule: dateRule,
    allowBlank: true,
    prompt: { title: "Thời điểm chốt số liệu", text: "Ghi theo dạng ngày/tháng/năm, ví dụ 09/11/2024." },
  });
  const choice = { ...answerStyle, align: "center" } as const;
  const kindRow = line(page, marks.submission, "Hình thức báo cáo:", {
    value: submissionLabels.normal,
    style: choice,
  });
  page.validations.push(listValidation(kindRow, lists.submission));
  const nilRow = line(page, marks.nil, "Báo cáo không phát sinh:", { value: null, style: choice });
  page.validations.push({
    ...listValidation(nilRow, lists.yes),
    prompt: {
      title: "Báo cáo không phát sinh",
      text: "Chỉ chọn “Có” khi đơn vị không phát sinh nội dung nào; khi đó để trống toàn bộ phần số liệu.",
    },
  });
}

function line(page: FrontPage, mark: string | null, label: string, value: CellDescription): number {
  const cells = [{ value: label }, null, value, ...(value.style?.border ? [] : [])];
  const row = page.add(mark, cells, { height: 20 });
  page.merge(row, column.number, column.label);
  page.merge(row, column.measure, column.note);
  return row;
}

const one = (row: number): CellRange => {
  const cell = { row, column: column.measure };
  return { from: cell, to: cell };
};

function listValidation(row: number, source: string): ValidationDescription {
  return {
    range: one(row),
    rule: { kind: "list", source },
    allowBlank: true,
    error: { title: "Không có trong danh sách", text: "Chọn một giá trị trong danh sách." },
  };
}

function table(page: FrontPage, { sections, lists }: FormFront): void {
  const style: CellStyle = {
    bold: true,
    align: "center",
    valign: "middle",
    wrap: true,
    border: true,
    fill: headingFill,
  };
  const names = ["STT", "Chỉ tiêu", "Đơn vị tính", "Số liệu", "Ghi chú"];
  page.add(
    null,
    names.map((value) => ({ value, style })),
    { height: 30 },
  );
  page.add(
    null,
    names.map((_, index) => ({
      value: `(${index + 1})`,
      style: { italic: true, align: "center", border: true },
    })),
  );
  for (const [index, section] of sections.entries()) {
    if (sections.length > 1) sectionRow(page, "ABCD".charAt(index), section.title);
    for (const row of section.rows) answerRow(page, row, lists);
  }
}

function sectionRow(page: FrontPage, letter: string, title: string): void {
  const style: CellStyle = { bold: true, border: true, fill: "F2F2F2", valign: "middle" };
  const cells = [
    { value: letter, style: { ...style, align: "center" as const } },
    { value: title, style },
  ];
  const blank = { value: null, style };
  const row = page.add(null, [...cells, blank, blank, blank], { height: 18 });
  page.merge(row, column.label, column.note);
}

function answerRow(page: FrontPage, { field, part, number, label, depth }: FormRow, lists: FormLists): void {
  const locked: CellStyle = { border: true, wrap: true, valign: "middle" };
  const long = field.kind === "text" || field.kind === "links";
  const answer: CellStyle = {
    ...answerStyle,
    format: formatOf(field),
    align: alignOf(field),
    ...(long && { valign: "top" }),
  };
  // A ratio's own unit is a percent; its two numbers are counts.
  const measure = part === null ? (field.unit?.vi ?? "") : "";
  const cells: CellDescription[] = [
    { value: number, style: { ...locked, align: "center", format: "@" } },
    {
      value: `${"   ".repeat(depth)}${label}${field.required ? " (*)" : ""}`,
      style: { ...locked, ...(depth > 0 && { italic: true }) },
      ...(field.hint && { comment: field.hint.vi }),
    },
    { value: measure === "" ? null : measure, style: { ...locked, align: "center" } },
    { value: null, style: answer },
    { value: null, style: { ...answerStyle, align: "left", format: "@" } },
  ];
  const height = long ? 64 : Math.max(20, 15 * Math.ceil((label.length + depth * 3 + 4) / 50));
  const row = page.add(fieldMark(field.id, part), cells, { height });
  const at = { row, column: column.value };
  // A narrative needs the width of two columns, and needs no explanation beside it.
  if (long) page.merge(row, column.value, column.note);
  const address = `E${row + 1}`;
  if (part === null) page.answerCells.set(field.id, address);
  const validation = validationOf(field, { from: at, to: at }, lists.sourceOf(field));
  if (validation) page.validations.push(validation);
  if (field.required) {
    page.required.push({
      range: { from: at, to: at },
      formula: `LEN(TRIM(${address}))=0`,
      style: { fill: missingFill },
    });
  }
}

/** A rule that is broken shows while the unit types, before anything is sent. */
function ruleFormats(page: FrontPage, rules: readonly SchemaRule[]): ConditionalFormatDescription[] {
  return rules.flatMap((rule) => {
    const [target, formula] = ruleFormula(rule, (field) => page.answerCells.get(field));
    if (target === undefined || formula === undefined) return [];
    const at = { row: Number(target.slice(1)) - 1, column: column.value };
    return [{ range: { from: at, to: at }, formula, style: { fill: wrongFill } }];
  });
}

function ruleFormula(
  rule: SchemaRule,
  cellOf: (field: string) => string | undefined,
): [target?: string, formula?: string] {
  const numbers = (...cells: (string | undefined)[]) => cells.map((cell) => `ISNUMBER(${cell})`).join(",");
  switch (rule.kind) {
    case "atMost": {
      const [field, limit] = [cellOf(rule.field), cellOf(rule.limit)];
      return field && limit ? [field, `AND(${numbers(field, limit)},${field}>${limit})`] : [];
    }
    case "requiresPositive": {
      const [field, needs] = [cellOf(rule.field), cellOf(rule.needs)];
      return field && needs ? [needs, `AND(ISNUMBER(${field}),${field}>0,N(${needs})<=0)`] : [];
    }
    case "sumOf": {
      const parts = rule.parts.map(cellOf);
      const total = cellOf(rule.total);
      if (total === undefined || parts.includes(undefined)) return [];
      return [total, `AND(${numbers(total, ...parts)},${total}<>${parts.join("+")})`];
    }
    default:
      return [];
  }
}

function signatures(page: FrontPage, { dispatch }: Campaign): void {
  page.gap();
  page.wide("(*) Chỉ tiêu bắt buộc.", { italic: true });
  const centre: CellStyle = { align: "center" };
  const pair = (left: string, right: string, style: CellStyle) => {
    const row = page.add(null, [{ value: left, style }, null, { value: right, style }]);
    page.merge(row, column.number, column.label);
    page.merge(row, column.measure, column.note);
  };
  pair("", `……………, ngày …… tháng …… năm ${dispatch.date.slice(0, 4)}`, {
    ...centre,
    italic: true,
  });
  pair("NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ", { ...centre, bold: true });
  pair("(Ký, ghi rõ họ tên)", "(Ký, ghi rõ họ tên, đóng dấu)", { ...centre, italic: true });
}
