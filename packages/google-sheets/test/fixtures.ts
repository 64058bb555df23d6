import type { Campaign, Field, RecipientUnit } from "@chiendich/core";
import {
  createSheetsClient,
  describeTracker,
  quota,
  type RequestRecord,
  type Tracker,
} from "../src/index.ts";
import { localToken, type LocalSheets } from "../src/testing/index.ts";

export const office = "office@example.org";

const common = { required: false, aliases: [], personal: false, additive: true } as const;
const fields: readonly Field[] = [
  {
    ...common,
    id: "sessions",
    kind: "count",
    label: { vi: "Số buổi tuyên truyền" },
    unit: { vi: "buổi" },
    required: true,
    aliases: ["Số buổi"],
    aggregator: "sum",
  },
  {
    ...common,
    id: "participants",
    kind: "count",
    label: { vi: "Số lượt người tham dự" },
    unit: { vi: "lượt người" },
    required: true,
    aggregator: "sum",
  },
  { ...common, id: "dataAsOf", kind: "date", label: { vi: "Số liệu tính đến ngày" }, aggregator: "none" },
  {
    ...common,
    id: "coverage",
    kind: "ratio",
    label: { vi: "Tỷ lệ hộ dân được tuyên truyền" },
    aggregator: "ratio",
  },
  {
    ...common,
    id: "channel",
    kind: "choice",
    label: { vi: "Hình thức chính" },
    options: [
      { id: "direct", label: { vi: "Trực tiếp" } },
      { id: "online", label: { vi: "Trực tuyến" } },
    ],
    aggregator: "none",
  },
  {
    ...common,
    id: "note",
    kind: "text",
    maxLength: 500,
    label: { vi: "Khó khăn, vướng mắc" },
    aggregator: "list",
  },
];

/** A campaign with one round, and fields of the kinds that a sheet treats differently. */
export const campaign: Campaign = {
  id: "ky-nang-so-2024",
  title: "Chiến dịch tuyên truyền kỹ năng số",
  timeZone: "Asia/Ho_Chi_Minh",
  dispatch: {
    number: null,
    notation: "VHTT",
    date: "2024-10-29",
    place: "Nha Trang",
    issuer: { name: "Phòng Văn hóa và Thông tin", parent: null, unitId: null },
    subject: "triển khai chiến dịch",
    basis: [],
    opening: [],
    closing: "",
    signatory: { authority: [], name: "" },
    copies: [],
    archive: "VT",
  },
  period: { from: "2024-10-25", to: "2024-11-20" },
  audiences: [],
  scope: "Toàn thành phố",
  materials: [],
  recipients: [],
  tasks: [],
  rounds: [
    {
      id: "dot-1",
      title: "Báo cáo kết quả",
      request: "",
      purpose: "",
      destination: { kind: "googleSheet", link: null, access: "named" },
      opensOn: null,
      dataAsOf: null,
      deadline: {
        quote: "trước ngày 10/11/2024",
        on: "2024-11-10",
        dayCounts: false,
        lastInstant: "2024-11-09T23:59:59.999+07:00",
        timeZone: "Asia/Ho_Chi_Minh",
        rule: { id: "before", confidence: "high" },
      },
      groupDeadlines: {},
      graceDays: 0,
      locksOn: null,
      upwardDeadline: null,
    },
  ],
  report: { id: "ket-qua", version: 1, title: { vi: "Kết quả" }, fields, rules: [] },
  upward: null,
  linkHosts: [],
} as unknown as Campaign;

/** So many units with names that differ. */
export function someUnits(count: number): RecipientUnit[] {
  return Array.from({ length: count }, (_unit, index) => ({
    id: `don-vi-${index + 1}`,
    name: `Ủy ban nhân dân phường số ${index + 1}`,
    shortName: `UBND phường số ${index + 1}`,
    aliases: [`Phường số ${index + 1}`],
    type: "ubnd_phuong",
    groups: ["UBND các xã, phường"],
    parents: {},
    codes: [],
  }));
}

export function trackerOf(count: number, editors: Readonly<Record<string, readonly string[]>> = {}): Tracker {
  const { value } = describeTracker({
    campaign,
    roundId: "dot-1",
    units: someUnits(count),
    editors,
    office: [office],
  });
  if (!value) throw new Error("no tracker");
  return value;
}

/** Time that passes only when somebody waits. */
export function fakeTime(start = Date.UTC(2024, 10, 1)) {
  let now = start;
  const waits: number[] = [];
  return {
    clock: () => now,
    sleep: async (ms: number, signal?: AbortSignal) => {
      signal?.throwIfAborted();
      waits.push(ms);
      now += ms;
    },
    waits,
    advance: (ms: number) => void (now += ms),
  };
}

/** A small generator of fractions, the same for a seed on every machine (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A client of the local server that waits in fake time and keeps what it sent. */
export function clientOf(
  local: LocalSheets,
  options: { email?: string; time?: ReturnType<typeof fakeTime>; seed?: number } = {},
) {
  const { email = office, time = fakeTime(), seed = 1 } = options;
  const sent: RequestRecord[] = [];
  const client = createSheetsClient({
    token: async () => localToken(email),
    clock: time.clock,
    sleep: time.sleep,
    random: seeded(seed),
    fetch: local.fetch,
    quotas: [quota(60, time.clock, time.sleep)],
    timeout: () => new AbortController().signal,
    onRequest: (record) => sent.push(record),
  });
  return { client, sent, time };
}
