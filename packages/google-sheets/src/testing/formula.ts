import type { sheets_v4 } from "@googleapis/sheets";
import { columnIndex } from "@chiendich/core";
import { cellOf, type SheetState, type SpreadsheetState } from "./spreadsheet-state.ts";

export type Computed = number | string | boolean | null | FormulaError;

/** An error as a value, in Google's names. */
export interface FormulaError {
  readonly type: string;
  readonly text: string;
  readonly message: string;
}

const failure = (type: string, text: string, message: string): FormulaError => ({ type, text, message });
const errors = {
  zero: failure("DIVIDE_BY_ZERO", "#DIV/0!", "Function DIVIDE parameter 2 cannot be zero."),
  value: failure("VALUE", "#VALUE!", "The value is of the wrong type."),
  reference: failure("REF", "#REF!", "Reference does not exist."),
  name: failure("NAME", "#NAME?", "Unknown function or name."),
  syntax: failure("ERROR", "#ERROR!", "Formula parse error."),
  circular: failure("REF", "#REF!", "Circular dependency detected."),
};

export const isFormulaError = (value: unknown): value is FormulaError =>
  typeof value === "object" && value !== null && "type" in value;

/** Computes cells of one spreadsheet, each once. Enough of the language for what people type into report forms. */
export function evaluator(state: SpreadsheetState) {
  const known = new Map<string, Computed>();
  const open = new Set<string>();

  function value(sheet: SheetState, row: number, column: number): Computed {
    const entered = cellOf(sheet, row, column)?.userEnteredValue;
    if (!entered) return null;
    if (typeof entered.formulaValue !== "string") return plainValue(entered);
    const key = `${sheet.id}/${row}/${column}`;
    const done = known.get(key);
    if (done !== undefined) return done;
    if (open.has(key)) return errors.circular;
    open.add(key);
    const result = compute(entered.formulaValue.slice(1), sheet);
    open.delete(key);
    known.set(key, result);
    return result;
  }

  function compute(text: string, sheet: SheetState): Computed {
    try {
      const reader = new FormulaReader(tokens(text), (tab, row, column) => {
        const target = tab === null ? sheet : state.sheets.find((one) => one.title === tab);
        if (!target || row >= target.rowCount || column >= target.columnCount) throw errors.reference;
        return value(target, row, column);
      });
      const result = reader.all();
      return Array.isArray(result) ? errors.value : result;
    } catch (error) {
      if (isFormulaError(error)) return error;
      throw error;
    }
  }

  return value;
}

export function plainValue(entered: sheets_v4.Schema$ExtendedValue): Computed {
  if (entered.errorValue) return failure(entered.errorValue.type ?? "ERROR", "#ERROR!", "");
  return entered.numberValue ?? entered.stringValue ?? entered.boolValue ?? null;
}

type Operand = Computed | Computed[];

const tokenPattern =
  /\s+|("(?:[^"]|"")*")|((?:'(?:[^']|'')+'|[A-Za-z_]\w*)!)?(\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6})(?![\w(])|(\d+(?:\.\d+)?)|(#REF!)|([A-Za-z_][\w.]*)|(<>|<=|>=|[-+*/^&=<>():,;%])/gy;

function tokens(text: string): string[] {
  const found: string[] = [];
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < text.length) {
    const match = tokenPattern.exec(text);
    if (!match) throw errors.syntax;
    if (match[0].trim() !== "") found.push(match[0]);
  }
  return found;
}

const referencePattern = /^(?:('(?:[^']|'')+'|[A-Za-z_]\w*)!)?\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/;

class FormulaReader {
  readonly #tokens: readonly string[];
  readonly #cell: (tab: string | null, row: number, column: number) => Computed;
  #at = 0;

  constructor(
    tokens: readonly string[],
    cell: (tab: string | null, row: number, column: number) => Computed,
  ) {
    this.#tokens = tokens;
    this.#cell = cell;
  }

  all(): Operand {
    const result = this.#comparison();
    if (this.#at < this.#tokens.length) throw errors.syntax;
    return result;
  }

  #take(...wanted: string[]): string | null {
    const token = this.#tokens[this.#at];
    if (token === undefined || !wanted.includes(token)) return null;
    this.#at++;
    return token;
  }

  #comparison(): Operand {
    let left = this.#joined();
    for (
      let sign = this.#take("=", "<>", "<", ">", "<=", ">=");
      sign;
      sign = this.#take("=", "<>", "<", ">", "<=", ">=")
    ) {
      left = compare(one(left), one(this.#joined()), sign);
    }
    return left;
  }

  #joined(): Operand {
    let left = this.#sum();
    while (this.#take("&")) left = `${textOf(one(left))}${textOf(one(this.#sum()))}`;
    return left;
  }

  #sum(): Operand {
    let left = this.#product();
    for (let sign = this.#take("+", "-"); sign; sign = this.#take("+", "-")) {
      const right = numberOf(one(this.#product()));
      left = numberOf(one(left)) + (sign === "+" ? right : -right);
    }
    return left;
  }

  #product(): Operand {
    let left = this.#power();
    for (let sign = this.#take("*", "/"); sign; sign = this.#take("*", "/")) {
      const right = numberOf(one(this.#power()));
      if (sign === "/" && right === 0) throw errors.zero;
      left = sign === "*" ? numberOf(one(left)) * right : numberOf(one(left)) / right;
    }
    return left;
  }

  #power(): Operand {
    const left = this.#unary();
    return this.#take("^") ? numberOf(one(left)) ** numberOf(one(this.#power())) : left;
  }

  #unary(): Operand {
    if (this.#take("-")) return -numberOf(one(this.#unary()));
    if (this.#take("+")) return this.#unary();
    const value = this.#atom();
    return this.#take("%") ? numberOf(one(value)) / 100 : value;
  }

  #atom(): Operand {
    const token = this.#tokens[this.#at++];
    if (token === undefined) throw errors.syntax;
    if (token === "(") {
      const value = this.#comparison();
      if (!this.#take(")")) throw errors.syntax;
      return value;
    }
    if (token === "#REF!") throw errors.reference;
    if (token.startsWith('"')) return token.slice(1, -1).replaceAll('""', '"');
    if (/^\d/.test(token)) return Number(token);
    const first = referencePattern.exec(token);
    if (first) return this.#reference(first);
    if (/^(TRUE|FALSE)$/i.test(token)) return token.toUpperCase() === "TRUE";
    if (!this.#take("(")) throw errors.name;
    return this.#call(token.toUpperCase());
  }

  #reference(first: RegExpExecArray): Operand {
    const tab = first[1]?.replace(/^'|'$/g, "").replaceAll("''", "'") ?? null;
    const corner = (match: RegExpExecArray) => ({
      column: columnIndex(match[2] as string),
      row: Number(match[3]) - 1,
    });
    const a = corner(first);
    if (!this.#take(":")) return this.#cell(tab, a.row, a.column);
    const last = referencePattern.exec(this.#tokens[this.#at++] ?? "");
    if (!last) throw errors.syntax;
    const b = corner(last);
    const cells: Computed[] = [];
    for (let row = Math.min(a.row, b.row); row <= Math.max(a.row, b.row); row++) {
      for (let column = Math.min(a.column, b.column); column <= Math.max(a.column, b.column); column++) {
        cells.push(this.#cell(tab, row, column));
      }
    }
    return cells;
  }

  #call(name: string): Operand {
    if (name === "IFERROR") return this.#ifError();
    const parameters: Operand[] = [];
    if (!this.#take(")")) {
      do parameters.push(this.#comparison());
      while (this.#take(",", ";"));
      if (!this.#take(")")) throw errors.syntax;
    }
    const run = functions[name];
    if (!run) throw errors.name;
    return run(parameters);
  }

  #ifError(): Operand {
    const start = this.#at;
    let value: Operand;
    try {
      value = this.#comparison();
    } catch (error) {
      if (!isFormulaError(error)) throw error;
      this.#at = start;
      for (let depth = 0; ; this.#at++) {
        const token = this.#tokens[this.#at];
        if (token === undefined) throw errors.syntax;
        if (depth === 0 && (token === "," || token === ";" || token === ")")) break;
        depth += token === "(" ? 1 : token === ")" ? -1 : 0;
      }
      value = error;
    }
    const fallback = this.#take(",", ";") ? this.#comparison() : "";
    if (!this.#take(")")) throw errors.syntax;
    return isFormulaError(value) ? fallback : value;
  }
}

const numbersIn = (parameters: Operand[]) =>
  parameters.flat().flatMap((value) => {
    if (isFormulaError(value)) throw value;
    return typeof value === "number" ? [value] : [];
  });

const functions: Readonly<Record<string, ((parameters: Operand[]) => Computed) | undefined>> = {
  SUM: (all) => numbersIn(all).reduce((sum, value) => sum + value, 0),
  COUNT: (all) => numbersIn(all).length,
  COUNTA: (all) => all.flat().filter((value) => value !== null).length,
  MIN: (all) => Math.min(...numbersIn(all), ...(numbersIn(all).length === 0 ? [0] : [])),
  MAX: (all) => Math.max(...numbersIn(all), ...(numbersIn(all).length === 0 ? [0] : [])),
  AVERAGE: (all) => {
    const numbers = numbersIn(all);
    if (numbers.length === 0) throw errors.zero;
    return numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  },
  IF: ([test, yes, no]) => (truth(one(test ?? null)) ? one(yes ?? null) : one(no ?? false)),
  AND: (all) => all.flat().every(truth),
  OR: (all) => all.flat().some(truth),
  NOT: ([value]) => !truth(one(value ?? null)),
  ABS: ([value]) => Math.abs(numberOf(one(value ?? null))),
  INT: ([value]) => Math.floor(numberOf(one(value ?? null))),
  ROUND: ([value, digits]) => {
    const scale = 10 ** numberOf(one(digits ?? 0));
    return Math.round(numberOf(one(value ?? null)) * scale) / scale;
  },
  LEN: ([value]) => textOf(one(value ?? null)).length,
  ISNUMBER: ([value]) => typeof one(value ?? null) === "number",
  ISBLANK: ([value]) => one(value ?? null) === null,
};

function one(value: Operand): Computed {
  if (Array.isArray(value)) throw errors.value;
  if (isFormulaError(value)) throw value;
  return value;
}

function numberOf(value: Computed): number {
  if (value === null) return 0;
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "string" && value.trim() !== "" && !Number.isNaN(Number(value))) return Number(value);
  throw isFormulaError(value) ? value : errors.value;
}

function textOf(value: Computed): string {
  if (isFormulaError(value)) throw value;
  return value === null ? "" : typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}

function truth(value: Computed): boolean {
  return typeof value === "boolean" ? value : numberOf(value) !== 0;
}

/** Numbers stand before text and text before truth values, whatever they say. */
function rank(value: Computed): number {
  return typeof value === "number" || value === null ? 0 : typeof value === "string" ? 1 : 2;
}

function compare(a: Computed, b: Computed, sign: string): boolean {
  const order =
    rank(a) !== rank(b)
      ? rank(a) - rank(b)
      : rank(a) === 0
        ? numberOf(a) - numberOf(b)
        : textOf(a).toLowerCase() < textOf(b).toLowerCase()
          ? -1
          : textOf(a).toLowerCase() === textOf(b).toLowerCase()
            ? 0
            : 1;
  return {
    "=": order === 0,
    "<>": order !== 0,
    "<": order < 0,
    ">": order > 0,
    "<=": order <= 0,
    ">=": order >= 0,
  }[sign] as boolean;
}
