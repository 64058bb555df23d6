/**
 * The components of a dispatch and how each is set, from the table “Mẫu chữ và chi tiết trình bày” of
 * Nghị định 30/2020/NĐ-CP, PL I, Phần I, mục V (read in the decree itself: confidence high). Styles of
 * .docx files, CSS, Typst and the layout check are all made from this one table.
 */
export interface Component {
  /** As it stands in Word's list of styles. */
  readonly name: string;
  /** Number of the component in the decree's drawing (ô số); null for what the decree does not number. */
  readonly box: string | null;
  /** Smallest and largest size the decree allows, in points. */
  readonly sizes: readonly [number, number];
  /** The size we set: the one of the decree's example column. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  /** Printed in capitals whatever the data says. */
  readonly capitals: boolean;
  readonly align: "left" | "center" | "both";
  /** Gap above, in points. */
  readonly before: number;
  /** Indents its first line (1,27 cm) and carries the line spacing of the body. */
  readonly body: boolean;
  /** Never the last thing on a page: what it introduces follows on the same one. */
  readonly keepWithNext: boolean;
  /** Solid rule underneath: as long as the text, or one third to one half of it. */
  readonly rule: "text" | "part" | null;
  /** Stands in a box, like a stamp. */
  readonly boxed: boolean;
}

const plain = {
  box: null,
  bold: false,
  italic: false,
  capitals: false,
  align: "center",
  before: 0,
  body: false,
  keepWithNext: false,
  rule: null,
  boxed: false,
} as const;
const bold = { ...plain, bold: true } as const;
const body = {
  ...plain,
  box: "6",
  sizes: [13, 14],
  size: 14,
  align: "both",
  before: 6,
  body: true,
} as const;
const heading = { ...body, bold: true, keepWithNext: true } as const;
const centredHeading = { ...heading, align: "center", body: false } as const;

const stamp = { ...bold, sizes: [13, 14], size: 13, capitals: true, boxed: true } as const;

/**
 * The parts of an official letter with the type size, weight and place that Phụ lục I of Nghị định
 * 30/2020/NĐ-CP gives them. Sizes and distances are in points.
 */
export const components = {
  country: { ...bold, name: "Quốc hiệu", box: "1", sizes: [12, 13], size: 12, capitals: true },
  motto: { ...bold, name: "Tiêu ngữ", box: "1", sizes: [13, 14], size: 13, rule: "text" },
  parent: { ...plain, name: "Cơ quan chủ quản", box: "2", sizes: [12, 13], size: 12, capitals: true },
  issuer: {
    ...bold,
    name: "Cơ quan ban hành",
    box: "2",
    sizes: [12, 13],
    size: 12,
    capitals: true,
    rule: "part",
  },
  number: { ...plain, name: "Số ký hiệu", box: "3", sizes: [13, 13], size: 13 },
  placeDate: { ...plain, name: "Địa danh thời gian", box: "4", sizes: [13, 14], size: 13, italic: true },
  about: { ...plain, name: "Trích yếu công văn", box: "5b", sizes: [12, 13], size: 12, before: 6 },
  type: {
    ...bold,
    name: "Tên loại",
    box: "5a",
    sizes: [13, 14],
    size: 14,
    capitals: true,
    before: 18,
    keepWithNext: true,
  },
  subject: {
    ...bold,
    name: "Trích yếu",
    box: "5a",
    sizes: [13, 14],
    size: 14,
    keepWithNext: true,
    rule: "part",
  },
  to: { ...plain, name: "Kính gửi", box: "9a", sizes: [13, 14], size: 14, align: "left", keepWithNext: true },
  basis: { ...body, name: "Căn cứ", italic: true },
  paragraph: { ...body, name: "Nội dung" },
  part: { ...centredHeading, name: "Phần Chương" },
  partTitle: { ...centredHeading, name: "Tên phần chương", capitals: true },
  heading: { ...heading, name: "Tiêu đề mục", capitals: true },
  article: { ...heading, name: "Điều" },
  clause: { ...heading, name: "Khoản có tiêu đề" },
  caption: { ...plain, name: "Chú thích", sizes: [13, 14], size: 13, before: 3 },
  cell: { ...plain, name: "Ô bảng", sizes: [11, 14], size: 12, align: "left" },
  copiesTitle: {
    ...bold,
    name: "Nơi nhận",
    box: "9b",
    sizes: [12, 12],
    size: 12,
    italic: true,
    align: "left",
  },
  copies: { ...plain, name: "Danh sách nơi nhận", box: "9b", sizes: [11, 11], size: 11, align: "left" },
  authority: { ...bold, name: "Quyền hạn chức vụ", box: "7a", sizes: [13, 14], size: 14, capitals: true },
  signer: { ...bold, name: "Họ tên người ký", box: "7b", sizes: [13, 14], size: 14 },
  appendix: { ...bold, name: "Phụ lục", sizes: [14, 14], size: 14, keepWithNext: true },
  appendixTitle: {
    ...bold,
    name: "Tên phụ lục",
    sizes: [13, 14],
    size: 14,
    capitals: true,
    keepWithNext: true,
  },
  attached: { ...plain, name: "Kèm theo văn bản", sizes: [13, 14], size: 13, italic: true },
  /** Case, size and weight are those of độ khẩn: the decree leaves them to the law on secrets. */
  secrecy: { ...stamp, name: "Độ mật", box: "10a" },
  urgency: { ...stamp, name: "Độ khẩn", box: "10b" },
  handling: { ...stamp, name: "Chỉ dẫn lưu hành", box: "11" },
  drafter: {
    ...plain,
    name: "Ký hiệu người soạn thảo",
    box: "12",
    sizes: [11, 11],
    size: 11,
    align: "left",
  },
  contact: { ...plain, name: "Địa chỉ liên hệ", box: "13", sizes: [11, 12], size: 11 },
} as const satisfies Record<string, Component>;

/** Name of a part of a letter; see `components`. */
export type ComponentId = keyof typeof components;

export function componentOf(id: ComponentId): Component {
  return components[id];
}
