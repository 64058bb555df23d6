import { describe, expect, it } from "vitest";
import { renderDispatch } from "../document/render-dispatch.ts";
import { campaignDispatch } from "../letters/campaign-dispatch.ts";
import { campaign, unitNamed } from "../../test/nha-trang.ts";

const unit = unitNamed("Trường Trung học cơ sở Thái Nguyên");
const letter = campaignDispatch(campaign, { unit });

describe("a dispatch as text", () => {
  it("has the letter's words, for a message", () => {
    const text = renderDispatch(letter, { format: "text" });
    expect(text).toContain("Số: 2242/VHTT");
    expect(text).toContain("Kính gửi: Trường Trung học cơ sở Thái Nguyên");
    expect(text).toContain("trước ngày 10/11/2024 để tổng hợp");
    expect(text).toMatch(/KT\. TRƯỞNG PHÒNG\n\nPHÓ TRƯỞNG PHÒNG\n\nVõ Công Hiếu/);
    expect(text).not.toMatch(/[<>]|&\w+;|\*\*/);
  });

  it("marks what is bold and what is a link in Markdown", () => {
    const text = renderDispatch(letter, { format: "markdown" });
    expect(text).toContain("trước ngày **10/11/2024** để tổng hợp");
    expect(text).toContain("<https://docs.google.com/spreadsheets/d/");
    expect(text).toContain("- Lãnh đạo phòng;");
  });

  it("lets no data become a mark", () => {
    const document = {
      template: "own",
      title: "",
      data: { name: "**đậm** [x](javascript:1) <b>\n# tiêu đề", list: "1. một" },
      pictures: {},
    };
    const templates = { own: "<p>{{name}}</p><p>{{list}}</p>" };
    expect(renderDispatch(document, { format: "markdown", templates })).toBe(
      "\\*\\*đậm\\*\\* \\[x\\](javascript:1) \\<b\\> # tiêu đề\n\n1\\. một\n",
    );
  });

  it("gives tables a line for each row", () => {
    const templates = {
      own: '<table widths="1 1"><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2|3</td></tr></table>',
    };
    const document = { template: "own", title: "", data: {}, pictures: {} };
    expect(renderDispatch(document, { format: "markdown", templates })).toBe(
      "| a | b |\n| --- | --- |\n| 1 | 2\\|3 |\n",
    );
    expect(renderDispatch(document, { format: "text", templates })).toBe("a | b\n1 | 2|3\n");
  });
});
