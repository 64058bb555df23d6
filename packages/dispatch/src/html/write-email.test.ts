import { describe, expect, it } from "vitest";
import { documentTree } from "../document/dispatch-document.ts";
import { campaignDispatch } from "../letters/campaign-dispatch.ts";
import { qrPicture } from "../qr/qr-code.ts";
import { campaign } from "../../test/nha-trang.ts";
import { emailPictures, writeEmail } from "./write-email.ts";

const tree = documentTree(campaignDispatch(campaign));
const link = campaign.materials[0]?.link as string;

describe("the HTML of a mail", () => {
  it("shows each picture by the content id of a part the mail carries, with words for who does not see it", () => {
    const html = writeEmail(tree);
    const shown = [...html.matchAll(/<img src="cid:([^"]+)"[^>]* alt="([^"]+)"/g)].map(([, id, alt]) => ({
      id,
      alt,
    }));
    expect(shown).toEqual([{ id: "qr1", alt: `Mã QR dẫn đến ${link}` }]);
    expect(emailPictures(tree).map(({ contentId }) => contentId)).toEqual(["qr1"]);
  });

  it("carries QR codes as PNG", () => {
    const [picture] = emailPictures(tree);
    expect(picture).toMatchObject({ fileName: "qr1.png", contentType: "image/png" });
    expect(picture?.bytes).toEqual(qrPicture(link).png);
  });

  it("gives a picture an id without blanks or marks, and none to pictures it does not show", () => {
    const [block] = tree.blocks.filter(({ kind }) => kind === "picture");
    const picture = { kind: "qr", text: "a", alt: "b" } as const;
    const named = {
      ...tree,
      blocks: [{ ...block, name: "mã 1" } as never],
      pictures: { "mã 1": picture, other: picture },
    };
    expect(emailPictures(named).map(({ contentId }) => contentId)).toEqual(["m_C3_A3_201"]);
    expect(writeEmail(named)).toContain('src="cid:m_C3_A3_201"');
  });
});
