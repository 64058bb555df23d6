/** Types of administrative units, as the lists write them, and what the packs call them. */
const slugs: Readonly<Record<string, AdministrativeType>> = {
  Tỉnh: "tinh",
  "Thành phố": "thanh_pho",
  Quận: "quan",
  Huyện: "huyen",
  "Thị xã": "thi_xa",
  Phường: "phuong",
  Xã: "xa",
  "Thị trấn": "thi_tran",
  "Đặc khu": "dac_khu",
};

/**
 * The types of administrative unit in the three maps from 2024 on; districts (`quan`, `huyen`,
 * `thi_xa`) end with 30/06/2025, `dac_khu` begins the day after.
 */
export type AdministrativeType =
  "tinh" | "thanh_pho" | "quan" | "huyen" | "thi_xa" | "phuong" | "xa" | "thi_tran" | "dac_khu";

/** @throws {RangeError} for a type that no list of the packs has */
export function administrativeType(word: string): AdministrativeType {
  const slug = slugs[word];
  if (!slug) throw new RangeError(`no administrative unit is a “${word}”`);
  return slug;
}

export type AdministrativeLevel = "province" | "district" | "commune";

/** By the code's length: two digits, three or five. */
export function levelOfCode(code: string): AdministrativeLevel {
  return code.length === 2 ? "province" : code.length === 3 ? "district" : "commune";
}

const communeTypes = new Set<string>(["phuong", "xa", "thi_tran", "dac_khu"]);

/** Whether a unit of that type is of the lowest level; a district may become one and keep its id. */
export function isCommune({ type }: { readonly type: string }): boolean {
  return communeTypes.has(type);
}
