/**
 * The letters without their marks, in lower case: `Vĩnh Hải` and `VINH HAI` both give `vinh hai`.
 *
 * Everything else stays: spaces, digits, punctuation. Two names with the same folding are not the
 * same name (`Thanh`, `Thạnh` and `Thành` fold alike), so a folding finds candidates and decides nothing.
 */
export function foldVietnamese(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[đĐðÐƉ]/g, "d")
    .toLowerCase();
}
