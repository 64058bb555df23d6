import { appendFileSync } from "node:fs";
import { drainOutbox } from "@chiendich/core";
import { fileOutbox } from "../src/outbox/file-outbox.ts";

/**
 * Drains an outbox the way a sender would, noting each message that went out; dies by SIGKILL at
 * its n-th message, before or after that went out, when told to.
 */
const [path = "", log = "", death = "", deathAt = "0"] = process.argv.slice(2);
let count = 0;
await drainOutbox(fileOutbox(path), {
  send: async ({ id }) => {
    count += 1;
    const dies = count === Number(deathAt);
    if (dies && death === "before") process.kill(process.pid, "SIGKILL");
    appendFileSync(log, `${id}\n`);
    if (dies && death === "after") process.kill(process.pid, "SIGKILL");
    return { kind: "sent" };
  },
  now: () => "2024-11-06T08:00:00+07:00",
  timeZone: "Asia/Ho_Chi_Minh",
});
