/**
 * The parts of the Sheets API v4 that this package sends and reads, in Google's own words. Checked
 * against the types generated from Google's discovery document in `wire.test-d.ts`; they are not
 * used directly because published types must not need a development dependency.
 */

/** Half-open, from 0; a side that is absent is unbounded. */
export interface GridRange {
  readonly sheetId?: number;
  readonly startRowIndex?: number;
  readonly endRowIndex?: number;
  readonly startColumnIndex?: number;
  readonly endColumnIndex?: number;
}

export type Dimension = "ROWS" | "COLUMNS";

export interface DimensionRange {
  readonly sheetId: number;
  readonly dimension: Dimension;
  readonly startIndex: number;
  readonly endIndex: number;
}

export interface ExtendedValue {
  readonly numberValue?: number;
  readonly stringValue?: string;
  readonly boolValue?: boolean;
  readonly formulaValue?: string;
  readonly errorValue?: { readonly type?: string; readonly message?: string };
}

export interface Color {
  readonly red?: number;
  readonly green?: number;
  readonly blue?: number;
}

export interface NumberFormat {
  readonly type?: string;
  readonly pattern?: string;
}

export interface Border {
  readonly style: string;
}

export interface CellFormat {
  readonly numberFormat?: NumberFormat;
  readonly backgroundColorStyle?: { readonly rgbColor: Color };
  readonly borders?: {
    readonly top: Border;
    readonly bottom: Border;
    readonly left: Border;
    readonly right: Border;
  };
  readonly horizontalAlignment?: "LEFT" | "CENTER" | "RIGHT";
  readonly verticalAlignment?: "TOP" | "MIDDLE" | "BOTTOM";
  readonly wrapStrategy?: "WRAP" | "CLIP" | "OVERFLOW_CELL";
  readonly textFormat?: {
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly fontSize?: number;
    readonly fontFamily?: string;
    readonly foregroundColorStyle?: { readonly rgbColor: Color };
    readonly link?: { readonly uri: string };
  };
}

export interface BooleanCondition {
  readonly type: string;
  readonly values?: readonly { readonly userEnteredValue: string }[];
}

export interface DataValidationRule {
  readonly condition: BooleanCondition;
  readonly inputMessage?: string;
  readonly strict?: boolean;
  readonly showCustomUi?: boolean;
}

export interface CellData {
  readonly userEnteredValue?: ExtendedValue;
  readonly effectiveValue?: ExtendedValue;
  readonly formattedValue?: string;
  readonly userEnteredFormat?: CellFormat;
  readonly effectiveFormat?: CellFormat;
  readonly dataValidation?: DataValidationRule;
  readonly hyperlink?: string;
  readonly note?: string;
}

export interface RowData {
  readonly values?: readonly CellData[];
}

export interface DeveloperMetadata {
  readonly metadataId?: number;
  readonly metadataKey?: string;
  readonly metadataValue?: string;
  readonly visibility?: "DOCUMENT" | "PROJECT";
  readonly location?: {
    readonly spreadsheet?: boolean;
    readonly sheetId?: number;
    readonly dimensionRange?: DimensionRange;
  };
}

export interface DimensionProperties {
  readonly hiddenByUser?: boolean;
  readonly hiddenByFilter?: boolean;
  readonly pixelSize?: number;
  readonly developerMetadata?: readonly DeveloperMetadata[];
}

export interface GridData {
  readonly startRow?: number;
  readonly startColumn?: number;
  readonly rowData?: readonly RowData[];
  readonly rowMetadata?: readonly DimensionProperties[];
  readonly columnMetadata?: readonly DimensionProperties[];
}

export interface SheetProperties {
  readonly sheetId?: number;
  readonly title?: string;
  readonly index?: number;
  readonly sheetType?: string;
  readonly hidden?: boolean;
  readonly gridProperties?: {
    readonly rowCount?: number;
    readonly columnCount?: number;
    readonly frozenRowCount?: number;
    readonly frozenColumnCount?: number;
    readonly hideGridlines?: boolean;
  };
}

export interface ProtectedRange {
  readonly protectedRangeId?: number;
  readonly range?: GridRange;
  readonly description?: string;
  readonly warningOnly?: boolean;
  readonly editors?: { readonly users?: readonly string[]; readonly domainUsersCanEdit?: boolean };
  readonly unprotectedRanges?: readonly GridRange[];
}

export interface ConditionalFormatRule {
  readonly ranges?: readonly GridRange[];
  readonly booleanRule?: { readonly condition: BooleanCondition; readonly format: CellFormat };
}

export interface NamedRange {
  readonly namedRangeId?: string;
  readonly name?: string;
  readonly range?: GridRange;
}

export interface WireSheet {
  readonly properties?: SheetProperties;
  readonly data?: readonly GridData[];
  readonly merges?: readonly GridRange[];
  readonly developerMetadata?: readonly DeveloperMetadata[];
  readonly protectedRanges?: readonly ProtectedRange[];
  readonly conditionalFormats?: readonly ConditionalFormatRule[];
}

export interface WireSpreadsheet {
  readonly spreadsheetId?: string;
  readonly spreadsheetUrl?: string;
  readonly properties?: { readonly title?: string; readonly locale?: string; readonly timeZone?: string };
  readonly sheets?: readonly WireSheet[];
  readonly namedRanges?: readonly NamedRange[];
  readonly developerMetadata?: readonly DeveloperMetadata[];
}

export interface DataFilter {
  readonly developerMetadataLookup?: {
    readonly metadataId?: number;
    readonly metadataKey?: string;
    readonly metadataValue?: string;
  };
  readonly a1Range?: string;
  readonly gridRange?: GridRange;
}

/** One step of a batchUpdate: exactly one key. */
export type WireRequest =
  | {
      readonly updateSpreadsheetProperties: {
        readonly properties: NonNullable<WireSpreadsheet["properties"]>;
        readonly fields: string;
      };
    }
  | { readonly addSheet: { readonly properties: SheetProperties } }
  | { readonly deleteSheet: { readonly sheetId: number } }
  | { readonly updateSheetProperties: { readonly properties: SheetProperties; readonly fields: string } }
  | {
      readonly updateCells: {
        readonly rows: readonly RowData[];
        readonly fields: string;
        readonly range?: GridRange;
        readonly start?: {
          readonly sheetId: number;
          readonly rowIndex: number;
          readonly columnIndex: number;
        };
      };
    }
  | { readonly repeatCell: { readonly range: GridRange; readonly cell: CellData; readonly fields: string } }
  | { readonly mergeCells: { readonly range: GridRange; readonly mergeType: "MERGE_ALL" } }
  | {
      readonly updateDimensionProperties: {
        readonly range: DimensionRange;
        readonly properties: DimensionProperties;
        readonly fields: string;
      };
    }
  | { readonly insertDimension: { readonly range: DimensionRange; readonly inheritFromBefore: boolean } }
  | {
      readonly appendDimension: {
        readonly sheetId: number;
        readonly dimension: Dimension;
        readonly length: number;
      };
    }
  | { readonly setDataValidation: { readonly range: GridRange; readonly rule?: DataValidationRule } }
  | { readonly addConditionalFormatRule: { readonly rule: ConditionalFormatRule; readonly index: number } }
  | { readonly deleteConditionalFormatRule: { readonly sheetId: number; readonly index: number } }
  | { readonly addProtectedRange: { readonly protectedRange: ProtectedRange } }
  | { readonly updateProtectedRange: { readonly protectedRange: ProtectedRange; readonly fields: string } }
  | { readonly deleteProtectedRange: { readonly protectedRangeId: number } }
  | { readonly addNamedRange: { readonly namedRange: NamedRange } }
  | { readonly updateNamedRange: { readonly namedRange: NamedRange; readonly fields: string } }
  | { readonly setBasicFilter: { readonly filter: { readonly range: GridRange } } }
  | { readonly createDeveloperMetadata: { readonly developerMetadata: DeveloperMetadata } }
  | { readonly deleteDeveloperMetadata: { readonly dataFilter: DataFilter } };

export interface BatchUpdateReply {
  readonly spreadsheetId?: string;
  readonly replies?: readonly object[];
}

/** A column or row of values by what is marked on it; `null` leaves a cell as it is. */
export interface FilteredValues {
  readonly dataFilter: DataFilter;
  readonly majorDimension: Dimension;
  readonly values: readonly (readonly (string | number | boolean | null)[])[];
}
