import { readFileSync } from "node:fs";

const faces = ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"];

/** The four faces of Tinos, which has the metrics of Times New Roman and every Vietnamese letter. */
export const tinos: readonly Uint8Array[] = faces.map((face) => {
  const folder = new URL(`../node_modules/@expo-google-fonts/tinos/${face}/`, import.meta.url);
  return readFileSync(new URL(`Tinos_${face}.ttf`, folder));
});
