import { findUnit, printRate, type StatusCounts } from "@chiendich/core";
import type { DashboardInput } from "./dashboard-input.ts";
import { both, html, type Markup } from "./markup.ts";

/** Counts by recipient group, and by the unit above in each hierarchy. */
export function statusTables({ directory, status }: DashboardInput): Markup {
  const parentName = (id: string) => (id === "" ? "–" : (findUnit(directory, id)?.name ?? id));
  const hierarchies = Object.entries(status.byParent).filter(([, counts]) => Object.keys(counts).length > 1);
  return html`<section aria-labelledby="by-group">
    <h2 id="by-group">${both("Theo nhóm đơn vị", "By group")}</h2>
    ${table(Object.entries(status.byGroup), status.total)}
    ${hierarchies.map(
      ([, counts]) =>
        html`<h3>${both("Theo cơ quan cấp trên", "By the unit above")}</h3>
          ${table(
            Object.entries(counts).map(([id, count]): [string, StatusCounts] => [parentName(id), count]),
            status.total,
          )}`,
    )}
  </section>`;
}

function table(rows: readonly (readonly [string, StatusCounts])[], total: StatusCounts): Markup {
  return html`<div class="wide">
    <table>
      <thead>
        <tr>
          <th scope="col">${both("Nhóm", "Group")}</th>
          <th scope="col">${both("Phải báo cáo", "Expected")}</th>
          <th scope="col">${both("Đã báo cáo", "Received")}</th>
          <th scope="col">${both("Đúng hạn", "On time")}</th>
          <th scope="col">${both("Chưa báo cáo", "Missing")}</th>
          <th scope="col">${both("Tỷ lệ báo cáo", "Reporting rate")}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(([label, counts]) => row(label, counts))}
      </tbody>
      <tfoot>
        ${row("Tổng cộng", total)}
      </tfoot>
    </table>
  </div>`;
}

function row(label: string, { expected, received, onTime, byState, reportingRate }: StatusCounts): Markup {
  const share = Math.round((reportingRate ?? 0) * 100);
  return html`<tr>
    <th scope="row">${label}</th>
    <td>${expected}</td>
    <td>${received}</td>
    <td>${onTime}</td>
    <td>${byState.missing}</td>
    <td class="rate">
      <meter value="${share}" max="100" aria-hidden="true"></meter> ${printRate(reportingRate)}
    </td>
  </tr> `;
}
