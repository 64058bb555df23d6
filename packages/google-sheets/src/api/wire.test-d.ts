import type { sheets_v4 } from "@googleapis/sheets";
import { expectTypeOf, test } from "vitest";
import type { FilteredValues, WireRequest, WireSpreadsheet } from "./wire.ts";

/** Google's types are not readonly; that is the only liberty taken. */
type Mutable<T> = T extends object ? { -readonly [Key in keyof T]: Mutable<T[Key]> } : T;

test("what is sent is what Google's discovery document describes", () => {
  expectTypeOf<Mutable<WireRequest>>().toExtend<sheets_v4.Schema$Request>();
  expectTypeOf<Mutable<FilteredValues>>().toExtend<sheets_v4.Schema$DataFilterValueRange>();
});

test("what is read is what Google's discovery document describes", () => {
  expectTypeOf<Mutable<WireSpreadsheet>>().toExtend<sheets_v4.Schema$Spreadsheet>();
});

test("a request that Google does not know is refused by the compiler", () => {
  // @ts-expect-error: there is no such request
  const request: WireRequest = { renameSheet: { sheetId: 1, title: "Báo cáo" } };
  expectTypeOf(request).toExtend<WireRequest>();
});

/** Weak types would take anything: every key we send must exist in Google's union too. */
type RequestKeys = WireRequest extends infer One ? (One extends object ? keyof One : never) : never;
test("every kind of request has Google's name", () => {
  expectTypeOf<RequestKeys>().toExtend<keyof sheets_v4.Schema$Request>();
});
