import { describe, expect, it } from "vitest";
import { signLink, verifyDispatch, type OfficeKey } from "./signed-link.ts";

const seal = { number: "2242/VHTT", date: "2024-10-29", issuer: "Phòng Văn hóa và Thông tin" };
const link = "https://example.org/tai-lieu?muc=1&ten=chi%E1%BA%BFn%20d%E1%BB%8Bch#dau";

const pair = async () =>
  (await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"])) as {
    readonly publicKey: OfficeKey;
    readonly privateKey: OfficeKey;
  };
const office = await pair();
const keys = { "vhtt-2024": office.publicKey };
const signed = await signLink(link, seal, { key: office.privateKey, keyId: "vhtt-2024" });

describe("a signed link", () => {
  it("is verified as the office's, with what it says and where it leads", async () => {
    const verification = await verifyDispatch(signed, keys);
    expect(verification).toMatchObject({ state: "genuine", seal, keyId: "vhtt-2024" });
  });

  it("is the same every time: signing has no chance in it", async () => {
    expect(await signLink(link, seal, { key: office.privateKey, keyId: "vhtt-2024" })).toBe(signed);
  });

  it("fits a QR code that phones read from paper", () => {
    expect(signed.length).toBeLessThan(330);
  });

  it.each([
    ["another host", signed.replace("example.org", "examp1e.org")],
    ["another path", signed.replace("/tai-lieu", "/tai-lieu-khac")],
    ["another parameter", signed.replace("muc=1", "muc=2")],
    ["a parameter more", signed.replace("muc=1", "muc=1&x=2")],
    ["another number", signed.replace(/(vb=1\.[^.]+\.)./, "$1X")],
    ["another signature", signed.replace(/.(?=#dau)/, (letter) => (letter === "A" ? "B" : "A"))],
    ["a second token", signed.replace("#dau", `&vb=1.a.b.c#dau`)],
    ["another form", signed.replace("vb=1.", "vb=2.")],
    ["http instead of https", signed.replace("https:", "http:")],
    ["a cut token", signed.replace(/\.[^.]+(?=#dau)/, "")],
  ])("is forged with %s", async (_, text) => {
    expect(await verifyDispatch(text, keys)).toEqual({ state: "forged" });
  });

  it("of another office is told apart from a forged one", async () => {
    const other = await pair();
    const foreign = await signLink(link, seal, { key: other.privateKey, keyId: "so-khac" });
    expect(await verifyDispatch(foreign, keys)).toEqual({ state: "unknownKey", keyId: "so-khac" });
    const pretended = await signLink(link, seal, { key: other.privateKey, keyId: "vhtt-2024" });
    expect(await verifyDispatch(pretended, keys)).toEqual({ state: "forged" });
  });

  it.each([link, "2242/VHTT", "", "javascript:alert(1)"])(
    "%j says nothing about who issued it",
    async (text) => {
      expect(await verifyDispatch(text, keys)).toEqual({ state: "unsigned" });
    },
  );
});
