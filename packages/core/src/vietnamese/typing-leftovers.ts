import { withTone } from "./tone-placement.ts";

/** Keys that set a mark: on which vowels, or on the whole syllable. */
interface Keys {
  readonly tones: Readonly<Record<string, string>>;
  readonly circumflex: string;
  readonly horn: string;
  readonly breve: string;
  readonly bar: string;
}

const grave = "\u0300";
const acute = "\u0301";
const hook = "\u0309";
const tilde = "\u0303";
const dot = "\u0323";

const vniKeys: Keys = {
  tones: { "1": acute, "2": grave, "3": hook, "4": tilde, "5": dot },
  circumflex: "6",
  horn: "7",
  breve: "8",
  bar: "9",
};

const viqrKeys: Keys = {
  tones: { "'": acute, "`": grave, "?": hook, "~": tilde, ".": dot },
  circumflex: "^",
  horn: "+",
  breve: "(",
  bar: "",
};

const isVowel = (letter: string) => /[aeiouyăâêôơư]/iu.test(letter);

/** The letters of one word while its keys are replayed. */
interface Word {
  letters: string[];
  tone: string;
  changed: boolean;
}

const quality: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  circumflex: { a: "â", e: "ê", o: "ô" },
  horn: { o: "ơ", u: "ư" },
  breve: { a: "ă" },
};

function setQuality(word: Word, kind: "circumflex" | "horn" | "breve"): boolean {
  const map = quality[kind] as Readonly<Record<string, string>>;
  const replaced = (at: number) => {
    const letter = word.letters[at] as string;
    const changed = map[letter.toLowerCase()];
    if (changed === undefined) return false;
    word.letters[at] = letter === letter.toLowerCase() ? changed : changed.toUpperCase();
    return true;
  };
  for (let at = word.letters.length - 1; at >= 0; at -= 1) {
    if (!replaced(at)) continue;
    // One horn key makes both letters of ươ.
    if (
      kind === "horn" &&
      /o/i.test(originalOf(word.letters[at] as string)) &&
      /u/i.test(word.letters[at - 1] ?? "")
    ) {
      if (!/q/i.test(word.letters[at - 2] ?? "")) replaced(at - 1);
    }
    word.changed = true;
    return true;
  }
  return false;
}

const originalOf = (letter: string) => letter.normalize("NFD").charAt(0);

function setBar(word: Word): boolean {
  const at = word.letters.findIndex((letter) => /d/i.test(letter));
  if (at < 0) return false;
  word.letters[at] = word.letters[at] === "d" ? "đ" : "Đ";
  word.changed = true;
  return true;
}

const finish = (word: Word) => withTone(word.letters.join(""), word.tone);

function telexWord(text: string): string | null {
  const word: Word = { letters: [], tone: "", changed: false };
  const tones: Readonly<Record<string, string>> = { s: acute, f: grave, r: hook, x: tilde, j: dot };
  for (const letter of text) {
    const key = letter.toLowerCase();
    const hasVowel = word.letters.some(isVowel);
    const tone = tones[key];
    if (tone !== undefined && hasVowel) {
      word.tone = tone;
      word.changed = true;
    } else if (key === "z" && hasVowel) {
      word.tone = "";
      word.changed = true;
    } else if (key === "w") {
      if (setQuality(word, "horn")) continue;
      if (setQuality(word, "breve")) continue;
      word.letters.push(letter === "w" ? "ư" : "Ư");
      word.changed = true;
    } else if (key === "d" && word.letters.length > 0 && /d/i.test(word.letters[0] as string)) {
      setBar(word);
    } else if (/[aeo]/.test(key) && doubled(word, key)) {
      word.changed = true;
    } else word.letters.push(letter);
  }
  return word.changed ? finish(word) : null;
}

/** `aa`, or `a` again after the consonants that end a syllable (`Tana`): a circumflex. */
function doubled(word: Word, key: string): boolean {
  const at = word.letters.findLastIndex((letter) => letter.toLowerCase() === key);
  if (at < 0 || word.letters.slice(at + 1).some(isVowel)) return false;
  const map = quality["circumflex"] as Readonly<Record<string, string>>;
  const letter = word.letters[at] as string;
  word.letters[at] = letter === key ? (map[key] as string) : (map[key] as string).toUpperCase();
  return true;
}

/**
 * Text typed in Telex while the input method was off: `Vinhx Hair` is `Vĩnh Hải`, `Dduwowngf` is `Đường`.
 *
 * @returns null when no word holds a key of Telex
 */
export function fromTelex(text: string): string | null {
  if (!/[a-z][sfrxjwz]|w|d[a-z]*d|([aeo])[a-z]*\1/i.test(text)) return null;
  let changed = false;
  const decoded = text.replace(/[a-z]+/gi, (typed) => {
    const word = telexWord(typed);
    if (word === null) return typed;
    changed = true;
    return word;
  });
  return changed ? decoded : null;
}

function withKeys(typed: string, keys: Keys): string | null {
  const word: Word = { letters: [], tone: "", changed: false };
  for (const letter of typed) {
    const tone = keys.tones[letter];
    if (tone !== undefined && word.letters.some(isVowel)) {
      word.tone = tone;
      word.changed = true;
    } else if (letter === keys.circumflex) {
      if (!setQuality(word, "circumflex")) return null;
    } else if (letter === keys.horn) {
      if (!setQuality(word, "horn")) return null;
    } else if (letter === keys.breve) {
      if (!setQuality(word, "breve")) return null;
    } else if (letter === keys.bar) {
      if (!setBar(word)) return null;
    } else if (/[a-zđ]/iu.test(letter)) word.letters.push(letter);
    else return null;
  }
  return word.changed ? finish(word) : null;
}

function replaceWords(text: string, pattern: RegExp, keys: Keys): string | null {
  let changed = false;
  const decoded = text.replace(pattern, (typed) => {
    const word = withKeys(typed, keys);
    if (word === null) return typed;
    changed = true;
    return word;
  });
  return changed ? decoded : null;
}

/** Text typed with the number keys of VNI while the input method was off: `Vi4nh Ha3i`. Null when there are none. */
export function fromVniTyping(text: string): string | null {
  return replaceWords(text, /[a-z]+[1-9][a-z0-9]*/gi, vniKeys);
}

/** Text in VIQR, the marks as punctuation after their vowels: `Vi~nh Ha?i`, `Phu+o+'c`. Null when there are none. */
export function fromViqr(text: string): string | null {
  const barred = text.replace(/dd/g, "đ").replace(/D[dD]/g, "Đ");
  return replaceWords(barred, /[a-zđ]+['`?~.^+(][a-zđ'`?~.^+(]*/giu, viqrKeys);
}
