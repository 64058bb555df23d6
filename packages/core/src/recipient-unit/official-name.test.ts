import { expect, it } from "vitest";
import { officialName } from "./official-name.ts";

it.each([
  ["ỦY BAN NHÂN DÂN PHƯỜNG VĨNH HẢI", "Ủy ban nhân dân phường Vĩnh Hải"], // as headings of lists are typed
  ["ủy ban nhân dân thành phố nha trang", "Ủy ban nhân dân thành phố Nha Trang"],
  ["Ủy Ban Nhân Dân Phường Vĩnh Hải", "Ủy ban nhân dân Phường Vĩnh Hải"], // mixed: the noun's capital may be meant
  ["Uỷ ban nhân dân phường Vĩnh Hoà", "Ủy ban nhân dân phường Vĩnh Hòa"], // both tone styles are in use
  ["PHÒNG VĂN HÓA VÀ THÔNG TIN", "Phòng Văn hóa và Thông tin"],
  ["PHÒNG LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Phòng Lao động - Thương binh và Xã hội"],
  ["SỞ TÀI CHÍNH", "Sở Tài chính"],
  ["TRƯỜNG TIỂU HỌC VĨNH HẢI 1", "Trường Tiểu học Vĩnh Hải 1"],
  ["trường trung học cơ sở lý thường kiệt", "Trường Trung học cơ sở Lý Thường Kiệt"],
  ["phường 1", "Phường 1"], // noun and number: both capital
  ["ủy ban nhân dân quận 10", "Ủy ban nhân dân Quận 10"],
  ["Phường Điện Biên Phủ", "phường Điện Biên Phủ"], // the capital may only begin the line
  ["UBND Phường Điện Biên Phủ", "UBND Phường Điện Biên Phủ"],
  ["ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH", "Ủy ban nhân dân Thành phố Hồ Chí Minh"],
  ["ubnd xã đạ m'ri", "UBND xã Đạ M'ri"],
])("%s is %s", (text, expected) => expect(officialName(text)).toBe(expected));

it("is stable: an official name is its own official name", () => {
  const name = officialName("TRƯỜNG TIỂU HỌC VÀ TRUNG HỌC CƠ SỞ VĨNH LƯƠNG");
  expect(name).toBe("Trường Tiểu học và Trung học cơ sở Vĩnh Lương");
  expect(officialName(name)).toBe(name);
});
