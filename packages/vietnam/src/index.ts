export { civilServantCalendar } from "./calendar/civil-servant-calendar.ts";

// units
export { administrativeNames } from "./units/administrative-names.ts";
export type { PackInfo, PackSource } from "./units/pack.ts";
export type { PackId } from "./units/pack-text.ts";
export {
  listPacks,
  listProvinces,
  loadProvince,
  verifyPack,
  type PackVerification,
  type Province,
} from "./units/packs.ts";
export { peopleCommittees, type PeopleCommitteesOptions } from "./units/people-committees.ts";
export { retiredCommunes, type RetiredCommune } from "./units/retired-communes.ts";
export type { AdministrativeType } from "./units/unit-types.ts";
