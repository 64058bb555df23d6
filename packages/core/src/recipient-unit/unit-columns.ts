import { foldVietnamese } from "../vietnamese/fold.ts";

/** What a column of a list of units holds. */
export type UnitColumn =
  | { readonly kind: "id" | "name" | "shortName" | "aliases" | "type" | "groups" | "basis" }
  | { readonly kind: "validFrom" | "validTo" }
  /** `administrative_code`: the scheme is `administrative`. */
  | { readonly kind: "code"; readonly scheme: string }
  /** `parent_sector`: the hierarchy is `sector`. */
  | { readonly kind: "parent"; readonly hierarchy: string };

/** Headings of `units.csv`, and what offices write instead, folded: Vietnamese without its marks. */
const headings: Readonly<Record<string, UnitColumn>> = {
  id: { kind: "id" },
  ma_don_vi: { kind: "id" },
  name: { kind: "name" },
  ten: { kind: "name" },
  ten_don_vi: { kind: "name" },
  ten_day_du: { kind: "name" },
  ten_co_quan_don_vi: { kind: "name" },
  short_name: { kind: "shortName" },
  ten_viet_tat: { kind: "shortName" },
  ten_goi_tat: { kind: "shortName" },
  aliases: { kind: "aliases" },
  ten_khac: { kind: "aliases" },
  ten_goi_khac: { kind: "aliases" },
  type: { kind: "type" },
  loai: { kind: "type" },
  loai_don_vi: { kind: "type" },
  loai_hinh: { kind: "type" },
  groups: { kind: "groups" },
  group: { kind: "groups" },
  nhom: { kind: "groups" },
  nhom_don_vi: { kind: "groups" },
  valid_from: { kind: "validFrom" },
  hieu_luc_tu: { kind: "validFrom" },
  hieu_luc_tu_ngay: { kind: "validFrom" },
  valid_to: { kind: "validTo" },
  hieu_luc_den: { kind: "validTo" },
  hieu_luc_den_ngay: { kind: "validTo" },
  basis: { kind: "basis" },
  can_cu: { kind: "basis" },
  nguon: { kind: "basis" },
  gso_code: { kind: "code", scheme: "administrative" },
  ma_hanh_chinh: { kind: "code", scheme: "administrative" },
  ma_don_vi_hanh_chinh: { kind: "code", scheme: "administrative" },
  ma_truong: { kind: "code", scheme: "school" },
  ma_dinh_danh: { kind: "code", scheme: "organisation" },
  parent_id: { kind: "parent", hierarchy: "administrative" },
  don_vi_cap_tren: { kind: "parent", hierarchy: "administrative" },
  truc_thuoc: { kind: "parent", hierarchy: "administrative" },
};

/** The column a heading stands for; `null` when it is none of a list of units. */
export function unitColumn(heading: string): UnitColumn | null {
  const folded = foldVietnamese(heading)
    .replace(/[^a-z\d]+/g, "_")
    .replace(/^_|_$/g, "");
  const known = headings[folded];
  if (known) return known;
  const code = /^(.+)_code$/.exec(folded)?.[1];
  if (code) return { kind: "code", scheme: code };
  const hierarchy = /^parent_(.+)$/.exec(folded)?.[1];
  return hierarchy ? { kind: "parent", hierarchy } : null;
}

/** The heading `units.csv` has for the column. */
export function unitHeading(column: UnitColumn): string {
  switch (column.kind) {
    case "code":
      return `${column.scheme}_code`;
    case "parent":
      return `parent_${column.hierarchy}`;
    default:
      return column.kind.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}
