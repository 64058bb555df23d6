import type { Instant, Parsed, Sheet, SheetSource } from "@chiendich/core";

/** Ending of the name of a kept snapshot. */
export const snapshotExtension = ".gsheet";

interface Snapshot {
  readonly name: string;
  readonly at: Instant | null;
  readonly capabilities: SheetSource["capabilities"];
  readonly sheets: readonly Sheet[];
  readonly names: Readonly<Record<string, string>>;
}

/**
 * What was read of a Google Sheet, as bytes to be kept like a file that came in: a spreadsheet goes
 * on changing, and a figure must lead to what stood in it.
 *
 * @param at part of the bytes when given, so that rows put back to what they were are a new return
 */
export async function printSnapshot(source: SheetSource, at: Instant | null): Promise<Uint8Array> {
  const sheets: Sheet[] = [];
  for (const { name } of await source.listSheets()) sheets.push(await source.readSheet(name));
  const { name, capabilities } = source;
  const snapshot: Snapshot = { name, at, capabilities, sheets, names: await source.readNames() };
  return new TextEncoder().encode(JSON.stringify(snapshot));
}

/** A kept snapshot as a source. Its bytes are our own, verified by their hash; nobody else writes them. */
export async function openSnapshot(bytes: Uint8Array): Promise<Parsed<SheetSource>> {
  const { name, capabilities, sheets, names } = JSON.parse(
    new TextDecoder().decode(bytes),
    // Holes in rows became null.
    (_, value: unknown) => (Array.isArray(value) ? value.map((one: unknown) => one ?? undefined) : value),
  ) as Snapshot;
  const find = (wanted: string): Sheet => {
    const sheet = sheets.find((one) => one.name === wanted);
    if (!sheet) throw new RangeError(`no sheet “${wanted}” in the snapshot of ${name}`);
    return sheet;
  };
  const source: SheetSource = {
    name,
    capabilities,
    listSheets: async () => sheets.map((sheet) => ({ name: sheet.name, visibility: sheet.visibility })),
    readSheet: async (wanted) => find(wanted),
    async *streamRows(wanted) {
      yield* find(wanted).rows;
    },
    readNames: async () => names,
  };
  return { value: source, issues: [] };
}
