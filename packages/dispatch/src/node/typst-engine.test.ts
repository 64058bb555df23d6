import { describe, expect, it } from "vitest";
import { renderDispatch } from "../document/render-dispatch.ts";
import { tinos } from "../../test/tinos.ts";
import { campaignDispatch } from "../letters/campaign-dispatch.ts";
import { PdfEngineError } from "../pdf/pdf-engine.ts";
import { campaign } from "../../test/nha-trang.ts";
import { typstEngine } from "./typst-engine.ts";

const engine = await typstEngine({ fonts: tinos });

describe("a PDF by Typst", () => {
  it("has the letter's two pages", async () => {
    const pdf = Buffer.from(await renderDispatch(campaignDispatch(campaign), { format: "pdf", engine }));
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(/\/Type\s*\/Pages[^>]*\/Count 2/.test(pdf.toString("latin1"))).toBe(true);
  });

  it("lets no data become markup or code", async () => {
    const document = {
      template: "own",
      title: '"#sys.version\\',
      data: { name: '"] #eval("1") \\" #panic() $x$ //' },
      pictures: {},
    };
    const templates = { own: "<p>{{name}}</p>" };
    await expect(renderDispatch(document, { format: "pdf", engine, templates })).resolves.toBeInstanceOf(
      Uint8Array,
    );
  });

  it("is refused with a code when Typst cannot set it", async () => {
    if (engine.input !== "typst") throw new Error("not Typst");
    await expect(engine.toPdf("#panic()")).rejects.toThrow(PdfEngineError);
  });
});
