import {
  findUnit,
  printCoverage,
  printFigureValue,
  printNumber,
  printVietnameseShortDate,
  type Figure,
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
      ? [
          figureRow(figure, both(field.label.vi, field.label.en ?? field.label.vi), field.unit?.vi ?? "", {
            directory,
            choice: field.kind === "choice",
          }),
        ]
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

function figureRow(
  figure: Figure,
  label: Markup,
  unit: string,
  { directory, choice }: { readonly directory: UnitDirectory; readonly choice: boolean },
): Markup {
  const { dataAsOf, leaves } = figure;
  const dates =
    dataAsOf === null
      ? "–"
      : [...new Set([dataAsOf.earliest, dataAsOf.latest])].map(printVietnameseShortDate).join(" – ");
  const links = Array.isArray(figure.value);
  const given = [
    ...Map.groupBy(
      figure.leaves.filter(({ nil }) => !nil),
      ({ value }) => value,
    ),
  ].flatMap(([value, { length }]) =>
    typeof value === "string" ? [html`<div>${value}: ${printNumber(length)}</div>`] : [],
  );
  const value = choice
    ? given
    : links
      ? both(
          `${(figure.value as readonly string[]).length} mục`,
          `${(figure.value as readonly string[]).length} items`,
        )
      : both(printFigureValue(figure, "vi"), printFigureValue(figure, "en"));
  return html`<tr>
    <th scope="row">
      <details>
        <summary>${label}</summary>
        <ul class="leaves">
          ${leaves.map((leaf) => leafLine(leaf, directory))}
        </ul>
      </details>
    </th>
    <td>${unit}</td>
    <td>${value}</td>
    <td>${printCoverage(figure.coverage, "vi").replace(/ .*/, "")}</td>
    <td>${dates}</td>
  </tr> `;
}

function leafLine({ unitId, value, source, sheet, cell }: Leaf, directory: UnitDirectory): Markup {
  const unit = findUnit(directory, unitId);
  const shown =
    typeof value === "number"
      ? printNumber(value)
      : typeof value === "object"
        ? JSON.stringify(value)
        : String(value);
  return html`<li>
    ${unit?.shortName ?? unit?.name ?? unitId}: <b>${shown}</b>
    <span class="note">${source}, ${sheet}${cell === null ? "" : `!${cell}`}</span>
  </li> `;
}
