import type { Instant } from "@chiendich/core";
import type { Io } from "../src/terminal/io.ts";

export interface TestIo extends Io {
  readonly said: () => string;
  readonly complained: () => string;
}

/** A terminal that keeps what is said, with a clock that stands still. */
export function testIo({ folder, at }: { readonly folder: string; readonly at: Instant }): TestIo {
  let out = "";
  let err = "";
  return {
    out: (text) => (out += text),
    err: (text) => (err += text),
    now: () => at,
    folder,
    columns: 100,
    interactive: false,
    environment: {},
    said: () => out,
    complained: () => err,
  };
}
