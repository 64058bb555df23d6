import { describeReportForm, issue, type Issue, type SheetDescription } from "@chiendich/core";
import ExcelJS from "exceljs";
import { expect, it } from "vitest";
import { annotateWorkbook, fillWorkbook, writeWorkbook, type CellFill } from "../src/index.ts";
import { highlight } from "../src/annotate/annotation.ts";
import { campaign, directory, readBytes } from "./return-campaign.ts";

const form = describeReportForm(campaign, { round: "ket-qua", unit: "vinh-hai", directory });
const front = form.sheets[0] as SheetDescription;
const file = "vinh-hai.xlsx";

/** The cell of answers in the row of a field. */
function answer(field: string, value: CellFill["value"]): CellFill {
  const row = front.rows.findIndex(({ cells }) => cells[0]?.value === field);
  return { sheet: front.name, cell: `E${row + 1}`, value };
}

const cellsOf = (issues: readonly Issue[]) =>
  issues.flatMap(({ place }) => ("cell" in place && place.cell !== undefined ? [place.cell] : []));

it("a filled form comes back marked, and reads clean once the marked cells, and only those, are mended", async () => {
  const wrong = [
    answer("sessions", "khoảng mười mấy"),
    answer("participants", -5),
    answer("cost", "12,5"),
    answer("firstDay", "31/2/2025"),
    answer("phone", "0258 123"),
  ];
  const right = [
    answer("sessions", 12),
    answer("participants", 50),
    answer("firstDay", "11/3/2025"),
    answer("phone", "0258123456"),
  ];
  const sent = fillWorkbook(await writeWorkbook(form), wrong);
  const { issues } = await readBytes(sent, file);
  expect(cellsOf(issues).sort()).toEqual(right.map(({ cell }) => cell).sort());

  const marked = await annotateWorkbook(sent, issues, { language: "vi", name: file });
  const mended = await readBytes(fillWorkbook(marked, right), file);
  expect(mended.issues).toEqual([]);
  expect(mended.verdicts).toMatchObject([
    {
      outcome: "accepted",
      report: { unitId: "vinh-hai", answers: { sessions: { value: 12 }, cost: { value: "12.5" } } },
    },
  ]);
});

async function openedByExcelJS(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  return workbook;
}

it("exceljs opens a marked form, with what is said on each of its sheets", async () => {
  const guide = form.sheets[1] as SheetDescription;
  const wrong = [front.name, guide.name].map((sheet) =>
    issue("workbook_value_invalid", { source: file, sheet, cell: "E9" }, { raw: "1,5", type: "number" }),
  );
  const marked = await annotateWorkbook(await writeWorkbook(form), wrong, { language: "vi", name: file });
  const workbook = await openedByExcelJS(marked);
  for (const { name } of [front, guide]) {
    expect(workbook.getWorksheet(name)?.getCell("E9").note).toMatchObject({
      texts: [{ text: expect.stringContaining("không phải là số hợp lệ") as string }],
      editAs: expect.any(String) as string,
    });
  }
});

it("a required cell left blank shows our mark over the form's own, and the form's own again after", async () => {
  const formats = async (bytes: Uint8Array) => {
    const sheet = (await openedByExcelJS(bytes)).getWorksheet(front.name);
    return (sheet as unknown as { conditionalFormattings: ExcelJS.ConditionalFormattingOptions[] })
      .conditionalFormattings;
  };
  const { cell } = answer("sessions", null);
  const sent = await writeWorkbook(form);
  const missing = issue(
    "report_value_missing",
    { source: file, sheet: front.name, cell },
    { field: "sessions", label: { vi: "Số buổi" } },
  );
  const marked = await annotateWorkbook(sent, [missing], { language: "vi", name: file });
  const [first, ...others] = await formats(marked);
  expect(first).toMatchObject({
    ref: cell,
    rules: [{ priority: 1, style: { fill: { bgColor: { argb: `FF${highlight[missing.severity]}` } } } }],
  });
  expect(others.map(({ ref }) => ref)).toContain(cell);
  expect(others.flatMap(({ rules }) => rules.map(({ priority }) => priority))).not.toContain(1);
  const again = await annotateWorkbook(marked, [], { language: "vi", name: file });
  expect(await formats(again)).toEqual(await formats(sent));
});
