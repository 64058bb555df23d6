// How people shorten places, for the sets that say where a unit lies.
export const bare = (place) => place.replace(/^(Huyện|Thị xã|Thành phố|Quận|Tỉnh) /, "");
export const provinceShort = {
  "Thành phố Hồ Chí Minh": ["TP.HCM", "TPHCM", "TP HCM", "Tp. Hồ Chí Minh", "HCM", "Sài Gòn", "tp hcm", "Ho Chi Minh City", "TP. HCM"],
  "Thành phố Hà Nội": ["Hà nội", "TP Hà Nội", "Ha Noi", "Hanoi", "TP.Hà Nội", "HÀ NỘI"],
  "Tỉnh Bà Rịa - Vũng Tàu": ["BR-VT", "BRVT", "Bà Rịa Vũng Tàu", "BR - VT", "Vũng Tàu", "Bà Rịa – Vũng Tàu"],
  "Tỉnh Thừa Thiên Huế": ["TT Huế", "TT-Huế", "T.T.Huế", "Thừa Thiên - Huế", "Huế", "TTH"],
  "Tỉnh Đắk Lắk": ["Đắc Lắc", "Daklak", "Dak Lak", "Đăk Lăk", "ĐắkLắk", "Đắk Lăk", "Dac Lac"],
  "Tỉnh Đắk Nông": ["Đắc Nông", "Daknong", "Đăk Nông", "Dak Nong"],
  "Tỉnh Bắc Kạn": ["Bắc Cạn", "Bac Kan", "BẮC KẠN"],
  "Thành phố Đà Nẵng": ["TP Đà Nẵng", "Đà nẵng", "Da Nang", "Đà Nẳng", "Danang"],
  "Thành phố Cần Thơ": ["TP. Cần Thơ", "Can Tho", "Cần thơ"],
  "Thành phố Hải Phòng": ["TP Hải Phòng", "Hai Phong", "HP - Hải Phòng"],
}; // prettier-ignore
export const districtShort = (district, random) => {
  const [, type, name] = /^(Huyện|Thị xã|Thành phố|Quận) (.*)$/.exec(district);
  return random.of({ Huyện: ["H. ", "H.", "h ", "huyen "], "Thị xã": ["TX ", "TX. ", "T.x ", "tx."], "Thành phố": ["TP ", "TP. ", "Tp.", "T.P "], Quận: ["Q. ", "Q.", "Q ", "quan "] }[type]) + name; // prettier-ignore
};
export const only = (list, test) => list.filter(test).length === 1;

/** Calls `make` for chance members of a list until it has made so many cases; it returns false for those that do not fit. */
export const picker = (random) => (count, list, make) => {
  for (let made = 0, tries = 0; made < count && tries < count * 40; tries += 1)
    if (make(random.of(list))) made += 1;
};
