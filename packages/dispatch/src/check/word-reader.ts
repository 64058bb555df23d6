import type { XmlElement } from "@rgrove/parse-xml";
import { drawnLines } from "./drawn-line.ts";
import type { WordCell, WordParagraph, WordRun } from "./word-document.ts";
import type { WordLists } from "./word-numbering.ts";
import { hasBorders, paragraphFormat, runFormat, type RunFormat, type Styles } from "./word-style.ts";
import { attribute, child, children, descendants, numeric, toggle } from "./xml-query.ts";

/** Reads the paragraphs of a document in order, with what they inherit worked out. */
export class WordReader {
  readonly paragraphs: WordParagraph[] = [];
  readonly #styles: Styles;
  readonly #theme: string | undefined;
  readonly #lists: WordLists;
  #tables = 0;

  constructor(styles: Styles, theme: string | undefined, lists: WordLists) {
    this.#styles = styles;
    this.#theme = theme;
    this.#lists = lists;
  }

  blocks(elements: readonly XmlElement[], cell: WordCell | null): void {
    for (const element of elements) {
      if (element.name === "w:p") this.#paragraph(element, cell);
      else if (element.name === "w:tbl") this.#table(element);
      else if (element.name === "w:sdt") this.blocks(children(child(element, "w:sdtContent")), cell);
    }
  }

  #table(table: XmlElement): void {
    const id = this.#tables;
    this.#tables += 1;
    const properties = child(table, "w:tblPr");
    const grid = children(child(table, "w:tblGrid"), "w:gridCol").map(
      (column) => numeric(column, "w:w") ?? 0,
    );
    const borders = child(properties, "w:tblBorders");
    const bordered =
      borders === undefined
        ? this.#styles.tableBordered(attribute(child(properties, "w:tblStyle"), "w:val"))
        : hasBorders(borders);
    for (const [rowIndex, row] of children(table, "w:tr").entries()) {
      let column = 0;
      const cells = children(row, "w:tc");
      for (const element of cells) {
        const tcPr = child(element, "w:tcPr");
        const span = numeric(child(tcPr, "w:gridSpan"), "w:val") ?? 1;
        const gridWidth = grid.slice(column, column + span).reduce((sum, part) => sum + part, 0);
        const width = numeric(child(tcPr, "w:tcW"), "w:w") ?? gridWidth;
        const margin = (side: string) =>
          numeric(child(tcPr, "w:tcMar", side), "w:w") ??
          numeric(child(properties, "w:tblCellMar", side), "w:w") ??
          defaultCellMargin;
        this.blocks(children(element), {
          table: id,
          row: rowIndex,
          column,
          columns: cells.length,
          width: width - margin("w:left") - margin("w:right"),
          bordered,
          cantSplit: toggle(child(row, "w:trPr", "w:cantSplit")) === true,
        });
        column += span;
      }
    }
  }

  #paragraph(element: XmlElement, cell: WordCell | null): void {
    const pPr = child(element, "w:pPr");
    const style = this.#styles.paragraphStyle(attribute(child(pPr, "w:pStyle"), "w:val"));
    const list = this.#lists.next(child(pPr, "w:numPr") ?? style.list);
    const format = {
      ...this.#styles.defaults.paragraph,
      ...style.paragraph,
      ...list?.format,
      ...paragraphFormat(pPr),
    };
    const base = { ...this.#styles.defaults.run, ...style.run };
    const runs = runsOf(element).map((run) => this.#run(run, base));
    const typed = runs.map((run) => run.text).join("");
    const text = list === null ? typed : `${list.label} ${typed}`;
    this.paragraphs.push({
      number: this.paragraphs.length + 1,
      text: text.replace(/\s+/g, " ").trim(),
      typed,
      writtenLines: text.split("\n").map((line) => line.replace(/\s+/g, " ").trim()),
      runs: runs.filter((run) => run.text.trim() !== ""),
      format,
      cell,
      pictures: descendants(element, "wp:docPr")
        .filter((picture) => descendants(picture.parent as XmlElement, "pic:pic").length > 0)
        .map((picture) => ({ alt: attribute(picture, "descr") ?? "" })),
      lines: drawnLines(element),
      startsPage: runsOf(element).some((run) =>
        children(run, "w:br").some((br) => attribute(br, "w:type") === "page"),
      ),
    });
  }

  #run(run: XmlElement, base: RunFormat): WordRun {
    const rPr = child(run, "w:rPr");
    const character = this.#styles.characterStyle(attribute(child(rPr, "w:rStyle"), "w:val"));
    const format: RunFormat = { ...base, ...character, ...runFormat(rPr) };
    const font = format.font?.startsWith("theme:") ? (this.#theme ?? format.font) : format.font;
    const text = children(run)
      .map((piece) =>
        piece.name === "w:t"
          ? piece.text
          : /^w:(br|cr)$/.test(piece.name)
            ? "\n"
            : piece.name === "w:tab"
              ? "\t"
              : "",
      )
      .join("");
    return { ...format, font, text: format.capitals ? text.toLocaleUpperCase("vi") : text };
  }
}

const defaultCellMargin = 108;

/** Runs of a paragraph, those inside links, fields and insertions too. */
function runsOf(element: XmlElement): readonly XmlElement[] {
  return children(element).flatMap((each) => {
    if (each.name === "w:r") return [each];
    return /^w:(hyperlink|fldSimple|ins|smartTag|sdt|sdtContent)$/.test(each.name) ? runsOf(each) : [];
  });
}
