import { join } from "node:path";
import { separateContacts, type Contact, type Reading, type ReportSchema } from "@chiendich/core";
import { openContacts } from "@chiendich/ledger-sqlite";
import { files } from "./workspace.ts";

/**
 * The reading without personal answers, and those answers: they are kept in a file of their own and
 * never reach the ledger, where nothing can be deleted.
 */
export function withoutContacts(
  reading: Reading,
  schema: ReportSchema,
): { readonly reading: Reading; readonly contacts: readonly Contact[] } {
  const contacts: Contact[] = [];
  const verdicts = reading.verdicts.map((verdict) => {
    if (verdict.outcome === "rejected") return verdict;
    const apart = separateContacts(verdict.report, schema);
    contacts.push(...apart.contacts);
    return { ...verdict, report: apart.report };
  });
  return { reading: { ...reading, verdicts }, contacts };
}

/** Keeps contacts beside the ledger; without any, no file is made. */
export async function keepContacts(folder: string, contacts: readonly Contact[]): Promise<void> {
  if (contacts.length === 0) return;
  const store = openContacts(join(folder, files.contacts));
  try {
    await store.put(contacts);
  } finally {
    await store.close();
  }
}
