import { describe, expect, it } from "vitest";
import { reminderMessage } from "../letters/reminder-message.ts";
import { campaign, unitNamed } from "../../test/nha-trang.ts";
import { channelLimits, checkShortMessage, type ShortMessage } from "./short-message.ts";

const message = (change: Partial<ShortMessage>): ShortMessage => ({
  title: "a",
  paragraphs: [],
  parameters: {},
  ...change,
});
const codes = (change: Partial<ShortMessage>) =>
  checkShortMessage(message(change), channelLimits.zns).map(({ code, place }) => [
    code,
    "path" in place && place.path,
  ]);

describe("a short message", () => {
  it.each([
    ["a title of 65 letters", { title: "ệ".repeat(65) }, []],
    ["a title of 66", { title: "ệ".repeat(66) }, [["dispatch_message_too_long", "title"]]],
    // A letter is one letter, however it is composed.
    ["65 letters in decomposed form", { title: "ệ".normalize("NFD").repeat(65) }, []],
    [
      "a paragraph of 401",
      { paragraphs: ["a", "b".repeat(401)] },
      [["dispatch_message_too_long", "paragraphs[1]"]],
    ],
    [
      "eleven parameters",
      { parameters: Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`p${index}`, ""])) },
      [["dispatch_message_parameters", "parameters"]],
    ],
  ])("with %s", (_, change, expected) => {
    expect(codes(change)).toEqual(expected);
  });

  it("reminds of a report within the limits of ZNS, without a link", () => {
    const reminder = reminderMessage(campaign, unitNamed("Trường Trung học cơ sở Thái Nguyên"));
    expect(checkShortMessage(reminder, channelLimits.zns)).toEqual([]);
    expect(reminder.paragraphs[0]).toBe(
      "Phòng Văn hóa và Thông tin đề nghị THCS Thái Nguyên gửi báo cáo theo Công văn số 2242/VHTT trước ngày 10/11/2024 (chậm nhất 24 giờ 00, thứ Bảy, ngày 09/11/2024).",
    );
    expect(JSON.stringify(reminder)).not.toContain("http");
  });
});
