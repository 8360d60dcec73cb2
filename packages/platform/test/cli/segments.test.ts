import { afterAll, beforeAll, expect, test } from "vitest";
import { openShop, plain, type Shop } from "./shop.ts";

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

test("segments are told in German and English, with moves and their marks", async () => {
  const german = await shop.on("--lang", "de", "segments");
  expect(german.code).toBe(0);
  expect(plain(german.stdout)).toMatch(/^Segmente am Ende der Periode bis 31\.10\.2026/);
  expect(german.stdout).toMatch(/aktiv hoch/);
  expect(german.stdout).toMatch(/→ .+ nur durch Zeit\), (un)?erwünscht/);
  const english = await shop.on("--lang", "en", "segments", "--grain", "quarter");
  expect(english.stdout).toMatch(/^segments at the end of the period to 30 Sept? 2026/);
});

test("micro-segments come with their rules and how firm they are", async () => {
  const { stdout } = await shop.on("--lang", "de", "segments", "--level", "micro");
  expect(plain(stdout)).toMatch(/aktiv hoch 1 .*(bis|über) [\d.,]+/);
  expect(stdout).toMatch(/Übereinstimmung neu gezogener Kunden 0,\d\d/);
});

test("transitions have an n and an interval, and say how good the last forecast was", async () => {
  const { stdout } = await shop.on("--lang", "de", "transitions");
  expect(plain(stdout)).toMatch(/\d+ von [\d.]+ +\d+(,\d)? % +\S+ %? ?– /);
  expect(plain(stdout)).toMatch(/die Kunden von heute am 30\.11\.2026/);
  expect(stdout).toMatch(/Kalibrierungsfehler 0,\d+/);
  const { cells, judged } = await shop.json<{ cells: unknown[]; judged: unknown[] }>(
    "transitions",
    "--level",
    "micro",
    "--months",
    "3",
  );
  expect(cells.length).toBeGreaterThan(20);
  expect(judged).toHaveLength(1);
});

test("a level that is none is refused", async () => {
  const { code, stderr } = await shop.on("--lang", "de", "segments", "--level", "nano");
  expect(code).not.toBe(0);
  expect(stderr).toContain("--level");
});
