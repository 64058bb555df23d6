/** One entry of a zip file, as its central directory describes it. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated; nothing else is read. */
  readonly method: 0 | 8;
  readonly crc: number;
  readonly packedSize: number;
  /** Unpacked size as stated; held to while inflating. */
  readonly size: number;
  /** The packed bytes, a view into the file. */
  readonly packed: Uint8Array;
}
