// Names of kinds that the sample does not have, labelled by its rules alone and made with a fixed seed.
//
//   --show-wrong   every answer that is not the expected one
//   --only=NAME    one set of cases
import { build } from "./ours.mjs";
import { absent, withoutSome } from "./unseen/absent.mjs";
import { again } from "./unseen/again.mjs";
import { home } from "./unseen/home.mjs";
import { oldNames } from "./unseen/old-names.mjs";
import { places } from "./unseen/places.mjs";
import { rewritten } from "./unseen/rewritten.mjs";
import { country2024, country2025, recipients } from "./unseen/subjects.mjs";
import { taken } from "./unseen/taken.mjs";
import { typing } from "./unseen/typing.mjs";
import { unanswerable } from "./unseen/unanswerable.mjs";
import { wording } from "./unseen/wording.mjs";
import { written } from "./unseen/written.mjs";

const sets = {
  rewritten,
  taken,
  typing,
  wording,
  places,
  oldNames,
  home,
  unanswerable,
  absent,
  again,
  written,
};
const show = process.argv.includes("--show-wrong");
const only = process.argv.find((one) => one.startsWith("--only="))?.slice(7);

const directories = {
  "nha-trang": recipients,
  "vn-2024-10": country2024,
  "vn-2025-07": country2025,
  ...withoutSome,
};
const resolvers = Object.fromEntries(
  Object.entries(directories).map(([name, directory]) => [name, build(directory)]),
);

const isUnit = (label) => label !== "ambiguous" && label !== "unknown";
const share = (part, whole) => (whole === 0 ? "-" : (part / whole).toFixed(4));

function score(cases) {
  const seen = new Set();
  const categories = new Map();
  const lines = [];
  const sum = { cases: 0, answered: 0, right: 0, answerable: 0, found: 0, unanswerable: 0, filed: 0 };
  for (const { category, dir, input, context, expected, accept } of cases) {
    const key = JSON.stringify([dir, input, context]);
    if (seen.has(key)) continue;
    seen.add(key);
    const answer = resolvers[dir].resolve(input, context);
    const got = answer.status === "matched" ? answer.id : answer.status;
    const right = got === expected || accept.includes(got);
    const row = categories.get(category) ?? { cases: 0, wrong: 0, missed: 0 };
    categories.set(category, row);
    row.cases += 1;
    sum.cases += 1;
    if (isUnit(got)) {
      sum.answered += 1;
      if (right) sum.right += 1;
      else row.wrong += 1;
    }
    if (isUnit(expected)) {
      sum.answerable += 1;
      if (got === expected) sum.found += 1;
      else if (!isUnit(got)) row.missed += 1;
    } else {
      sum.unanswerable += 1;
      if (isUnit(got) && !right) sum.filed += 1;
    }
    if (!right)
      lines.push(
        `${isUnit(got) ? "WRONG" : "miss "} ${category} ${dir} ${JSON.stringify(input)} ${JSON.stringify(context)} expected ${expected} got ${got}`,
      );
  }
  return { sum, categories, lines };
}

for (const [name, make] of Object.entries(sets)) {
  if (only !== undefined && only !== name) continue;
  const { sum, categories, lines } = score(make());
  console.log(
    `${name}: ${sum.cases} names of ${categories.size} kinds, precision ${share(sum.right, sum.answered)}, ` +
      `recall ${share(sum.found, sum.answerable)}, unanswerable filed ${sum.filed} of ${sum.unanswerable}`,
  );
  for (const [category, row] of [...categories].sort(
    ([, a], [, b]) => b.wrong - a.wrong || b.missed - a.missed,
  ))
    if (row.wrong + row.missed > 0)
      console.log(`  ${category.padEnd(32)} ${row.cases} names, ${row.wrong} wrong, ${row.missed} missed`);
  if (show) console.log(lines.join("\n"));
}
