/** Real input, by command: what is known of the public data sets is what must come out. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, inject, test } from "vitest";
import type { DoctorReport } from "../src/pipeline/doctor.ts";
import type { Equity } from "../src/pipeline/equity.ts";
import { json, kundenwert } from "./kundenwert.ts";

const directory = mkdtempSync(join(tmpdir(), "kundenwert-acceptance-"));
afterAll(() => rmSync(directory, { recursive: true }));
const datasets = inject("datasets");

/** Imports and values a data set in a workspace of its own. */
function valued(name: string, file: string, ...options: string[]) {
  const workspace = join(directory, name);
  const ran = kundenwert("-w", workspace, "run", join(datasets, file), ...options);
  if (ran.status !== 0) throw new Error(ran.err);
  const doctor = json<DoctorReport>("-w", workspace, "doctor", "--format", "json");
  const finding = (code: string) => doctor.findings.find((one) => one.code === code);
  return { workspace, ran, doctor, finding };
}

describe("CDNOW", () => {
  const { workspace, doctor, finding } = valued("cdnow", "cdnow/cdnow_full.csv.gz");

  test("has the rows, customers and oddities that are known of it", () => {
    expect(doctor).toMatchObject({
      rows: 69_659,
      customers: 23_570,
      firstDay: "1997-01-01",
      lastDay: "1998-06-30",
    });
    expect(finding("EXACT_DUPLICATES")?.count).toBe(255);
    expect(finding("SAME_DAY_ORDERS")?.count).toBe(2_068);
    expect(finding("ZERO_AMOUNTS")?.count).toBe(80);
  });

  test("sums to the equity, to the cent, for every horizon", () => {
    const equity = json<Equity[]>("-w", workspace, "equity", "--format", "json");
    expect(equity.map(({ horizonMonths }) => horizonMonths)).toEqual([12, 24, 36]);
    for (const one of equity) {
      const horizon = String(one.horizonMonths);
      type Value = { revenue_discounted: number; revenue_historic: number };
      const values = json<Value[]>(
        "-w",
        workspace,
        "value",
        "--horizon",
        horizon,
        "--format",
        "json",
      );
      const sum = (name: keyof Value) => values.reduce((total, value) => total + value[name], 0);
      expect(values).toHaveLength(23_570);
      expect(sum("revenue_discounted")).toBeCloseTo(Number(one.revenueDiscounted), 2);
      // The file's own total.
      expect(sum("revenue_historic")).toBeCloseTo(2_500_315.63, 2);
    }
  });

  test("changes nothing when it is imported again", () => {
    const again = kundenwert("-w", workspace, "import", join(datasets, "cdnow/cdnow_full.csv.gz"));
    expect(again.err).toContain("nothing has changed");
    const after = json<DoctorReport>("-w", workspace, "doctor", "--format", "json");
    expect(after.rows).toBe(69_659);
  });
});

describe("UCI Online Retail, raw", () => {
  const { doctor, finding } = valued("uci", "uci_online_retail/online_retail.csv.gz");

  test("keeps every row and reports guests, cancellations and duplicates", () => {
    expect(doctor.rows).toBe(541_909);
    expect(finding("ROWS_WITHOUT_CUSTOMER")?.count).toBe(135_080);
    // 9,288 lines of "C" invoices and 2 adjustments of bad debt.
    expect(finding("NEGATIVE_LINES")?.count).toBe(9_290);
    expect(finding("ZERO_AMOUNTS")?.count).toBe(2_515);
    // 5,268 in all columns; 2 more differ only in the description, which has no role.
    expect(finding("EXACT_DUPLICATES")?.count).toBe(5_270);
  });

  test("takes most cancellations off the purchase they belong to", () => {
    expect(finding("RETURNS_LINKED")?.share).toBeGreaterThan(0.75);
  });
});

describe("groceryElog, which has no amounts", () => {
  const { workspace, doctor, finding } = valued("grocery", "btydplus_grocery/grocery_elog.csv.gz");

  test("is read, and its purchases are foreseen", () => {
    expect(doctor).toMatchObject({ rows: 10_483, customers: 1_525 });
    expect(finding("NO_AMOUNTS")?.severity).toBe("problem");
    type Value = { expected_purchases: number; revenue_discounted: number | null };
    const [best] = json<Value[]>("-w", workspace, "value", "--limit", "1", "--format", "json");
    expect(best?.expected_purchases).toBeGreaterThan(10);
    expect(best?.revenue_discounted).toBeNull();
  });

  test("is refused a value, with a clear message", () => {
    const refused = kundenwert("-w", workspace, "equity");
    expect(refused.status).toBe(1);
    expect(refused.err).toContain("no amounts");
  });
});

test("the Complete Journey sample is read with its baskets", () => {
  const { doctor } = valued("journey", "completejourney/transactions_sample.csv.gz");
  expect(doctor).toMatchObject({ rows: 75_000, customers: 2_377, firstDay: "2017-01-01" });
});

test("Parch & Posey is read with the total of its four amounts", () => {
  const { ran, doctor } = valued("parch", "parch_posey/orders.csv.gz");
  expect(ran.err).toContain("amount=total_amt_usd");
  expect(ran.err).toContain("speaks of USD");
  expect(doctor).toMatchObject({ rows: 6_912, customers: 350 });
});
