import { describe, expect, it } from "vitest";
import { campaign, unitNamed } from "../../test/nha-trang.ts";
import { renderDispatch } from "../document/render-dispatch.ts";
import { reminderDispatch, type ReminderDispatchOptions } from "./reminder-dispatch.ts";

const units = [unitNamed("Ủy ban nhân dân phường Vĩnh Hải")];
const lettersOf = (options: Partial<ReminderDispatchOptions>) =>
  renderDispatch(reminderDispatch(campaign, { units, at: "2024-11-11T08:00:00+07:00", ...options }), {
    format: "text",
  });

describe("a reminder", () => {
  it("cites the office's own letter without saying twice whose it is", () => {
    expect(lettersOf({})).toContain("đã ban hành Công văn số 2242/VHTT ngày 29/10/2024 về việc");
  });

  it("asks for the report by the new deadline, and reads well without one", () => {
    expect(lettersOf({ newDeadline: "trước ngày 15/11/2024" })).toContain(
      "trước ngày 15/11/2024; trường hợp",
    );
    expect(lettersOf({})).not.toMatch(/ ;|\s{2,};/);
  });

  it("before the deadline reminds of it", () => {
    expect(lettersOf({ at: "2024-11-08T08:00:00+07:00" })).toContain("đúng thời hạn nêu trên");
  });
});
