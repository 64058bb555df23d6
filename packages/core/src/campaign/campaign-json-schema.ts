import * as z from "zod";
import { campaignInput } from "./campaign-input.ts";

/**
 * The JSON Schema (2020-12) of `campaign.yaml`, for editors: completion, and each key explained in
 * Vietnamese. Made from the schema that parses, so the two cannot disagree.
 */
export function campaignJsonSchema(): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(campaignInput, { io: "input", unrepresentable: "any" });
  const { required, properties, ...rest } = schema;
  const preset = { type: "string", description: "Tên tệp mẫu chung mà cấu hình này dựa trên" };
  return {
    title: "Chiến dịch",
    ...rest,
    properties: { extends: preset, ...properties },
    // On top of a preset nothing has to be said again.
    if: { required: ["extends"] },
    else: { required },
  };
}
