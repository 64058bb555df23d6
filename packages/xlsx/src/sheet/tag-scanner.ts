import { resolveEntities } from "../xml/resolve-entities.ts";
import type { CellKind } from "./cell-builder.ts";

const LT = 0x3c;
const GT = 0x3e;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const AMPERSAND = 0x26;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const TAB = 0x09;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;

/** Powers of ten that a double holds exactly. */
const POWERS = Array.from({ length: 16 }, (_, exponent) => 10 ** exponent);
/** Up to here dividing by a power of ten rounds correctly, as parsing the whole text would. */
const EXACT_DIGITS = 15;

/**
 * A cursor over the bytes of XML tags. Fields hold what it last read, since a sheet has millions of
 * cells and an object for each tag would cost more than reading it.
 */
export class TagScanner {
  bytes: Buffer = Buffer.alloc(0);
  at = 0;
  /** Nothing is read from here on. */
  end = 0;
  nameFrom = 0;
  nameTo = 0;
  valueFrom = 0;
  valueTo = 0;
  textFrom = 0;
  textTo = 0;

  skipSpace(): void {
    const { bytes, end } = this;
    let at = this.at;
    while (at < end && isSpace(bytes[at] as number)) at++;
    this.at = at;
  }

  /** Whether `<` and these letters stand here, followed by the end of the name. */
  opens(first: number, second?: number, third?: number): boolean {
    const { bytes, at } = this;
    if (bytes[at] !== LT || bytes[at + 1] !== first) return false;
    let next = at + 2;
    if (second !== undefined && bytes[next++] !== second) return false;
    if (third !== undefined && bytes[next++] !== third) return false;
    const byte = bytes[next] as number;
    return byte === GT || byte === SLASH || isSpace(byte);
  }

  /** Whether `</x>` stands here; moves behind it when so. */
  closes(letter: number): boolean {
    const { bytes, at } = this;
    if (bytes[at] !== LT || bytes[at + 1] !== SLASH || bytes[at + 2] !== letter || bytes[at + 3] !== GT) {
      return false;
    }
    this.at = at + 4;
    return this.at <= this.end;
  }

  /** Reads the next attribute, or the end of the tag. */
  attribute(): "attribute" | "open" | "selfClosed" | "unordinary" {
    const { bytes, end } = this;
    let at = this.at;
    let byte = bytes[at] as number;
    while (at < end && isSpace(byte)) byte = bytes[++at] as number;
    if (byte === GT) {
      this.at = at + 1;
      return "open";
    }
    if (byte === SLASH) {
      this.at = at + 2;
      return bytes[at + 1] === GT ? "selfClosed" : "unordinary";
    }
    this.nameFrom = at;
    while (byte !== EQUALS) {
      if (at >= end || byte === GT || byte === LT || isSpace(byte)) return "unordinary";
      byte = bytes[++at] as number;
    }
    this.nameTo = at;
    if (bytes[at + 1] !== QUOTE) return "unordinary";
    at += 2;
    this.valueFrom = at;
    byte = bytes[at] as number;
    while (byte !== QUOTE) {
      if (at >= end || byte === AMPERSAND || byte === LT) return "unordinary";
      byte = bytes[++at] as number;
    }
    this.valueTo = at;
    this.at = at + 1;
    return "attribute";
  }

  isNamed(letter: number): boolean {
    return this.nameTo - this.nameFrom === 1 && this.bytes[this.nameFrom] === letter;
  }

  nameIs(name: string): boolean {
    if (this.nameTo - this.nameFrom !== name.length) return false;
    for (let index = 0; index < name.length; index++) {
      if (this.bytes[this.nameFrom + index] !== name.charCodeAt(index)) return false;
    }
    return true;
  }

  value(): string {
    return this.bytes.toString("latin1", this.valueFrom, this.valueTo);
  }

  /** The `t` of a cell; `null` for one no program writes. */
  kind(): CellKind | null {
    const { bytes, valueFrom, valueTo } = this;
    if (valueTo - valueFrom === 1) {
      switch (bytes[valueFrom]) {
        case 0x73:
          return "s";
        case 0x6e:
          return "n";
        case 0x62:
          return "b";
        case 0x65:
          return "e";
        case 0x64:
          return "d";
      }
      return null;
    }
    const text = this.value();
    return text === "str" || text === "inlineStr" ? text : null;
  }

  /** Reads an element without attributes whose name has one letter, from its `<`; its text is `textFrom…textTo`. */
  element(nameLength: number): boolean {
    const { bytes, at } = this;
    const letter = bytes[at + 1] as number;
    const next = at + nameLength;
    if (bytes[next] === SLASH && bytes[next + 1] === GT) {
      this.textFrom = this.textTo = next;
      this.at = next + 2;
      return true;
    }
    if (bytes[next] !== GT) return false;
    this.at = next + 1;
    return this.textUntilClose(letter);
  }

  /** Reads text up to `</x>` and moves behind it. */
  textUntilClose(letter: number): boolean {
    const { bytes, end } = this;
    let at = this.at;
    this.textFrom = at;
    while (at < end && bytes[at] !== LT) at++;
    this.textTo = at;
    this.at = at;
    return this.closes(letter);
  }

  /** Decoded text with entities resolved; `null` when it needs the parser. */
  text(from: number, to: number): string | null {
    const { bytes } = this;
    let ascii = true;
    let entities = false;
    for (let at = from; at < to; at++) {
      const byte = bytes[at] as number;
      if (byte === RETURN) return null;
      if (byte === AMPERSAND) entities = true;
      if (byte > 0x7f) ascii = false;
    }
    const text = bytes.toString(ascii ? "latin1" : "utf8", from, to);
    return entities ? resolveEntities(text) : text;
  }

  /** A whole number written in digits only; -1 for anything else. */
  digits(from: number, to: number): number {
    if (from >= to || to - from > EXACT_DIGITS) return -1;
    const { bytes } = this;
    let value = 0;
    for (let at = from; at < to; at++) {
      const digit = (bytes[at] as number) - ZERO;
      if (digit < 0 || digit > 9) return -1;
      value = value * 10 + digit;
    }
    return value;
  }

  /** A number of at most 15 digits without exponent; NaN for anything else, which is not to say it is none. */
  number(from: number, to: number): number {
    const { bytes } = this;
    let at = from;
    const negative = bytes[at] === MINUS;
    if (negative) at++;
    let value = 0;
    let digits = 0;
    let point = -1;
    for (; at < to; at++) {
      const byte = bytes[at] as number;
      const digit = byte - ZERO;
      if (digit >= 0 && digit <= 9) {
        value = value * 10 + digit;
        digits++;
      } else if (byte === POINT && point < 0) point = at;
      else return NaN;
    }
    if (digits === 0 || digits > EXACT_DIGITS) return NaN;
    if (point >= 0) value /= POWERS[to - point - 1] as number;
    return negative ? -value : value;
  }
}

function isSpace(byte: number): boolean {
  return byte === SPACE || byte === LINE_FEED || byte === RETURN || byte === TAB;
}
