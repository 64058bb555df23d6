import { crc32, deflateRawSync } from "node:zlib";
import { writeZip } from "../src/zip/write-zip.ts";

export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

export interface HandMadeSheet {
  readonly name?: string;
  /** What stands inside `<sheetData>`. */
  readonly rows?: string;
  readonly before?: string;
  readonly after?: string;
  /** The whole part, instead of the three above. */
  readonly xml?: string | Uint8Array;
  readonly state?: string;
  readonly relationships?: readonly Relationship[];
  /** The relationship's kind, when it is no worksheet. */
  readonly kind?: string;
}

export interface Relationship {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
  readonly external?: boolean;
}

export interface HandMade {
  readonly sheets: readonly HandMadeSheet[];
  /** What stands inside `<sst>`. */
  readonly strings?: string;
  /** What stands inside `<styleSheet>`. */
  readonly styles?: string;
  readonly workbookPr?: string;
  readonly names?: string;
  /** More parts, or other contents for those made here; `null` leaves one out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A workbook of XML written by hand: what programs write, and what they should not. */
export function handMade(made: HandMade): Uint8Array {
  return writeZip(partsOf(made));
}

export function partsOf({ sheets, strings, styles, workbookPr = "", names = "", parts = {} }: HandMade) {
  const files: Record<string, string | Uint8Array | null> = {
    "[Content_Types].xml": contentTypes(sheets.length),
    "_rels/.rels": relationships([{ id: "rId1", kind: "officeDocument", target: "xl/workbook.xml" }]),
    "xl/workbook.xml":
      `${declaration}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${workbookPr}<sheets>` +
      sheets
        .map(({ name, state }, index) => {
          const visibility = state === undefined ? "" : ` state="${state}"`;
          return `<sheet name="${name ?? `Sheet${index + 1}`}" sheetId="${index + 1}"${visibility} r:id="rId${index + 1}"/>`;
        })
        .join("") +
      `</sheets>${names === "" ? "" : `<definedNames>${names}</definedNames>`}</workbook>`,
    "xl/_rels/workbook.xml.rels": relationships([
      ...sheets.map(({ kind = "worksheet" }, index) => ({
        id: `rId${index + 1}`,
        kind,
        target: `worksheets/sheet${index + 1}.xml`,
      })),
      ...(strings === undefined
        ? []
        : [{ id: "strings", kind: "sharedStrings", target: "sharedStrings.xml" }]),
      ...(styles === undefined ? [] : [{ id: "styles", kind: "styles", target: "styles.xml" }]),
    ]),
  };
  sheets.forEach((sheet, index) => {
    files[`xl/worksheets/sheet${index + 1}.xml`] = sheet.xml ?? sheetXml(sheet);
    if (sheet.relationships) {
      files[`xl/worksheets/_rels/sheet${index + 1}.xml.rels`] = relationships(sheet.relationships);
    }
  });
  if (strings !== undefined)
    files["xl/sharedStrings.xml"] = `${declaration}<sst xmlns="${MAIN}">${strings}</sst>`;
  if (styles !== undefined)
    files["xl/styles.xml"] = `${declaration}<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`;
  Object.assign(files, parts);
  return Object.entries(files).flatMap(([name, content]) =>
    content === null ? [] : [{ name, bytes: typeof content === "string" ? Buffer.from(content) : content }],
  );
}

export function sheetXml({ rows = "", before = "", after = "" }: HandMadeSheet): string {
  return `${declaration}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
}

export function relationships(list: readonly Relationship[]): string {
  const items = list.map(({ id, kind, target, external }) => {
    const mode = external ? ' TargetMode="External"' : "";
    return `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"${mode}/>`;
  });
  return `${declaration}<Relationships xmlns="${PACKAGE}">${items.join("")}</Relationships>`;
}

function contentTypes(sheets: number): string {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const overrides = Array.from(
    { length: sheets },
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
  );
  return (
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${overrides.join("")}` +
    `<Override PartName="/xl/sharedStrings.xml" ContentType="${type}.sharedStrings+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`
  );
}

/** Number formats as a styles part: style 1 has the first, and so on; style 0 is General. */
export function formats(...codes: readonly string[]): string {
  const escaped = codes.map((code) => code.replaceAll("&", "&amp;").replaceAll('"', "&quot;"));
  const list = escaped.map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${code}"/>`);
  const cells = codes.map((_, index) => `<xf numFmtId="${164 + index}" fontId="0" fillId="0"/>`);
  return `<numFmts count="${codes.length}">${list.join("")}</numFmts>${plainFonts}<cellXfs><xf numFmtId="0" fontId="0" fillId="0"/>${cells.join("")}</cellXfs>`;
}

const plainFonts =
  '<fonts count="1"><font><name val="Arial"/></font></fonts><fills count="1"><fill/></fills>';

/** Fonts as a styles part: style 1 has the first, and so on. */
export function fonts(...names: readonly string[]): string {
  const list = ["Arial", ...names].map((name) => `<font><name val="${name}"/></font>`);
  const cells = list.map((_, index) => `<xf numFmtId="0" fontId="${index}" fillId="0"/>`);
  return `<fonts>${list.join("")}</fonts><fills count="1"><fill/></fills><cellXfs>${cells.join("")}</cellXfs>`;
}

export interface RawEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the file says instead of the truth. */
  readonly statedSize?: number;
  readonly statedCrc?: number;
  readonly flags?: number;
  readonly method?: number;
  /** Points at the data of the entry before. */
  readonly overlaps?: boolean;
  /** What the directory calls it, when that is not what stands before its data. */
  readonly listedAs?: string;
  /** The directory does not know of it. */
  readonly unlisted?: boolean;
  /** Bytes of nobody's behind its data. */
  readonly followedBy?: Uint8Array;
}

/** A zip file that may lie about its entries. */
export function rawZip(entries: readonly RawEntry[]): Uint8Array {
  const pieces: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  let previous = 0;
  for (const entry of entries) {
    const { name, bytes, statedSize, statedCrc, flags = 0, method = 8, overlaps, listedAs = name } = entry;
    const packed = method === 8 ? deflateRawSync(bytes) : Buffer.from(bytes);
    const nameBytes = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(statedCrc ?? crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(statedSize ?? bytes.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const at = overlaps ? previous : offset;
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    const listed = Buffer.from(listedAs);
    const listedCommon = Buffer.from(common);
    listedCommon.writeUInt16LE(listed.length, 22);
    const signature = Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1");
    if (!entry.unlisted) central.push(Buffer.concat([signature, listedCommon, tail, listed]));
    if (overlaps) continue;
    previous = offset;
    const local = Buffer.concat([
      Buffer.from("PK\u0003\u0004", "latin1"),
      common,
      nameBytes,
      packed,
      entry.followedBy ?? Buffer.alloc(0),
    ]);
    pieces.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, directory, end]);
}

/** A compound file with these streams, all empty: enough to show what it is. */
export function compoundFile(streams: readonly string[]): Uint8Array {
  const SECTOR = 512;
  const END = 0xfffffffe;
  const header = Buffer.alloc(SECTOR);
  header.write("d0cf11e0a1b11ae1", "hex");
  header.writeUInt16LE(9, 30);
  header.writeUInt32LE(1, 44);
  header.writeUInt32LE(1, 48);
  header.fill(0xff, 76);
  header.writeUInt32LE(0, 76);
  const table = Buffer.alloc(SECTOR, 0xff);
  table.writeUInt32LE(0xfffffffd, 0);
  table.writeUInt32LE(END, 4);
  const directory = Buffer.alloc(SECTOR);
  ["Root Entry", ...streams].forEach((name, index) => {
    directory.write(name, index * 128, "utf16le");
    directory.writeUInt16LE(name.length * 2 + 2, index * 128 + 64);
    directory.writeUInt32LE(END, index * 128 + 116);
  });
  return Buffer.concat([header, table, directory]);
}
