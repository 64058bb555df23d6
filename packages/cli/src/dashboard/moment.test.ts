import { expect, it } from "vitest";
import { printUntil } from "./moment.ts";

it.each([
  ["2026-06-19T16:29:59.999+07:00", "16:30 19/6/2026"],
  ["2026-06-19T09:29:59.999Z", "16:30 19/6/2026"],
  ["2026-06-19T16:30:59.999+07:00", "16:31 19/6/2026"],
  ["2026-06-19T23:59:59.999+07:00", "23:59 19/6/2026"],
  ["2026-06-19T17:00:00+07:00", "17:00 19/6/2026"],
])("the last instant %s is shown as %s, the hour that was set", (instant, shown) => {
  expect(printUntil(instant, "Asia/Ho_Chi_Minh")).toBe(shown);
});
