// Where a unit lies, said in columns or in the name: shortened, exchanged, of other days, contradicting.
import { unmarked } from "../noise.mjs";
import { communes2024, country2024, gatherer, nameKey, unmarkedKey } from "./subjects.mjs";

import { bare, districtShort, only, picker, provinceShort } from "./place-words.mjs";

export function places() {
  const { add, random, cases } = gatherer(33);
  const pick = picker(random);
  const text = (unit) => `${unit.type} ${unit.name}`;
  const aloneIn = (unit, place) =>
    only(
      communes2024,
      (other) =>
        nameKey(text(other)) === nameKey(text(unit)) &&
        other[place] === unit[place] &&
        other.province === unit.province,
    );

  pick(120, communes2024, (unit) => {
    const forms = provinceShort[unit.province];
    return (
      forms &&
        aloneIn(unit, "district") &&
        add(
          "place_province_short",
          "vn-2024-10",
          text(unit),
          { district: random.of([unit.district, bare(unit.district)]), province: random.of(forms) },
          unit.id,
        ),
      forms
    );
  });
  pick(
    60,
    communes2024,
    (unit) => (
      add(
        "place_district_short",
        "vn-2024-10",
        text(unit),
        {
          district: districtShort(unit.district, random),
          province: random.of([bare(unit.province), unit.province]),
        },
        unit.id,
      ),
      true
    ),
  );
  pick(
    40,
    communes2024,
    (unit) => (
      add(
        "place_all_short",
        "vn-2024-10",
        `${{ Phường: "P", Xã: "X", "Thị trấn": "TT" }[unit.type]}${random.of([". ", ".", " "])}${unit.name}, ${districtShort(unit.district, random)}, ${random.of(["T. ", "T.", "tỉnh ", "", "Tỉnh "])}${bare(unit.province)}`,
        {},
        unit.id,
      ),
      true
    ),
  );
  pick(
    40,
    communes2024,
    (unit) => (
      add(
        "place_text_and_columns",
        "vn-2024-10",
        `${text(unit)} - ${random.of([unit.district, districtShort(unit.district, random), bare(unit.district)])}`,
        unit.context,
        unit.id,
      ),
      !/\d/.test(unit.district)
    ),
  );
  pick(40, communes2024, (unit) => {
    const other = random.of(communes2024);
    if (other.province === unit.province) return false;
    add(
      "neg_place_contradicts",
      "vn-2024-10",
      `${text(unit)}, ${unit.district}`,
      { district: other.district, province: other.province },
      "unknown",
      ["ambiguous"],
    );
    return true;
  });
  pick(30, communes2024, (unit) => {
    const other = random.of(communes2024);
    if (bare(other.district) === bare(unit.district) || nameKey(other.name) === nameKey(unit.name))
      return false;
    // district of another province beside a province that is understood
    if (
      country2024.units.some(
        ({ district, province }) =>
          province === unit.province && unmarkedKey(bare(district)) === unmarkedKey(bare(other.district)),
      )
    )
      return false;
    add(
      "neg_place_district_elsewhere",
      "vn-2024-10",
      text(unit),
      { district: other.district, province: unit.province },
      "unknown",
      ["ambiguous", unit.id],
    );
    return true;
  });
  pick(30, communes2024, (unit) => {
    const alone = only(communes2024, (other) => unmarkedKey(other.name) === unmarkedKey(unit.name));
    if (!alone) return false;
    add(
      "place_none_needed",
      "vn-2024-10",
      random.of([text(unit), unit.name, `UBND ${text(unit).toLowerCase()}`, unmarked(text(unit))]),
      {},
      unit.id,
    );
    return true;
  });
  pick(40, communes2024, (unit) => {
    if (only(communes2024, (other) => nameKey(text(other)) === nameKey(text(unit)))) return false;
    add(
      "neg_place_none_given",
      "vn-2024-10",
      random.of([text(unit), unmarked(text(unit)), `UBND ${text(unit).toLowerCase()}`]),
      {},
      "ambiguous",
    );
    return true;
  });
  pick(30, communes2024, (unit) => {
    const same = communes2024.filter(
      (other) => other.province === unit.province && nameKey(text(other)) === nameKey(text(unit)),
    );
    if (same.length < 2) return false;
    add(
      "neg_place_province_only",
      "vn-2024-10",
      text(unit),
      { province: random.of([unit.province, bare(unit.province)]) },
      "ambiguous",
    );
    return true;
  });
  pick(30, communes2024, (unit) => {
    const same = communes2024.filter(
      (other) =>
        other.district === unit.district &&
        other.province === unit.province &&
        unmarkedKey(other.name) === unmarkedKey(unit.name),
    );
    if (same.length < 2) return false;
    add("neg_place_no_type", "vn-2024-10", unmarked(unit.name), unit.context, "ambiguous");
    return true;
  });
  pick(40, communes2024, (unit) => {
    const shape = random.below(5);
    if (!aloneIn(unit, "province") && shape > 1) return false;
    const [typed, context] = [
      [unit.district, { district: text(unit), province: unit.province }],
      [bare(unit.province), { district: unit.district, province: text(unit) }],
      [unit.province, { province: text(unit) }],
      [unit.district, { district: text(unit) }],
      [`${unit.district}, ${unit.province}`, { district: text(unit) }],
    ][shape];
    if (
      shape === 3 &&
      !only(
        communes2024,
        (other) =>
          nameKey(text(other)) === nameKey(text(unit)) && bare(other.district) === bare(unit.district),
      )
    )
      return false;
    add("place_columns_exchanged", "vn-2024-10", typed, context, unit.id);
    return true;
  });
  pick(
    30,
    communes2024,
    (unit) => (
      add(
        "place_empty_columns",
        "vn-2024-10",
        `${text(unit)}, ${unit.district}, ${unit.province}`,
        random.of([
          { district: "", province: "" },
          { district: " ", province: "-" },
          { district: "n/a" },
          { district: "như trên", province: "x" },
          { group: "" },
        ]),
        unit.id,
      ),
      true
    ),
  );
  pick(40, communes2024, (unit) => {
    const districtText = random.of([
      unit.district.toUpperCase(),
      unmarked(unit.district).toLowerCase(),
      unit.district.normalize("NFD"),
      unit.district.replace(" ", "\u00a0"),
      ` ${unit.district}  `,
      `${unit.district}.`,
      `1. ${unit.district}`,
      `(${unit.district})`,
      `UBND ${unit.district.toLowerCase()}`,
    ]);
    add(
      "place_column_typing",
      "vn-2024-10",
      text(unit),
      {
        district: districtText,
        province: random.of([
          unit.province.toUpperCase(),
          unmarked(unit.province),
          unit.province.normalize("NFD"),
          `${bare(unit.province)} `,
        ]),
      },
      unit.id,
    );
    return true;
  });
  pick(
    30,
    communes2024,
    (unit) => (
      add(
        "place_group_heading",
        "vn-2024-10",
        text(unit),
        {
          group: random.of([
            `${unit.district}, ${unit.province}`,
            `I. ${unit.district} - ${unit.province}`,
            `${unit.district.toUpperCase()} (${unit.province.toUpperCase()})`,
          ]),
        },
        "ambiguous",
        [unit.id],
      ),
      true
    ),
  );

  return cases;
}
