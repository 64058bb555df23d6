import type { Campaign, CampaignEvent, Field, Obligation, UnitDirectory } from "@chiendich/core";

/** What one size of the bench works on: reports of many communes under three levels above them. */
export interface Workload {
  readonly campaign: Campaign;
  readonly directory: UnitDirectory;
  readonly events: readonly CampaignEvent[];
  /** The same values as bare columns, for peers that know of no reports. */
  readonly columns: Columns;
}

export interface Columns {
  readonly province: readonly string[];
  readonly region: readonly string[];
  readonly commune: readonly string[];
  /** By field. */
  readonly values: Readonly<Record<string, readonly number[]>>;
}

export const fieldIds = Array.from({ length: 20 }, (_, index) => `f${index + 1}`);
export const levels = ["commune", "province", "region", "country"] as const;
export const at = "2025-03-31T08:00:00+07:00";

/** Counts such as wards report them, the same in every run: 0 to 4,999. */
function valueOf(unit: number, field: number): number {
  return (unit * 7919 + field * 104_729) % 5000;
}

export function workload(units: number): Workload {
  const provinceOf = (index: number) => `province-${index % 250}`;
  const regionOf = (index: number) => `region-${(index % 250) % 10}`;
  const communes = Array.from({ length: units }, (_, index) => `commune-${index}`);
  const deadline = {
    quote: "trước ngày 31/3/2025",
    on: "2025-03-31",
    dayCounts: false,
    lastInstant: "2025-03-30T23:59:59.999+07:00",
    timeZone: "Asia/Ho_Chi_Minh",
    rule: { id: "before-day", confidence: "inferred" },
  } as const;
  const unit = (id: string, parent: string | null) => ({
    id,
    name: id,
    aliases: [],
    type: "",
    groups: ["Xã"],
    parents: parent === null ? {} : { administrative: parent },
    codes: [],
  });
  const directory: UnitDirectory = {
    units: [
      unit("country", null),
      ...Array.from({ length: 10 }, (_, index) => unit(`region-${index}`, "country")),
      ...Array.from({ length: 250 }, (_, index) => unit(`province-${index}`, `region-${index % 10}`)),
      ...communes.map((id, index) => unit(id, provinceOf(index))),
    ],
    lineage: [],
  };
  const obligations = communes.map((unitId): Obligation => {
    return {
      id: `r1/${unitId}`,
      roundId: "r1",
      unitId,
      group: "Xã",
      deadline,
      createdAt: "2025-03-01T08:00:00+07:00",
    };
  });
  const events = [
    { type: "campaign_issued", at: "2025-03-01T08:00:00+07:00", actor: "Bộ", campaignId: "c", obligations },
    ...communes.map((unitId, index) => ({
      type: "report_accepted",
      at: "2025-03-20T08:00:00+07:00",
      actor: "Bộ",
      receivedAt: "2025-03-20T08:00:00+07:00",
      report: {
        id: `report-${index}`,
        campaignId: "c",
        roundId: "r1",
        unitId,
        schemaVersion: 1,
        submission: "normal",
        nil: false,
        dataAsOf: "2025-03-19",
        answers: Object.fromEntries(
          fieldIds.map((id, at) => [id, { state: "value", value: valueOf(index, at), cell: `C${at + 5}` }]),
        ),
        origin: { source: `${unitId}.xlsx`, sha256: "0".repeat(64), sheet: "Báo cáo", identifiedBy: "form" },
      },
    })),
  ] as unknown as readonly CampaignEvent[];
  const fields = fieldIds.map((id) => ({
    id,
    label: { vi: id },
    required: true,
    aliases: [],
    personal: false,
    aggregator: "sum",
    additive: true,
    kind: "count",
  })) as unknown as readonly Field[];
  return {
    directory,
    events,
    campaign: {
      id: "c",
      timeZone: "Asia/Ho_Chi_Minh",
      recipients: [{ groups: ["Xã"], label: "UBND các xã" }],
      rounds: [{ id: "r1", title: "Đợt 1", deadline }],
      report: { id: "bieu", version: 1, title: { vi: "Biểu" }, fields, rules: [] },
    } as unknown as Campaign,
    columns: {
      commune: communes,
      province: communes.map((_, index) => provinceOf(index)),
      region: communes.map((_, index) => regionOf(index)),
      values: Object.fromEntries(
        fieldIds.map((id, at) => [id, communes.map((_, index) => valueOf(index, at))]),
      ),
    },
  };
}
