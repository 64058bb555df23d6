import { describe, expect, it } from "vitest";
import { compareInstants, dateOf, endOfDayAt, instantAt, instantMs, inZone, isInstant } from "./instant.ts";

describe("an instant", () => {
  it.each(["2024-11-09T23:59:59.999+07:00", "2024-11-09T23:59Z", "2024-02-29T00:00:00-09:30"])(
    "%s is one",
    (text) => {
      expect(isInstant(text)).toBe(true);
    },
  );

  it.each([
    ["without an offset it depends on the machine", "2024-11-09T23:59:59"],
    ["a date alone", "2024-11-09"],
    ["the 13th month", "2024-13-09T00:00:00Z"],
    ["words", "hôm nay"],
  ])("is not %s", (_, text) => {
    expect(isInstant(text)).toBe(false);
    expect(() => instantMs(text)).toThrow(RangeError);
  });

  it("is compared as a moment, not as text", () => {
    expect(compareInstants("2024-11-10T00:00:00+07:00", "2024-11-09T17:00:00Z")).toBe(0);
    expect(compareInstants("2024-11-10T00:00:00+07:00", "2024-11-09T18:00:00Z")).toBeLessThan(0);
  });
});

describe("the end of a day in a zone", () => {
  it.each([
    ["2024-11-09", "Asia/Ho_Chi_Minh", "2024-11-09T23:59:59.999+07:00"],
    ["2024-02-29", "Asia/Ho_Chi_Minh", "2024-02-29T23:59:59.999+07:00"],
    ["2024-12-31", "Asia/Ho_Chi_Minh", "2024-12-31T23:59:59.999+07:00"],
    // The day on which clocks go forward, and the one on which they go back.
    ["2024-03-10", "America/Los_Angeles", "2024-03-10T23:59:59.999-07:00"],
    ["2024-11-03", "America/Los_Angeles", "2024-11-03T23:59:59.999-08:00"],
    // Midnight itself was skipped the next day, or shown twice at the end of this one.
    ["2018-11-03", "America/Sao_Paulo", "2018-11-03T23:59:59.999-03:00"],
    ["2018-02-17", "America/Sao_Paulo", "2018-02-17T23:59:59.999-03:00"],
    ["2024-04-25", "Africa/Cairo", "2024-04-25T23:59:59.999+02:00"],
    ["2024-10-31", "Africa/Cairo", "2024-10-31T23:59:59.999+02:00"],
    // Samoa left out 30/12/2011: it ended as it began.
    ["2011-12-29", "Pacific/Apia", "2011-12-29T23:59:59.999-10:00"],
    ["2011-12-30", "Pacific/Apia", "2011-12-29T23:59:59.999-10:00"],
    ["2011-12-31", "Pacific/Apia", "2011-12-31T23:59:59.999+14:00"],
  ])("%s in %s is %s", (date, zone, expected) => {
    expect(endOfDayAt(date, zone)).toBe(expected);
  });
});

describe("the moment at which clocks show a time", () => {
  it("is the first of the two when they show it twice", () => {
    expect(instantAt("2024-11-03", { hour: 1, minute: 30 }, "America/Los_Angeles")).toBe(
      "2024-11-03T01:30:00.000-07:00",
    );
  });

  it("is as much later as was skipped when they do not show it", () => {
    expect(instantAt("2024-03-10", { hour: 2, minute: 30 }, "America/Los_Angeles")).toBe(
      "2024-03-10T03:30:00.000-07:00",
    );
    expect(instantAt("2018-11-04", { hour: 0 }, "America/Sao_Paulo")).toBe("2018-11-04T01:00:00.000-02:00");
  });

  it("falls on the date it was asked for", () => {
    for (const zone of ["Asia/Ho_Chi_Minh", "America/Los_Angeles", "Pacific/Apia", "Asia/Kathmandu"]) {
      expect(dateOf(instantAt("2024-11-10", { hour: 0 }, zone), zone)).toBe("2024-11-10");
      expect(dateOf(endOfDayAt("2024-11-10", zone), zone)).toBe("2024-11-10");
    }
  });

  it("is written as the zone writes it", () => {
    expect(inZone(Date.UTC(2024, 10, 9, 17), "Asia/Ho_Chi_Minh")).toBe("2024-11-10T00:00:00.000+07:00");
    expect(inZone(Date.UTC(2024, 10, 9, 17), "Asia/Kathmandu")).toBe("2024-11-09T22:45:00.000+05:45");
    expect(inZone(Date.UTC(2024, 10, 9, 17), "America/St_Johns")).toBe("2024-11-09T13:30:00.000-03:30");
  });

  it("is refused when there is no such date, time or zone", () => {
    expect(() => instantAt("mai", { hour: 0 }, "Asia/Ho_Chi_Minh")).toThrow(RangeError);
    expect(() => instantAt("2024-11-10", { hour: NaN }, "Asia/Ho_Chi_Minh")).toThrow(RangeError);
    expect(() => instantAt("2024-11-10", { hour: 0 }, "Asia/Nha_Trang")).toThrow(RangeError);
  });
});
