import { parseArgs } from "node:util";
import {
  createLocalSheets,
  listen,
  localToken,
  randomFaults,
  type SortBehaviour,
} from "@chiendich/google-sheets/testing";

const help = `Google Sheets on this machine: no network, no account, everything gone when it stops.

  pnpm sheets-emulator [--port 8787] [--quotas] [--faults 0.05] [--sort metadataMoves|metadataStays]

  --quotas   count 60 reads and 60 writes a minute for each account, 300 for all, and answer 429 past that
  --faults   let each kind of failure happen to so many of the requests, 0 to 1
  --sort     what sorting does to a row's developer metadata; Google does not say (metadataMoves)
`;

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "8787" },
    quotas: { type: "boolean", default: false },
    faults: { type: "string", default: "0" },
    sort: { type: "string", default: "metadataMoves" },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  process.stdout.write(help);
  process.exit(0);
}
const rate = Number(values.faults);
const port = Number(values.port);
if (!(rate >= 0 && rate <= 1) || !Number.isInteger(port) || !/^metadata(Moves|Stays)$/.test(values.sort)) {
  process.stderr.write(help);
  process.exit(2);
}

const owner = "office@example.org";
const local = createLocalSheets({
  clock: Date.now,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  quotas: values.quotas ? { perUser: 60, perProject: 300 } : null,
  faults: rate > 0 ? randomFaults(rate, Math.random) : null,
  sort: values.sort as SortBehaviour,
});
const id = local.createSpreadsheet("Bảng tính thử", owner);
const server = await listen(local, port);
process.stdout.write(`Google Sheets API v4 (local)  ${server.url}
account                       ${owner}
token                         ${localToken(owner)}
a blank spreadsheet           ${id}

createSheetsClient({ baseUrl: "${server.url}", token: async () => "${localToken(owner)}", … })
sheets({ version: "v4", rootUrl: "${server.url}/", auth })
Ctrl+C stops it.
`);
process.once("SIGINT", () => void server.close().then(() => process.exit(0)));
process.once("SIGTERM", () => void server.close().then(() => process.exit(0)));
