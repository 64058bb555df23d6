import { inflateRawSync, crc32 as nodeCrc32 } from "node:zlib";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { RecipientUnit } from "@chiendich/core";
import { checkLayout } from "../check/check-layout.ts";
import { renderDispatch } from "../document/render-dispatch.ts";
import { campaignDispatch } from "../letters/campaign-dispatch.ts";
import { campaignRecipients } from "../letters/campaign-letters.ts";
import { campaign, directory } from "../../test/nha-trang.ts";
import type { LetterRecipient, MergedLetter } from "./letter-recipient.ts";
import { mergeDispatches } from "./merge-dispatches.ts";
import type { MergeOptions } from "./merge-options.ts";
import { mergeIntoOne } from "./one-document.ts";
import { zipLetters } from "./zip-letters.ts";

const groups = new Set(campaign.recipients.flatMap((recipient) => recipient.groups));
const units: readonly RecipientUnit[] = directory.units
  .filter((unit) => unit.groups.some((group) => groups.has(group)))
  .slice(0, 24);
const document = campaignDispatch(campaign);
const reportLink = (unit: RecipientUnit) => `https://docs.google.com/spreadsheets/d/${unit.id}`;
const recipients = () => campaignRecipients(campaign, units, { reportLink });

async function collected(options: MergeOptions = {}, from: Iterable<LetterRecipient> = recipients()) {
  const letters: MergedLetter[] = [];
  for await (const letter of mergeDispatches(document, from, options)) letters.push(letter);
  return letters;
}
const documentXml = (bytes: Uint8Array) => strFromU8(unzipSync(bytes)["word/document.xml"] as Uint8Array);

describe("merging letters", () => {
  it("writes for each unit the very document that rendering it alone gives", async () => {
    const letters = await collected();
    expect(letters).toHaveLength(units.length);
    for (const [index, unit] of units.entries()) {
      const alone = campaignDispatch(campaign, { unit, reportLinks: { "ket-qua": reportLink(unit) } });
      expect(documentXml(letters[index]?.bytes as Uint8Array)).toBe(
        documentXml(renderDispatch(alone, { format: "docx" })),
      );
    }
  });

  it("deflates shared stretches once into a stream that any reader inflates, check sum included", async () => {
    const [letter] = await collected({}, [...recipients()].slice(3, 4));
    const bytes = Buffer.from(letter?.bytes as Uint8Array);
    // The document is the last entry: read it by hand, with node's own inflate and CRC.
    const directory = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    const [crc, size] = [bytes.readUInt32LE(directory + 16), bytes.readUInt32LE(directory + 24)];
    const local = bytes.readUInt32LE(directory + 42);
    const data = bytes.subarray(local + 30 + bytes.readUInt16LE(local + 26));
    const text = inflateRawSync(data.subarray(0, bytes.readUInt32LE(directory + 20)));
    expect(text.length).toBe(size);
    expect(nodeCrc32(text)).toBe(crc);
  });

  it("gives the same words whole or in segments, whole being smaller", async () => {
    const some = [...recipients()].slice(0, 5);
    const segments = await collected({ compression: "segments" }, some);
    const whole = await collected({ compression: "whole" }, some);
    expect(whole.map(({ bytes }) => documentXml(bytes))).toEqual(
      segments.map(({ bytes }) => documentXml(bytes)),
    );
    expect(whole[0]?.bytes.length).toBeLessThan(segments[0]?.bytes.length as number);
  });

  it("gives the same bytes and names in any order", async () => {
    const all = [...recipients()];
    const forward = await collected({}, all);
    const backward = await collected({}, all.toReversed());
    expect(backward.toReversed()).toEqual(forward);
  });

  it("passes the layout check", async () => {
    const [letter] = await collected({}, [...recipients()].slice(0, 1));
    expect(checkLayout(letter?.bytes as Uint8Array).issues).toEqual([]);
  });

  it("stops between two letters when aborted, and says how far it came", async () => {
    const controller = new AbortController();
    const progress: number[] = [];
    const work = collected({
      signal: controller.signal,
      onProgress: (written) => {
        progress.push(written);
        if (written === 3) controller.abort(new Error("đã dừng"));
      },
    });
    await expect(work).rejects.toThrow("đã dừng");
    expect(progress).toEqual([1, 2, 3]);
  });

  it("refuses two recipients of one id", async () => {
    const [one] = recipients();
    await expect(collected({}, [one, one] as LetterRecipient[])).rejects.toThrow(RangeError);
  });

  it("numbers what follows a part that differs from unit to unit", async () => {
    const numbered = {
      template: "numbered",
      title: "",
      data: { more: [] },
      pictures: {},
    };
    const templates = {
      numbered:
        '<p numbered="true">một</p>{{#each more}}<p numbered="true">{{this}}</p>{{/each}}<p numbered="true">cuối</p>',
    };
    const each = [[], ["a"], ["a", "b"]].map((more, index) => ({
      id: `u${index}`,
      name: "",
      data: { more },
    }));
    const texts: string[] = [];
    for await (const { bytes } of mergeDispatches(numbered, each, { templates })) {
      texts.push([...documentXml(bytes).matchAll(/>(\d\. [^<]+)</g)].map(([, text]) => text).join(" "));
    }
    expect(texts).toEqual(["1. một 2. cuối", "1. một 2. a 3. cuối", "1. một 2. a 3. b 4. cuối"]);
  });
});

describe("a zip of letters", () => {
  it("holds every letter under its name", async () => {
    const parts: Uint8Array[] = [];
    for await (const part of zipLetters(mergeDispatches(document, recipients()))) parts.push(part);
    const files = unzipSync(Buffer.concat(parts));
    const letters = await collected();
    expect(Object.keys(files)).toEqual(letters.map(({ fileName }) => fileName));
    expect(Buffer.from(Object.values(files)[7] as Uint8Array).equals(letters[7]?.bytes as Uint8Array)).toBe(
      true,
    );
  });
});

describe("one document of all letters", () => {
  it("has a section for each, numbered from 1 and without number on its first page", async () => {
    const bytes = await mergeIntoOne(document, [...recipients()].slice(0, 4));
    const xml = documentXml(bytes);
    const sections = xml.match(/<w:sectPr>.*?<\/w:sectPr>/g) ?? [];
    expect(sections).toHaveLength(4);
    expect(sections.every((section) => section.includes('<w:pgNumType w:start="1"/><w:titlePg/>'))).toBe(
      true,
    );
    for (const unit of units.slice(0, 4)) expect(xml).toContain(unit.name);
  });

  it("gives every drawing an id of its own", async () => {
    const xml = documentXml(await mergeIntoOne(document, [...recipients()].slice(0, 4)));
    const ids = [...xml.matchAll(/<wp:docPr id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(4);
  });

  it("keeps a picture that only one letter has", async () => {
    const own = (text: string) => ({ qr1: { kind: "qr", text, alt: text } }) as const;
    const two = [...recipients()]
      .slice(0, 2)
      .map((each, index) => ({ ...each, pictures: own(`https://example.org/${index}`) }));
    const files = unzipSync(await mergeIntoOne(document, two));
    expect(Object.keys(files).filter((name) => name.startsWith("word/media/"))).toHaveLength(3);
    const targets = [...documentXml(await mergeIntoOne(document, two)).matchAll(/r:embed="(\w+)"/g)].map(
      ([, id]) => id,
    );
    expect(targets).toEqual(["rIdPicture2", "rIdPicture3"]);
  });
});
