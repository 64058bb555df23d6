import { describe, expect, it } from "vitest";
import { campaignAsking, read, sheetOf, wards } from "../../test/return-case.ts";
import type { Reading } from "../report/reading.ts";
import { acceptedReports } from "./accepted-reports.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { CampaignEvent } from "./event.ts";
import { issueCampaign } from "../obligation/issue-campaign.ts";
import { recordReturn, type ResubmissionPolicy } from "./record-return.ts";
import { reportRecords } from "./report-record.ts";

const campaign = campaignAsking();
const first = "2025-03-25T09:00:00+07:00";
const second = "2025-03-26T09:00:00+07:00";
const third = "2025-03-27T09:00:00+07:00";

/** A return of rows `[unit, sessions, participants, how it was sent]`. */
async function returned(
  hash: string,
  rows: (string | number | null)[][],
  more: object = {},
): Promise<Reading> {
  const headings = ["Đơn vị", "Số buổi tuyên truyền trực tiếp", "Số lượt người tham dự", "Hình thức báo cáo"];
  return read(sheetOf([headings, ...rows]), {
    campaign,
    sha256: hash.repeat(64),
    file: `${hash}.xlsx`,
    ...more,
  });
}

function record(
  reading: Reading,
  events: readonly CampaignEvent[],
  at = first,
  policy?: ResubmissionPolicy,
): CampaignEvent[] {
  const options = { at, actor: "văn thư", receivedAt: at, evidence: "mail", schema: campaign.report };
  return [...events, ...recordReturn(reading, events, { ...options, ...(policy && { policy }) })];
}

const types = (events: readonly CampaignEvent[]) => events.map(({ type }) => type);

/** Sessions of the reports that stand. */
function standing(events: readonly CampaignEvent[], at = third): unknown[] {
  return acceptedReports(events, { at }).map(({ report: { answers } }) => {
    const answer = answers["sessions"];
    return answer?.state === "value" ? answer.value : answer?.state;
  });
}

describe("recording a return", () => {
  it("gives one event for the return and one for each row", async () => {
    const reading = await returned("a", [
      ["UBND phường Vĩnh Hải", 12, 500],
      ["UBND phường Vĩnh Hòa", 1, 1],
      ["UBND phường Vĩnh Thọ", "2.000", 3],
    ]);
    expect(types(record(reading, []))).toEqual([
      "return_received",
      "report_accepted",
      "report_rejected",
      "report_queried",
    ]);
  });

  it("gives nothing either when the events come back from a ledger, their keys in another order", async () => {
    const reading = await returned("a", [
      ["UBND phường Vĩnh Hải", 12, 500],
      ["UBND phường Vĩnh Thọ", "2.000", 3],
    ]);
    const kept = record(reading, []).map((event) => JSON.parse(canonicalJson(event)) as CampaignEvent);
    expect(record(reading, kept)).toEqual(kept);
  });

  it("gives nothing when the same bytes are read again, under another name too", async () => {
    const rows = [
      ["UBND phường Vĩnh Hải", 12, 500],
      ["UBND phường Vĩnh Hòa", 1, 1],
    ];
    const events = record(await returned("a", rows), []);
    expect(
      recordReturn(await returned("a", rows), events, {
        at: second,
        actor: "x",
        receivedAt: second,
        evidence: "file",
      }),
    ).toEqual([]);
  });

  it("changes nothing it was given: recording is a dry run until somebody appends", async () => {
    const reading = await returned("a", [["UBND phường Vĩnh Hải", 12, 500]]);
    const before = JSON.stringify(reading);
    const events: CampaignEvent[] = [];
    const planned = record(reading, events);
    expect(events).toEqual([]);
    expect(JSON.stringify(reading)).toBe(before);
    expect(record(reading, events)).toEqual(planned);
  });

  it("rejects a unit that was never asked, and takes it once it is", async () => {
    const [issued] = issueCampaign(campaign, wards, { at: first, actor: "văn phòng" });
    const asked = issued as Extract<CampaignEvent, { type: "campaign_issued" }>;
    const without = [
      { ...asked, obligations: asked.obligations.filter(({ unitId }) => unitId !== "vinh-hai") },
    ];
    const reading = await returned("a", [["UBND phường Vĩnh Hải", 12, 500]]);
    const events = record(reading, without);
    expect(types(events)).toEqual(["campaign_issued", "return_received", "report_rejected"]);
    const obligation = asked.obligations.find(({ unitId }) => unitId === "vinh-hai")!;
    const added: CampaignEvent = {
      type: "obligation_added",
      obligation,
      at: second,
      actor: "văn phòng",
      reason: "bổ sung",
    };
    expect(types(record(reading, [...events, added], second)).slice(-1)).toEqual(["report_accepted"]);
  });

  it("rejects what comes after the round was locked, until the unit's deadline is extended", async () => {
    const [round] = campaign.rounds;
    const locked = { ...campaign, rounds: [{ ...round!, locksOn: "2025-03-25" }] };
    const issued = issueCampaign(locked, wards, { at: "2025-03-03T08:00:00+07:00", actor: "văn phòng" });
    const reading = await returned("a", [["UBND phường Vĩnh Hải", 12, 500]]);
    const lastMoment = "2025-03-25T23:59:59.999+07:00";
    expect(types(record(reading, issued, lastMoment)).at(-1)).toBe("report_accepted");
    const late = record(reading, issued, second);
    expect(late.at(-1)).toMatchObject({ type: "report_rejected", issues: [{ code: "report_after_lock" }] });
    // What was taken in time is not refused when its file is read again later.
    const taken = record(reading, issued, lastMoment);
    expect(record(reading, taken, second)).toEqual(taken);

    const extended: CampaignEvent = {
      type: "obligation_extended",
      obligationId: `${round!.id}/vinh-hai`,
      deadline: { ...round!.deadline, lastInstant: second },
      document: "45/VP",
      at: second,
      actor: "văn phòng",
      reason: "bão",
    };
    expect(types(record(reading, [...late, extended], second)).at(-1)).toBe("report_accepted");
    expect(types(record(reading, [...late, extended], third)).at(-1)).not.toBe("report_accepted");
    // An extension that ends before the lock takes nothing away.
    const brief = { ...extended, deadline: { ...round!.deadline, lastInstant: first } };
    expect(types(record(reading, [...issued, brief], lastMoment)).at(-1)).toBe("report_accepted");
  });
  it("refuses a report nobody asked for, by the unit's name", async () => {
    const asked = campaignAsking(undefined, {
      recipients: [{ label: "Các trường", groups: ["Trường học"] }],
    });
    const issued = issueCampaign(asked, wards, { at: first, actor: "văn thư" });
    const reading = await returned("a", [["UBND phường Vĩnh Hải", 12, 500]]);
    const options = { at: first, actor: "văn thư", receivedAt: first, evidence: "mail", directory: wards };
    expect(recordReturn(reading, issued, options).at(-1)).toMatchObject({
      type: "report_rejected",
      issues: [{ code: "report_unit_not_asked", params: { unit: "UBND phường Vĩnh Hải" } }],
    });
  });

  it("takes a row whose name somebody has decided on since", async () => {
    const rows = [["Phường nào đó", 12, 500]];
    const events = record(await returned("a", rows), []);
    const decided = await returned("a", rows, {
      resolver: {
        resolve: () => ({
          status: "matched",
          unit: wards.units[1]!,
          how: { by: "decision", name: "Vĩnh Hải" },
        }),
      },
    });
    expect(types(record(decided, events, second))).toEqual([
      "return_received",
      "report_rejected",
      "report_accepted",
    ]);
  });
});

describe("a unit that sends again", () => {
  const send = async (policy: ResubmissionPolicy | undefined, ...figures: number[]) => {
    let events: CampaignEvent[] = [];
    for (const [index, sessions] of figures.entries()) {
      const reading = await returned("abc".charAt(index), [["UBND phường Vĩnh Hải", sessions, 500]]);
      events = record(reading, events, [first, second, third][index], policy);
    }
    return events;
  };

  it.each<[ResubmissionPolicy, number[], unknown[]]>([
    // the same figures again: the later file takes the place of the earlier, nobody is asked
    ["manual", [12, 12], [12]],
    ["latest", [12, 12], [12]],
    ["first", [12, 12], [12]],
    ["sum", [12, 12], [12]],
    // other figures
    ["manual", [12, 15], [12]], // the first stands until somebody answers
    ["latest", [12, 15], [15]],
    ["first", [12, 15], [12]],
    ["sum", [12, 15], [12, 15]],
    // three times
    ["manual", [12, 15, 20], [12]],
    ["latest", [12, 15, 20], [20]],
    ["first", [12, 15, 20], [12]],
    ["sum", [12, 15, 20], [12, 15, 20]],
  ])("with the policy %s and figures %j, what stands is %j", async (policy, figures, stands) => {
    expect(standing(await send(policy, ...figures))).toEqual(stands);
  });

  it("is asked by default, with the fields that differ", async () => {
    const events = await send(undefined, 12, 15);
    expect(events.at(-1)).toMatchObject({
      type: "report_queried",
      issues: [
        { code: "report_differs_from_earlier", params: { labels: ["Số buổi tuyên truyền trực tiếp"] } },
      ],
    });
  });

  it("has the later report stand once the question is answered", async () => {
    const events = await send(undefined, 12, 15);
    const { report } = events.at(-1) as Extract<CampaignEvent, { type: "report_queried" }>;
    const answer: CampaignEvent = {
      type: "query_explained",
      reportId: report.id,
      field: "*",
      reason: "Đơn vị xác nhận báo cáo sau là đúng",
      at: third,
      actor: "văn thư",
    };
    expect(standing([...events, answer])).toEqual([15]);
  });

  it("keeps the earlier version in the list, superseded", async () => {
    const records = reportRecords(await send("latest", 12, 15), { at: third });
    expect(records.map(({ fate }) => fate)).toEqual(["superseded", "standing"]);
  });

  it("by the policy latest is known by when reports came, not by when they were read", async () => {
    const late = record(await returned("b", [["UBND phường Vĩnh Hải", 15, 500]]), [], second, "latest");
    expect(
      standing(record(await returned("a", [["UBND phường Vĩnh Hải", 12, 500]]), late, first, "latest")),
    ).toEqual([15]);
  });

  it("and in two rows of one return is asked too", async () => {
    const reading = await returned("a", [
      ["UBND phường Vĩnh Hải", 12, 500],
      ["P. Vĩnh Hải", 13, 500],
    ]);
    expect(types(record(reading, []))).toEqual(["return_received", "report_accepted", "report_queried"]);
    expect(standing(record(reading, [], first, "sum")).sort()).toEqual([12, 13]);
  });

  it("mends what was held, and the held report no longer asks", async () => {
    const events = record(await returned("a", [["UBND phường Vĩnh Hải", "2.000", 500]]), []);
    const mended = record(await returned("b", [["UBND phường Vĩnh Hải", 2000, 500]]), events, second);
    expect(types(mended).slice(2)).toEqual(["return_received", "report_accepted", "report_superseded"]);
    expect(standing(mended)).toEqual([2000]);
  });
});

describe("a return that says how it stands to the one before", () => {
  const send = async (kind: string, sessions: number | null, participants: number | null) => {
    const events = record(await returned("a", [["UBND phường Vĩnh Hải", 12, 500]]), []);
    return record(
      await returned("b", [["UBND phường Vĩnh Hải", sessions, participants, kind]]),
      events,
      second,
    );
  };

  it("corrects only what it gives, as patches over a report that stays as it was read", async () => {
    const events = await send("Đính chính số liệu đã gửi", 15, null);
    expect(types(events).slice(2)).toEqual(["return_received", "value_corrected"]);
    expect(events.at(-1)).toMatchObject({
      field: "sessions",
      answer: { value: 15 },
      reason: "Đơn vị đính chính theo “b.xlsx”, trang “Sheet1”, ô B2.",
    });
    const [record] = acceptedReports(events, { at: third });
    expect(record?.report.answers).toMatchObject({ sessions: { value: 15 }, participants: { value: 500 } });
    // The cell stays the one the unit first wrote in, and the original event is untouched.
    expect(record?.report.answers["sessions"]?.cell).toBe("B2");
    const accepted = events.find(({ type }) => type === "report_accepted");
    expect(accepted).toMatchObject({ report: { answers: { sessions: { value: 12 } } } });
  });

  it("adds to it", async () => {
    expect(standing(await send("Bổ sung số liệu đã gửi", 3, 40))).toEqual([12, 3]);
  });

  it("replaces it, without being asked", async () => {
    expect(standing(await send("Thay thế báo cáo đã gửi", 3, 40))).toEqual([3]);
  });

  it("is asked about when there is nothing before it", async () => {
    const events = record(await returned("b", [["UBND phường Vĩnh Hải", 3, 4, "Đính chính"]]), []);
    expect(events.at(-1)).toMatchObject({
      type: "report_queried",
      issues: [{ code: "report_nothing_to_correct" }],
    });
  });

  it("gives nothing when read again after it was recorded", async () => {
    for (const kind of ["Đính chính số liệu đã gửi", "Bổ sung số liệu đã gửi", "Thay thế báo cáo đã gửi"]) {
      const events = await send(kind, 15, 600);
      const again = await returned("b", [["UBND phường Vĩnh Hải", 15, 600, kind]]);
      expect(record(again, events, third).slice(events.length)).toEqual([]);
    }
  });
});
