import type { RecipientUnit } from "@chiendich/core";

/** The noun of each type, what ids have for it, and how lists shorten it. */
const kinds: Readonly<
  Record<string, { readonly noun: string; readonly slug: string; readonly short: string }>
> = {
  tinh: { noun: "tỉnh", slug: "tinh", short: "tỉnh" },
  thanh_pho: { noun: "thành phố", slug: "tp", short: "TP" },
  quan: { noun: "quận", slug: "quan", short: "quận" },
  huyen: { noun: "huyện", slug: "huyen", short: "huyện" },
  thi_xa: { noun: "thị xã", slug: "thi-xa", short: "thị xã" },
  phuong: { noun: "phường", slug: "phuong", short: "phường" },
  xa: { noun: "xã", slug: "xa", short: "xã" },
  thi_tran: { noun: "thị trấn", slug: "thi-tran", short: "thị trấn" },
  dac_khu: { noun: "đặc khu", slug: "dac-khu", short: "đặc khu" },
};

type Named = Pick<RecipientUnit, "name" | "type">;

function kindOf(type: string) {
  const kind = kinds[type];
  if (!kind) throw new RangeError(`“${type}” is no type of administrative unit`);
  return kind;
}

export function slugOfType(type: string): string {
  return kindOf(type).slug;
}

/** `phuong` → `ubnd_phuong` */
export function committeeType(type: string): string {
  return `ubnd_${kindOf(type).slug.replaceAll("-", "_")}`;
}

/** The name without its noun: `Phường Vĩnh Hải` → `Vĩnh Hải`. */
export function properName({ name, type }: Named): string {
  return name.slice(kindOf(type).noun.length + 1);
}

/**
 * `Ủy ban nhân dân phường Vĩnh Hải` and `UBND phường Vĩnh Hải`. The noun is small before a name and
 * capital before a number: `Ủy ban nhân dân Phường 1`.
 *
 * @see Nghị định 30/2020/NĐ-CP, PL II; a noun before a person or an event would be capital too, which the lists do not tell
 */
export function committeeNames(unit: Named): { readonly name: string; readonly shortName: string } {
  const { noun, short } = kindOf(unit.type);
  const name = properName(unit);
  const capital = /^\d/.test(name) || name === "Hồ Chí Minh";
  const written = (word: string) =>
    capital ? word.slice(0, 1).toLocaleUpperCase("vi") + word.slice(1) : word;
  return {
    name: `Ủy ban nhân dân ${written(noun)} ${name}`,
    shortName: `UBND ${written(short)} ${name}`,
  };
}
