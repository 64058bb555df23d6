import { describe, expect, it } from "vitest";
import { charsetOfFont, decodeLegacy, possibleCharsets } from "./legacy-charset.ts";

describe("text in a legacy charset", () => {
  it.each([
    // Unicode, as TCVN3, as VNI; both shown in Windows-1252
    ["UBND phường Vĩnh Hải", "UBND ph\u00adêng VÜnh H¶i", "UBND phöôøng Vónh Haûi"],
    ["Trường Tiểu học Lộc Thọ", "Tr\u00adêng TiÓu häc Léc Thä", "Tröôøng Tieåu hoïc Loäc Thoï"],
    ["xã Vĩnh Lương", "x· VÜnh L\u00ad¬ng", "xaõ Vónh Löông"],
    ["Khánh Hòa", "Kh¸nh Hßa", "Khaùnh Hoøa"],
  ])("%s is read from TCVN3 and from VNI", (unicode, tcvn3, vni) => {
    expect(decodeLegacy(tcvn3, "tcvn3")).toBe(unicode);
    expect(decodeLegacy(vni, "vni")).toBe(unicode);
    expect(possibleCharsets(tcvn3)[0]).toBe("tcvn3");
    expect(possibleCharsets(vni)[0]).toBe("vni");
  });

  it.each([
    ["VÄ©nh Háº£i", "Vĩnh Hải"], // Windows-1252
    ["VÄ©nh PhÆ°á»\u009bc", "Vĩnh Phước"], // with the control character Latin-1 shows for 0x9b
    ["KhĂ¡nh HĂ²a", "Khánh Hòa"], // Windows-1258
    ["HÃ  Ná»™i", "Hà Nội"], // the non-breaking space became a plain one
    ["V∆∞∆°ng", "Vương"], // Mac Roman
    ["VÃ„Â©nh", "Vĩnh"], // misread twice
    ["Äáº§m", "Đầm"], // 0x90 has no character and went
  ])("%s is UTF-8 misread: %s", (typed, meant) => {
    expect(decodeLegacy(typed, "utf8-misread")).toBe(meant);
    expect(possibleCharsets(typed)).toContain("utf8-misread");
  });

  it("keeps the place of a letter whose byte was lost", () => {
    expect(decodeLegacy("Há»ng", "utf8-misread")).toBe("H\ufffdng");
  });

  it.each([
    ["ViÞnh HaÒi", "Vĩnh Hải"],
    ["Trýõ\u00cc\u006e\u0067", "Trường"],
  ])("%s is Windows-1258 read as 1252: %s", (typed, meant) =>
    expect(decodeLegacy(typed, "cp1258-misread")).toBe(meant),
  );

  it.each([
    ["Phß¶ng Xß½ng Huân", "Phường Xương Huân"],
    ["Trß¶ng Ti¬u h÷c Tân L§p", "Trường Tiểu học Tân Lập"],
  ])("%s is VISCII: %s", (typed, meant) => {
    expect(decodeLegacy(typed, "viscii")).toBe(meant);
    expect(possibleCharsets(typed)).toContain("viscii");
  });

  it("is not seen in Vietnamese text as it should be, and decoding that gives nothing", () => {
    expect(possibleCharsets("UBND phuong")).toEqual([]);
    expect(decodeLegacy("Vinh Hai", "tcvn3")).toBeNull();
    expect(decodeLegacy("Vĩnh Hải", "tcvn3")).toBeNull();
    expect(decodeLegacy("Vĩnh Hải", "vni")).toBeNull();
  });

  it("is known from the font first", () => {
    expect(charsetOfFont(".VnTimeH")).toBe("tcvn3");
    expect(charsetOfFont("VNI-Times")).toBe("vni");
    expect(charsetOfFont("Times New Roman")).toBeNull();
  });
});
