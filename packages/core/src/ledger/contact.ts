import type { ReportSchema } from "../report-schema/report-schema.ts";
import type { Answer, Report } from "../report/report.ts";
import { addDays, type CalendarDate } from "../time/calendar-date.ts";
import type { Instant } from "../time/instant.ts";
import type { EventOf } from "./event.ts";
import type { Ledger } from "./ledger.ts";

/**
 * Names, phones and posts of the people who report: kept apart from reports, so that ledgers, figures
 * and packages for the level above never hold them, and they can be deleted when their purpose is over
 * (Luật 91/2025/QH15, Điều 3: only as long as the purpose needs; secondary source, medium confidence).
 */
export interface Contact {
  readonly unitId: string;
  readonly reportId: string;
  /** The field of the report schema it answered. */
  readonly field: string;
  readonly value: string;
}

/** Where contacts are kept. Read it through `readContacts`, which leaves a note of who looked and for what. */
export interface ContactStore {
  /** Keeps them; a contact of the same unit, report and field takes the place of the older one. */
  put(contacts: readonly Contact[]): Promise<void>;
  /** In order of unit, report and field. */
  get(unitIds: readonly string[]): Promise<readonly Contact[]>;
  /** The units of which anything is kept, sorted. */
  unitIds(): Promise<readonly string[]>;
  /** Deletes for good: afterwards the text is nowhere in what the store has written. */
  delete(unitIds: readonly string[]): Promise<void>;
}

/** What stands in a report for an answer that is kept apart. */
export const keptApart = "[lưu riêng]";

/** The report without personal answers, and those answers as contacts. Blank ones stay what they are. */
export function separateContacts(
  report: Report,
  { fields }: Pick<ReportSchema, "fields">,
): { readonly report: Report; readonly contacts: readonly Contact[] } {
  const contacts: Contact[] = [];
  const answers: Record<string, Answer> = { ...report.answers };
  for (const { id: field, personal } of fields) {
    const answer = answers[field];
    if (!personal || answer?.state !== "value") continue;
    const { unitId, id: reportId } = report;
    contacts.push({ unitId, reportId, field, value: String(answer.value) });
    // Not what the cell said either: it holds the same name or number.
    answers[field] = { state: "value", value: keptApart, ...(answer.cell && { cell: answer.cell }) };
  }
  return contacts.length === 0 ? { report, contacts } : { report: { ...report, answers }, contacts };
}

/** Contacts, after the ledger has noted who reads them and for what purpose. */
export async function readContacts(
  store: ContactStore,
  ledger: Ledger,
  {
    unitIds,
    at,
    actor,
    reason,
  }: {
    readonly unitIds: readonly string[];
    readonly at: Instant;
    readonly actor: string;
    readonly reason: string;
  },
): Promise<readonly Contact[]> {
  await ledger.append([{ type: "contacts_read", at, actor, unitIds, reason }]);
  return store.get(unitIds);
}

/** How long contacts are kept after a campaign was closed. */
export interface Retention {
  readonly closedOn: CalendarDate;
  readonly keepDays: number;
}

/** The first day on which contacts are to be deleted. */
export function purgeOn({ closedOn, keepDays }: Retention): CalendarDate {
  return addDays(closedOn, keepDays + 1);
}

/**
 * What is to be deleted today, as the event that will record it; `null` when nothing is due or left.
 * Applying it is `applyPurge`.
 */
export async function planPurge(
  store: ContactStore,
  retention: Retention,
  { today, at, actor }: { readonly today: CalendarDate; readonly at: Instant; readonly actor: string },
): Promise<EventOf<"contacts_purged"> | null> {
  if (today < purgeOn(retention)) return null;
  const unitIds = await store.unitIds();
  if (unitIds.length === 0) return null;
  const { closedOn, keepDays } = retention;
  const reason = `hết thời hạn lưu giữ: ${keepDays} ngày kể từ khi kết thúc chiến dịch (${closedOn})`;
  return { type: "contacts_purged", at, actor, unitIds, reason };
}

/** Deletes, then records it: killed in between, the next run plans the rest again. */
export async function applyPurge(
  store: ContactStore,
  ledger: Ledger,
  purge: EventOf<"contacts_purged">,
): Promise<void> {
  await store.delete(purge.unitIds);
  await ledger.append([purge]);
}

/** A contact for logs: `0912 345 678` → `09xx xxx x78`, `a.b@c.vn` → `a***@c.vn`, a name → its initials. */
export function maskContact(value: string): string {
  const text = value.trim();
  const at = text.indexOf("@");
  if (at > 0) return `${text.slice(0, 1)}***${text.slice(at)}`;
  const digits = text.replace(/\D/g, "");
  if (digits.length >= 6) {
    const hidden = [...digits].map((digit, index) => (index < 2 || index >= digits.length - 2 ? digit : "x"));
    return hidden.join("").replace(/^(.{4})(.{3})(.*)$/, "$1 $2 $3");
  }
  return text
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word) => `${[...word][0]}.`)
    .join(" ");
}

/** Contacts kept in memory, for tests. */
export function memoryContactStore(): ContactStore {
  let kept: readonly Contact[] = [];
  const key = ({ unitId, reportId, field }: Contact) => JSON.stringify([unitId, reportId, field]);
  return {
    put: async (contacts) => {
      const keys = new Set(contacts.map(key));
      kept = [...kept.filter((one) => !keys.has(key(one))), ...contacts].sort((a, b) =>
        key(a) < key(b) ? -1 : 1,
      );
    },
    get: async (unitIds) => kept.filter(({ unitId }) => unitIds.includes(unitId)),
    unitIds: async () => [...new Set(kept.map(({ unitId }) => unitId))],
    delete: async (unitIds) => {
      kept = kept.filter(({ unitId }) => !unitIds.includes(unitId));
    },
  };
}
