import { describe, expect, it } from "vitest";
import { campaignDispatch } from "../letters/campaign-dispatch.ts";
import { campaign } from "../../test/nha-trang.ts";
import { checkLink } from "./check-link.ts";
import { checkLinks } from "./check-links.ts";

const hosts = ["docs.google.com", "nhatrang.example"];
const codes = (link: string) => checkLink(link, hosts, { path: "" }).map(({ code }) => code);

describe("a link in a dispatch", () => {
  it.each([
    ["https://docs.google.com/spreadsheets/d/a", []],
    ["https://tai-lieu.nhatrang.example/", []],
    ["https://docs.google.com.evil.example/", ["dispatch_link_host"]],
    ["https://evil-nhatrang.example/", ["dispatch_link_host"]],
    ["https://docs.google.com@evil.example/", ["dispatch_link_invalid"]],
    // Cyrillic о: the host is another one.
    ["https://dоcs.google.com/", ["dispatch_link_host"]],
    ["http://docs.google.com/", ["dispatch_link_invalid"]],
    ["javascript:alert(1)", ["dispatch_link_invalid"]],
    ["docs.google.com", ["dispatch_link_invalid"]],
    ["https://bit.ly/3abc", ["dispatch_link_shortener"]],
    ["https://www.tinyurl.com/x", ["dispatch_link_shortener"]],
  ])("%s gives %j", (link, expected) => {
    expect(codes(link)).toEqual(expected);
  });
});

describe("the links of a document", () => {
  it("are all allowed in the letter of Nha Trang", () => {
    expect(checkLinks(campaignDispatch(campaign), campaign)).toEqual([]);
  });

  it("are found in words, in link elements and in QR codes", () => {
    const document = {
      template: "own",
      title: "",
      data: { link: "https://bit.ly/1" },
      pictures: { qr: { kind: "qr", text: "https://evil.example/", alt: "" } },
    } as const;
    const templates = { own: '<p>Xem https://other.example/a. <a href="{{link}}">tại đây</a></p>' };
    expect(checkLinks(document, { linkHosts: hosts }, templates).map(({ code }) => code)).toEqual([
      "dispatch_link_host",
      "dispatch_link_shortener",
      "dispatch_link_host",
    ]);
  });
});
