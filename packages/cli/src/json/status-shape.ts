import * as z from "zod";
import { count, day, instant } from "./shared-shapes.ts";

export const state = z.enum([
  "onTime",
  "extended",
  "late",
  "nil",
  "queried",
  "returned",
  "awaited",
  "missing",
  "waived",
]);

const rate = z.number().min(0).max(1).nullable().describe("A fraction; null when nothing was expected");

const counts = z
  .strictObject({
    expected: count,
    received: count,
    onTime: count,
    byState: z.record(state, count),
    reportingRate: rate,
    onTimeRate: rate,
    itemsExpected: count,
    itemsReceived: count,
    itemRate: rate,
  })
  .meta({ id: "statusCounts", description: "Counts over obligations" });

const obligation = z
  .looseObject({
    id: z.string(),
    roundId: z.string(),
    unitId: z.string(),
    group: z.string(),
    deadline: z.looseObject({ on: day, lastInstant: instant, quote: z.string() }),
    createdAt: instant,
  })
  .meta({ id: "obligation", description: "One report that one unit owes" });

/** What `status` prints. */
export const statusShape = z.strictObject({
  at: instant,
  knownAt: instant,
  rows: z.array(
    z.strictObject({
      obligation,
      state,
      receivedAt: instant.nullable(),
      timeliness: z.enum(["onTime", "late", "extended"]).nullable(),
      completeness: z.number().min(0).max(1).nullable(),
      openUntil: instant,
      extendedBy: z.string().nullable(),
      reason: z.string().nullable(),
      reportIds: z.array(z.string()),
      from: z.array(z.string()),
    }),
  ),
  total: counts,
  byGroup: z.record(z.string(), counts),
  byRound: z.record(z.string(), counts),
  byParent: z.record(z.string(), z.record(z.string(), counts)),
  transfers: z.array(
    z.strictObject({
      obligation,
      to: z.array(z.string()),
      at: instant,
      actor: z.string(),
      reason: z.string(),
    }),
  ),
  notOwed: z.array(z.strictObject({ reportId: z.string(), roundId: z.string(), unitId: z.string() })),
});
