import { describe, expect, it } from "vitest";
import { actor, field, on, report } from "../../test/rollout.ts";
import type { Field } from "../report-schema/report-schema.ts";
import {
  applyPurge,
  keptApart,
  maskContact,
  memoryContactStore,
  planPurge,
  purgeOn,
  readContacts,
  separateContacts,
} from "./contact.ts";
import { memoryLedger } from "./memory-ledger.ts";

const personal = { kind: "text", maxLength: 80, personal: true, aggregator: "none" } as Partial<Field>;
const schema = { fields: [field("people"), field("contactName", personal), field("contactPhone", personal)] };
const given = report("p-an", { people: 5, contactName: { value: "Người Liên Hệ" }, contactPhone: "missing" });
const typed = {
  ...given,
  answers: {
    ...given.answers,
    contactName: { ...given.answers["contactName"]!, raw: "ông Người Liên Hệ", rule: "trim" },
  },
} as typeof given;

describe("the contacts of a report", () => {
  it("leave the report, what the cell said included, and blanks stay blank", () => {
    const { report: rest, contacts } = separateContacts(typed, schema);
    expect(contacts).toEqual([
      { unitId: "p-an", reportId: "p-an-1", field: "contactName", value: "Người Liên Hệ" },
    ]);
    expect(rest.answers["contactName"]).toEqual({ state: "value", value: keptApart, cell: "C6" });
    expect(rest.answers["contactPhone"]).toEqual(given.answers["contactPhone"]);
    expect(JSON.stringify(rest)).not.toContain("Liên Hệ");
  });

  it("change nothing in a report that has none", () => {
    const none = report("p-an", { people: 5 });
    expect(separateContacts(none, schema).report).toBe(none);
  });

  it("are read only with a note of who looked and for what", async () => {
    const store = memoryContactStore();
    const ledger = memoryLedger({ now: () => on(9) });
    await store.put(separateContacts(typed, schema).contacts);
    const reason = "đôn đốc báo cáo";
    expect(await readContacts(store, ledger, { unitIds: ["p-an"], at: on(9), actor, reason })).toHaveLength(
      1,
    );
    const [note] = await ledger.read();
    expect(note?.event).toEqual({ type: "contacts_read", at: on(9), actor, unitIds: ["p-an"], reason });
    await expect(readContacts(store, ledger, { unitIds: [], at: on(9), actor, reason: "" })).rejects.toThrow(
      TypeError,
    );
  });
});

describe("the retention of contacts", () => {
  const retention = { closedOn: "2024-11-20", keepDays: 30 };
  const plan = (today: string, store = memoryContactStore()) =>
    planPurge(store, retention, { today, at: on(30), actor });

  it("ends the given number of days after the campaign was closed", async () => {
    const store = memoryContactStore();
    await store.put(separateContacts(typed, schema).contacts);
    expect(purgeOn(retention)).toBe("2024-12-21");
    expect(await plan("2024-12-20", store)).toBeNull();
    expect(await plan("2024-12-21", store)).toMatchObject({ type: "contacts_purged", unitIds: ["p-an"] });
  });

  it("deletes and says so in the ledger, and then has nothing more to do", async () => {
    const store = memoryContactStore();
    const ledger = memoryLedger({ now: () => on(30) });
    await store.put(separateContacts(typed, schema).contacts);
    const purge = await plan("2025-01-01", store);
    await applyPurge(store, ledger, purge!);
    expect(await store.get(["p-an"])).toEqual([]);
    expect((await ledger.read()).map(({ event }) => event)).toEqual([purge]);
    expect(await plan("2025-01-01", store)).toBeNull();
  });
});

describe("a contact in a log", () => {
  it.each([
    ["0900000078", "09xx xxx x78"], // as the facts show it
    ["0900 000 078", "09xx xxx x78"], // whatever the spacing
    ["+84 900 000 078", "84xx xxx xx78"], // with the country's code
    ["mot.nguoi@example.vn", "m***@example.vn"],
    ["Người Liên Hệ", "N. L. H."],
    ["", ""],
  ])("%s reads %s", (value, masked) => expect(maskContact(value)).toBe(masked));
});
