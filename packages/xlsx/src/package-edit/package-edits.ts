import { relationshipsPart, relativeTarget, type WorkbookPackage } from "../package/workbook-package.ts";
import { decodeXml } from "../xml/read-xml.ts";
import { attributeOf, tagsOf } from "../xml/tags.ts";
import { writeZip } from "../zip/write-zip.ts";

const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CONTENT_TYPES = "[Content_Types].xml";

/** Changes to some parts of a package; every other part is taken over as it is packed. */
export class PackageEdits {
  private readonly file: WorkbookPackage;
  private readonly changed = new Map<string, string>();

  constructor(file: WorkbookPackage) {
    this.file = file;
  }

  /** The part as it stands now; `undefined` when there is none. */
  read(part: string): string | undefined {
    const changed = this.changed.get(part);
    if (changed !== undefined) return changed;
    if (!this.file.find(part)) return undefined;
    // A byte order mark goes; what comes back is UTF-8, so the declaration must say so.
    const text = decodeXml(this.file.bytes(part), this.file.origin(part));
    return text.replace(/^(<\?xml[^>]*encoding\s*=\s*)["'][^"']*["']/, '$1"UTF-8"');
  }

  write(part: string, xml: string): void {
    this.changed.set(this.file.find(part)?.name ?? part, xml);
  }

  /** A name like `xl/comments7.xml` that no part has yet. */
  unusedName(before: string, after: string): string {
    for (let number = 1; ; number++) {
      const name = `${before}${number}${after}`;
      if (!this.file.find(name) && !this.changed.has(name)) return name;
    }
  }

  /** Lets a part point to another; returns the relationship's id. */
  relate(part: string, kind: string, target: string): string {
    const file = relationshipsPart(part);
    const xml =
      this.read(file) ??
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${RELATIONSHIPS}"></Relationships>`;
    const taken = new Set(Array.from(tagsOf(xml), ({ text }) => attributeOf(text, "Id")));
    let number = 1;
    while (taken.has(`rId${number}`)) number++;
    const added = `<Relationship Id="rId${number}" Type="${OFFICE}/${kind}" Target="${relativeTarget(part, target)}"/>`;
    this.write(file, insertAtEnd(xml, added));
    return `rId${number}`;
  }

  /** Says what a new part is, by its own name or by its extension. */
  declare(
    type:
      | { readonly part: string; readonly contentType: string }
      | { readonly extension: string; readonly contentType: string },
  ): void {
    const xml = this.read(CONTENT_TYPES) ?? "";
    if ("part" in type) {
      this.write(
        CONTENT_TYPES,
        insertAtEnd(xml, `<Override PartName="/${type.part}" ContentType="${type.contentType}"/>`),
      );
      return;
    }
    const known = Array.from(tagsOf(xml)).some(
      ({ local, text }) =>
        local === "Default" && attributeOf(text, "Extension")?.toLowerCase() === type.extension,
    );
    if (known) return;
    // Defaults come first by custom; the order means nothing, but people compare files.
    const first = Array.from(tagsOf(xml)).find(({ local }) => local === "Default" || local === "Override");
    const added = `<Default Extension="${type.extension}" ContentType="${type.contentType}"/>`;
    this.write(
      CONTENT_TYPES,
      first ? xml.slice(0, first.start) + added + xml.slice(first.start) : insertAtEnd(xml, added),
    );
  }

  bytes(): Uint8Array {
    const parts = [...this.file.entries.values()].map((entry) => {
      const changed = this.changed.get(entry.name);
      return changed === undefined ? entry : { name: entry.name, bytes: Buffer.from(changed) };
    });
    const fresh = [...this.changed]
      .filter(([name]) => !this.file.entries.has(name))
      .map(([name, xml]) => ({ name, bytes: Buffer.from(xml) }));
    return writeZip([...parts, ...fresh]);
  }
}

/** Inside the root element, behind all its children. */
function insertAtEnd(xml: string, added: string): string {
  const tags = Array.from(tagsOf(xml));
  const last = tags.at(-1);
  if (!last) return xml;
  if (last.kind === "selfClosed") {
    return `${xml.slice(0, last.start)}${last.text.replace(/\s*\/>$/, ">")}${added}</${last.name}>${xml.slice(last.end)}`;
  }
  return xml.slice(0, last.start) + added + xml.slice(last.start);
}
