import type {
  Answer,
  Campaign,
  CampaignEvent,
  Deadline,
  Field,
  Obligation,
  RecipientUnit,
  Report,
  Value,
} from "../src/index.ts";
import type { UnitDirectory } from "../src/recipient-unit/unit-directory.ts";

/** A small campaign to test with: three wards and two schools below two offices. Events are made, not read. */

export const timeZone = "Asia/Ho_Chi_Minh";
export const issuedAt = "2024-10-29T08:00:00+07:00";
export const actor = "Phòng Văn hóa và Thông tin";

export const deadline: Deadline = {
  quote: "trước ngày 10/11/2024",
  on: "2024-11-10",
  dayCounts: false,
  lastInstant: "2024-11-09T23:59:59.999+07:00",
  timeZone,
  rule: { id: "before-day", confidence: "inferred" },
};

export function field(id: string, more: Partial<Field> = {}): Field {
  return {
    id,
    label: { vi: id },
    required: true,
    aliases: [],
    personal: false,
    aggregator: "sum",
    additive: true,
    kind: "count",
    ...more,
  } as Field;
}

export function campaignOf(fields: readonly Field[], rounds: readonly string[] = ["r1"]): Campaign {
  return {
    id: "lua-dao-2024",
    title: "Chiến dịch tuyên truyền",
    timeZone,
    dispatch: {
      number: 2242,
      notation: "VHTT",
      date: "2024-10-29",
      place: "Nha Trang",
      issuer: { name: actor, parent: null, unitId: null },
      subject: "tuyên truyền",
      basis: [],
      opening: [],
      closing: "",
      signatory: { authority: [], name: "" },
      copies: [],
      archive: "VT",
    },
    headings: { period: "Thời gian", audiences: "Đối tượng", scope: "Phạm vi", materials: "Tài liệu" },
    period: { from: "2024-10-25", to: "2024-11-20" },
    audiences: [],
    scope: "",
    materials: [],
    recipients: [
      { groups: ["Phường"], label: "UBND các phường" },
      { groups: ["Trường học"], label: "Các trường học" },
    ],
    tasks: [],
    rounds: rounds.map((id) => ({
      id,
      title: id,
      request: "",
      purpose: "",
      destination: { kind: "folder", link: null, access: null },
      opensOn: null,
      dataAsOf: null,
      deadline,
      groupDeadlines: {},
      graceDays: 0,
      locksOn: null,
      upwardDeadline: null,
    })),
    report: { id: "bieu-1", version: 1, title: { vi: "Biểu 1" }, fields, rules: [] },
    upward: null,
    linkHosts: [],
  } as Campaign;
}

export function unit(id: string, group: string, parents: Record<string, string> = {}): RecipientUnit {
  return { id, name: id, aliases: [], type: "", groups: [group], parents, codes: [] };
}

export const wards = ["p-an", "p-binh", "p-cat"];
export const schools = ["th-dong", "th-em"];

export const directory: UnitDirectory = {
  units: [
    unit("tp", "Thành phố"),
    unit("phong-gd", "Phòng ban", { administrative: "tp", sector: "so-gd" }),
    ...wards.map((id) => unit(id, "Phường", { administrative: "tp", sector: "tp" })),
    ...schools.map((id) => unit(id, "Trường học", { administrative: "p-an", sector: "phong-gd" })),
  ],
  lineage: [],
};

export function obligation(unitId: string, group = "Phường", roundId = "r1"): Obligation {
  return { id: `${roundId}/${unitId}`, roundId, unitId, group, deadline, createdAt: issuedAt };
}

export function issued(rounds: readonly string[] = ["r1"]): CampaignEvent {
  const obligations = rounds.flatMap((round) => [
    ...wards.map((id) => obligation(id, "Phường", round)),
    ...schools.map((id) => obligation(id, "Trường học", round)),
  ]);
  return { type: "campaign_issued", at: issuedAt, actor, campaignId: "lua-dao-2024", obligations };
}

/** `5` is a value; `"nil"`, `"notApplicable"` and `"missing"` are themselves; a value that is text goes in `{ value }`. */
export type Given = number | "nil" | "notApplicable" | "missing" | { readonly value: Value };

export function answer(given: Given, cell: string): Answer {
  if (typeof given === "number") return { state: "value", value: given, cell };
  return typeof given === "string" ? { state: given, cell } : { state: "value", value: given.value, cell };
}

export function report(
  unitId: string,
  given: Readonly<Record<string, Given>>,
  more: Partial<Report> = {},
): Report {
  const id = more.id ?? `${unitId}-1`;
  const answers = Object.entries(given).map(([key, value], index) => [key, answer(value, `C${index + 5}`)]);
  return {
    id,
    campaignId: "lua-dao-2024",
    roundId: "r1",
    unitId,
    schemaVersion: 1,
    submission: "normal",
    nil: false,
    dataAsOf: "2024-11-08",
    answers: Object.fromEntries(answers),
    origin: { source: `${id}.xlsx`, sha256: `hash-of-${id}`, sheet: "Báo cáo", identifiedBy: "form" },
    ...more,
  };
}

/** A time on a day of November 2024. */
export const on = (day: number, hour = 9) =>
  `2024-11-${String(day).padStart(2, "0")}T${String(hour).padStart(2, "0")}:00:00+07:00`;

export function accepted(of: Report, at = on(8)): CampaignEvent {
  return { type: "report_accepted", at, actor, report: of, receivedAt: at };
}
