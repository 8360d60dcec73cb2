import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { changeSettings } from "./change-settings.ts";
import { EDITABLE_SETTINGS, FILE_SETTINGS } from "./setting-list.ts";
import { readSettings } from "./settings.ts";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "kundenwert-settings-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

const file = () => join(directory, "kundenwert.yaml");
const text = () => readFileSync(file(), "utf8");
const WRITTEN = `# Ours since 2019
timeZone: Europe/Vienna
discountRate: 0.08 # agreed with finance

alerts:
  # not more than the team can call
  budget: 0.2
sources:
  - name: shop
    files: exports/*.csv
`;

test("a change keeps comments, order and all other entries", () => {
  writeFileSync(file(), WRITTEN);
  const made = changeSettings(directory, {
    discountRate: 0.06,
    "alerts.budget": 0.05,
    horizons: [6, 12],
  });
  expect(made).toEqual([
    { name: "discountRate", before: 0.08, after: 0.06 },
    { name: "alerts.budget", before: 0.2, after: 0.05 },
    { name: "horizons", before: null, after: [6, 12] },
  ]);
  expect(text()).toBe(
    `${WRITTEN.replace("0.08", "0.06").replace("0.2", "0.05")}horizons: [ 6, 12 ]\n`,
  );
  expect(readSettings(directory)).toMatchObject({ discountRate: 0.06, horizons: [6, 12] });
});

test("what is given back to its default leaves the file, and taking back restores it", () => {
  writeFileSync(file(), WRITTEN);
  const made = changeSettings(directory, { "alerts.budget": null });
  expect(text()).not.toContain("alerts");
  expect(readSettings(directory).alerts.budget).toBe(0.1);
  changeSettings(directory, Object.fromEntries(made.map((each) => [each.name, each.before])));
  expect(readSettings(directory).alerts.budget).toBe(0.2);
});

test("a workspace without a file gets one with what was changed, and nothing else", () => {
  changeSettings(directory, { "health.redBelow": 30 });
  expect(text()).toBe("health:\n  redBelow: 30\n");
  changeSettings(directory, { "health.redBelow": null });
  expect(text()).toBe("");
});

test("a trial tells what would change and writes nothing", () => {
  writeFileSync(file(), WRITTEN);
  expect(changeSettings(directory, { basis: "gross", discountRate: 0.08 }, true)).toEqual([
    { name: "basis", before: null, after: "gross" },
  ]);
  expect(text()).toBe(WRITTEN);
});

test.each([
  ["discountRate", 2],
  ["discountRate", "much"],
  ["horizons", []],
  ["horizons", [12, 12]],
  ["horizons", [0]],
  ["basis", "both"],
  ["country", "Germany"],
  ["fiscalYearStart", 1.5],
  ["intent.purchaseTo", 0.9],
  ["health.redBelow", 90],
  ["timeZone", "Europe/Berlin"],
  ["sources", "x"],
  ["__proto__.x", 1],
] as const)("%s may not be %j", (name, value) => {
  writeFileSync(file(), WRITTEN);
  const changes = Object.fromEntries([[name, value as never]]);
  expect(() => changeSettings(directory, changes)).toThrow(
    expect.objectContaining({ code: "SETTING_REFUSED" }),
  );
  expect(text()).toBe(WRITTEN);
});

test("every default that is offered is allowed, and every setting is listed once", () => {
  for (const { name, standard } of EDITABLE_SETTINGS) {
    expect(() => changeSettings(directory, { [name]: standard }, true), name).not.toThrow();
  }
  expect(EDITABLE_SETTINGS).toHaveLength(27);
  for (const name of ["timeZone", "currency", "engine", "sources", "lifecycle"]) {
    expect(FILE_SETTINGS).toContain(name);
  }
});

test("targets are changed as a list, and entries that stay keep what is written beside them", () => {
  const nps = "  - figure: nps # agreed with sales\n    atLeast: 45\n";
  writeFileSync(file(), `${WRITTEN}targets:\n${nps}  - { figure: churn_rate, atMost: 0.3 }\n`);
  const revenue = { figure: "revenue", period: "quarter", atLeast: 250_000 } as const;
  const before = readSettings(directory).targets;
  const [made] = changeSettings(directory, {
    targets: [{ figure: "nps", atLeast: 45 }, revenue],
  });
  expect(made).toEqual({
    name: "targets",
    before,
    after: [{ figure: "nps", atLeast: 45 }, revenue],
  });
  const line = "  - { figure: revenue, period: quarter, atLeast: 250000 }\n";
  expect(text()).toBe(`${WRITTEN}targets:\n${nps}${line}`);
  changeSettings(directory, { targets: made?.before ?? null });
  expect(readSettings(directory).targets).toEqual(before);
  changeSettings(directory, { targets: null });
  expect(text()).toBe(WRITTEN);
  expect(() => changeSettings(directory, { targets: [{ figure: "NPS!" }] })).toThrow(
    expect.objectContaining({ code: "SETTING_REFUSED" }),
  );
});
