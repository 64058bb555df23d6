import { once } from "node:events";
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { crc32, createDeflateRaw } from "node:zlib";

/** What every reader must find in a file, so that a fast reader that loses something is no winner. */
export interface Contents {
  readonly rows: number;
  readonly cells: number;
  /** Sum of all numbers but dates. */
  readonly sum: number;
  /** Letters in all texts. */
  readonly letters: number;
  readonly dates: number;
}

export interface BenchFile {
  readonly path: string;
  readonly contents: Contents;
}

const COLUMNS = "ABCDEFGHIJKLMNO";
const groups = ["Phường", "Trường học", "Phòng, ban", "Doanh nghiệp"];
const districts = Array.from({ length: 50 }, (_, index) => `Địa bàn số ${index + 1}`);
const states = ["đã thực hiện", "chưa thực hiện", "không phát sinh"];
const leads = Array.from({ length: 300 }, (_, index) => `Tổ dân phố ${index + 1}, phường Vĩnh Hải`);

/**
 * A table of fifteen columns as programs write it, made without any workbook library: four shared
 * texts, one unique shared text, one inline text, seven numbers, two dates.
 */
export async function tableFile(path: string, rows: number): Promise<BenchFile> {
  const about = `${path}.json`;
  if (existsSync(about)) return { path, contents: JSON.parse(readFileSync(about, "utf8")) as Contents };
  const shared: string[] = [...groups, ...districts, ...states, ...leads];
  let sum = 0;
  let letters = 0;
  const zip = new ZipFile(path);
  await zip.add("[Content_Types].xml", [contentTypes]);
  await zip.add("_rels/.rels", [relations([["rId1", "officeDocument", "xl/workbook.xml"]])]);
  await zip.add("xl/workbook.xml", [workbook]);
  await zip.add("xl/_rels/workbook.xml.rels", [
    relations([
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId2", "sharedStrings", "sharedStrings.xml"],
      ["rId3", "styles", "styles.xml"],
    ]),
  ]);
  await zip.add("xl/styles.xml", [styles]);
  await zip.add("xl/worksheets/sheet1.xml", sheet());
  await zip.add("xl/sharedStrings.xml", strings(shared));
  await zip.end();
  const contents: Contents = { rows, cells: rows * COLUMNS.length, sum, letters, dates: rows * 2 };
  writeFileSync(about, JSON.stringify(contents));
  return { path, contents };

  function* sheet(): Generator<string> {
    yield `${declaration}<worksheet xmlns="${MAIN}"><dimension ref="A1:O${rows}"/><sheetData>`;
    for (let row = 0; row < rows; row++) yield rowXml(row);
    yield "</sheetData></worksheet>";
  }

  function rowXml(row: number): string {
    const at = row + 1;
    const unique = `Báo cáo số ${at}/BC-UBND của đơn vị ${(row * 7919) % 1_000_003}`;
    const note = `ghi chú ${row % 977}`;
    const texts = [row % 4, 4 + (row % 50), 54 + (row % 3), 57 + (row % 300)];
    const numbers = [
      row,
      row * 3,
      (row % 1000) / 4,
      row % 2,
      (row * 31) % 100_000,
      1_234_567 + row,
      (row % 400) / 100,
    ];
    for (const index of texts) letters += (shared[index] as string).length;
    letters += unique.length + note.length;
    for (const number of numbers) sum += number;
    const index = shared.push(unique) - 1;
    const cells = [
      ...texts.map((text, column) => `<c r="${COLUMNS[column]}${at}" t="s"><v>${text}</v></c>`),
      `<c r="E${at}" t="s"><v>${index}</v></c>`,
      `<c r="F${at}" t="inlineStr"><is><t>${note}</t></is></c>`,
      ...numbers.map((number, column) => `<c r="${COLUMNS[column + 6]}${at}"><v>${number}</v></c>`),
      `<c r="N${at}" s="1"><v>${45_600 + (row % 60)}</v></c>`,
      `<c r="O${at}" s="1"><v>${45_600 + (row % 90)}</v></c>`,
    ];
    return `<row r="${at}" spans="1:15">${cells.join("")}</row>`;
  }
}

/** A folder of returns of two hundred rows each. */
export async function folderOfForms(folder: string, files: number): Promise<readonly BenchFile[]> {
  mkdirSync(folder, { recursive: true });
  const made: BenchFile[] = [];
  for (let index = 0; index < files; index++) made.push(await tableFile(`${folder}/form-${index}.xlsx`, 200));
  return made;
}

function* strings(shared: readonly string[]): Generator<string> {
  yield `${declaration}<sst xmlns="${MAIN}" uniqueCount="${shared.length}">`;
  for (const text of shared) yield `<si><t>${text}</t></si>`;
  yield "</sst>";
}

/** Writes entries as they are made, so that making a large file needs little memory. */
class ZipFile {
  private readonly out;
  private readonly central: Buffer[] = [];
  private offset = 0;

  constructor(path: string) {
    rmSync(path, { force: true });
    this.out = createWriteStream(path);
  }

  async add(name: string, pieces: Iterable<string>): Promise<void> {
    const deflate = createDeflateRaw({ level: 6 });
    const packed: Buffer[] = [];
    deflate.on("data", (chunk: Buffer) => packed.push(chunk));
    let crc = 0;
    let size = 0;
    let batch = "";
    const write = async (text: string) => {
      const bytes = Buffer.from(text);
      crc = crc32(bytes, crc);
      size += bytes.length;
      if (!deflate.write(bytes)) await once(deflate, "drain");
    };
    for (const piece of pieces) {
      batch += piece;
      if (batch.length < 1 << 18) continue;
      await write(batch);
      batch = "";
    }
    await write(batch);
    deflate.end();
    await once(deflate, "end");
    const data = Buffer.concat(packed);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(crc, 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(name.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(this.offset, 10);
    this.central.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), common, tail, Buffer.from(name));
    await this.write(Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), common, Buffer.from(name), data]));
  }

  async end(): Promise<void> {
    const directory = Buffer.concat(this.central);
    const end = Buffer.alloc(22);
    end.write("PK\x05\x06", "latin1");
    end.writeUInt16LE(this.central.length / 4, 8);
    end.writeUInt16LE(this.central.length / 4, 10);
    end.writeUInt32LE(directory.length, 12);
    end.writeUInt32LE(this.offset, 16);
    await this.write(Buffer.concat([directory, end]));
    this.out.end();
    await once(this.out, "finish");
  }

  private async write(bytes: Buffer): Promise<void> {
    this.offset += bytes.length;
    if (!this.out.write(bytes)) await once(this.out, "drain");
  }
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const workbook = `${declaration}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Số liệu" sheetId="1" r:id="rId1"/></sheets></workbook>`;
const styles = `${declaration}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Times New Roman"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;
const contentTypes = `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`;

function relations(list: readonly (readonly [string, string, string])[]): string {
  const items = list.map(
    ([id, kind, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join("")}</Relationships>`;
}
