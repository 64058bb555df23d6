import {
  defineCampaign,
  issueCampaign,
  unitDirectory,
  type Campaign,
  type CampaignEvent,
  type RecipientUnit,
  type Report,
  type UnitDirectory,
} from "@chiendich/core";

const issuedAt = "2025-03-03T08:00:00+07:00";
const actor = "Văn phòng";

export interface Workload {
  readonly campaign: Campaign;
  readonly directory: UnitDirectory;
  readonly events: readonly CampaignEvent[];
}

/** Every unit owes one report; four events a unit: two reports, a return or a query, a reminder. No chance in it. */
export function workload(units: number): Workload {
  const directory = unitDirectory(Array.from({ length: units }, (_, index) => unitOf(index)));
  const campaign = campaignOf();
  const events = issueCampaign(campaign, directory, { at: issuedAt, actor });
  for (let index = 0; index < units; index += 1) events.push(...eventsOf(index));
  return { campaign, directory, events };
}

function unitOf(index: number): RecipientUnit {
  return {
    id: `unit-${index}`,
    name: `Đơn vị ${index}`,
    aliases: [],
    type: "don_vi",
    groups: [index % 3 === 0 ? "Phường" : "Trường học"],
    parents: { administrative: `parent-${index % 700}`, sector: `sector-${index % 60}` },
    codes: [],
  };
}

function eventsOf(index: number): CampaignEvent[] {
  const first = reportOf(index, 1);
  const received = timeOf(index, 20);
  const reminder: CampaignEvent = {
    type: "reminder_sent",
    at: timeOf(index, 19),
    actor,
    reminderId: `r1/T-3/unit-${index}`,
    unitId: `unit-${index}`,
    channel: "mail",
  };
  const accepted: CampaignEvent = {
    type: "report_accepted",
    at: received,
    actor,
    report: first,
    receivedAt: received,
  };
  if (index % 5 === 0) return [reminder, reminder, reminder, reminder];
  const later = timeOf(index, 24);
  const returned: CampaignEvent = {
    type: "report_returned",
    at: later,
    actor,
    reportId: first.id,
    reason: "Số liệu chưa khớp",
  };
  const again = timeOf(index, 27);
  const second: CampaignEvent = {
    type: "report_accepted",
    at: again,
    actor,
    report: reportOf(index, 2),
    receivedAt: again,
  };
  return [reminder, accepted, returned, second];
}

function reportOf(index: number, count: number): Report {
  const answers = ["sessions", "participants", "schools", "leaflets", "posts"].map((field, column) => [
    field,
    { state: "value", value: (index * 7 + column) % 500, cell: `C${column + 5}` },
  ]);
  const id = `report-${index}-${count}`;
  return {
    id,
    campaignId: "do-luong-2025",
    roundId: "r1",
    unitId: `unit-${index}`,
    schemaVersion: 1,
    submission: "normal",
    nil: false,
    dataAsOf: "2025-03-21",
    answers: Object.fromEntries(answers),
    origin: { source: `${id}.xlsx`, sha256: id, sheet: "Báo cáo", identifiedBy: "form" },
  };
}

function timeOf(index: number, day: number): string {
  const pad = (value: number) => String(value).padStart(2, "0");
  return `2025-03-${pad(day + (index % 3))}T${pad(7 + (index % 10))}:${pad(index % 60)}:00+07:00`;
}

function campaignOf(): Campaign {
  const fields = ["sessions", "participants", "schools", "leaflets", "posts"];
  return defineCampaign({
    id: "do-luong-2025",
    title: "Chiến dịch đo lường",
    dispatch: {
      number: 1,
      notation: "VP",
      date: "2025-03-03",
      place: "Hòa An",
      issuer: { name: "Văn phòng" },
      subject: "đo lường",
      basis: [],
      opening: ["Đề nghị các đơn vị triển khai."],
      closing: "Đề nghị các đơn vị triển khai thực hiện",
      signatory: { authority: ["CHÁNH VĂN PHÒNG"] },
      archive: "VT",
    },
    period: { from: "2025-03-10", to: "2025-03-21" },
    audiences: ["người dân"],
    scope: "Toàn quốc",
    recipients: [{ label: "Các đơn vị", groups: ["Phường", "Trường học"] }],
    rounds: [
      {
        id: "r1",
        title: "Kết quả",
        request: "Đề nghị báo cáo",
        purpose: "để tổng hợp",
        destination: { kind: "folder" },
        deadline: "chậm nhất ngày 25/3/2025",
      },
    ],
    report: {
      id: "ket-qua",
      title: "Kết quả",
      fields: fields.map((id) => ({ id, kind: "count", label: id })),
    },
  });
}
