/** Consonants a syllable may begin with, in letters without marks. */
const onsets = new Set("b c ch d g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x".split(" "));
/** Those of names from minority languages besides: `Krông`, `Đliê`, `Mdrắk`. */
const foreignOnsets = new Set(
  "f j w z bl br dl dr gl gr hl hr kl kr kb kd kn kp kt ml mn mr my pl pr rb rd sl sr tl vr".split(" "),
);
const codas = new Set("c ch m n ng nh p t".split(" "));
const foreignCodas = new Set("k l r h s g".split(" "));
/** Vowels that can stand together, with and without a final consonant. */
const closedVowels = new Set("a e i o u y ia ie oa oe oo ua ue ui uo uy uye ye uya".split(" "));
const openVowels = new Set(
  "a e i o u y ai ao au ay eo eu ia ieu iu oa oai oao oay oe oeo oi oo ua uai uay ue ui uo uoi uou uu uy uya uyu ye yeu ie uao ueo".split(
    " ",
  ),
);

const parts = /^([^aeiouy]*)([aeiouy]+)([^aeiouy]*)$/;

/**
 * Whether letters without marks can be one syllable: consonants, vowels, consonants. `hai` and
 * `krong` can; `bql`, `tnmt` and `ub` cannot, so they are first letters of words.
 */
export function hasSyllableShape(letters: string): boolean {
  const found = parts.exec(letters);
  if (!found) return false;
  const [, onset = "", vowels = "", coda = ""] = found;
  const begins = onset === "" || onsets.has(onset) || foreignOnsets.has(onset);
  return begins && vowels.length <= 4 && (coda === "" || codas.has(coda) || foreignCodas.has(coda));
}

/**
 * Whether letters without marks spell a syllable of Vietnamese. A misspelling seldom does: `phưpc`,
 * `Nguyrn` and `Vnh` do not, so they are slips; `Vĩnh` for `Bình` does, so it may be another name.
 */
export function isVietnameseSyllable(letters: string): boolean {
  const found = parts.exec(letters);
  if (!found) return false;
  let [, onset = "", vowels = ""] = found;
  const coda = found[3] ?? "";
  // The u of qu and the i of gi belong to the consonant.
  if (
    (onset === "q" && vowels.startsWith("u")) ||
    (onset === "g" && vowels.startsWith("i") && vowels.length > 1)
  ) {
    onset += vowels.charAt(0);
    vowels = vowels.slice(1);
  }
  if (onset !== "" && !onsets.has(onset)) return false;
  return coda === "" ? openVowels.has(vowels) : codas.has(coda) && closedVowels.has(vowels);
}
