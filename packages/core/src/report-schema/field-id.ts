import * as z from "zod";

// Ids become keys of plain objects all over the system; a key every object already has would lie.
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));

/** The id of a field, a table or a category: `participants`; lower camel case, ASCII letters and digits. */
export const fieldId = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{0,63}$/, "mã phải bắt đầu bằng chữ thường không dấu, sau đó là chữ hoặc số")
  .refine((id) => !inherited.has(id), "mã này trùng với tên dành riêng");
