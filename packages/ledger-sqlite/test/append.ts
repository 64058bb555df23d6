import { LedgerError } from "@chiendich/core";
import { openLedger } from "../src/index.ts";

/** Appends one event after the other to a ledger, then prints what stopped it: for tests that limit this process. */
const [path = "", count = "1"] = process.argv.slice(2);
const now = () => "2024-11-08T09:00:00+07:00";
let acknowledged = 0;
try {
  const ledger = openLedger(path, { now });
  for (; acknowledged < Number(count); acknowledged += 1) {
    const text = "x".repeat(500);
    const event = {
      type: "name_decided",
      at: now(),
      actor: "Văn phòng",
      text,
      unitId: "p",
      reason: "r",
    } as const;
    await ledger.append([event]);
  }
  console.log(`nothing stopped it after ${acknowledged}`);
} catch (error) {
  const name = error instanceof LedgerError ? error.code : String(error);
  console.log(acknowledged === 0 ? name : `${name} after ${acknowledged}`);
}
