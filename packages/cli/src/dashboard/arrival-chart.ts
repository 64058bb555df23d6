import type { Instant } from "@chiendich/core";
import { instantMs } from "@chiendich/core";
import * as echarts from "echarts";
import { trusted, type Markup } from "./markup.ts";

const afterwards = 2 * 86_400_000;

/** The page's colours are CSS variables, so that one drawing serves light, dark and print. */
const ink = "var(--ink)";
const line = "var(--line)";

export interface ArrivalChart {
  /** When each report that stands was received. */
  readonly arrivals: readonly Instant[];
  readonly expected: number;
  readonly deadline: Instant;
  readonly at: Instant;
  /** Prints an instant as a day in the campaign's zone. */
  readonly day: (instant: Instant) => string;
  readonly deadlineWord: string;
}

/** Reports received, added up over time, against the deadline and the number expected. */
export function arrivalChart({ arrivals, expected, deadline, at, day, deadlineWord }: ArrivalChart): Markup {
  const times = arrivals.map(instantMs).sort((a, b) => a - b);
  // Long after the deadline nothing happens any more: the drawing ends two days after the last event.
  const last = Math.min(
    Math.max(instantMs(at), instantMs(deadline)),
    Math.max(...times, instantMs(deadline)) + afterwards,
  );
  const points: [number, number][] = times.map((time, index) => [time, index + 1]);
  if (times.length > 0) points.unshift([times[0] as number, 0]);
  if (times.length > 0) points.push([Math.min(instantMs(at), last), times.length]);
  return draw(720, 260, {
    grid: { left: 48, right: 24, top: 28, bottom: 32 },
    xAxis: {
      type: "time",
      max: last,
      axisLine: { lineStyle: { color: line } },
      axisLabel: {
        color: ink,
        hideOverlap: true,
        formatter: (time: number) => day(new Date(time).toISOString()),
      },
    },
    yAxis: {
      type: "value",
      max: Math.max(expected, 1),
      axisLabel: { color: ink },
      splitLine: { lineStyle: { color: line } },
    },
    series: [
      {
        type: "line",
        step: "end",
        symbol: "none",
        lineStyle: { color: "var(--accent)", width: 2.5 },
        areaStyle: { color: "var(--accent)", opacity: 0.15 },
        data: points,
        markLine: {
          symbol: "none",
          lineStyle: { color: "var(--missing)", type: "dashed", width: 1.5 },
          label: { color: ink, formatter: deadlineWord, position: "end", rotate: 0 },
          data: [{ xAxis: instantMs(deadline) }],
        },
      },
    ],
  });
}

function draw(width: number, height: number, option: echarts.EChartsOption): Markup {
  const chart = echarts.init(null, null, { renderer: "svg", ssr: true, width, height });
  chart.setOption({
    animation: false,
    textStyle: { color: ink, fontFamily: "system-ui, sans-serif", fontSize: 12 },
    ...option,
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  // It scales with the page; the text beside it says the same in words.
  return trusted(
    svg.replace(/^<svg width="\d+" height="\d+"/, '<svg class="chart" role="img" aria-hidden="true"'),
  );
}
