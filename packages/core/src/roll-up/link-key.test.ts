import { describe, expect, it } from "vitest";
import { linkKey } from "./link-key.ts";

describe("what two links to one page have in common", () => {
  it.each([
    ["http://www.Facebook.com/a/?utm_source=x&b=2&a=1#", "https://facebook.com/a?a=1&b=2"],
    ["https://m.facebook.com/a?fbclid=1", "https://facebook.com/a"],
    ["https://a.vn/Bai#phan-2", "https://a.vn/Bai#phan-2"], // a path keeps its case, a fragment its place
  ])("%s → %s", (link, key) => expect(linkKey(link)).toBe(key));

  it("is the text itself, trimmed, for what is no http link", () => {
    expect(linkKey("  Bản tin loa phường 07/11 ")).toBe("Bản tin loa phường 07/11");
    expect(linkKey("ftp://a.vn/x")).toBe("ftp://a.vn/x");
  });
});
