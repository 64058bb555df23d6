import {
  answerCounts,
  findUnit,
  offeredAnswers,
  printCoverage,
  printFigureValue,
  printNumber,
  printVietnameseShortDate,
  type Field,
  type Figure,
  type Label,
  type Leaf,
  type UnitDirectory,
} from "@chiendich/core";
import type { DashboardInput } from "./dashboard-input.ts";
import { both, html, type Markup } from "./markup.ts";

/** Every figure with its coverage and dates; opening one shows the units and cells it is made of. */
export function figureTable({ campaign, directory, rollUp }: DashboardInput): Markup {
  const fields = new Map(campaign.report.fields.map((field) => [field.id, field]));
  const rows = rollUp.measures.flatMap(({ id, field: fieldId }) => {
    const figure = rollUp.total[id];
    const field = fields.get(fieldId);
    return figure && field && !field.personal && field.kind !== "text"
      ? [figureRow(figure, field, directory)]
      : [];
  });
  return html`<section aria-labelledby="figures">
    <h2 id="figures">${both("Số liệu tổng hợp", "Figures")}</h2>
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">${both("Chỉ tiêu", "Figure")}</th>
            <th scope="col">${both("Đơn vị tính", "Unit")}</th>
            <th scope="col">${both("Số liệu", "Value")}</th>
            <th scope="col">${both("Trên số đơn vị", "Coverage")}</th>
            <th scope="col">${both("Tính đến ngày", "As of")}</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
  </section>`;
}

/** A label that nobody put into English is Vietnamese in both languages of the page. */
const inBoth = ({ vi, en }: Label): Markup | string => (en === undefined ? vi : both(vi, en));

function figureRow(figure: Figure, field: Field, directory: UnitDirectory): Markup {
  const { dataAsOf, leaves } = figure;
  const dates =
    dataAsOf === null
      ? "–"
      : [...new Set([dataAsOf.earliest, dataAsOf.latest])].map(printVietnameseShortDate).join(" – ");
  const links = Array.isArray(figure.value);
  const answers = answerCounts(figure, field);
  const value =
    answers.length > 0 && leaves.length > 0
      ? answers.map(({ label, units }) => html`<div>${inBoth(label)}: ${printNumber(units)}</div>`)
      : links
        ? both(
            `${(figure.value as readonly string[]).length} mục`,
            `${(figure.value as readonly string[]).length} items`,
          )
        : both(printFigureValue(figure, "vi"), printFigureValue(figure, "en"));
  return html`<tr>
    <th scope="row">
      <details>
        <summary>${inBoth(field.label)}</summary>
        <ul class="leaves">
          ${leaves.map((leaf) => leafLine(leaf, field, directory))}
        </ul>
      </details>
    </th>
    <td>${field.unit?.vi ?? ""}</td>
    <td>${value}</td>
    <td>${printCoverage(figure.coverage, "vi").replace(/ .*/, "")}</td>
    <td>${dates}</td>
  </tr> `;
}

/** An answer as people read it: the label of an option, yes and no of a flag. */
function answerLabel(text: string, field: Field): string | Markup {
  const option = offeredAnswers(field).find(({ id }) => id === text);
  return option ? inBoth(option.label) : text;
}

function leafLine(
  { unitId, value, source, sheet, cell }: Leaf,
  field: Field,
  directory: UnitDirectory,
): Markup {
  const unit = findUnit(directory, unitId);
  const shown =
    typeof value === "number"
      ? printNumber(value)
      : typeof value === "object"
        ? JSON.stringify(value)
        : answerLabel(String(value), field);
  return html`<li>
    ${unit?.shortName ?? unit?.name ?? unitId}: <b>${shown}</b>
    <span class="note">${source}, ${sheet}${cell === null ? "" : `!${cell}`}</span>
  </li> `;
}
