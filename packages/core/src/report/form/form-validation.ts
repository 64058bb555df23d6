import type { Field } from "../../report-schema/report-schema.ts";
import type { CellRange } from "../../sheet/cell-address.ts";
import type { CellStyle, ValidationDescription } from "../../sheet/sheet-sink.ts";

/** How a value of the field is shown: formats keep leading zeros and separate thousands. */
export function formatOf(field: Field): string {
  switch (field.kind) {
    case "count":
    case "ratio":
      return "#,##0";
    case "amount":
      return field.decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(field.decimals)}`;
    case "date":
      return "dd/mm/yyyy";
    default:
      // Text, so that a program turns neither 012 into 12 nor 1/2 into a day.
      return "@";
  }
}

export function alignOf(field: Field): NonNullable<CellStyle["align"]> {
  if (field.kind === "count" || field.kind === "amount" || field.kind === "ratio") return "right";
  return field.kind === "text" || field.kind === "links" ? "left" : "center";
}

/** How the field is to be answered: its own hint, then what its kind asks. */
export function guideOf(field: Field): string {
  const asked = {
    count: "Ghi số nguyên từ 0 trở lên.",
    amount: "Ghi số.",
    ratio: "Ghi số nguyên từ 0 trở lên.",
    date: "Ghi theo dạng ngày/tháng/năm.",
    choice: "Chọn trong danh sách.",
    flag: "Chọn “Có” hoặc “Không”.",
    text: "Ghi bằng lời.",
    code: "Ghi đủ cả các số 0 ở đầu.",
    links: "Dán đường dẫn đầy đủ, mỗi dòng một đường dẫn.",
    unit: "Chọn đơn vị trong danh sách.",
  }[field.kind];
  return [sentence(field.hint?.vi ?? ""), asked].filter(Boolean).join(" ");
}

function sentence(text: string): string {
  const trimmed = text.trim();
  if (trimmed === "") return "";
  const closed = /[.!?…]$/u.test(trimmed) ? trimmed : `${trimmed}.`;
  return closed.charAt(0).toLocaleUpperCase("vi") + closed.slice(1);
}

/** The same beside the cell, with the words that stand in for a number. */
function promptOf(field: Field): string {
  const numeric = field.kind === "count" || field.kind === "amount" || field.kind === "ratio";
  const marks = "Không phát sinh thì ghi KPS, không thuộc diện thì ghi KAD.";
  return numeric ? `${guideOf(field)} ${marks}` : guideOf(field);
}

/**
 * The validation of an answer cell. Numbers and dates are only warned about when wrong: “KPS” and
 * “KAD” must pass, and are no numbers. Lists refuse what is not in them.
 */
export function validationOf(
  field: Field,
  range: CellRange,
  listSource: string | null,
): ValidationDescription | null {
  const prompt = { title: field.label.vi.slice(0, 32), text: promptOf(field).slice(0, 255) };
  const common = { range, allowBlank: true, prompt };
  switch (field.kind) {
    case "count":
    case "ratio":
      return { ...common, rule: { kind: "whole", min: 0, max: maxOf(field) } };
    case "amount":
      return {
        ...common,
        rule: { kind: "decimal", min: field.min ?? 0, ...(field.max !== undefined && { max: field.max }) },
      };
    case "date":
      return { ...common, rule: { kind: "date", from: "2000-01-01", to: "2099-12-31" } };
    case "choice":
    case "flag":
    case "unit":
      return listSource === null
        ? null
        : {
            ...common,
            rule: { kind: "list", source: listSource },
            error: { title: "Không có trong danh sách", text: "Chọn một giá trị trong danh sách." },
          };
    case "text":
      return { ...common, rule: { kind: "textLength", max: field.maxLength } };
    default:
      return null;
  }
}

function maxOf(field: Field): number {
  // Past 15 digits a sheet rounds without saying so.
  return (field.kind === "count" ? field.max : undefined) ?? 999_999_999_999_999;
}
