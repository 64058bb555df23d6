import {
  foldVietnamese,
  printVietnameseShortDate,
  unitsAsOf,
  type RecipientUnit,
  type UnitDirectory,
} from "@chiendich/core";
import { listProvinces, loadProvince, peopleCommittees } from "@chiendich/vietnam";
import { MisuseError } from "../misuse-error.ts";

/** An administrative unit of a day, with the directory of its province. */
export interface Place {
  readonly directory: UnitDirectory;
  readonly unit: RecipientUnit;
}

/** People often leave it out: “Bắc Ninh”. */
const typeOfPlace = /^(?:Tỉnh|Thành phố|Quận|Huyện|Thị xã|Thị trấn|Phường|Xã|Đặc khu) /u;

/**
 * The province, city, district or commune that people call so, on a day.
 *
 * @throws {MisuseError} when there is none, or several, which are then named
 */
export async function findPlace(name: string, asOf: string): Promise<Place> {
  const wanted = foldVietnamese(name);
  const found: Place[] = [];
  for (const { code } of listProvinces()) {
    const directory = await loadProvince(code);
    for (const unit of unitsAsOf(directory, asOf)) {
      const names = [unit.name, unit.name.replace(typeOfPlace, "")].map(foldVietnamese);
      if (names.includes(wanted)) found.push({ directory, unit });
    }
  }
  // “Nha Trang” may be a ward and a city: the larger one is meant where its type is not said.
  const [place, ...others] = found.toSorted((a, b) => levelOf(a) - levelOf(b));
  if (place && !others.some((other) => levelOf(other) === levelOf(place))) return place;
  const list = found.map(({ unit }) => unit.name).join("; ");
  throw new MisuseError(
    place
      ? {
          vi: `Có nhiều đơn vị tên “${name}” ngày ${printVietnameseShortDate(asOf)}: ${list}`,
          en: `Several units are called “${name}” on ${asOf}: ${list}`,
        }
      : {
          vi: `Không có đơn vị hành chính “${name}” ngày ${printVietnameseShortDate(asOf)}.`,
          en: `There is no administrative unit “${name}” on ${asOf}.`,
        },
  );
}

/** The people's committees of the place's communes, as recipient units. */
export function unitsOfPlace({ directory, unit }: Place, asOf: string): UnitDirectory {
  return peopleCommittees(directory, { within: unit.id, asOf });
}

/** 0 for a province, one more with each level below. */
function levelOf({ directory, unit }: Place): number {
  let level = 0;
  let parent = unit.parents["administrative"];
  while (parent !== undefined && level < 5) {
    level += 1;
    parent = directory.units.find(({ id }) => id === parent)?.parents["administrative"];
  }
  return level;
}
