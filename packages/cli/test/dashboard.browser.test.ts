import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "../src/main.ts";
import { testIo } from "./test-io.ts";

let browser: Browser;
let address: string;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "chiendich-dashboard-"));
  const run = (at: string, ...words: string[]) => main(words, testIo({ folder, at }));
  const flags = {
    within: "thành phố Huế",
    title: "Chiến dịch <thử> & kiểm tra",
    office: "Ủy ban nhân dân thành phố Huế",
    notation: "UBND-VX",
    place: "Huế",
    date: "2026-03-02",
    from: "2026-03-05",
    to: "2026-03-31",
    deadline: "chậm nhất ngày 03/4/2026",
  };
  await run(
    "2026-03-02T08:00:00+07:00",
    "init",
    ...Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]),
  );
  await run("2026-03-02T08:00:00+07:00", "dispatch");
  mkdirSync(join(folder, "returns"), { recursive: true });
  const csv =
    "Đơn vị;Số liệu tính đến ngày;Số hội nghị/buổi tuyên truyền trực tiếp;Số lượt người tham dự\nUBND phường Thuận Hóa;30/3/2026;4;1.234\n";
  writeFileSync(join(folder, "returns", "bc.csv"), csv);
  writeFileSync(
    join(folder, "returns", "received.csv"),
    "file,received_at,evidence\nbc.csv,2026-04-01T09:00:00+07:00,mail\n",
  );
  await run("2026-04-01T10:00:00+07:00", "collect");
  await run("2026-04-05T08:00:00+07:00", "dashboard");
  address = pathToFileURL(join(folder, "out", "tong-quan.html")).href;
  browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
});
afterAll(() => browser?.close());

/** The page opened from its file, and everything it asked for besides. */
async function open(
  options: Parameters<Browser["newPage"]>[0] = {},
): Promise<{ page: Page; asked: string[] }> {
  const page = await browser.newPage(options);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(address);
  return { page, asked };
}

describe("the dashboard in a browser", () => {
  it("needs nothing but itself, and shows the headline numbers", async () => {
    const { page, asked } = await open();
    const tiles = await page.locator(".tiles li").allInnerTexts();
    expect(tiles.join("\n")).toMatch(/Đã báo cáo\s+2,5%\s+1\/40/);
    expect(tiles.join("\n")).toMatch(/Số lượt người tham dự\s+1\.234\s+1\/40/);
    expect(asked).toEqual([address]);
    expect(await page.locator("h1").innerText()).toBe("Chiến dịch <thử> & kiểm tra");
    await page.close();
  });

  it("switches to English and back with the keyboard", async () => {
    const { page } = await open();
    const heading = page.locator("#at-a-glance");
    expect(await heading.innerText()).toBe("Kết quả chung");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    expect(await heading.innerText()).toBe("At a glance");
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await page.keyboard.press("Enter");
    expect(await heading.innerText()).toBe("Kết quả chung");
    await page.close();
  });

  it("opens a figure down to its cell", async () => {
    const { page } = await open();
    const figure = page.locator("tr", { hasText: "Số lượt người tham dự" }).locator("summary");
    await figure.focus();
    await page.keyboard.press("Enter");
    expect(await page.locator(".leaves:visible").innerText()).toMatch(
      /phường Thuận Hóa: 1\.234 bc\.csv, .*!D2/,
    );
    await page.close();
  });

  it.each([
    [360, 800],
    [1920, 1080],
  ])("does not overflow a screen %i pixels wide", async (width, height) => {
    const { page } = await open({ viewport: { width, height } });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    await page.close();
  });

  it("keeps text readable in the dark", async () => {
    const { page } = await open({ colorScheme: "dark" });
    const [ink, paper] = (await page.evaluate(
      "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]",
    )) as [string, string];
    expect(contrast(ink, paper)).toBeGreaterThan(7);
    await page.close();
  });

  it("offers a reminder for each of the 39 units that owe", async () => {
    const { page } = await open();
    expect(await page.locator(".owing li").count()).toBe(39);
    const reminder = await page.locator("[data-copy]").first().getAttribute("data-copy");
    expect(reminder).toMatch(/^Kính gửi UBND /);
    expect(reminder).toContain(
      "Đã quá thời hạn báo cáo (23:59 03/4/2026), đề nghị đơn vị khẩn trương gửi báo cáo.",
    );
    await page.close();
  });
});

/** Contrast of two `rgb(r, g, b)` colours, as WCAG 2 defines it. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/\d+/g) ?? []).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
