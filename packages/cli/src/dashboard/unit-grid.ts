import { findUnit, type StatusRow } from "@chiendich/core";
import type { DashboardInput } from "./dashboard-input.ts";
import { both, html, type Markup } from "./markup.ts";
import { stateOrder, stateWords } from "./state-words.ts";

/** Every unit as a field coloured and marked by its state, group by group: a map without geography. */
export function unitGrid({ directory, status }: DashboardInput): Markup {
  const name = (id: string) => findUnit(directory, id)?.shortName ?? findUnit(directory, id)?.name ?? id;
  const groups = [...Map.groupBy(status.rows, ({ obligation }) => obligation.group)];
  return html`<section aria-labelledby="units">
    <h2 id="units">${both("Các đơn vị", "Units")}</h2>
    <ul class="legend">
      ${stateOrder
        .filter((state) => status.total.byState[state] > 0)
        .map(
          (state) =>
            html`<li>
              <span class="mark ${state}" aria-hidden="true">${stateWords[state].sign}</span>
              ${both(stateWords[state].vi, stateWords[state].en)}: ${status.total.byState[state]}
            </li>`,
        )}
    </ul>
    ${groups.map(
      ([group, rows]) =>
        html`<h3>${group}</h3>
          <ul class="grid">
            ${rows.map((row) => field(row, name(row.obligation.unitId)))}
          </ul> `,
    )}
  </section>`;
}

function field({ state }: StatusRow, name: string): Markup {
  const { vi, sign } = stateWords[state];
  return html`<li class="${state}" title="${name}: ${vi}">
    <span aria-hidden="true">${sign}</span> ${name}<span class="unseen"
      >: ${both(vi, stateWords[state].en)}</span
    >
  </li> `;
}
