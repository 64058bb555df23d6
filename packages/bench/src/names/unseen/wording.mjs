// What people write around a name: who reports, telephones, files, subjects of e-mails, remarks, numbering, places.
import { unmarked } from "../noise.mjs";
import { communes2024, gatherer, organisations, recipients, schools, wards } from "./subjects.mjs";

const people = ["Nguyễn Văn A", "Trần Thị B", "Lê Thị Thu Hà", "Phạm Minh Tuấn"];
const phone = [
  "0258.3831234",
  "0905 123 456",
  "(0258) 3 822 111",
  "+84 905123456",
  "0905.123.456",
  "0258-3822111",
];
const date = ["29/10/2024", "29.10.2024", "29-10-2024", "2024-10-29", "ngày 29 tháng 10 năm 2024", "29/10"];

/** Wordings that any unit may stand in. */
const around = {
  title: (name, random) => random.of(["Lãnh đạo", "Đại diện", "Văn thư", "Kế toán", "Cán bộ", "Thủ trưởng", "Phụ trách"]) + " " + name,
  person_after: (name, random) => `${name} - ${random.of(["đ/c", "ông", "bà", "anh", "chị", "Người lập:", "NLB:"])} ${random.of(people)}`,
  person_before: (name, random) => `${random.of(people)} - ${name}`,
  person_comma: (name, random) => `${random.of(people)}, ${random.of(["văn thư", "kế toán", "cán bộ"])} ${name}`,
  phone_after: (name, random) => `${name}${random.of([" ", " - ", ", ĐT ", " (", "; sđt: ", " Tel: "])}${random.of(phone)}`,
  phone_before: (name, random) => `${random.of(phone)} - ${name}`,
  date_after: (name, random) => `${name}${random.of([" ", " - ", ", ", " ("])}${random.of(date)}`,
  date_before: (name, random) => `${random.of(date)} ${name}`,
  time_stamp: (name, random) => `${random.of(["29/10/2024 16:35:02", "10:15 SA", "[16:35, 29/10/2024]", "2024-10-29T09:12"])} ${name}`,
  subject: (name, random) =>
    random.of(["Re: ", "Fwd: Re: ", "RE: FW: ", "TRẢ LỜI: ", "[BC 2242] ", "Chuyển tiếp: ", "V/v nộp báo cáo của ", "Báo cáo theo CV 2242 của ", "Báo cáo theo Công văn số 2242/VHTT - "]) + name,
  subject_end: (name, random) =>
    name + random.of([" nộp báo cáo", " gửi báo cáo", " - BC theo CV 2242", " gửi BC chuyển đổi số", " báo cáo tháng 10", " v/v báo cáo số liệu", " báo cáo theo công văn 2242", " gửi số liệu ạ", " xin gửi báo cáo"]),
  greeting: (name, random) => random.of(["Dạ em gửi ", "Em bên ", "Dạ ", "Chào anh chị, ", "Alo ", "Bên em là "]) + name + random.of(["", " ạ", " ạ."]),
  file: (name, random) =>
    random.of(["BC_2242_", "Bao cao - ", "bc ", "Copy of ", "Bản sao của ", "BieuMau_", "~$", "PL01_", "Phu luc 1 - ", "2242_", "20241029_"]) +
    name + random.of([".xlsx", ".xls", " (1).xlsx", "_final(2).xlsx", "_2024.xlsx", " - Copy.xlsx", " lan 2.xlsx", ".xlsx.xlsx", "_signed.pdf", ".xlsm", " - sua.docx", "_ky so.pdf"]),
  file_plain: (name, random) =>
    random.of(["BC_2242_", "bc-", "BM01_", "", "Baocao_"]) + unmarked(name).replace(/[\s&]+/g, random.of(["_", "-", ""])) + random.of([".xlsx", "_final.xls", "(1).xlsx", "_v2.xlsx", "_291024.xlsx"]),
  remark: (name, random) =>
    `${name} ${random.of(["(gửi lại lần 2)", "(bổ sung biểu 3)", "(đã kiểm tra)", "[đã đối chiếu]", "(chưa có chữ ký)", "(thiếu biểu 2)", "- đang cập nhật", "(tạm thời)", "(số liệu tạm tính)", "- chưa đủ", "(nhập sai)", "*(ước)", "(kèm phụ lục)", "(file đính kèm)"])}`,
  numbering: (name, random) => random.of(["1. ", "01/ ", "(1) ", "a) ", "I.1. ", "1.2.3 ", "Stt 5 - ", "5-", "12) ", "III/ ", "1 ", "07. ", "b. ", "①", "TT: 3 - ", "Mục 4: "]) + name,
  label: (name, random) => random.of(["Đơn vị: ", "Tên đơn vị : ", "ĐƠN VỊ BÁO CÁO: ", "Đơn vị công tác: ", "Cơ quan/đơn vị: ", "Nơi công tác: ", "Tên cơ quan, đơn vị: ", "Đơn vị chủ quản: ", "Unit: "]) + name,
  signature: (name, random) => random.of(["TM. ", "T/M ", "KT. CHỦ TỊCH ", "TL. ", "THAY MẶT "]) + name,
}; // prettier-ignore

const wardWords = {
  head: (subject, random) =>
    `${random.of(["Chủ tịch UBND", "PCT UBND", "Phó Chủ tịch UBND", "CT UBND", "Công chức VHXH UBND", "Cán bộ VHTT"])} ${subject.type} ${subject.name}`,
  dotted: (subject, random) => `${random.of(["U.B.N.D", "UBND.", "U.B.N.D.", "UBNND", "UB", "Ủy ban"])} ${{ phường: "P.", xã: "X." }[subject.type]}${random.of(["", " "])}${subject.name}`,
  authority_glued: (subject, random) => `UBND${{ phường: "P", xã: "X" }[subject.type]}${random.of([" ", ".", ". "])}${subject.name}`,
  type_glued: (subject, random) => `${{ phường: "P", xã: "X" }[subject.type]}${random.of(["", ".", "_", "-"])}${random.of([subject.name, unmarked(subject.name)]).replace(" ", "")}`,
  home: (subject, random) =>
    made.form(subject) + random.of([", TP. Nha Trang", " - Nha Trang - Khánh Hòa", " TPNT", ", tp nt", ", T.p Nha Trang, Khánh Hoà", ", thành phố Nha Trang, tỉnh Khánh Hòa, Việt Nam", " Nha Trang", " (Nha Trang)", " - NT", "-TP.NT", ", Tp NhaTrang", " , nha trang, khanh hoa", " TP Nha Trang tỉnh KH"]),
  home_before: (subject, random) => random.of(["Khánh Hòa - Nha Trang - ", "TP Nha Trang, ", "Nha Trang - ", "NT - ", "Thành phố Nha Trang: "]) + made.form(subject),
  english: (subject, random) => {
    const name = unmarked(subject.name);
    const word = subject.type === "phường" ? "Ward" : "Commune";
    return random.of([`${word} ${name}`, `${name} ${word} People's Committee`, `PC of ${name} ${word}`, `${name} ${word.toLowerCase()}`, `The People's Committee of ${name} ${word}`, `${name.toUpperCase()} ${word.toUpperCase()}`, `${name} ${word}, Nha Trang`, `${name} ${word}, Nha Trang City, Khanh Hoa Province`, `${subject.name} ${word}`, `${word} of ${name}`]);
  },
  slash_type: (subject) => `${{ phường: "P/", xã: "X/" }[subject.type]}${subject.name}`,
  levels: (subject, random) => `${random.of(["Phường/Xã: ", "Xã, phường: ", "Xã/phường: ", "Phường, xã: ", "Tên xã/phường: "])}${subject.name}`,
  both_bodies: (subject, random) => `${random.of(["HĐND&UBND", "HĐND - UBND", "HĐND, UBND", "HDND va UBND"])} ${subject.type} ${subject.name}`,
}; // prettier-ignore

const schoolWords = {
  head: (subject, random) => `${random.of(["Hiệu trưởng", "HT", "Phó Hiệu trưởng", "P.HT", "BGH", "Ban Giám hiệu", "Kế toán", "Văn thư", "Giáo viên", "Cô hiệu trưởng", "Thầy HT"])} ${made.form(subject)}`,
  number: (subject, random) => {
    if (subject.number === "") return null;
    const number = subject.number.trim();
    return random.of(subject.typeForms) + random.of([`${subject.name} số ${number}`, `${subject.name} ${["", "I", "II", "III"][number]}`, `số ${number} ${subject.name}`, `${subject.name}${number}`, `${subject.name}_${number}`, `${subject.name} (${number})`, `${subject.name} ${number}.`, `${subject.name} ${["", "một", "hai", "ba"][number]}`, `${subject.name} no ${number}`, `${subject.name}.${number}`, `${subject.name} - ${number}`, `${number} ${subject.name}`, `${subject.name} 0${number}`]);
  },
  glued: (subject, random) => ({ th: "TH", thcs: "THCS", th_thcs: "TH&THCS", mn: "MN", mg: "MG" })[subject.type] + random.of(["", ".", "_"]) + random.of([subject.name, unmarked(subject.name)]).replace(/ /g, "") + subject.number.trim(),
  address: (subject, random) => random.of(subject.typeForms) + subject.name + subject.number + random.of([", phường Phước Hải", " - P. Vĩnh Hải", " (phường Lộc Thọ)", ", P.Vạn Thạnh, TP Nha Trang", " - Nha Trang", ", xã Vĩnh Thái, Nha Trang, Khánh Hòa", " thuộc Phòng GD&ĐT", " - Phòng GDĐT Nha Trang", " TP Nha Trang"]),
  place_before: (subject, random) => random.of(["Nha Trang - ", "PGD Nha Trang - ", "Phòng GD&ĐT TP Nha Trang: ", "TP. Nha Trang / "]) + made.form(subject),
  type_words: (subject, random) =>
    random.of(
      { th: ["Tr. TH ", "Tr TH ", "Tr.Tiểu học ", "TRƯỜNG TIỂU HỌC ", "T.Học ", "T. H. ", "Trg TH ", "trường cấp 1 ", "Trường tiểu học công lập ", "TrTH."],
        thcs: ["Tr. THCS ", "T.H.C.S ", "Trường cấp II ", "Trường Trung học CS ", "TRƯỜNG THCS ", "Trg THCS ", "trung hoc co so ", "Tr THCS.", "Trường THCS công lập "],
        th_thcs: ["TH-THCS ", "TH/THCS ", "TH + THCS ", "Trường TH và THCS ", "Tiểu học & THCS ", "TH, THCS ", "Trường liên cấp TH&THCS ", "TH&amp;THCS "],
        mn: ["Tr. MN ", "Tr.Mầm non ", "M.Non ", "Trường mầm non công lập ", "mam non ", "TRƯỜNG MN ", "Trg. MN ", "M/N ", "MNon "],
        mg: ["Tr. MG ", "Tr.Mẫu giáo ", "M.Giáo ", "Trường mẫu giáo ", "mau giao ", "Trg MG ", "M.G "] }[subject.type],
    ) + subject.name + subject.number,
  english: (subject, random) => {
    const word = { th: "Primary School", thcs: random.of(["Secondary School", "Junior High School", "Middle School"]), mn: random.of(["Preschool", "Nursery School"]), mg: "Kindergarten", th_thcs: "Primary and Secondary School" }[subject.type];
    return `${unmarked(subject.name + subject.number)} ${word}${random.of(["", ", Nha Trang", ", Nha Trang City"])}`;
  },
  type_behind: (subject, random) => `${subject.name}${subject.number}${random.of([" - ", " (", ", "])}${random.of(subject.typeForms).trim()}`,
}; // prettier-ignore

/** Names whose initials no other school of the type has, whichever way they are shortened. */
function initials(add, random) {
  for (const subject of schools) {
    const list = subject.name.split(" ");
    if (list.length < 2) continue;
    const same = schools.filter(
      (other) =>
        other.type === subject.type &&
        other.name
          .split(" ")
          .map((word) => unmarked(word[0]))
          .join("") === list.map((word) => unmarked(word[0])).join("") &&
        other.name !== subject.name,
    );
    const numbered = same.filter(({ number }) => number === subject.number);
    const siblings = schools.filter((other) => other.type === subject.type && other.name === subject.name);
    const letters = list.map((word) => word[0]);
    const type = subject.typeForms[0];
    const typed =
      random.of([
        letters.join(""),
        letters.join("."),
        letters.join(".") + ".",
        letters.join(" "),
        letters.join("").toLowerCase(),
      ]) + subject.number;
    // two initials may be anybody's; three under a type are a name
    if (list.length < 3)
      add("word_initials_two", "nha-trang", type + typed, {}, "ambiguous", [
        "unknown",
        ...(numbered.length === 0 ? [subject.id] : []),
      ]);
    else if (same.length === 0 && (siblings.length === 1 || subject.number))
      add("word_initials", "nha-trang", type + typed, {}, subject.id);
    else add("word_initials_shared", "nha-trang", type + typed, {}, "ambiguous", ["unknown"]);
    if (list.length > 2) {
      const lastFull = [...letters.slice(0, -1), ` ${list.at(-1)}`]
        .join(random.of(["", "."]))
        .replace(". ", random.of([".", ". "]));
      const alike = schools.filter(
        (other) =>
          other.type === subject.type &&
          unmarked(other.name.split(" ").at(-1)) === unmarked(list.at(-1)) &&
          unmarked(other.name[0]) === unmarked(letters[0]),
      );
      if (alike.length === 1) add("word_initials_last", "nha-trang", type + lastFull, {}, subject.id);
      const firstShort = `${random.of([list[0].slice(0, 2) + ".", list[0][0] + ".", list[0].slice(0, 2)])} ${list.slice(1).join(" ")}`;
      add("word_first_shortened", "nha-trang", type + firstShort + subject.number, {}, subject.id);
    }
  }
}

const organisationForms = (unit) => {
  const out = new Set([unit.name, unit.short_name]);
  const bare = unit.name.replace(/ (thành phố |TP )?Nha Trang$/, "");
  out.add(`${bare} TP Nha Trang`).add(`${bare} TP. Nha Trang`).add(`${bare} Nha Trang`).add(`${bare} Tp`);
  out
    .add(unit.name.replaceAll(" và ", " & "))
    .add(unit.name.replaceAll(" - ", "-"))
    .add(unit.name.replaceAll(" - ", ", "));
  out
    .add(unit.short_name.replaceAll(".", ""))
    .add(unit.short_name.replaceAll("&", " và "))
    .add(unit.short_name.replaceAll("-", " "));
  return [...out];
};

const byHand = [
  ["Toà án nhân dân TP Nha Trang", "tand-tp"], ["Toà án ND TP", "tand-tp"], ["TAND thành phố", "tand-tp"], ["VKSND Nha Trang", "vksnd-tp"],
  ["Viện KSND TP Nha Trang", "vksnd-tp"], ["CA TP Nha Trang", "cong-an-tp"], ["CATP Nha Trang", "cong-an-tp"], ["BHXH thành phố Nha Trang", "bhxh-tp"],
  ["Phòng GD-ĐT", "phong-gddt"], ["P.GDĐT", "phong-gddt"], ["PGDĐT Nha Trang", "phong-gddt"], ["Phòng GD và ĐT TP", "phong-gddt"], ["Phòng Giáo dục - Đào tạo", "phong-gddt"],
  ["Phòng LĐTBXH", "phong-ldtbxh"], ["Phòng LĐ-TB và XH", "phong-ldtbxh"], ["P LDTBXH", "phong-ldtbxh"], ["Phòng Lao động, Thương binh & Xã hội", "phong-ldtbxh"],
  ["Phòng TNMT", "phong-tnmt"], ["Phòng TN-MT TP Nha Trang", "phong-tnmt"], ["phong tai nguyen moi truong", "phong-tnmt"], ["Phòng VHTT", "phong-vhtt"], ["P.VH-TT", "phong-vhtt"],
  ["Phòng Văn hoá - Thông tin", "phong-vhtt"], ["Phòng TCKH", "phong-tckh"], ["Phòng Tài chính Kế hoạch", "phong-tckh"], ["P. Tài chính - KH", "phong-tckh"],
  ["Phòng QLĐT", "phong-qldt"], ["Phòng Quản lý ĐT", "phong-qldt"], ["P.KT", "unknown", ["phong-kinh-te", "ambiguous"]], ["Phòng Nội Vụ TP", "phong-noi-vu"], ["p noi vu", "phong-noi-vu"],
  ["Phòng TP", "unknown", ["phong-tu-phap", "ambiguous"]], ["Trung tâm Y tế", "ttyt-nha-trang"], ["TTYT", "ttyt-nha-trang"], ["TT Y tế Nha Trang", "ttyt-nha-trang"],
  ["UBMTTQVN TP Nha Trang", "ubmttq-tp"], ["Ủy ban MTTQ VN thành phố", "ubmttq-tp"], ["LĐLĐ Nha Trang", "ldld-tp"], ["Liên đoàn LĐ TP", "ldld-tp"],
  ["Hội LHPN", "hoi-lhpn-tp"], ["Hội Liên hiệp PN TP Nha Trang", "hoi-lhpn-tp"], ["Hội CCB", "hoi-ccb-tp"], ["Hội Cựu Chiến Binh TP", "hoi-ccb-tp"], ["Hội ND TP Nha Trang", "hoi-nong-dan-tp"],
  ["Hội Chữ Thập Đỏ", "hoi-ctd-tp"], ["Thành Đoàn", "thanh-doan-nha-trang"], ["Thanh doan Nha Trang", "thanh-doan-nha-trang"], ["Ban Tuyên giáo", "ban-tuyen-giao-thanh-uy"],
  ["BTG Thành ủy", "ban-tuyen-giao-thanh-uy"], ["Ban Dân vận", "ban-dan-van-thanh-uy"], ["VP Thành uỷ Nha Trang", "vp-thanh-uy"], ["Văn phòng Thành ủy", "vp-thanh-uy"],
  ["Văn phòng HĐND-UBND TP", "vp-hdnd-ubnd-tp"], ["VP HĐND - UBND", "vp-hdnd-ubnd-tp"], ["Văn phòng HĐND & UBND thành phố", "vp-hdnd-ubnd-tp"], ["BQL Vịnh", "bql-vinh-nha-trang"],
  ["Ban quản lý vịnh Nha Trang", "bql-vinh-nha-trang"], ["BQL Chợ Đầm", "bql-cho-dam"], ["Ban QL chợ Vĩnh Hải", "bql-cho-vinh-hai"], ["Chi cục Thi hành án dân sự", "cc-thads-tp"],
  ["Thi hành án dân sự TP Nha Trang", "cc-thads-tp"], ["Chi cục thuế", "cc-thue-nha-trang"], ["CC Thuế TP Nha Trang", "cc-thue-nha-trang"], ["Chi cục Thống kê Nha Trang", "cc-thong-ke"],
  ["Thanh tra", "thanh-tra-tp"], ["Thanh tra thành phố", "thanh-tra-tp"], ["Bưu điện Nha Trang", "buu-dien-tp"], ["Ban CHQS TP", "bchqs-tp"], ["Ban Chỉ huy quân sự thành phố", "bchqs-tp"],
  ["Trung tâm VH-TT và TT", "tt-vhtt-tt"], ["Trung tâm Văn hóa Thông tin Thể thao", "unknown", ["tt-vhtt-tt", "ambiguous"]], ["TT Phát triển quỹ đất", "tt-ptqd"], ["Trung tâm PTQĐ", "tt-ptqd"],
  ["TT GDNN - GDTX", "tt-gdnn-gdtx"], ["Trung tâm GDNN-GDTX Nha Trang", "tt-gdnn-gdtx"], ["Cty Môi trường đô thị", "mtdt-nha-trang"], ["Công ty CP MTĐT Nha Trang", "mtdt-nha-trang"],
  ["UBND TP", "ubnd-tp-nha-trang"], ["UBND thành phố", "ubnd-tp-nha-trang"], ["ủy ban nhân dân tp nha trang", "ubnd-tp-nha-trang"], ["HĐND TP", "hdnd-tp-nha-trang"], ["HĐND thành phố Nha Trang", "hdnd-tp-nha-trang"],
  ["Phòng Y Tế", "phong-y-te"], ["phòng y tế tp nt", "phong-y-te"], ["Điện lực Vĩnh Nguyên", "dien-luc-vinh-nguyen"], ["DL Vinh Hai", "unknown", ["dien-luc-vinh-hai", "ambiguous"]],
  ["Yersin", "thcs-yersin"], ["trường Âu Cơ", "thcs-au-co"], ["Lý Tự Trọng", "mn-ly-tu-trong"], ["Trường Phước Thịnh", "th-phuoc-thinh"], ["bích đầm", "th-thcs-bich-dam"],
  ["MN 3/2", "mn-3-2"], ["MN 3.2", "mn-3-2"], ["Mầm non 03-02", "mn-3-2"], ["MN 3 tháng 2", "mn-3-2"], ["MN ba tháng hai", "mn-3-2"], ["MN 2/4", "mn-2-4"], ["Mầm non 20/10", "mn-20-10"],
  ["mam non 20 10", "mn-20-10"], ["MN hai mươi tháng mười", "mn-20-10"], ["Trường MN 8.3", "mn-8-3"], ["MN 8 - 3", "mn-8-3"], ["mn 8/3", "mn-8-3"], ["MN20-10", "mn-20-10"], ["MN_20_10", "mn-20-10"],
  ["THCS Trần Hưng Đạo NT", "thcs-tran-hung-dao"], ["trường trần hưng đạo", "thcs-tran-hung-dao"], ["THCS Lê Thanh Liêm", "unknown"], ["Trường THCS Nguyễn Đ. Chiểu", "thcs-nguyen-dinh-chieu"],
  ["THCS Ng Đình Chiểu", "thcs-nguyen-dinh-chieu"], ["THCS Ng. Khuyến", "thcs-nguyen-khuyen"], ["THCS Ng~ Hiền", "thcs-nguyen-hien"], ["THCS Lg Thế Vinh", "thcs-luong-the-vinh"], ["THCS Tr. Quốc Toản", "thcs-tran-quoc-toan"],
  ["THCS Phan S. Nam", "thcs-phan-sao-nam"], ["Trường L.T.Kiệt", "thcs-ly-thuong-kiet"], ["THCS Cao B Quát", "thcs-cao-ba-quat"], ["thcs lý th kiệt", "thcs-ly-thuong-kiet"],
  ["P. V.Hải", "ubnd-phuong-vinh-hai"], ["UBND P V Hải", "ubnd-phuong-vinh-hai"], ["P.V.H", "ambiguous", ["unknown"]], ["P VHải", "ubnd-phuong-vinh-hai"], ["X. P.Đồng", "ubnd-xa-phuoc-dong"], ["UBND xã P.Đồng", "ubnd-xa-phuoc-dong"],
  ["P. X.Huân", "ubnd-phuong-xuong-huan"], ["phường L.Thọ", "ubnd-phuong-loc-tho"], ["P.N.Hiệp", "ubnd-phuong-ngoc-hiep"], ["X.V.Thái", "ubnd-xa-vinh-thai"], ["UBND P.Vĩnh H", "ambiguous", ["unknown"]],
]; // prettier-ignore

let made;

export function wording() {
  made = gatherer(22);
  const { add, random } = made;
  for (const [category, word] of Object.entries(around))
    made.each(`word_${category}`, (subject) => word(made.form(subject), random), 12);
  for (const [category, word] of Object.entries(wardWords))
    for (let i = 0; i < 20; i += 1) {
      const subject = random.of(wards);
      // "Xã/phường: X" leaves the type open, so other bodies of the name are meant too
      if (category === "levels")
        add("ward_levels", "nha-trang", word(subject, random), {}, "ambiguous", [subject.id]);
      else add(`ward_${category}`, "nha-trang", word(subject, random), {}, subject.id);
    }
  for (const [category, word] of Object.entries(schoolWords))
    for (let i = 0; i < 30; i += 1) {
      const subject = random.of(schools);
      const text = word(subject, random);
      if (text) add(`school_${category}`, "nha-trang", text, {}, subject.id);
    }
  initials(add, random);
  for (const unit of organisations) {
    for (const text of organisationForms(unit)) {
      const others = recipients.units.filter(
        (other) => other !== unit && [other.name, other.short_name].includes(text),
      );
      if (others.length === 0)
        add(
          "organisation_forms",
          "nha-trang",
          random.of([text, text, text.toLowerCase(), text.toUpperCase(), unmarked(text)]),
          {},
          unit.id,
        );
    }
  }
  for (const [text, expected, accept] of byHand) add("by_hand", "nha-trang", text, {}, expected, accept);
  for (let i = 0; i < 30; i += 1) {
    const { name, type, id, context } = random.of(communes2024);
    const english = { Phường: "Ward", Xã: "Commune", "Thị trấn": "Town" }[type];
    add(
      "commune_english",
      "vn-2024-10",
      random.of([
        `${unmarked(name)} ${english}`,
        `${unmarked(name)} ${english.toLowerCase()}`,
        `People's Committee of ${unmarked(name)} ${english}`,
      ]),
      context,
      id,
    );
    const other = random.of(communes2024);
    add(
      "commune_person",
      "vn-2024-10",
      `${random.of(["Chủ tịch", "Chủ tịch UBND", "PCT", "Công chức VHXH", "CB Văn hóa"])} ${other.type.toLowerCase()} ${other.name}`,
      other.context,
      other.id,
    );
  }
  return made.cases;
}
