import { zlibSync } from "fflate";
import { crc32 } from "../docx/zip.ts";

/**
 * A black and white picture, one bit for a pixel: a QR code takes some 500 bytes, where general
 * encoders write thousands.
 *
 * @param black whether the pixel is black
 */
export function bilevelPng(
  width: number,
  height: number,
  black: (x: number, y: number) => boolean,
): Uint8Array {
  const rowLength = 1 + Math.ceil(width / 8);
  const rows = new Uint8Array(rowLength * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      // White is 1.
      if (!black(x, y)) {
        const at = y * rowLength + 1 + (x >> 3);
        rows[at] = (rows[at] as number) | (0x80 >> (x & 7));
      }
    }
  }
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header[8] = 1;
  const chunks = [
    chunk("IHDR", header),
    chunk("IDAT", zlibSync(rows, { level: 9 })),
    chunk("IEND", new Uint8Array(0)),
  ];
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return Uint8Array.from([signature, ...chunks].flatMap((part) => [...part]));
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let index = 0; index < 4; index += 1) bytes[4 + index] = type.charCodeAt(index);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}
