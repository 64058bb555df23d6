import { checkPublished, eventsOf, verifyLedger } from "@chiendich/core";
import type { Command } from "../command.ts";
import { withLedger } from "../workspace/campaign-ledger.ts";
import { inCampaign } from "../workspace/command-context.ts";
import { listPublished, readPublished } from "../workspace/published.ts";

/** Whether the ledger and what was published are still what they were. */
export const verify: Command = {
  name: "verify",
  summary: {
    vi: "kiểm tra sổ ghi và các bản tổng hợp đã chốt có bị thay đổi không",
    en: "check that the ledger and the published roll-ups are unchanged",
  },
  example: "chiendich verify",
  changes: false,
  run: (context) =>
    inCampaign(context, async ({ folder, issues }) => {
      const { verification, events } = await withLedger(folder, context.io, async (ledger) => {
        return { verification: await verifyLedger(ledger), events: eventsOf(await ledger.read()) };
      });
      const published = await Promise.all(
        (await listPublished(folder)).map((id) => readPublished(folder, id)),
      );
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
    }),
};
