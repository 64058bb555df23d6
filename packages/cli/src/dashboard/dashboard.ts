import type { DashboardInput } from "./dashboard-input.ts";
import { figureTable } from "./figure-table.ts";
import { headlines } from "./headlines.ts";
import { both, html, trusted } from "./markup.ts";
import { missingUnits } from "./missing-units.ts";
import { printMoment } from "./moment.ts";
import { pageScript } from "./page-script.ts";
import { pageStyle } from "./page-style.ts";
import { statusTables } from "./status-tables.ts";
import { trend } from "./trend.ts";
import { unitGrid } from "./unit-grid.ts";

/**
 * The dashboard as one HTML page that needs nothing else: no network, no other file. Vietnamese
 * first, with a switch to English. The same input gives the same bytes.
 */
export function renderDashboard(input: DashboardInput): string {
  const { campaign, status } = input;
  const quotes = campaign.rounds.map(({ deadline }) => `“${deadline.quote}”`).join(", ");
  return html`<!doctype html>
    <html lang="vi" class="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${campaign.title}</title>
        <style>
          ${trusted(pageStyle)}
        </style>
      </head>
      <body>
        <header>
          <div>
            <p class="office">${campaign.dispatch.issuer.name}</p>
            <h1>${campaign.title}</h1>
            <p>
              ${both("Tình hình đến", "As of")} ${printMoment(status.at, campaign.timeZone)} ·
              ${both("thời hạn", "deadline")}: ${quotes}
            </p>
          </div>
          <button type="button" id="language">English</button>
        </header>
        <main>
          ${headlines(input)} ${trend(input)} ${unitGrid(input)} ${statusTables(input)} ${figureTable(input)}
          ${missingUnits(input)}
        </main>
        <script>
          ${trusted(pageScript)};
        </script>
      </body>
    </html> `.markup;
}
