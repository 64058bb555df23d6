import Handlebars from "handlebars";
import type { Picture } from "../document/document-tree.ts";
import { pictureDrawing } from "../docx/picture.ts";
import type { DocxParts } from "../docx/read-docx.ts";
import { pngOf } from "../docx/write-docx.ts";

const imageType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";
const defaultWidthMm = 30;

/** Pictures that a Word template shows by tag, and what its parts need to know of them. */
export class WordPictures {
  readonly #pictures: Readonly<Record<string, Picture>>;
  readonly #names: string[] = [];
  readonly #byPart = new Map<string, Set<string>>();
  #drawings = 9000;

  constructor(pictures: Readonly<Record<string, Picture>>) {
    this.#pictures = pictures;
  }

  /** What `{{picture "qr1" width=30}}` puts between the words around it. @throws {RangeError} for an unknown picture */
  show(part: string, args: readonly unknown[]): Handlebars.SafeString {
    const [name] = args;
    const { hash } = args.at(-1) as { readonly hash: Readonly<Record<string, unknown>> };
    const picture =
      typeof name === "string" && Object.hasOwn(this.#pictures, name) ? this.#pictures[name] : undefined;
    if (typeof name !== "string" || picture === undefined)
      throw new RangeError(`there is no picture ${String(name)}`);
    if (!this.#names.includes(name)) this.#names.push(name);
    const shown = this.#byPart.get(part) ?? new Set();
    this.#byPart.set(part, shown.add(name));
    this.#drawings += 1;
    const drawing = pictureDrawing({
      picture,
      name,
      id: this.#drawings,
      relation: this.#relation(name),
      widthMm: typeof hash.width === "number" ? hash.width : defaultWidthMm,
    });
    return new Handlebars.SafeString(`</w:t></w:r><w:r>${drawing}</w:r><w:r><w:t xml:space="preserve">`);
  }

  #relation(name: string): string {
    return `rIdChiendich${this.#names.indexOf(name) + 1}`;
  }

  #file(name: string): string {
    return `media/chiendich${this.#names.indexOf(name) + 1}.png`;
  }

  /** The relations of a part with those of its pictures; null when it shows none. */
  relationsOf(part: string, parts: DocxParts): { readonly part: string; readonly xml: string } | null {
    const shown = this.#byPart.get(part);
    if (shown === undefined) return null;
    const name = part.replace(/([^/]+)$/, "_rels/$1.rels");
    const before =
      parts[name] ??
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
    const added = [...shown].map(
      (each) =>
        `<Relationship Id="${this.#relation(each)}" Type="${imageType}" Target="${this.#file(each)}"/>`,
    );
    const open = before.replace(/<Relationships([^>]*)\/>\s*$/, "<Relationships$1></Relationships>");
    return { part: name, xml: open.replace("</Relationships>", `${added.join("")}</Relationships>`) };
  }

  /** The list of content types with PNG in it; null when nothing must change. */
  contentTypes(xml: string): string | null {
    if (this.#names.length === 0 || /Extension="png"/i.test(xml)) return null;
    return xml.replace(/<Types([^>]*)>/, '<Types$1><Default Extension="png" ContentType="image/png"/>');
  }

  media(): Readonly<Record<string, Uint8Array>> {
    return Object.fromEntries(
      this.#names.map((name) => [`word/${this.#file(name)}`, pngOf(this.#pictures[name] as Picture)]),
    );
  }
}
