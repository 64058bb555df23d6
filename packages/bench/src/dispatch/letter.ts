import { readFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import {
  campaignDispatch,
  campaignRecipients,
  renderDispatch,
  type DispatchDocument,
  type LetterRecipient,
} from "@chiendich/dispatch";
import { parseCampaign, type Campaign, type RecipientUnit } from "@chiendich/core";

/* One letter for all candidates: the dispatch of the example, to so many invented schools. */

const source = readFileSync(
  new URL("../../../../examples/nha-trang-2024/campaign.yaml", import.meta.url),
  "utf8",
);
const parsed = parseCampaign(source, { source: "campaign.yaml" }).value;
if (!parsed) throw new Error("the example's campaign cannot be read");
export const campaign: Campaign = parsed;

/** What differs from letter to letter, for every candidate. */
export interface Varying {
  readonly name: string;
  readonly link: string;
}

export const varying = (index: number): Varying => ({
  name: `Trường Tiểu học số ${index + 1}`,
  link: `https://docs.google.com/spreadsheets/d/1AbCdEfGhIjKlMnOpQrStUvWxYz${String(index).padStart(8, "0")}`,
});

const unitOf = (index: number): RecipientUnit => ({
  id: `truong-${index}`,
  name: varying(index).name,
  aliases: [],
  type: "th",
  groups: ["Trường Tiểu học"],
  parents: {},
  codes: [],
});

export const document: DispatchDocument = campaignDispatch(campaign);

export function* recipients(count: number): Generator<LetterRecipient, void, undefined> {
  for (let index = 0; index < count; index += 1) {
    yield* campaignRecipients(campaign, [unitOf(index)], { reportLink: () => varying(index).link });
  }
}

/** Our own letter with a peer's tags in place of what varies: every candidate writes the same pages. */
export function peerTemplate(tags: Varying): Uint8Array {
  const unit = { ...unitOf(0), name: "TÊN_ĐƠN_VỊ" };
  const link = "https://example.org/DIA_CHI";
  const docx = renderDispatch(campaignDispatch(campaign, { unit, reportLinks: { "ket-qua": link } }), {
    format: "docx",
  });
  const files = unzipSync(docx);
  const xml = strFromU8(files["word/document.xml"] as Uint8Array)
    // The field around the address would hold a second tag; a peer prints the address alone.
    .replace(/<w:fldSimple w:instr="[^"]*DIA_CHI[^"]*">(.*?)<\/w:fldSimple>/, "$1")
    .replaceAll(unit.name, tags.name)
    .replaceAll(link, tags.link);
  return zipSync({ ...files, "word/document.xml": strToU8(xml) });
}
