/**
 * Pictures of every screen into docs/screens: `npm run bench -- screenshots [directory]`. Without
 * the directory of a workspace, it makes one of the demo shop.
 */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { openStore } from "../packages/platform/src/store/store.ts";
import { openWorkspace } from "../packages/platform/src/workspace/workspace.ts";
import {
  launchBrowser,
  openPage,
  openReader,
  type ReaderOptions,
} from "../packages/web/test/browser.ts";
import { makeDemo } from "../packages/web/test/demo-workspace.ts";
import { SCREENS, WITHOUT_FIGURES } from "../packages/web/test/screen-list.ts";
import { buildDashboard, openSite } from "../packages/web/test/site.ts";

const TARGET = fileURLToPath(new URL("../docs/screens", import.meta.url));
const CUSTOMERS = 500;
/** What is below is left out: pictures are to be looked at, and the repository to stay small. */
const MOST_PIXELS_HIGH = 1800;
const MOST_BYTES = 6 * 2 ** 20;

const READERS: readonly (ReaderOptions & { readonly name: string })[] = [
  { name: "de-light-1440", locale: "de-DE", colorScheme: "light", width: 1440 },
  { name: "de-dark-1440", locale: "de-DE", colorScheme: "dark", width: 1440 },
  { name: "en-light-1440", locale: "en-GB", colorScheme: "light", width: 1440 },
  { name: "de-light-360", locale: "de-DE", colorScheme: "light", width: 360 },
  { name: "de-light-2560", locale: "de-DE", colorScheme: "light", width: 2560 },
];

const PATHS = [...SCREENS.map(({ path }) => path), ...WITHOUT_FIGURES, "/nowhere"];

async function main(given: string | undefined): Promise<void> {
  const own = mkdtempSync(join(tmpdir(), "kundenwert-screens-"));
  const directory = given ?? join(own, "Musterhandel");
  if (!given) {
    await makeDemo(directory, CUSTOMERS);
    keepSomething(directory);
  }
  const dashboard = join(own, "dashboard");
  buildDashboard(dashboard);
  const workspace = await openWorkspace(directory);
  const site = await openSite(workspace, { directory: dashboard });
  const browser = await launchBrowser();
  rmSync(TARGET, { recursive: true, force: true });
  try {
    for (const reader of READERS) {
      const { page, context } = await openReader(browser, reader);
      const press = await context.newPage();
      mkdirSync(join(TARGET, reader.name), { recursive: true });
      for (const path of PATHS) {
        await openPage(page, site.url + path);
        // Charts come in over half a second.
        await page.waitForTimeout(700);
        writeFileSync(
          join(TARGET, reader.name, `${nameOf(path)}.webp`),
          await picture(page, press),
        );
      }
      await context.close();
    }
  } finally {
    await browser.close();
    await site.close();
    await workspace.close();
    rmSync(own, { recursive: true, force: true });
  }
  writeFileSync(join(TARGET, "README.md"), readme());
  tellSize();
}

/** What a person might have saved and noted. */
function keepSomething(directory: string): void {
  const { annotations, views, close } = openStore(directory);
  annotations.insert({ day: "2026-03-01", kind: "price", text: "+5 %" });
  views.insert({ name: "Alle Kunden", path: "/customers" });
  views.insert({ name: "NPS", path: "/feedback?period=year" });
  close();
}

/** The page as WebP, which the browser itself writes: a tenth of PNG. */
async function picture(page: Page, press: Page): Promise<Buffer> {
  const { width, height } = await page.evaluate(() => ({
    width: innerWidth,
    height: document.documentElement.scrollHeight,
  }));
  const clip = { x: 0, y: 0, width, height: Math.min(height, MOST_PIXELS_HIGH) };
  const png = await page.screenshot({ fullPage: true, clip, animations: "disabled" });
  const webp = await press.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    // Large enough to be read, small enough for a repository.
    const scale = Math.min(1, 800 / bitmap.width);
    const canvas = new OffscreenCanvas(bitmap.width * scale, bitmap.height * scale);
    canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const blob = await canvas.convertToBlob({ type: "image/webp", quality: 0.4 });
    const content = new Uint8Array(await blob.arrayBuffer());
    return Array.from(content, (byte) => String.fromCharCode(byte)).join("");
  }, png.toString("base64"));
  return Buffer.from(webp, "latin1");
}

function nameOf(path: string): string {
  const [place = "", query = ""] = path.split("?");
  const view = [...new URLSearchParams(query.slice(0, 60)).values()].slice(0, 2);
  const words = [place, ...view]
    .join("-")
    .replaceAll(/[^\w.]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  return words || "start";
}

function readme(): string {
  const readers = READERS.map(({ name }) => `\`${name}\``).join(", ");
  return [
    "# Screens",
    "",
    `Every screen of the dashboard, as \`npm run bench -- screenshots\` makes them on ${CUSTOMERS} simulated customers: ${readers}. Pictures end at ${MOST_PIXELS_HIGH} pixels; wide ones are scaled to 800. English and dark are shown at one width each: the browser tests read every page in both languages and both schemes at 1440 and 360 pixels.`,
    "",
  ].join("\n");
}

function tellSize(): void {
  const files = READERS.flatMap(({ name }) =>
    readdirSync(join(TARGET, name)).map((file) => join(TARGET, name, file)),
  );
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  console.log(`${files.length} pictures, ${(bytes / 2 ** 20).toFixed(1)} MB`);
  if (bytes > MOST_BYTES) process.exitCode = 1;
}

await main(process.argv[2]);
