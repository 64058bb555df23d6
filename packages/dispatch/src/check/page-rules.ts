import type { LayoutWords } from "@chiendich/core";
import { same, type LayoutRule, type Measurement } from "./layout-rule.ts";
import type { WordDocument, WordParagraph } from "./word-document.ts";
import type { WordSection } from "./word-section.ts";

const mm = (twips: number) => (twips / 1440) * 25.4;
/** Half a millimetre: what rounding to twips and back may cost. */
const tolerance = 0.5;
const within = (twips: number, least: number, most: number) =>
  mm(twips) >= least - tolerance && mm(twips) <= most + tolerance;

const whole = (held: boolean, expected: LayoutWords, measured: LayoutWords): Measurement => ({
  held,
  paragraph: null,
  expected,
  measured,
});

/** Paper, margins, font, colour and page numbers: mục I of the decree's PL I. */
export const pageRules: readonly LayoutRule[] = [
  {
    code: "layout_paper",
    box: null,
    measure: (_, { sections }) =>
      sections.map(({ width, height }) => {
        const [short, long] = [Math.min(width, height), Math.max(width, height)];
        const size = `${Math.round(mm(width))} × ${Math.round(mm(height))} mm`;
        return whole(within(short, 210, 210) && within(long, 297, 297), same("210 × 297 mm"), same(size));
      }),
  },
  {
    code: "layout_margins",
    box: null,
    measure: (_, { sections }) => sections.map(margins),
  },
  {
    code: "layout_font",
    box: null,
    measure: (_, document) =>
      oddRuns(
        document,
        (run) => run.font !== undefined && run.font !== "Times New Roman",
        (run) => run.font ?? "",
        "Times New Roman",
      ),
  },
  {
    code: "layout_colour",
    box: null,
    // Stamps are red.
    measure: ({ secrecy, urgency }, document) =>
      oddRuns(
        {
          ...document,
          paragraphs: document.paragraphs.filter((each) => each !== secrecy && each !== urgency),
        },
        (run) => run.colour !== undefined && !["auto", "000000"].includes(run.colour),
        (run) => `#${run.colour ?? ""}`,
        "#000000",
      ),
  },
  { code: "layout_page_number", box: null, measure: (_, { sections }) => sections.map(pageNumber) },
  {
    code: "layout_first_page_number",
    box: null,
    measure: (_, { sections }) =>
      sections.map((section) => {
        const shown = !section.titlePage || section.firstHeader?.hasPageNumber === true;
        return whole(
          !shown || section.header?.hasPageNumber !== true,
          { vi: "không hiển thị", en: "not shown" },
          shown ? { vi: "có hiển thị", en: "shown" } : { vi: "không hiển thị", en: "not shown" },
        );
      }),
  },
];

function margins(section: WordSection): Measurement {
  // A landscape page is an upright one turned: its binding edge is then at the top.
  const { top, right, bottom, left } = section;
  const held = within(top, 20, 25) && within(bottom, 20, 25) && within(left, 30, 35) && within(right, 15, 20);
  const values = [top, bottom, left, right].map((side) => Math.round(mm(side)));
  const words = (vi: readonly string[]) => vi.map((name, index) => `${name} ${values[index]}`).join(", ");
  return whole(
    held,
    {
      vi: "trên, dưới 20-25 mm, trái 30-35 mm, phải 15-20 mm",
      en: "top, bottom 20-25 mm, left 30-35 mm, right 15-20 mm",
    },
    {
      vi: `${words(["trên", "dưới", "trái", "phải"])} mm`,
      en: `${words(["top", "bottom", "left", "right"])} mm`,
    },
  );
}

/** One measurement for the document when all is well, and one for each paragraph that is not. */
function oddRuns(
  { paragraphs }: WordDocument,
  odd: (run: WordParagraph["runs"][number]) => boolean,
  shown: (run: WordParagraph["runs"][number]) => string,
  expected: string,
): readonly Measurement[] {
  const broken = paragraphs.flatMap((paragraph): Measurement[] => {
    const run = paragraph.runs.find(odd);
    return run === undefined
      ? []
      : [{ held: false, paragraph, expected: same(expected), measured: same(shown(run)) }];
  });
  return broken.length > 0 ? broken : [whole(true, same(expected), same(expected))];
}

function pageNumber({ header, numberInFooter, numberFormat, numberStart }: WordSection): Measurement {
  const expected = {
    vi: "chữ số Ả Rập, cỡ 13-14, kiểu chữ đứng, canh giữa ở lề trên",
    en: "Arabic digits, size 13-14, upright, centred in the top margin",
  };
  if (header === null || !header.hasPageNumber) {
    return whole(
      false,
      expected,
      numberInFooter ? { vi: "ở cuối trang", en: "at the foot" } : { vi: "không có", en: "none" },
    );
  }
  const { align, size, plain } = header;
  const arabic = numberFormat === "decimal";
  const held = align === "center" && size >= 13 && size <= 14 && plain && arabic && numberStart !== 0;
  return whole(held, expected, {
    vi: `cỡ ${size}, ${plain ? "chữ đứng" : "chữ đậm hoặc nghiêng"}, ${align === "center" ? "canh giữa" : "không canh giữa"}, kiểu ${numberFormat}`,
    en: `size ${size}, ${plain ? "upright" : "bold or italic"}, ${align === "center" ? "centred" : "not centred"}, as ${numberFormat}`,
  });
}
