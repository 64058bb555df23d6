import { describe, expect, it } from "vitest";
import type { CampaignEvent } from "@chiendich/core";
import { nextNumber, numberDispatch, registerOf, type NumberDispatchOptions } from "./register.ts";

const issuer = "Phòng Văn hóa và Thông tin";
const take = (events: readonly CampaignEvent[], options: Partial<NumberDispatchOptions> = {}) =>
  numberDispatch(events, {
    issuer,
    date: "2024-10-29",
    notation: "VHTT",
    subject: "triển khai Chiến dịch",
    at: "2024-10-29T10:00:00+07:00",
    actor: "Văn thư",
    ...options,
  });
const taken = (events: readonly CampaignEvent[], options: Partial<NumberDispatchOptions> = {}) => {
  const { value } = take(events, options);
  if (!value) throw new Error("no number was given");
  return [...events, value];
};

describe("a register", () => {
  it("starts at 01 and counts on", () => {
    const events = taken(taken([]));
    expect(registerOf(events, { issuer, year: 2024 }).map(({ notation }) => notation)).toEqual([
      "01/VHTT",
      "02/VHTT",
    ]);
  });

  it("starts anew with the year, with another issuer and with another series", () => {
    const events = taken(taken([]), { number: 41 });
    expect(nextNumber(events, { issuer, year: 2024 })).toBe(42);
    expect(nextNumber(events, { issuer, year: 2025 })).toBe(1);
    expect(nextNumber(events, { issuer, year: 2024, series: "BC" })).toBe(1);
    expect(nextNumber(events, { issuer: "UBND", year: 2024 })).toBe(1);
  });

  it("never gives a number twice", () => {
    const events = taken([], { number: 5 });
    const again = take(events, { number: 5 });
    expect(again.value).toBeNull();
    expect(again.issues.map(({ code }) => code)).toEqual(["dispatch_number_taken"]);
  });

  it("fills no gap: the next number is one more than the highest", () => {
    expect(nextNumber(taken(taken([], { number: 9 }), { number: 3 }), { issuer, year: 2024 })).toBe(10);
  });

  it("links a corrigendum to the dispatch it corrects", () => {
    const events = taken([]);
    expect(take(events, { corrects: "01/VHTT" }).value).toMatchObject({ number: 2, corrects: "01/VHTT" });
    expect(() => take(events, { corrects: "77/VHTT" })).toThrow(RangeError);
  });
});
