// Directories with every twelfth unit taken out: what those units are called must not lead to those that stayed.
import {
  country2024,
  distance,
  gatherer,
  nameKey,
  recipients,
  rivals,
  schools,
  unmarkedKey,
  wards,
  communes2024,
} from "./subjects.mjs";

const third = (id) => [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 12 === 0;
export const withoutSome = {
  "nha-trang-less": {
    ...recipients,
    units: recipients.units.filter(({ id }) => !third(id)),
    predecessors: [],
  },
  "vn-2024-10-less": { ...country2024, units: country2024.units.filter(({ id }) => !third(id)) },
};

export function absent() {
  const { add, random, cases } = gatherer(55);
  const close = (subject, left) =>
    left.some(
      ({ name, number }) =>
        (number ?? "") === (subject.number ?? "") &&
        (distance(unmarkedKey(name), unmarkedKey(subject.name)) <= 1 ||
          nameKey(name) === nameKey(subject.name)),
    );
  for (const subject of [...wards, ...schools].filter(({ id }) => third(id)))
    for (let i = 0; i < 3; i += 1) {
      const left = [...wards, ...schools].filter(
        ({ id }) => !third(id) && id.split("-")[0] === subject.id.split("-")[0],
      );
      if (!close(subject, left))
        add(
          "neg_absent",
          "nha-trang-less",
          random.of(subject.typeForms) + subject.name + subject.number,
          {},
          "unknown",
          ["ambiguous"],
        );
    }
  for (const subject of communes2024.filter(({ id }) => third(id) && random.next() < 0.15))
    if (
      !close(
        subject,
        rivals(subject).filter(({ id }) => !third(id)),
      )
    )
      add(
        "neg_absent_country",
        "vn-2024-10-less",
        random.of(subject.typeForms) + subject.name,
        subject.context,
        "unknown",
        ["ambiguous"],
      );
  return cases;
}
