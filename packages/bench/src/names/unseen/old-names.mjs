// Names of before and after the reform of 07/2025, beside old and new places.
import { unmarked } from "../noise.mjs";
import { communes2025, country2025, gatherer, nameKey, unmarkedKey } from "./subjects.mjs";

import { bare, districtShort, picker } from "./place-words.mjs";

export function oldNames() {
  const { add, random, cases } = gatherer(331);
  const pick = picker(random);
  const text = (unit) => `${unit.type} ${unit.name}`;
  // 07/2025: current names beside old places, old names beside old and new ones
  const currentNames = new Map();
  for (const { full_name, province } of country2025.units)
    currentNames.set(`${province} ${nameKey(full_name)}`, true);
  const byId = new Map(country2025.units.map((unit) => [unit.id, unit]));
  const events = [...Map.groupBy(country2025.predecessors, ({ old_code }) => old_code).values()];
  const bareOld = (name) => name.replace(/^(Phường|Xã|Thị trấn) /, "");
  const oldEvent = (list) => {
    const [{ old_name, old_district, old_province }] = list;
    const successors = [...new Set(list.map(({ new_id }) => new_id))];
    return { old_name, old_district, old_province, successors, unit: byId.get(successors[0]) };
  };
  const sameOld = (event, test) =>
    events
      .map(oldEvent)
      .filter((other) => nameKey(other.old_name) === nameKey(event.old_name) && test(other));
  const numbered = /\d/;
  const old = (category, count, wanted, make) =>
    pick(count, events, (list) => {
      const event = oldEvent(list);
      if (!event.old_district || numbered.test(event.old_name) || !wanted(event)) return false;
      if (currentNames.has(`${event.unit.province} ${nameKey(event.old_name)}`)) return false;
      return make(event);
    });
  old(
    "old",
    40,
    ({ successors }) => successors.length === 1,
    (event) => {
      add(
        "old_with_old_places",
        "vn-2025-07",
        random.of([event.old_name, unmarked(event.old_name), `UBND ${event.old_name.toLowerCase()}`]),
        {
          district: random.of([
            event.old_district,
            districtShort(event.old_district, random),
            bare(event.old_district),
          ]),
          province: random.of([event.old_province, bare(event.old_province)]),
        },
        event.successors[0],
      );
      return true;
    },
  );
  old(
    "old",
    40,
    ({ successors }) => successors.length === 1,
    (event) => {
      if (sameOld(event, (other) => other.unit.province === event.unit.province).length > 1) return false;
      add(
        "old_with_new_province",
        "vn-2025-07",
        event.old_name,
        { province: random.of([event.unit.province, bare(event.unit.province)]) },
        event.successors[0],
      );
      return true;
    },
  );
  old(
    "old",
    40,
    ({ successors }) => successors.length === 1,
    (event) => {
      add(
        "old_inline",
        "vn-2025-07",
        random.of([
          `${event.old_name}, ${event.old_district}, ${event.old_province}`,
          `${event.old_name} - ${event.old_district} - ${bare(event.old_province)}`,
          `${event.old_name} (${event.old_district}, ${event.old_province})`,
        ]),
        {},
        event.successors[0],
      );
      return true;
    },
  );
  old(
    "old",
    30,
    ({ successors }) => successors.length === 1,
    (event) => {
      add(
        "old_said_so",
        "vn-2025-07",
        random.of([
          `${event.old_name} (cũ)`,
          `${event.old_name} cũ`,
          `${event.old_name} trước sáp nhập`,
          `${event.old_name} (trước 01/7/2025)`,
          `${event.old_name} trước đây`,
        ]),
        { district: event.old_district, province: event.old_province },
        event.successors[0],
      );
      return true;
    },
  );
  old(
    "old",
    40,
    () => true,
    (event) => {
      const { unit } = event;
      if (numbered.test(unit.name)) return false;
      add(
        "old_and_new",
        "vn-2025-07",
        random.of([
          `${event.old_name} (nay là ${unit.full_name.toLowerCase().replace(unit.name.toLowerCase(), unit.name)})`,
          `${event.old_name} nay là ${unit.full_name}`,
          `${unit.full_name} (trước đây là ${event.old_name})`,
          `${unit.full_name} (${event.old_name} cũ)`,
          `${event.old_name} -> ${unit.full_name}`,
          `${unit.full_name} (tên cũ: ${event.old_name})`,
          `${event.old_name}, nay thuộc ${unit.full_name}`,
          `${event.old_name} (mới: ${unit.full_name})`,
        ]),
        { province: unit.province },
        unit.id,
      );
      return true;
    },
  );
  old(
    "old",
    30,
    ({ successors }) => successors.length > 1,
    (event) => {
      add(
        "neg_old_split",
        "vn-2025-07",
        random.of([event.old_name, unmarked(event.old_name), `${event.old_name} (cũ)`]),
        { district: event.old_district, province: event.old_province },
        "ambiguous",
        ["unknown"],
      );
      return true;
    },
  );
  pick(30, events, (list) => {
    const event = oldEvent(list);
    const { unit } = event;
    if (!event.old_district || numbered.test(unit.name) || communes2025.every(({ id }) => id !== unit.id))
      return false;
    if (event.old_district === event.old_name) return false;
    // the new commune lies in the old district: its own name wins over an old one
    add(
      "new_with_old_places",
      "vn-2025-07",
      unit.full_name,
      { district: event.old_district, province: random.of([unit.province, event.old_province]) },
      unit.id,
    );
    return true;
  });
  pick(
    30,
    communes2025,
    (unit) => (
      add(
        "new_inline",
        "vn-2025-07",
        random.of([
          `${text(unit)}, ${unit.province}`,
          `${text(unit)} - ${bare(unit.province)}`,
          `${bare(unit.province)}: ${text(unit)}`,
          `${unmarked(text(unit))}, ${unmarked(unit.province)}`,
          `${text(unit)} (${bare(unit.province)})`,
        ]),
        {},
        unit.id,
      ),
      true
    ),
  );
  pick(40, communes2025, (unit) => {
    const other = random.of(communes2025);
    if (other.province === unit.province) return false;
    const taken = [
      ...country2025.units,
      ...country2025.predecessors.map((row) => ({
        name: bareOld(row.old_name),
        province: byId.get(row.new_id).province,
      })),
    ];
    if (
      taken.some(
        ({ name, province }) => province === other.province && unmarkedKey(name) === unmarkedKey(unit.name),
      )
    )
      return false;
    add(
      "neg_new_other_province",
      "vn-2025-07",
      random.of([text(unit), unmarked(text(unit)), unit.name]),
      { province: other.province },
      "unknown",
      ["ambiguous"],
    );
    return true;
  });

  return cases;
}
