import { hashOf, type CampaignEvent } from "@chiendich/core";
import { openLedger } from "../src/index.ts";

/**
 * Takes in returns one after the other until it is killed: for each, what was received and what was
 * accepted, in one batch. Started again it goes on with the first that the ledger does not have.
 * Prints `ready`, then a line for each batch that was acknowledged.
 */
const [path = ""] = process.argv.slice(2);
const at = "2024-11-08T09:00:00+07:00";
const actor = "Phòng Văn hóa và Thông tin";

function arrival(number: number): readonly CampaignEvent[] {
  const source = `don-vi-${number}.xlsx`;
  const sha256 = hashOf(source);
  return [
    { type: "return_received", at, actor, sha256, source, evidence: "file" },
    {
      type: "report_accepted",
      at,
      actor,
      receivedAt: at,
      report: {
        id: sha256.slice(0, 16),
        campaignId: "lua-dao-2024",
        roundId: "r1",
        unitId: `don-vi-${number}`,
        schemaVersion: 1,
        submission: "normal",
        nil: false,
        dataAsOf: "2024-11-08",
        answers: { people: { state: "value", value: number, cell: "C5" } },
        origin: { source, sha256, sheet: "Báo cáo", identifiedBy: "form" },
      },
    },
  ];
}

const ledger = openLedger(path, { now: () => at });
process.stdout.write("ready\n");
for (;;) {
  const { position } = await ledger.head();
  const number = position / 2 + 1;
  await ledger.append(arrival(number), { after: position });
  process.stdout.write(`${number}\n`);
}
