import { z } from "zod";
import { campaignInput } from "./campaign-input.ts";

/**
 * The JSON Schema (2020-12) of `campaign.yaml`, for editors: completion, and each key explained in
 * Vietnamese. Made from the schema that parses, so the two cannot disagree.
 */
export function campaignJsonSchema(): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(campaignInput, { io: "input", unrepresentable: "any" });
  return { title: "Chiến dịch", ...schema };
}
