import type { ColumnRole, Field, ReportSchema } from "@chiendich/core";
import type { CellFormat, DataValidationRule } from "../api/wire.ts";

/** One column of the campaign's table. */
export interface TrackerColumn {
  /** Stands in the hidden first row and in the column's metadata; never changes. */
  readonly key: string;
  /** As written above the column. */
  readonly heading: string;
  /** Other words by which the column is known: the bare label, the schema's aliases. */
  readonly labels: readonly string[];
  readonly role: ColumnRole;
  /** Shown when pointing at the heading. */
  readonly note: string | null;
  /** In pixels. */
  readonly width: number;
  readonly hidden: boolean;
  readonly format: CellFormat;
  readonly validation: DataValidationRule | null;
}

/** Keys of the columns that are not fields. */
export const columnKeys = {
  unitId: "unit/id",
  number: "unit/number",
  unitName: "unit/name",
  group: "unit/group",
  nil: "nil",
  state: "reply/state",
  questions: "reply/questions",
  /** The unit's id again, at the far end: a row of which only a part was moved gives itself away. */
  unitIdAgain: "unit/id-again",
} as const;

/** Columns written back after each reading; what stands there is never an answer. */
export const replyKeys: readonly string[] = [columnKeys.state, columnKeys.questions];

const text: CellFormat = { numberFormat: { type: "TEXT", pattern: "@" }, verticalAlignment: "MIDDLE" };
const wrapped: CellFormat = { ...text, wrapStrategy: "WRAP" };

/** The table's columns in order: who, what is asked, nothing to report, our answer. */
export function trackerColumns(schema: ReportSchema): readonly TrackerColumn[] {
  const ours = (
    key: string,
    heading: string,
    width: number,
    more: Partial<TrackerColumn> = {},
  ): TrackerColumn => ({
    key,
    heading,
    labels: [],
    role: { role: "ours" },
    note: null,
    width,
    hidden: false,
    format: wrapped,
    validation: null,
    ...more,
  });
  return [
    ours(columnKeys.unitId, "Mã đơn vị", 60, { hidden: true, format: text }),
    ours(columnKeys.number, "STT", 45, {
      format: {
        numberFormat: { type: "NUMBER", pattern: "0" },
        horizontalAlignment: "CENTER",
        verticalAlignment: "MIDDLE",
      },
    }),
    ours(columnKeys.unitName, "Đơn vị", 260, { role: { role: "unitName" }, labels: ["Tên đơn vị"] }),
    ours(columnKeys.group, "Khối", 150),
    // Whose row it is, the row says itself.
    ...schema.fields.filter(({ role }) => role !== "reportingUnit").flatMap(fieldColumns),
    // A schema that asks for it has its own column.
    ...(schema.fields.some(({ role }) => role === "nilReport") ? [] : [nilColumn(ours)]),
    ours(columnKeys.state, "Trạng thái", 150, { note: "Cơ quan chủ trì ghi, đơn vị không sửa cột này." }),
    ours(columnKeys.questions, "Nội dung cần giải trình, bổ sung", 300, {
      note: "Cơ quan chủ trì ghi, đơn vị không sửa cột này.",
    }),
    ours(columnKeys.unitIdAgain, "Mã đơn vị (đối chiếu)", 60, { hidden: true, format: text }),
  ];
}

type MakeColumn = (
  key: string,
  heading: string,
  width: number,
  more?: Partial<TrackerColumn>,
) => TrackerColumn;

function nilColumn(ours: MakeColumn): TrackerColumn {
  return ours(columnKeys.nil, "Báo cáo không phát sinh", 110, {
    role: { role: "nil" },
    labels: ["Không phát sinh"],
    note: "Chọn “Không phát sinh” nếu đơn vị không có số liệu để báo cáo.",
    format: { ...wrapped, horizontalAlignment: "CENTER" },
    validation: oneOf(["Không phát sinh"], "Chọn “Không phát sinh” hoặc để trống."),
  });
}

function fieldColumns(field: Field): TrackerColumn[] {
  const unit = field.unit ? ` (${field.unit.vi})` : "";
  const column = (suffix: string, words: string, part?: "numerator" | "denominator"): TrackerColumn => ({
    key: `field/${field.id}${suffix}`,
    heading: `${field.label.vi}${words}${unit}${field.required ? " *" : ""}`,
    labels: part ? [] : [field.label.vi, ...(field.label.en ? [field.label.en] : []), ...field.aliases],
    role: { role: "field", fieldId: field.id, ...(part && { part }) },
    note: noteOf(field),
    width: widthOf(field),
    hidden: false,
    format: formatOf(field),
    validation: validationOf(field),
  });
  if (field.kind !== "ratio") return [column("", "")];
  return [
    column("/numerator", `: ${field.numerator?.vi ?? "tử số"}`, "numerator"),
    column("/denominator", `: ${field.denominator?.vi ?? "mẫu số"}`, "denominator"),
  ];
}

function noteOf(field: Field): string | null {
  const lines = [
    field.hint?.vi,
    field.partOf === undefined ? undefined : "Là một phần của chỉ tiêu đứng trước (“trong đó”).",
    field.groups === undefined ? undefined : `Chỉ dành cho: ${field.groups.join(", ")}.`,
    field.personal ? "Dữ liệu cá nhân: chỉ ghi điều thật sự cần." : undefined,
  ].filter((line) => line !== undefined);
  return lines.length > 0 ? lines.join("\n") : null;
}

function widthOf(field: Field): number {
  return { text: 240, links: 240, unit: 200, choice: 140 }[field.kind as string] ?? 100;
}

function formatOf(field: Field): CellFormat {
  const number = (pattern: string): CellFormat => ({
    numberFormat: { type: "NUMBER", pattern },
    horizontalAlignment: "RIGHT",
    verticalAlignment: "MIDDLE",
  });
  switch (field.kind) {
    case "count":
    case "ratio":
      return number("#,##0");
    case "amount":
      return number(field.decimals > 0 ? `#,##0.${"0".repeat(field.decimals)}` : "#,##0");
    case "date":
      return {
        numberFormat: { type: "DATE", pattern: "dd/mm/yyyy" },
        horizontalAlignment: "CENTER",
        verticalAlignment: "MIDDLE",
      };
    case "code":
      return text;
    default:
      return wrapped;
  }
}

/**
 * What the program refuses while somebody types. Only rules without a cell reference and without a
 * list separator: both depend on where a rule stands and on the spreadsheet's locale. Everything
 * else is checked when the sheet is read.
 */
function validationOf(field: Field): DataValidationRule | null {
  switch (field.kind) {
    case "count":
      return between(0, field.max, "Nhập số nguyên từ 0 trở lên; không ghi thêm chữ.");
    case "ratio":
      return between(0, undefined, "Nhập số nguyên từ 0 trở lên; không ghi thêm chữ.");
    case "amount":
      return between(field.min ?? 0, field.max, "Nhập số; không ghi thêm chữ.");
    case "date":
      return rule("DATE_IS_VALID", [], "Nhập ngày theo dạng ngày/tháng/năm, ví dụ 09/11/2024.");
    case "choice":
      return oneOf(
        field.options.map(({ label }) => label.vi),
        "Chọn một giá trị trong danh sách.",
      );
    case "flag":
      return oneOf(["Có", "Không"], "Chọn “Có” hoặc “Không”.");
    default:
      return null;
  }
}

function rule(type: string, values: readonly string[], inputMessage: string): DataValidationRule {
  return {
    condition: {
      type,
      ...(values.length > 0 && { values: values.map((userEnteredValue) => ({ userEnteredValue })) }),
    },
    inputMessage,
    strict: true,
  };
}

function between(min: number, max: number | undefined, inputMessage: string): DataValidationRule {
  return max === undefined
    ? rule("NUMBER_GREATER_THAN_EQ", [String(min)], inputMessage)
    : rule("NUMBER_BETWEEN", [String(min), String(max)], inputMessage);
}

function oneOf(values: readonly string[], inputMessage: string): DataValidationRule {
  return { ...rule("ONE_OF_LIST", values, inputMessage), showCustomUi: true };
}
