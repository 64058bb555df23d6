/** Consonants a syllable may begin with, in letters without marks; those of minority languages included, for their names are many. */
const onsets = new Set(
  (
    "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph q qu r s t th tr v x f j w z " +
    "bl br dr gr hl hr kl kr ml mn my pl pr sl sr tl vr kb kd kn kp kt rb rd"
  ).split(" "),
);
const codas = new Set("c ch m n ng nh p t k l r h s g".split(" "));

/**
 * Whether letters without marks can be one syllable: consonants, vowels, consonants. `hai` and
 * `krong` can; `bql`, `tnmt` and `ub` cannot, so they are first letters of words.
 */
export function hasSyllableShape(letters: string): boolean {
  const parts = /^([^aeiouy]*)([aeiouy]{1,4})([^aeiouy]*)$/.exec(letters);
  if (!parts) return false;
  const [, onset = "", , coda = ""] = parts;
  return (onset === "" || onsets.has(onset)) && (coda === "" || codas.has(coda));
}
