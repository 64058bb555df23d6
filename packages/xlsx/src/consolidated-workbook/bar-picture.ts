import { crc32, deflateSync } from "node:zlib";

/** Sizes in pixels. */
export interface BarPictureSize {
  readonly width: number;
  /** Of one bar with the gap around it: the height of the row it stands beside. */
  readonly rowHeight: number;
}

/**
 * Horizontal bars as a PNG, one below the other, without text: labels and values stand in the cells
 * beside them, where they can be read, searched and copied, in the workbook's own font. The same
 * values give the same bytes. A value of 0, or none, has no bar.
 */
export function barPicture(values: readonly number[], { width, rowHeight }: BarPictureSize): Uint8Array {
  const largest = Math.max(1, ...values);
  const gap = Math.round(rowHeight / 4);
  const height = Math.max(1, values.length * rowHeight);
  // One byte a pixel, each line with its filter byte 0 in front.
  const pixels = Buffer.alloc(height * (width + 1));
  values.forEach((value, index) => {
    // The smallest amount that is there at all must be seen.
    const length = value > 0 ? Math.max(1, Math.round((value / largest) * width)) : 0;
    for (let y = index * rowHeight + gap; y < (index + 1) * rowHeight - gap; y += 1) {
      pixels.fill(1, y * (width + 1) + 1, y * (width + 1) + 1 + length);
    }
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8); // eight bits a pixel, colours by palette
  const palette = Buffer.from([255, 255, 255, 0x5b, 0x8d, 0xb8]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return new Uint8Array(
    Buffer.concat([
      signature,
      chunk("IHDR", header),
      chunk("PLTE", palette),
      chunk("IDAT", deflateSync(pixels, { level: 9 })),
      chunk("IEND", Buffer.alloc(0)),
    ]),
  );
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
