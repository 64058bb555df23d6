/** The files the packs are made of: where each comes from, and the bytes it must have. */
export interface SourceFile {
  readonly file: string;
  readonly sha256: string;
  readonly what: string;
}

/**
 * The lists are those of the General Statistics Office (GSO, from 2025 Cục Thống kê), as tables.
 * `vn-units-2024-10.csv` was checked against `data.json` of github.com/dvhcvn/data at commit 1d9288a
 * (list of 2024-09-01, the last before 2024-11-01): the same 10,542 commune codes; names differ in
 * spaces and capitals only. `vn-mergers-2025.csv` was checked against `mapping/splits.json` of
 * github.com/dvhcvn/20250701 at commit dd94887: the same links, plus five island districts.
 */
export const sourceFiles: readonly SourceFile[] = [
  {
    file: "vn-units-2024-10.csv",
    sha256: "94dca5baa9025917a7b0fea74b1a58408a0ba81b6d10f71967494fd0ac97befc",
    what: "Provinces, districts and communes as listed in October 2024",
  },
  {
    file: "gso-2024-11-01.json",
    sha256: "7def5518e6f12606af2b23ef09eb29036dcaf87ad0d11a5df1a21682680bb993",
    what: "data.json of github.com/dvhcvn/data at c6f844907542eba6abefa4a04270aa25e14c3632",
  },
  {
    file: "gso-2024-12-01.json",
    sha256: "3b1f6a0e3ffe40a38cba7ba1cdecbfc47be349a58a8b80baa4dfffc85ec32de1",
    what: "data.json of github.com/dvhcvn/data at 8514174b2c5a9340267996e2a1857b113f16d58f",
  },
  {
    file: "gso-2025-01-01.json",
    sha256: "e7b4425c59875d9fdee3bcf0d15d5bf64e4ee07061a8f207142cb6d3eecb9b3a",
    what: "data.json of github.com/dvhcvn/data at f2ec2390cc5fa285b4ddec940fe0478aaec6d9ac",
  },
  {
    file: "gso-2025-02-01.json",
    sha256: "88b52d6dc8e6607daea0060b184e425708d40291eb7397d5aeeccf32f4cf6444",
    what: "data.json of github.com/dvhcvn/data at 00a1203f9a32bdadb5ea2d76ee81a21027b54650",
  },
  {
    file: "gso-2025-03-01.json",
    sha256: "beafdf95426a2a558425dd2ced9b676da6ab23212c17bd0492d8bf2674e78cd1",
    what: "data.json of github.com/dvhcvn/data at 5393138f97bf5dd32a6b92d88d99691ed09e931d",
  },
  {
    file: "vn-codes-retired-2024-11_2025-03.csv",
    sha256: "ad4a41969f13b9cdffe42ad94574cf973b9cd704068b6d97bcfb4c188b30f9fc",
    what: "The 510 commune codes that left the list between 11/2024 and 03/2025",
  },
  {
    file: "nha-trang-mergers-2024-11.csv",
    sha256: "411f37d56e2be29194df6efab53cd2de2c56b10358b595515a2991a2064ed765",
    what: "Which wards of Nha Trang were joined to which on 2024-11-01",
  },
  {
    file: "vn-units-2025-07.csv",
    sha256: "bf89e32d2fcea5279ebf8e246325c27a1759a8f59fe1608ded3134a0411f633c",
    what: "Provinces and communes from 2025-07-01: CV 915/CTK-CSCL and CV 1027/CTK-CSCL (25/6/2025)",
  },
  {
    file: "vn-mergers-2025.csv",
    sha256: "547e4502f52b2ca10c41171a7ce9336a715ed03b5cb33b69c55523ca7acbf852",
    what: "Which commune went into which on 2025-07-01, wholly or in part",
  },
];

/**
 * Resolutions the lists' commits name, by the list that carries them first and the province's code
 * of 2024. Read off the commit messages of github.com/dvhcvn/data; numbers without suffix are
 * `…/NQ-UBTVQH15`.
 */
export const resolutionsOfLists: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "2024-11-01": {
    "10": "1197", // Lào Cai
    "22": "1199", // Quảng Ninh
    "34": "1201", // Thái Bình
    "54": "1200", // Phú Yên
    "56": "1196", // Khánh Hòa
    "58": "1198", // Ninh Thuận
    "64": "1195", // Gia Lai
    "66": "1193", // Đắk Lắk
    "75": "1194", // Đồng Nai
    "82": "1202", // Tiền Giang
    "86": "1203", // Vĩnh Long
    "92": "1192", // Cần Thơ
  },
  "2024-12-01": {
    "19": "1240", // Thái Nguyên
    "20": "1246", // Lạng Sơn
    "52": "1257", // Bình Định
    "60": "1253", // Bình Thuận
    "68": "1245", // Lâm Đồng
    "80": "1244", // Long An
    "91": "1247", // Kiên Giang
  },
  "2025-01-01": {
    "01": "1286", // Hà Nội
    "24": "1191", // Bắc Giang
    "25": "1282", // Phú Thọ
    "26": "1287", // Vĩnh Phúc
    "31": "1232", // Hải Phòng
    "35": "1288", // Hà Nam
    "37": "1318", // Ninh Bình
    "38": "1238", // Thanh Hóa
    "42": "1283", // Hà Tĩnh
    "46": "1314", // Huế
    "48": "1251", // Đà Nẵng
    "49": "1241", // Quảng Nam
    "51": "1279", // Quảng Ngãi
    "77": "1256", // Bà Rịa - Vũng Tàu
    "79": "1278", // Thành phố Hồ Chí Minh
    "84": "1277", // Trà Vinh
    "87": "1284", // Đồng Tháp
    "89": "1285", // An Giang
  },
  "2025-02-01": {
    "14": "1280", // Sơn La
  },
  "2025-03-01": {
    "77": "1365", // Bà Rịa - Vũng Tàu
  },
};

/** Nghị quyết …/NQ-UBTVQH15 of 16/6/2025 on the communes of each new province, by its code: read in their titles. */
export const resolutionsOf2025: Readonly<Record<string, string>> = {
  "01": "1656", // Hà Nội
  "04": "1657", // Cao Bằng
  "08": "1684", // Tuyên Quang
  "11": "1661", // Điện Biên
  "12": "1670", // Lai Châu
  "14": "1681", // Sơn La
  "15": "1673", // Lào Cai
  "19": "1683", // Thái Nguyên
  "20": "1672", // Lạng Sơn
  "22": "1679", // Quảng Ninh
  "24": "1658", // Bắc Ninh
  "25": "1676", // Phú Thọ
  "31": "1669", // Hải Phòng
  "33": "1666", // Hưng Yên
  "37": "1674", // Ninh Bình
  "38": "1686", // Thanh Hóa
  "40": "1678", // Nghệ An
  "42": "1665", // Hà Tĩnh
  "44": "1680", // Quảng Trị
  "46": "1675", // Huế
  "48": "1659", // Đà Nẵng
  "51": "1677", // Quảng Ngãi
  "52": "1664", // Gia Lai
  "56": "1667", // Khánh Hòa
  "66": "1660", // Đắk Lắk
  "68": "1671", // Lâm Đồng
  "75": "1662", // Đồng Nai
  "79": "1685", // Thành phố Hồ Chí Minh
  "80": "1682", // Tây Ninh
  "82": "1663", // Đồng Tháp
  "86": "1687", // Vĩnh Long
  "91": "1654", // An Giang
  "92": "1668", // Cần Thơ
  "96": "1655", // Cà Mau
};

/**
 * Two more mergers of Nghị quyết 1196/NQ-UBTVQH15 on 2024-11-01, as the press reports them (vov.gov.vn);
 * codes from the lists: Ninh Phước (new) bears the code of Ninh Vân, Xuân Đồng that of Diên Xuân.
 */
export const mergersFromThePress: readonly { readonly from: readonly string[]; readonly to: string }[] = [
  { from: ["22579", "22606"], to: "22606" },
  { from: ["22660", "22666"], to: "22660" },
];

/**
 * Links that the source has wrong: it took a commune for another of the same or nearly the same name.
 * Each was read in the resolution's Điều 1: `item` (khoản) makes the new commune of others, and the
 * old one is named in the item of the commune it goes to, wholly.
 */
export const corrections: readonly {
  readonly old: string;
  /** The new commune it does not go to. */
  readonly wrong: string;
  /** Where it goes instead; absent when the source has that link as well. */
  readonly right?: string;
  readonly resolution: string;
  readonly item: number;
  /** Which unit the item means, and which the source took it for. */
  readonly note: string;
}[] = [
  { old: "30622", wrong: "30259", right: "30604", resolution: "1654", item: 31, note: "xã Tân Phú, An Giang, goes to xã Vĩnh An; 30274 is xã Tân Phú, Đồng Tháp" },
  { old: "13768", wrong: "13669", right: "13753", resolution: "1674", item: 24, note: "xã Quang Trung, Vụ Bản, goes to xã Hiển Khánh; 13681 is phường Quang Trung, Nam Định" },
  { old: "31771", wrong: "31232", right: "31777", resolution: "1668", item: 87, note: "xã Vĩnh Thành, Thạnh Trị, goes to xã Vĩnh Lợi; 31232 is made of thị trấn Vĩnh Thạnh" },
  { old: "09859", wrong: "09616", resolution: "1656", item: 89, note: "xã Sơn Đông, Sơn Tây, not xã Sơn Đồng, Hoài Đức" },
  { old: "04111", wrong: "03943", resolution: "1681", item: 35, note: "xã Mường Bang, Phù Yên, not xã Mường Bằng, Mai Sơn" },
  { old: "04012", wrong: "04078", resolution: "1681", item: 39, note: "xã Chiềng Hặc, Yên Châu, not xã Chiềng Hắc, Mộc Châu" },
  { old: "10963", wrong: "10675", resolution: "1669", item: 40, note: "phường Long Xuyên, Kinh Môn, not xã Long Xuyên, Bình Giang" },
  { old: "13219", wrong: "11995", resolution: "1666", item: 29, note: "xã Việt Hưng, Văn Lâm, not xã Việt Hùng, Vũ Thư" },
  { old: "14380", wrong: "14014", resolution: "1674", item: 20, note: "xã Đồng Sơn, Nam Trực, not xã Đông Sơn, Tam Điệp" },
  { old: "14323", wrong: "14674", resolution: "1674", item: 94, note: "xã Tân Thành, Kim Sơn, not phường Tân Thành, Hoa Lư" },
  { old: "14770", wrong: "14818", resolution: "1686", item: 137, note: "phường Phú Sơn, Bỉm Sơn, not phường Phú Sơn, Thanh Hóa" },
  { old: "14770", wrong: "16624", resolution: "1686", item: 144, note: "xã Phú Sơn, Nghi Sơn, not phường Phú Sơn, Thanh Hóa" },
  { old: "17647", wrong: "17357", resolution: "1678", item: 5, note: "xã Hoa Sơn, Anh Sơn, not xã Hòa Sơn, Đô Lương" },
  { old: "17899", wrong: "17464", resolution: "1678", item: 12, note: "xã Diễn Hoa, Diễn Châu, not xã Diên Hoa, Nghi Lộc" },
  { old: "19039", wrong: "19075", resolution: "1680", item: 2, note: "xã Quảng Tiên, Ba Đồn, not xã Quảng Tiến, Quảng Trạch" },
  { old: "20669", wrong: "20242", resolution: "1659", item: 1, note: "phường Phước Ninh, Hải Châu, not xã Phước Ninh, Quế Sơn" },
  { old: "21727", wrong: "21622", resolution: "1664", item: 40, note: "xã An Nghĩa, An Lão, not xã Ân Nghĩa, Hoài Ân" },
  { old: "21727", wrong: "21628", resolution: "1664", item: 37, note: "xã An Nghĩa, An Lão, not xã Ân Nghĩa, Hoài Ân" },
  { old: "24292", wrong: "24328", resolution: "1660", item: 2, note: "xã Ea Drông, Buôn Hồ, not xã Ea D'Rơng, Cư M'gar" },
  { old: "28924", wrong: "29734", resolution: "1687", item: 20, note: "xã Hòa Lộc, Tam Bình, not xã Hòa Lộc, Mỏ Cày Bắc" },
  { old: "31379", wrong: "31582", resolution: "1668", item: 80, note: "xã Phú Tân, Châu Thành (Sóc Trăng), not xã Phú Tân, Châu Thành (Hậu Giang)" },
  { old: "31588", wrong: "31201", resolution: "1668", item: 9, note: "phường Hưng Phú, Cái Răng, not xã Hưng Phú, Mỹ Tú" },
]; // prettier-ignore
