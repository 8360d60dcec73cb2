/** The library in a browser: one bundle, and a page that fits in a Web Worker. */
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchBrowser, openReader, violations } from "../../web/test/browser.ts";

const root = join(import.meta.dirname, "..");
const types: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript" };
let server: Server;
let browser: Browser;

beforeAll(async () => {
  const configFile = join(root, "vite.config.ts");
  await build({ root, configFile, logLevel: "warn" });
  await build({ configFile, mode: "example", root: join(root, "example"), logLevel: "warn" });
  server = createServer(({ url = "/" }, response) => {
    const path = url === "/" ? "/index.html" : url;
    response.setHeader("content-type", types[extname(path)] ?? "text/plain");
    response.end(readFileSync(join(root, "dist/example", path)));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  server.close();
});

test("is one file without imports, small enough for a page", () => {
  const bundle = readFileSync(join(root, "dist/browser/kundenwert-models.js"));
  expect(bundle.toString()).not.toMatch(/^import /m);
  expect(gzipSync(bundle).length).toBeLessThan(60_000);
});

test("fits 2,357 customers in a worker and comes near the truth", async () => {
  const { page, faults } = await openReader(browser, { locale: "en-GB" });
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.getByRole("button", { name: "Fit" }).click();
  await page.getByText(/done in \d+ ms/).waitFor();
  const rows = await page.locator("#fits tr").allInnerTexts();
  expect(rows.map((row) => row.split("\t")[0])).toEqual(["bgNbd", "mbgNbd", "paretoNbd"]);
  const truth = Number(await page.locator("#truth").innerText());
  const expected = Number(rows[2]?.split("\t")[3]);
  // The model that made the data: its total is off by sampling alone, about 3 % of some 1,700.
  expect(Math.abs(expected / truth - 1)).toBeLessThan(0.1);
  expect(await violations(page)).toEqual([]);
  expect(faults).toEqual([]);
});
