import { expect, it } from "vitest";
import type { RecipientUnit } from "../recipient-unit.ts";
import { unitDirectory } from "../unit-directory.ts";
import { createUnitResolver } from "./unit-resolver.ts";

const count = process.env["CHIENDICH_SLOW"] === "short" ? 50_000 : 1_000_000;

/** mulberry32: the same strings every time. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

const alphabets = [
  "abcdefghiklmnopqrstuvxy",
  "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđbcdghklmnpqrstvx",
  "0123456789.-/()%:;,",
  "¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿×ßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
  "\u0300\u0301\u0303\u0309\u0323\u200b\ufeff\ud800\udc00\u4e00\uff21?\ufffd'\"<>&#",
];
const words =
  "phường xã trường tiểu học ubnd p. x. th mn thcs trung tâm hội ban công an thành phố tỉnh số báo cáo của lần".split(
    " ",
  );

it(`never takes one of ${count} random strings for a unit, and fails on none`, () => {
  const names =
    "Vĩnh Hải,Vĩnh Hòa,Phước Tiến,Xương Huân,Lộc Thọ,Ngọc Hiệp,Phương Sài,Vạn Thạnh,Mai Xuân Thưởng,Lý Thường Kiệt".split(
      ",",
    );
  const kinds = ["Ủy ban nhân dân phường", "Trường Tiểu học", "Trường Mầm non", "Hội Nông dân"];
  const units: RecipientUnit[] = kinds.flatMap((kind) =>
    names.map((name) => ({
      id: `${kind} ${name}`,
      name: `${kind} ${name}`,
      aliases: [],
      type: "",
      groups: [],
      parents: {},
      codes: [],
    })),
  );
  const resolver = createUnitResolver(unitDirectory(units), {
    home: ["thành phố Nha Trang", "tỉnh Khánh Hòa"],
  });
  const next = chance(1945);
  const pick = (from: string | readonly string[]) => from[Math.floor(next() * from.length)] as string;
  const taken: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const alphabet = [...pick(alphabets)];
    let text = "";
    for (let size = Math.floor(next() * 24); size > 0; size -= 1)
      text += next() < 0.15 ? " " : pick(alphabet);
    // Half of them begin as names of units do.
    if (next() < 0.5) text = `${pick(words)} ${next() < 0.5 ? `${pick(words)} ` : ""}${text}`;
    if (resolver.resolve(text).status === "matched") taken.push(text);
  }
  expect(taken).toEqual([]);
});
