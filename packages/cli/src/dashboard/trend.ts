import type { DashboardInput } from "./dashboard-input.ts";
import { arrivalChart } from "./arrival-chart.ts";
import { both, html, type Markup } from "./markup.ts";
import { printDay, printUntil } from "./moment.ts";

/** Reports arriving against the deadline, as a drawing and in words. */
export function trend({ campaign, status }: DashboardInput): Markup {
  const { timeZone } = campaign;
  // Those that stand, as everywhere else on the page: a queried or returned report has not arrived yet.
  const arrivals = status.rows.flatMap(({ receivedAt, timeliness }) =>
    receivedAt === null || timeliness === null ? [] : [receivedAt],
  );
  const deadline = campaign.rounds.at(-1)?.deadline.lastInstant ?? status.at;
  const chart = arrivalChart({
    arrivals,
    expected: status.total.expected,
    deadline,
    at: status.at,
    day: (instant) => printDay(instant, timeZone).replace(/\/\d{4}$/, ""),
    deadlineWord: `Hạn ${printUntil(deadline, timeZone)}`,
  });
  const { expected, received, onTime } = status.total;
  return html`<section aria-labelledby="trend">
    <h2 id="trend">${both("Tiến độ gửi báo cáo", "Arrivals against the deadline")}</h2>
    <p>
      ${both(
        `${received} trên ${expected} đơn vị đã báo cáo, ${onTime} đơn vị đúng hạn.`,
        `${received} of ${expected} units have reported, ${onTime} of them on time.`,
      )}
    </p>
    ${arrivals.length === 0 ? null : chart}
  </section>`;
}
