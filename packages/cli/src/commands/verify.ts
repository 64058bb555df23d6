import { checkPublished, eventsOf, verifyLedger } from "@chiendich/core";
import type { Command, CommandContext, Outcome } from "../command.ts";
import { resolve } from "node:path";
import { withLedger } from "../workspace/campaign-ledger.ts";
import { inCampaign, inWorkspace } from "../workspace/command-context.ts";
import { officeVerifier } from "../workspace/office-keys.ts";
import { checkpointFile } from "../workspace/published-data.ts";
import { listPublished, readCheckpoints, readPublished } from "../workspace/published.ts";
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
  options: [
    {
      flags: "--checkpoint <file>",
      summary: {
        vi: `mốc sổ ghi đã lưu ở nơi khác (${checkpointFile}), đối chiếu thêm với các mốc trong out/bao-cao`,
        en: `a checkpoint kept elsewhere (${checkpointFile}), compared besides those in out/bao-cao`,
      },
    },
  ],
  changes: false,
  run: (context, { arguments: [text], options }) =>
    text === undefined
      ? verifyRecords(
          context,
          typeof options["checkpoint"] === "string"
            ? resolve(context.io.folder, options["checkpoint"])
            : null,
        )
      : inWorkspace(context, (workspace) => verifyLetter(context, workspace, text)),
};

function verifyRecords(context: CommandContext, elsewhere: string | null): Promise<Outcome> {
  return inCampaign(context, async ({ folder, issues }) => {
    const checkpoints = await readCheckpoints(folder, elsewhere);
    const verifier = await officeVerifier(folder);
    const { verification, events } = await withLedger(folder, context.io, async (ledger) => ({
      verification: await verifyLedger(ledger, { checkpoints, verifier }),
      events: eventsOf(await ledger.read()),
    }));
    const published = await Promise.all((await listPublished(folder)).map((id) => readPublished(folder, id)));
    const found = [...verification.issues, ...published.flatMap((one) => checkPublished(one, events))];
    const text =
      context.language === "vi"
        ? `${events.length} sự kiện trong sổ ghi, ${published.length} bản tổng hợp: ${found.length === 0 ? "nguyên vẹn" : `${found.length} sai khác`}.\n`
        : `${events.length} events, ${published.length} roll-ups: ${found.length === 0 ? "intact" : `${found.length} differences`}.\n`;
    const data = {
      events: events.length,
      checkpoints: checkpoints.length,
      published: published.map(({ id, sha256 }) => ({ id, sha256 })),
      intact: found.length === 0,
    };
    return { data, text, issues: [...issues, ...found] };
  });
}
