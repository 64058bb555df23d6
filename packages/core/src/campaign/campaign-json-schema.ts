import * as z from "zod";
import { addedKindName } from "../report-schema/added-field-kind.ts";
import { fieldOfKind } from "../report-schema/field-input.ts";
import { campaignInput } from "./campaign-input.ts";

/**
 * The JSON Schema (2020-12) of `campaign.yaml`, for editors: completion, and each key explained in
 * Vietnamese. Made from the schema that parses, so the two cannot disagree.
 */
export function campaignJsonSchema(): Readonly<Record<string, unknown>> {
  const schema = z.toJSONSchema(campaignInput, {
    io: "input",
    unrepresentable: "any",
    // A schema of a report stands in it for each of its versions: ten times the size otherwise.
    reused: "ref",
    override: withAddedKinds,
  });
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

type Override = NonNullable<NonNullable<Parameters<typeof z.toJSONSchema>[1]>["override"]>;

/** A field may be of a kind that a plugin adds; what such a field can say besides is the kind's business. */
const withAddedKinds: Override = ({ zodSchema, jsonSchema }) => {
  if (zodSchema !== (fieldOfKind as z.core.$ZodType)) return;
  const ours = jsonSchema.oneOf ?? [];
  for (const { properties } of ours) delete properties?.["addedKind"];
  const kind = {
    type: "string" as const,
    pattern: addedKindName.source,
    description: "Loại chỉ tiêu do phần mở rộng thêm: tên phần mở rộng, dấu gạch chéo, tên loại",
  };
  const { id, label, hint, aliases, required } = ours[0]?.properties ?? {};
  ours.push({
    type: "object",
    properties: { id: id!, label: label!, kind, hint: hint!, aliases: aliases!, required: required! },
    required: ["id", "label", "kind"],
  });
};
