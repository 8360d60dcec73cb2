/**
 * How long each screen takes in Chromium until its figures stand there and it can be used: at most
 * one second, the second time it is opened, in a page of its own.
 *
 *   npm run bench -- screens DIRECTORY        a workspace with values
 */
import type { CustomerPage } from "@kundenwert/contract";
import { launchBrowser, openReader } from "../packages/web/test/browser.ts";
import { SCREENS } from "../packages/web/test/screen-list.ts";
import { namedWorkspace, quantile, serveWorkspace } from "./served.ts";

const BAR = 1000;
const TIMES = 3;

const server = await serveWorkspace(namedWorkspace());
const browser = await launchBrowser();
let missed = 0;
try {
  const response = await fetch(`${server.url}/api/customers?limit=1`);
  const [first] = ((await response.json()) as CustomerPage).items;
  const paths = SCREENS.map(({ path }) =>
    path.startsWith("/customers/") ? `/customers/${first?.customerId}` : path,
  );
  const { context } = await openReader(browser);
  for (const path of paths) {
    const times: number[] = [];
    for (let at = 0; at <= TIMES; at++) {
      const page = await context.newPage();
      const began = performance.now();
      await page.goto(server.url + path, { waitUntil: "commit" });
      await page.waitForFunction(isReady);
      // The first opening fetches the code; people open a dashboard every morning.
      if (at > 0) times.push(performance.now() - began);
      await page.close();
    }
    const time = quantile(times, 0.5);
    if (time > BAR) missed++;
    console.log(`${time <= BAR ? "ok" : "MISSED"}\t${Math.round(time)} ms (${BAR})\t${path}`);
  }
} finally {
  await browser.close();
  await server.stop();
}
console.log(missed === 0 ? "every bar is met" : `${missed} bars are missed`);
process.exitCode = missed === 0 ? 0 : 1;

/** The heading stands there, nothing is on its way, and every chart of the window is drawn. */
function isReady(): boolean {
  const main = document.querySelector("#main");
  if (!main?.querySelector("h1") || main.querySelector(".mantine-Skeleton-root")) return false;
  const charts = [...main.querySelectorAll(".kw-chart")].filter(
    (chart) => chart.getBoundingClientRect().top < innerHeight,
  );
  return charts.every((chart) => chart.querySelector("svg path"));
}
