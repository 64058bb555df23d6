/** `hòa`, `thủy` as most offices write; `hoà`, `thuỷ` as the school rule has it. Decree 30/2020 itself mixes both. */
export type TonePlacement = "hòa" | "hoà";

const toneMark = /[\u0300\u0301\u0303\u0309\u0323]/u;
const vowels = "aeiouyăâêôơư";

/**
 * Puts a tone on a syllable that has none.
 *
 * @param syllable letters in NFC, vowel qualities and đ included
 * @param tone a combining tone mark; empty for none
 * @returns NFC; the syllable unchanged when it has no vowel
 */
export function withTone(syllable: string, tone: string, placement: TonePlacement = "hòa"): string {
  const at = toneVowel([...syllable.toLowerCase()], placement);
  if (at < 0 || tone === "") return syllable;
  return (syllable.slice(0, at + 1) + tone + syllable.slice(at + 1)).normalize("NFC");
}

/** Which letter bears the tone: the one with a vowel mark (the second of ươ), else the nucleus. */
function toneVowel(letters: readonly string[], placement: TonePlacement): number {
  const last = letters.findLastIndex((letter) => vowels.includes(letter));
  if (last < 0) return -1;
  let first = last;
  while (first > 0 && vowels.includes(letters[first - 1] as string)) first -= 1;
  // The u of `qu` and the i of `gi` belong to the consonant when another vowel follows.
  const before = letters[first - 1];
  if (
    last > first &&
    ((before === "q" && letters[first] === "u") || (before === "g" && letters[first] === "i"))
  ) {
    first += 1;
  }
  for (let at = last; at >= first; at -= 1) if (/[ăâêôơư]/u.test(letters[at] as string)) return at;
  const size = last - first + 1;
  if (size === 1) return first;
  if (size === 3 || last < letters.length - 1) return first + 1;
  const pair = `${letters[first]}${letters[last]}`;
  return placement === "hoà" && ["oa", "oe", "uy"].includes(pair) ? last : first;
}

/** Moves the tone of every syllable to where the style puts it; the text is otherwise unchanged, and in NFC. */
export function placeTones(text: string, placement: TonePlacement = "hòa"): string {
  return text.normalize("NFC").replace(/\p{L}+/gu, (word) => {
    const bare: string[] = [];
    let tone = "";
    for (const character of word.normalize("NFD")) {
      if (toneMark.test(character)) {
        // Two tones are no Vietnamese syllable, so it is left alone.
        if (tone !== "") return word;
        tone = character;
      } else bare.push(character);
    }
    return tone === "" ? word : withTone(bare.join("").normalize("NFC"), tone, placement);
  });
}
