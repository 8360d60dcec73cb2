import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import bundled from "@sparticuz/chromium";
import type { AxeResults } from "axe-core";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
/** Where the Chromium that npm brings along lies unpacked; the next install makes it anew. */
const UNPACKED = fileURLToPath(new URL("../../../node_modules/.cache/chromium", import.meta.url));
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** How long a page may take, in ms: on a busy machine much longer than on one of its own. */
const PATIENCE = 120_000;

/** The Chromium that is named, else that of the system, else the one npm brings along. */
export async function launchBrowser(): Promise<Browser> {
  const named = process.env.KUNDENWERT_CHROMIUM;
  const system = existsSync("/usr/bin/chromium") ? "/usr/bin/chromium" : undefined;
  const executablePath = named ?? system ?? (await unpacked());
  return chromium.launch({ executablePath, args: QUIET });
}

/**
 * It unpacks itself beside other temporary files, and takes for whole what another process has only
 * begun to write there. So each gives it a directory of its own, which is put in its place at once.
 */
async function unpacked(): Promise<string> {
  const path = join(UNPACKED, "chromium");
  if (existsSync(path)) return path;
  mkdirSync(dirname(UNPACKED), { recursive: true });
  const own = mkdtempSync(`${UNPACKED}-`);
  const { TMPDIR } = process.env;
  process.env.TMPDIR = own;
  try {
    await bundled.executablePath();
    renameSync(own, UNPACKED);
  } catch (cause) {
    rmSync(own, { recursive: true, force: true });
    // Another may have been faster.
    if (!existsSync(path)) throw cause;
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
  }
  return path;
}

export type Reader = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the console complained of, and every request that left this machine. */
  readonly faults: string[];
};

export type ReaderOptions = {
  readonly locale?: "de-DE" | "en-GB";
  readonly colorScheme?: "light" | "dark";
  readonly width?: number;
  /** Never here before: the guided visit begins on the data of the demo. */
  readonly isFirstVisit?: boolean;
};

/** A person at a browser. */
export async function openReader(browser: Browser, options: ReaderOptions = {}): Promise<Reader> {
  const { locale = "de-DE", colorScheme = "light", width = 1440, isFirstVisit = false } = options;
  const viewport = { width, height: 900 };
  const context = await browser.newContext({
    locale,
    colorScheme,
    viewport,
    acceptDownloads: true,
  });
  if (!isFirstVisit) {
    await context.addInitScript(() => localStorage.setItem("kundenwert-tour", "seen"));
  }
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => {
    const { url } = message.location();
    if (message.type() === "error") faults.push(`console: ${message.text()} (${url})`);
  });
  page.on("pageerror", (error) => faults.push(`page: ${error.message}`));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol === "http:" && url.hostname === "127.0.0.1") return;
    if (url.protocol === "data:" || url.protocol === "blob:") return;
    faults.push(`request to ${request.url()}`);
  });
  return { page, context, faults };
}

/** Opens a page and waits until nothing of it is on its way any more. */
export async function openPage(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator("#main h1").first().waitFor();
  await page.waitForLoadState("networkidle");
  await page.locator("#main .mantine-Skeleton-root").first().waitFor({ state: "detached" });
}

/** What axe finds against WCAG 2.2 AA, one line a violation. */
export async function violations(page: Page): Promise<string[]> {
  // Transitions end before contrast is measured, also those that a busy machine begins late.
  await page.waitForTimeout(350);
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(Number(effect?.getComputedTiming().endTime)));
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
  // Evaluated by the debugger, which the page's own policy against scripts does not concern.
  await page.evaluate(AXE);
  const script = `axe.run(document, { runOnly: { type: "tag", values: ${JSON.stringify(WCAG)} } })`;
  const results = (await page.evaluate(script)) as AxeResults;
  return results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
  );
}

/** The texts of a page, one for each element that holds text of its own; codes have no language. */
export function texts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent?.trim();
      const isCode = walker.currentNode.parentElement?.closest("code") != null;
      if (text && !isCode) found.push(text);
    }
    return found;
  });
}
