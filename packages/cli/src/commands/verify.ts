import { checkPublished, eventsOf, verifyLedger } from "@chiendich/core";
import type { Command, CommandContext, Outcome } from "../command.ts";
import { withLedger } from "../workspace/campaign-ledger.ts";
import { inCampaign, inWorkspace } from "../workspace/command-context.ts";
import { listPublished, readPublished } from "../workspace/published.ts";
import { verifyLetter } from "../workspace/verify-letter.ts";

/** Whether the ledger and what was published are still what they were, or whether a letter is this office's. */
export const verify: Command = {
  name: "verify",
  summary: {
    vi: "kiểm tra sổ ghi và các bản tổng hợp đã chốt có bị thay đổi không; hoặc kiểm tra một công văn thật hay giả theo nội dung mã QR",
    en: "check that the ledger and the published roll-ups are unchanged; or, by the text of its QR code, whether a dispatch is genuine",
  },
  example: 'chiendich verify "https://…/?vb=1.2026-3f9a…"',
  arguments: [
    {
      name: "text",
      summary: { vi: "nội dung mã QR trên công văn", en: "text of the QR code of a dispatch" },
      required: false,
    },
  ],
  changes: false,
  run: (context, { arguments: [text] }) =>
    text === undefined
      ? verifyRecords(context)
      : inWorkspace(context, (workspace) => verifyLetter(context, workspace, text)),
};

function verifyRecords(context: CommandContext): Promise<Outcome> {
  return inCampaign(context, async ({ folder, issues }) => {
    const { verification, events } = await withLedger(folder, context.io, async (ledger) => {
      return { verification: await verifyLedger(ledger), events: eventsOf(await ledger.read()) };
    });
    const published = await Promise.all((await listPublished(folder)).map((id) => readPublished(folder, id)));
    const found = [...verification.issues, ...published.flatMap((one) => checkPublished(one, events))];
    const text =
      context.language === "vi"
        ? `${events.length} sự kiện trong sổ ghi, ${published.length} bản tổng hợp: ${found.length === 0 ? "nguyên vẹn" : `${found.length} sai khác`}.\n`
        : `${events.length} events, ${published.length} roll-ups: ${found.length === 0 ? "intact" : `${found.length} differences`}.\n`;
    const data = {
      events: events.length,
      published: published.map(({ id, sha256 }) => ({ id, sha256 })),
      intact: found.length === 0,
    };
    return { data, text, issues: [...issues, ...found] };
  });
}
