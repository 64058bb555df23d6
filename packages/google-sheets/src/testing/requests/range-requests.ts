import type { sheets_v4 } from "@googleapis/sheets";
import { invalid, protectedCell } from "../api-error.ts";
import { parseFieldMask } from "../field-mask.ts";
import { readGridRange, sheetById, writeGridRange } from "../sheet-range.ts";
import type {
  ConditionalFormatState,
  ProtectedRangeState,
  SheetState,
  SpreadsheetState,
} from "../spreadsheet-state.ts";
import { viewProtectedRange } from "../spreadsheet-view.ts";
import { takeId, type RequestHandlers } from "./batch.ts";

/** Requests about what is laid over a range: protection, names, conditional formats, filters. */
export const rangeRequests: RequestHandlers = {
  addProtectedRange({ protectedRange = {} }, { state, mayEdit }) {
    const sheet = sheetById(state, protectedRange.range?.sheetId);
    const id = protectedRange.protectedRangeId ?? takeId(state);
    if (findProtected(state, id)) throw invalid(`A protected range with ID ${id} already exists.`);
    const one = readProtectedRange(protectedRange, sheet, id);
    sheet.protectedRanges.push(one);
    return { addProtectedRange: { protectedRange: viewProtectedRange(one, sheet, mayEdit(one)) } };
  },

  updateProtectedRange({ protectedRange = {}, fields }, { state, mayEdit }) {
    const found = requireProtected(state, protectedRange.protectedRangeId);
    if (!mayEdit(found.one)) throw protectedCell();
    const mask = parseFieldMask(fields ?? "");
    const wants = (field: string) => mask === null || field in mask;
    const sheet = wants("range") ? sheetById(state, protectedRange.range?.sheetId) : found.sheet;
    const patched = readProtectedRange(protectedRange, sheet, found.one.id);
    const updated: ProtectedRangeState = {
      ...found.one,
      ...(wants("range") && { range: patched.range }),
      ...(wants("description") && { description: patched.description }),
      ...(wants("warningOnly") && { warningOnly: patched.warningOnly }),
      ...(wants("unprotectedRanges") && { unprotected: patched.unprotected }),
      ...(wants("editors") && { users: patched.users, domainUsersCanEdit: patched.domainUsersCanEdit }),
    };
    found.sheet.protectedRanges = found.sheet.protectedRanges.filter((one) => one !== found.one);
    sheet.protectedRanges.push(updated);
    return {};
  },

  deleteProtectedRange({ protectedRangeId }, { state, mayEdit }) {
    const { sheet, one } = requireProtected(state, protectedRangeId);
    if (!mayEdit(one)) throw protectedCell();
    sheet.protectedRanges = sheet.protectedRanges.filter((other) => other !== one);
    return {};
  },

  addNamedRange({ namedRange = {} }, { state }) {
    const sheet = sheetById(state, namedRange.range?.sheetId);
    const id = namedRange.namedRangeId ?? String(takeId(state));
    if (state.namedRanges.some((one) => one.id === id))
      throw invalid(`A named range with ID ${id} already exists.`);
    const name = readName(namedRange.name, state, id);
    const one = { id, name, sheetId: sheet.id, range: readGridRange(namedRange.range ?? {}, sheet) };
    state.namedRanges.push(one);
    return {
      addNamedRange: { namedRange: { namedRangeId: id, name, range: writeGridRange(one.range, sheet.id) } },
    };
  },

  updateNamedRange({ namedRange = {}, fields }, { state }) {
    const before = state.namedRanges.find((one) => one.id === namedRange.namedRangeId);
    if (!before) throw invalid(`No named range with id: ${namedRange.namedRangeId}`);
    const mask = parseFieldMask(fields ?? "");
    const sheet = sheetById(state, namedRange.range?.sheetId ?? before.sheetId);
    const after = {
      ...before,
      ...((mask === null || "name" in mask) && { name: readName(namedRange.name, state, before.id) }),
      ...((mask === null || "range" in mask) && {
        sheetId: sheet.id,
        range: readGridRange(namedRange.range ?? {}, sheet),
      }),
    };
    state.namedRanges = state.namedRanges.map((one) => (one === before ? after : one));
    return {};
  },

  deleteNamedRange({ namedRangeId }, { state }) {
    if (!state.namedRanges.some((one) => one.id === namedRangeId)) {
      throw invalid(`No named range with id: ${namedRangeId}`);
    }
    state.namedRanges = state.namedRanges.filter((one) => one.id !== namedRangeId);
    return {};
  },

  addConditionalFormatRule({ rule = {}, index }, { state }) {
    const sheet = sheetById(state, rule.ranges?.[0]?.sheetId);
    sheet.conditionalFormats.splice(index ?? 0, 0, readRule(rule, sheet));
    return {};
  },

  updateConditionalFormatRule({ rule, index, newIndex, sheetId }, { state }) {
    const sheet = sheetById(state, rule?.ranges?.[0]?.sheetId ?? sheetId);
    const before = sheet.conditionalFormats[index ?? 0];
    if (!before) throw invalid(`No conditional format on sheet: ${sheet.id} at index: ${index ?? 0}`);
    const after = rule ? readRule(rule, sheet) : before;
    sheet.conditionalFormats.splice(index ?? 0, 1);
    sheet.conditionalFormats.splice(newIndex ?? index ?? 0, 0, after);
    return {};
  },

  deleteConditionalFormatRule({ sheetId, index }, { state }) {
    const sheet = sheetById(state, sheetId);
    const [removed] = sheet.conditionalFormats.splice(index ?? 0, 1);
    if (!removed) throw invalid(`No conditional format on sheet: ${sheet.id} at index: ${index ?? 0}`);
    return {
      deleteConditionalFormatRule: {
        rule: { ranges: removed.ranges.map((one) => writeGridRange(one, sheet.id)), ...removed.rule },
      },
    };
  },

  setBasicFilter({ filter = {} }, { state }) {
    const sheet = sheetById(state, filter.range?.sheetId);
    sheet.filter = readGridRange(filter.range ?? {}, sheet);
    return {};
  },

  clearBasicFilter({ sheetId }, { state }) {
    sheetById(state, sheetId).filter = null;
    return {};
  },
};

function readProtectedRange(
  one: sheets_v4.Schema$ProtectedRange,
  sheet: SheetState,
  id: number,
): ProtectedRangeState {
  return {
    id,
    range: readGridRange(one.range ?? {}, sheet),
    unprotected: (one.unprotectedRanges ?? []).map((range) => readGridRange(range, sheet)),
    description: one.description ?? "",
    warningOnly: one.warningOnly ?? false,
    users: one.editors?.users ?? [],
    domainUsersCanEdit: one.editors?.domainUsersCanEdit ?? false,
  };
}

function findProtected(state: SpreadsheetState, id: number | null | undefined) {
  for (const sheet of state.sheets) {
    const one = sheet.protectedRanges.find((range) => range.id === id);
    if (one) return { sheet, one };
  }
  return null;
}

function requireProtected(state: SpreadsheetState, id: number | null | undefined) {
  const found = findProtected(state, id);
  if (!found) throw invalid(`No protected range with id: ${id}`);
  return found;
}

function readName(name: string | null | undefined, state: SpreadsheetState, id: string): string {
  // Letters, digits and underscores, not a cell's address (documented for the menu; the API agrees in use).
  if (
    !name ||
    !/^[A-Za-z_]\w{0,249}$/.test(name) ||
    /^([A-Za-z]{1,3}\d+|true|false|[rR]\d*[cC]\d*)$/.test(name)
  ) {
    throw invalid(`The name ${name ?? ""} is not valid for a named range.`);
  }
  if (state.namedRanges.some((one) => one.id !== id && one.name.toLowerCase() === name.toLowerCase())) {
    throw invalid(`A named range with the name ${name} already exists.`);
  }
  return name;
}

function readRule(rule: sheets_v4.Schema$ConditionalFormatRule, sheet: SheetState): ConditionalFormatState {
  const { ranges = [], ...rest } = rule;
  if (ranges.length === 0) throw invalid("ConditionalFormatRule.ranges must not be empty");
  if (!rest.booleanRule && !rest.gradientRule)
    throw invalid("ConditionalFormatRule needs a booleanRule or gradientRule");
  return { ranges: ranges.map((range) => readGridRange(range, sheet)), rule: rest };
}
