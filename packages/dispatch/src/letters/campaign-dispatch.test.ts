import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Campaign } from "@chiendich/core";
import { renderDispatch } from "../document/render-dispatch.ts";
import { campaignDispatch, type CampaignDispatchOptions } from "./campaign-dispatch.ts";
import { campaign, publishedLetter, unitNamed } from "../../test/nha-trang.ts";

const documentXml = (docx: Uint8Array) => strFromU8(unzipSync(docx)["word/document.xml"] as Uint8Array);

/** Paragraphs in reading order, their words joined; breaks and wrapping count as one space. */
function paragraphs(xml: string): string[] {
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)]
    .map(([, inside]) =>
      (inside as string)
        .replace(/<w:br\/>/g, " ")
        .replace(/<w:drawing>.*<\/w:drawing>/s, "[QR]")
        .replace(/<[^>]+>/g, "")
        .replaceAll("&amp;", "&")
        .trim(),
    )
    .filter((line) => line !== "");
}

/** The published text without the marks of Markdown it was taken down with. */
const published = publishedLetter
  .replaceAll("**", "")
  .replace(/<(https[^>]+)>/g, "$1")
  .split(/\n\s*\n/)
  .flatMap((block) => (/^- /m.test(block) ? block.split("\n") : [block.replace(/\s+/g, " ")]))
  .map((line) => line.replace(/\s+/g, " ").trim())
  .filter((line) => line !== "");

describe("the dispatch of Nha Trang", () => {
  const lines = paragraphs(documentXml(renderDispatch(campaignDispatch(campaign), { format: "docx" })));

  it("has the published letter's words, paragraph by paragraph and in its order", () => {
    const header = [
      "UBND THÀNH PHỐ NHA TRANG",
      "PHÒNG VĂN HÓA VÀ THÔNG TIN",
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
    ];
    const rest = lines.slice(4);
    // The published text gives the date before the subject; in the letterhead the subject stands to its left.
    const [number, about, date, ...body] = rest;
    const picture = body.indexOf("[QR]");
    const printedLink = body.splice(picture, 2);
    expect(lines.slice(0, 4)).toEqual(header);
    expect([number, date, about, ...body].join("\n")).toBe(
      published.join("\n").replace("KT. TRƯỞNG PHÒNG PHÓ TRƯỞNG PHÒNG", "KT. TRƯỞNG PHÒNG\nPHÓ TRƯỞNG PHÒNG"),
    );
    expect(printedLink[1]).toBe(campaign.materials[0]?.link);
  });

  it("shows the QR picture right after the words that announce it", () => {
    const picture = lines.indexOf("[QR]");
    expect(lines[picture - 1]).toMatch(/quét hoặc truy cập vào mã QR bên dưới .*:$/);
  });

  it("goes to one unit with its name, its groups' tasks and its own link", () => {
    const unit = unitNamed("Trường Trung học cơ sở Thái Nguyên");
    const link = "https://docs.google.com/spreadsheets/d/a-form-of-its-own";
    const letter = campaignDispatch(campaign, { unit, reportLinks: { "ket-qua": link } });
    const own = paragraphs(documentXml(renderDispatch(letter, { format: "docx" })));
    expect(own).toContain("Kính gửi: Trường Trung học cơ sở Thái Nguyên");
    expect(own.join("\n")).not.toContain("UBND các xã phường tổ chức tuyên truyền");
    expect(own.join("\n")).toContain(`báo cáo tại địa chỉ: ${link} trước ngày 10/11/2024 để tổng hợp`);
  });

  it("refuses a QR picture too small to be read from paper", () => {
    expect(() => campaignDispatch(campaign, { qrWidthMm: 20 })).toThrow(RangeError);
  });
});

describe("a dispatch with marks and a contact line", () => {
  const marked: Campaign = {
    ...campaign,
    dispatch: {
      ...campaign.dispatch,
      urgency: "Hỏa tốc",
      handling: "Lưu hành nội bộ",
      contact: "Số 1 Trần Phú",
    },
    materials: campaign.materials.map((one) => ({ ...one, text: `${one.text}:` })),
  };
  const wordsOf = (one: Campaign, options?: CampaignDispatchOptions) =>
    documentXml(renderDispatch(campaignDispatch(one, options), { format: "docx" })).replace(/<[^>]+>/g, " ");

  it("takes them from the campaign, and from whoever makes the letter before that", () => {
    expect(wordsOf(marked)).toMatch(/HỎA TỐC[^]*LƯU HÀNH NỘI BỘ/i);
    expect(wordsOf(marked)).toContain("Số 1 Trần Phú");
    expect(wordsOf(marked, { urgency: "Khẩn" })).not.toMatch(/HỎA TỐC/i);
    expect(wordsOf(marked, { urgency: null })).not.toMatch(/HỎA TỐC|KHẨN/);
    expect(wordsOf(campaign)).not.toMatch(/HỎA TỐC/i);
  });

  it("writes one colon after a material, also when its sentence brings one", () => {
    expect(wordsOf(marked)).not.toContain("::");
  });
});
