import { findUnit, type StatusRow } from "@chiendich/core";
import type { DashboardInput } from "./dashboard-input.ts";
import { both, html, type Markup } from "./markup.ts";
import { printUntil } from "./moment.ts";
import { stateWords } from "./state-words.ts";

const owing: readonly StatusRow["state"][] = ["missing", "returned", "queried", "awaited"];

/** Who still owes, each with a reminder ready to be copied. */
export function missingUnits({ campaign, directory, status, reminderText }: DashboardInput): Markup {
  const rows = status.rows.filter(({ state }) => owing.includes(state));
  return html`<section aria-labelledby="owing">
    <h2 id="owing">${both("Còn phải báo cáo", "Still owing")} (${rows.length})</h2>
    ${
      rows.length === 0
        ? html`<p>${both("Tất cả các đơn vị đã báo cáo.", "Every unit has reported.")}</p>`
        : html`<ol class="owing">
            ${rows.map((row) => {
              const unit = findUnit(directory, row.obligation.unitId);
              const { vi, en } = stateWords[row.state];
              return html`<li>
                <span
                  ><b>${unit?.shortName ?? unit?.name ?? row.obligation.unitId}</b> · ${both(vi, en)} ·
                  ${both("hạn", "until")} ${printUntil(row.openUntil, campaign.timeZone)}</span
                >
                <button type="button" data-copy="${reminderText(row)}">
                  ${both("Chép lời nhắc", "Copy reminder")}
                </button>
              </li> `;
            })}
          </ol>`
    }
  </section>`;
}
