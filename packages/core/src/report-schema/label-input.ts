import * as z from "zod";
import type { Label } from "./report-schema.ts";

const text = z.string().trim().min(1, "không được để trống").normalize("NFC");

/** A label as people write it: plain text is Vietnamese; `{ vi, en }` gives both. */
export const labelInput = z
  .union([text, z.strictObject({ vi: text, en: text.optional() })], {
    error: "phải là một dòng chữ, hoặc { vi: …, en: … }",
  })
  .transform((label): Label => (typeof label === "string" ? { vi: label } : label));
