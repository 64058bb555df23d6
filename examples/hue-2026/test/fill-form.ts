import { readFile, writeFile } from "node:fs/promises";
import Excel from "exceljs";

/** By mark: a field's id (`animals`, `vaccinated.numerator`), or `@dataAsOf` at the head of the form. */
export type Answers = Readonly<Record<string, string | number | Date>>;

/** Columns of the form's front sheet, from 1. */
const [markColumn, headColumn, answerColumn] = [1, 4, 5];

/**
 * Opens a form as an office program does, types into its open cells, and saves it under another
 * name. Rows are found by the marks in the hidden first column.
 */
export async function fillForm(form: string, saveAs: string, answers: Answers): Promise<void> {
  const book = new Excel.Workbook();
  // exceljs declares a Buffer of an older @types/node.
  await book.xlsx.load((await readFile(form)) as unknown as Excel.Buffer);
  const front = book.worksheets[0];
  if (!front) throw new RangeError(`${form} has no front sheet`);
  const open = new Map(Object.entries(answers));
  front.eachRow((row) => {
    const mark = row.getCell(markColumn).text;
    const answer = open.get(mark);
    if (answer === undefined) return;
    row.getCell(mark.startsWith("@") ? headColumn : answerColumn).value = answer;
    open.delete(mark);
  });
  if (open.size > 0) throw new RangeError(`${form} has no row for ${[...open.keys()].join(", ")}`);
  await writeFile(saveAs, new Uint8Array(await book.xlsx.writeBuffer()));
}
