import * as z from "zod";
import { fieldId } from "./field-id.ts";
import { labelInput } from "./label-input.ts";
import type { Aggregator, Field, FieldKind, FieldRole } from "./report-schema.ts";

const aggregators = ["sum", "min", "max", "latest", "count", "union", "list", "ratio", "none"] as const;
const roles = ["dataFrom", "dataAsOf", "nilReport", "reportingUnit"] as const;
const whole = z.int().min(0);

const common = {
  id: fieldId.describe("Mã chỉ tiêu: chữ không dấu và số, ví dụ participants"),
  label: labelInput.describe("Tên chỉ tiêu như in trên biểu mẫu"),
  unit: labelInput.optional().describe("Đơn vị tính: lượt người, buổi, triệu đồng"),
  required: z.boolean().optional().describe("Bắt buộc điền"),
  groups: z
    .array(z.string().min(1))
    .min(1)
    .optional()
    .describe("Chỉ hỏi các nhóm đơn vị này; không ghi thì hỏi mọi đơn vị"),
  aliases: z
    .array(z.string().trim().min(1).normalize("NFC"))
    .optional()
    .describe("Cách ghi khác của tên chỉ tiêu trên biểu do đơn vị tự lập"),
  hint: labelInput.optional().describe("Hướng dẫn điền, hiện bên ô nhập"),
  partOf: fieldId.optional().describe("Trong đó: là một phần của chỉ tiêu có mã này"),
  personal: z
    .boolean()
    .optional()
    .describe("Dữ liệu cá nhân: được giữ riêng, không vào sổ ghi và không được tổng hợp"),
  aggregator: z
    .enum(aggregators)
    .optional()
    .describe(
      "Cách tổng hợp nhiều đơn vị thành một số: sum (cộng), min, max, latest (mới nhất), count (đếm), union (gộp), list (liệt kê), ratio (tỷ lệ), none (không tổng hợp)",
    ),
  additive: z
    .boolean()
    .optional()
    .describe(
      "false khi các đơn vị có thể đếm trùng (thành viên nhóm Zalo, người được tuyên truyền): số cộng được ghi là ước tính",
    ),
  role: z
    .enum(roles)
    .optional()
    .describe("Chỉ tiêu nói về chính báo cáo: ngày số liệu, không phát sinh, đơn vị báo cáo"),
  numberStyle: z.enum(["vi", "en"]).optional().describe("Cách ghi số: vi là 1.234,5; en là 1,234.5"),
  addedKind: z.string().optional(),
  disaggregation: z
    .strictObject({ of: fieldId, dimension: z.string(), category: z.string() })
    .optional()
    .describe("Phân tổ của chỉ tiêu khác, ví dụ theo giới tính"),
};

const option = z
  .union([
    z.string().trim().min(1).normalize("NFC"),
    z.strictObject({ id: z.string().min(1), label: labelInput }),
  ])
  .transform((one) => (typeof one === "string" ? { id: one, label: { vi: one } } : one));

const wholePattern = z.string().refine((pattern) => {
  try {
    return new RegExp(pattern, "u") !== null;
  } catch {
    return false;
  }
}, "không phải là biểu thức chính quy hợp lệ");

const kinds = [
  z.strictObject({ ...common, kind: z.literal("count"), max: whole.optional() }),
  z.strictObject({
    ...common,
    kind: z.literal("amount"),
    decimals: whole.max(9).default(2),
    min: z.number().optional(),
    max: z.number().optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal("ratio"),
    numerator: labelInput.optional(),
    denominator: labelInput.optional(),
  }),
  z.strictObject({ ...common, kind: z.literal("date") }),
  z.strictObject({ ...common, kind: z.literal("choice"), options: z.array(option).min(1) }),
  z.strictObject({ ...common, kind: z.literal("flag") }),
  // An Excel cell holds 32,767 characters at most.
  z.strictObject({ ...common, kind: z.literal("text"), maxLength: whole.min(1).max(32_767).default(5_000) }),
  z.strictObject({ ...common, kind: z.literal("code"), pattern: wholePattern.optional() }),
  z.strictObject({ ...common, kind: z.literal("links") }),
  z.strictObject({ ...common, kind: z.literal("unit") }),
] as const;

const aggregatorOf: Record<FieldKind["kind"], Aggregator> = {
  count: "sum",
  amount: "sum",
  ratio: "ratio",
  date: "max",
  choice: "count",
  flag: "count",
  text: "list",
  code: "list",
  links: "union",
  unit: "none",
};

// The Nha Trang field list calls them so; any other field can be given a role by name.
const roleOfId: Partial<Record<string, { role: FieldRole; kind: FieldKind["kind"] }>> = {
  dataFrom: { role: "dataFrom", kind: "date" },
  dataAsOf: { role: "dataAsOf", kind: "date" },
  nilReport: { role: "nilReport", kind: "flag" },
  unitName: { role: "reportingUnit", kind: "unit" },
};

function aggregatorByDefault(
  kind: FieldKind["kind"],
  role: FieldRole | undefined,
  personal: boolean,
): Aggregator {
  if (personal) return "none";
  // A total is only as fresh as its oldest part.
  if (role === "dataAsOf" || role === "dataFrom") return "min";
  return aggregatorOf[kind];
}

/** A field of each kind as people write it. */
export const fieldOfKind = z.discriminatedUnion("kind", kinds);

/** A field as people write it; what they leave out is filled in by its kind. */
export const fieldInput = fieldOfKind.transform((input): Field => {
  const named = roleOfId[input.id];
  const role = input.role ?? (named?.kind === input.kind ? named.role : undefined);
  const personal = input.personal ?? false;
  return {
    ...input,
    required: input.required ?? input.kind === "unit",
    aliases: input.aliases ?? [],
    personal,
    aggregator: input.aggregator ?? aggregatorByDefault(input.kind, role, personal),
    additive: input.additive ?? true,
    ...(role && { role }),
  };
});

/** A field before what was left out is filled in. */
export type FieldInput = z.input<typeof fieldInput>;
