import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { DemoParameters } from "./simulate-shop.ts";
import { type DemoProgress, writeDemo } from "./write-demo.ts";

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "kundenwert-demo-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

const fileNames = [
  "bestellungen.csv",
  "feedback.csv",
  "kampagnen.csv",
  "kampagnen_mitglieder.csv",
  "kontakte.csv",
  "kosten.csv",
  "kunden.csv",
  "parameter.json",
  "produkte.csv",
  "wahrheit.csv",
];

function digest(folder: string): string {
  const hash = createHash("sha256");
  for (const name of fileNames) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest("hex");
}

test("writes the same bytes for the same options on every machine", async () => {
  await writeDemo(join(directory, "a"), { customers: 600, seed: 42 });
  await writeDemo(join(directory, "b"), { customers: 600, seed: 42 });
  await writeDemo(join(directory, "c"), { customers: 600, seed: 43 });
  expect(digest(join(directory, "b"))).toBe(digest(join(directory, "a")));
  expect(digest(join(directory, "c"))).not.toBe(digest(join(directory, "a")));
  // Of the files as they are now. It changes with every change of the simulation, and only then.
  expect(digest(join(directory, "a"))).toBe(
    "e51f9bf1eebbf4114fc512ea54cda0126ef5b836a35a1392522fd898c7ba0aa5",
  );
});

test("writes ten files with the columns the documentation names, and counts their rows", async () => {
  const { files, rows } = await writeDemo(directory, { customers: 300 });
  expect(readdirSync(directory).sort()).toEqual(fileNames);
  for (const [table, count] of Object.entries(rows)) {
    const text = readFileSync(files[table as keyof typeof files], "utf8");
    expect(text.endsWith("\n")).toBe(true);
    expect(text.split("\n").length - 2).toBe(count);
  }
  const header = readFileSync(files.bestellungen, "utf8").split("\n", 1)[0];
  expect(header).toBe(
    "order_id,line_no,customer_id,ordered_at,product_id,category,quantity,net_amount,tax_amount," +
      "gross_amount,unit_cost,cost,discount,currency,channel,campaign_id,return_of",
  );
  const customer = readFileSync(files.kunden, "utf8").split("\n")[1];
  expect(customer).toMatch(/^K0000001,\d{4}-\d{2}-\d{2},(\d{4})?,.*,\d+\.\d{2},,(true|false),/);
});

test("puts beside the data what they were made with and what is true of them", async () => {
  const { files } = await writeDemo(directory, { customers: 300, endDate: "2025-12-31", seed: 9 });
  const truth = JSON.parse(readFileSync(files.parameter, "utf8")) as DemoParameters;
  expect(truth.options).toEqual({ customers: 300, months: 36, endDate: "2025-12-31", seed: 9 });
  expect(truth.startDate).toBe("2023-01-01");
  expect(truth.channels.map(({ channel }) => channel)).toEqual([
    "organisch",
    "SEA",
    "Social",
    "Empfehlung",
    "Marktplatz",
    "Messe",
  ]);
  for (const { horizons } of truth.channels) {
    const [year, twoYears] = horizons;
    expect(year?.contribution).toBeGreaterThan(20 * (year?.contributionStandardError as number));
    expect(twoYears?.contribution).toBeGreaterThan(year?.contribution as number);
  }
  expect(truth.campaigns.length).toBeGreaterThan(30);
  expect(truth.generating).toHaveProperty("purchase.rateShape");
  expect(truth.generating).toHaveProperty("campaignSeries");
});

test("tells how far it is", async () => {
  const seen: DemoProgress[] = [];
  await writeDemo(directory, { customers: 600 }, { onProgress: (progress) => seen.push(progress) });
  expect(seen).toEqual([0, 250, 500, 600].map((done) => ({ done, total: 600 })));
});

test("leaves no file behind when cancelled", async () => {
  const control = new AbortController();
  const writing = writeDemo(
    directory,
    { customers: 100_000 },
    {
      signal: control.signal,
      onProgress: ({ done }) => {
        if (done === 500) control.abort(new Error("enough"));
      },
    },
  );
  await expect(writing).rejects.toMatchObject({
    code: "DEMO_CANCELLED",
    details: { done: 750, total: 100_000 },
    cause: { message: "enough" },
  });
  expect(readdirSync(directory)).toEqual([]);
});

test("keeps the earlier files when the options are wrong or the directory is none", async () => {
  await writeDemo(directory, { customers: 20 });
  const before = digest(directory);
  await expect(writeDemo(directory, { customers: 0 })).rejects.toMatchObject({
    code: "DEMO_OPTION_INVALID",
  });
  expect(digest(directory)).toBe(before);
  const file = join(directory, "kunden.csv");
  await expect(writeDemo(file, { customers: 20 })).rejects.toMatchObject({ code: "EEXIST" });
});
