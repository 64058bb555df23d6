import { expectTypeOf, test } from "vitest";
import { restate, type Restatement } from "./restate.ts";
import { unitDirectory } from "./unit-directory.ts";

const directory = unitDirectory([]);
const days = { from: "2024-10-29", to: "2024-11-02" };

test("figures that are numbers stay numbers, decimal texts stay texts", () => {
  const counts = restate(directory, [{ unitId: "a", value: 1 as number }], days);
  expectTypeOf(counts).toEqualTypeOf<Restatement<number>>();
  expectTypeOf(counts.rows[0]!.value).toEqualTypeOf<number | null>();
  const amounts = restate(directory, [{ unitId: "a", value: "1.50" as string }], days);
  expectTypeOf(amounts.total).toEqualTypeOf<string>();
});

test("a split rule by weights says what the weights are", () => {
  // @ts-expect-error: `basis` is missing
  restate(directory, [], { ...days, split: { kind: "weights", weights: {} } });
});
