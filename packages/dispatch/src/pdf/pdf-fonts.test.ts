import { describe, expect, it } from "vitest";
import { zlibSync } from "fflate";
import { renderDispatch } from "../document/render-dispatch.ts";
import { campaignDispatch } from "../letters/campaign-dispatch.ts";
import { typstEngine } from "../node/typst-engine.ts";
import { campaign } from "../../test/nha-trang.ts";
import { tinos } from "../../test/tinos.ts";
import { checkPdfFonts } from "./pdf-fonts.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("the fonts of a PDF", () => {
  it("are those of the decree in a letter set with Tinos", async () => {
    const engine = await typstEngine({ fonts: tinos });
    const pdf = await renderDispatch(campaignDispatch(campaign), { format: "pdf", engine });
    expect(checkPdfFonts(pdf)).toEqual([]);
  });

  it("are told when another was taken, also from objects packed together", () => {
    const packed = zlibSync(bytes("1 0 <</Type/Font/BaseFont/ABCDEF+DejaVuSerif>>"));
    const pdf = new Uint8Array([
      ...bytes(
        "%PDF-1.7\n<</Type/Font/BaseFont/AAAAAA+TimesNewRomanPS-BoldMT>>\n<</Type/ObjStm/N 1>>\nstream\n",
      ),
      ...packed,
      ...bytes("\nendstream"),
    ]);
    expect(checkPdfFonts(pdf, { source: "a.pdf" })).toMatchObject([
      { code: "dispatch_font_substituted", severity: "warning", params: { fonts: "DejaVuSerif" } },
    ]);
  });
});
