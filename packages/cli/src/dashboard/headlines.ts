import { printCoverage, printFigureValue, printNumber, printRate, type RollUp } from "@chiendich/core";
import type { DashboardInput } from "./dashboard-input.ts";
import { both, html, type Markup } from "./markup.ts";

/** How many sums are shown large; the rest stand in the table of figures. */
const shownFigures = 4;

/** The rates and the first sums, each with what it stands on. */
export function headlines({ campaign, status: { total }, rollUp }: DashboardInput): Markup {
  // A part (“trong đó”) says little without its whole.
  const whole = campaign.report.fields.filter(({ partOf }) => partOf === undefined);
  const labels = new Map(whole.map(({ id, label }) => [id, label]));
  const sums = sumsOf(rollUp, labels).flatMap(({ id, field }) => {
    const figure = rollUp.total[id];
    const label = labels.get(field);
    if (!figure || !label) return [];
    const coverage = both(printCoverage(figure.coverage, "vi"), printCoverage(figure.coverage, "en"));
    return [tile(both(label.vi, label.en ?? label.vi), printFigureValue(figure, "vi"), coverage)];
  });
  const of = (count: number) => html`${count}/${total.expected} ${both("đơn vị", "units")}`;
  return html`<section aria-labelledby="at-a-glance">
    <h2 id="at-a-glance">${both("Kết quả chung", "At a glance")}</h2>
    <ul class="tiles">
      ${tile(both("Đã báo cáo", "Reported"), printRate(total.reportingRate), of(total.received))}
      ${tile(both("Đúng hạn", "On time"), printRate(total.onTimeRate), of(total.onTime))}
      ${tile(both("Chưa báo cáo", "Missing"), printNumber(total.byState.missing), of(total.byState.missing))}
      ${tile(both("Chỉ tiêu đã điền", "Items answered"), printRate(total.itemRate), html`${printNumber(total.itemsReceived)}/${printNumber(total.itemsExpected)}`)}
      ${sums}
    </ul>
  </section>`;
}

function sumsOf({ measures }: RollUp, fields: ReadonlyMap<string, unknown>) {
  return measures
    .filter(({ field, overUnits, estimate }) => fields.has(field) && overUnits === "sum" && !estimate)
    .slice(0, shownFigures);
}

function tile(label: Markup, value: string, note: Markup): Markup {
  return html`<li>
    <span class="label">${label}</span><strong>${value}</strong><span class="note">${note}</span>
  </li> `;
}
