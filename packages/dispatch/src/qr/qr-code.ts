import { correction, generate } from "lean-qr";
import { bilevelPng } from "./png.ts";

/** White modules around the code, without which readers do not find it (ISO/IEC 18004 asks for four). */
const quietZone = 4;
/** Pixels for one module: fine enough for print at 3 cm. */
const scale = 8;

/** A QR code as a picture, with its quiet zone. */
export interface QrPicture {
  readonly png: Uint8Array;
  /** Width and height in pixels. */
  readonly size: number;
  /** Modules on one side, border not counted. */
  readonly modules: number;
}

/** A QR code with error level M (15 % of it may be damaged) and its border. @throws {RangeError} when the text is too long */
export function qrPicture(text: string): QrPicture {
  const code = encode(text);
  const size = (code.size + 2 * quietZone) * scale;
  const module = (pixel: number) => Math.floor(pixel / scale) - quietZone;
  return {
    png: bilevelPng(size, size, (x, y) => code.get(module(x), module(y))),
    size,
    modules: code.size,
  };
}

/** The same as an SVG that scales without blur. */
export function qrSvg(text: string, label: string): string {
  const code = encode(text);
  const size = code.size + 2 * quietZone;
  let path = "";
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      if (!code.get(x, y)) continue;
      let end = x + 1;
      while (end < code.size && code.get(end, y)) end += 1;
      path += `M${x + quietZone} ${y + quietZone}h${end - x}v1h-${end - x}z`;
      x = end;
    }
  }
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`
  );
}

function encode(text: string) {
  try {
    return generate(text, { minCorrectionLevel: correction.M, maxCorrectionLevel: correction.M });
  } catch (cause) {
    throw new RangeError("the text is too long for a QR code", { cause });
  }
}
