import type {
  CellData,
  DeveloperMetadata,
  DimensionProperties,
  GridRange,
  SheetProperties,
} from "../api/wire.ts";

/** A sheet as it came over the wire, put together from its parts. */
export interface RawSheet {
  readonly id: number;
  readonly properties: SheetProperties;
  readonly merges: readonly GridRange[];
  readonly marks: readonly DeveloperMetadata[];
  /** By row from 0, as far as anything was ever put there. */
  readonly rows: readonly (readonly CellData[])[];
  readonly rowLines: readonly DimensionProperties[];
  readonly columnLines: readonly DimensionProperties[];
}

export function markOf(marks: readonly DeveloperMetadata[] | undefined, key: string): string | undefined {
  return marks?.find((one) => one.metadataKey === key)?.metadataValue;
}

/** What a text cell says, as typed; `null` for a blank cell, numbers as the text they have in a list of ids. */
export function cellText(sheet: RawSheet, row: number, column: number): string | null {
  const value = sheet.rows[row]?.[column]?.effectiveValue ?? sheet.rows[row]?.[column]?.userEnteredValue;
  const plain = value?.stringValue ?? value?.numberValue ?? value?.boolValue;
  return plain === undefined || plain === "" ? null : String(plain);
}
