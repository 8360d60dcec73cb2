import { afterEach, expect, test } from "vitest";
import { type FigureLedger, type Figures, figuresOf } from "../../../test/figure-ledger.ts";
import { costLevels } from "./cost-kinds.ts";

let figures: Figures;
afterEach(() => figures?.close());

/** January: 100 at a cost of 60 and 50 at the margin rate of 30 %: DB I is 40 + 15 = 55. */
const ledger: FigureLedger = {
  orders: [
    { customer: "ann", at: "2026-01-05", order: "o1", amount: 100, cost: 60 },
    { customer: "bob", at: "2026-01-06", order: "o2", amount: 50 },
  ],
  customers: [
    { customer_id: "ann", country: "AT", acquisition_cost: 20 },
    { customer_id: "bob", country: "DE" },
  ],
  costs: [
    { kind: "Versand", period_start: "2026-01-05", customer_id: "ann", amount: 10 },
    // 31 days of 62: half of it is January's.
    { kind: "marketing", period_start: "2025-12-01", period_end: "2026-01-31", amount: 12 },
    { kind: "support", period_start: "2026-01-01", customer_id: "bob", amount: 4 },
    { kind: "Miete", period_start: "2026-01-01", period_end: "2026-01-31", amount: 100 },
  ],
};
const options = { asOf: "2026-01-31", valuation: { marginRate: 0.3 } };
const country = (member: string) => ({ dimension: "country", member });

test("DB II and DB III take further costs off, each once", async () => {
  // DB II = 55 - 10 - 6 = 39; DB III = 39 - 4 - 20 = 15.
  figures = await figuresOf(ledger, options);
  expect(await figures.value("contribution")).toBe(55);
  expect(await figures.value("order_cost")).toBe(16);
  expect(await figures.value("contribution_2")).toBe(39);
  expect(await figures.value("customer_cost")).toBe(24);
  expect(await figures.value("contribution_3")).toBe(15);
  expect(await figures.value("unassigned_cost")).toBe(100);
  expect(await figures.value("cost_unknown_share")).toBeCloseTo(50 / 150, 12);
  expect(await figures.value("contribution_3", { period: "total" })).toBe(15);
});

test("a member bears the costs of its own customers, and nobody's are borne by all only", async () => {
  // Austria: 40 - 10 = 30, less 20 for winning Ann: 10. Germany: 15, less 4 of support: 11.
  figures = await figuresOf(ledger, options);
  expect(await figures.value("contribution_2", country("AT"))).toBe(30);
  expect(await figures.value("contribution_2", country("DE"))).toBe(15);
  expect(await figures.value("contribution_3", country("AT"))).toBe(10);
  expect(await figures.value("contribution_3", country("DE"))).toBe(11);
});

test("contacts are the cost of service where no cost of that kind is there", async () => {
  figures = await figuresOf(
    {
      orders: ledger.orders ?? [],
      interactions: [{ customer_id: "ann", happened_at: "2026-01-07 10:00:00", cost: 3 }],
    },
    options,
  );
  expect(await figures.value("customer_cost")).toBe(3);
  expect(await figures.value("contribution_3")).toBe(52);
  // No cost of orders is known, so that DB II would be DB I.
  expect(await figures.figure("contribution_2")).toBeUndefined();
});

test("a campaign costs where no row of costs names it", async () => {
  figures = await figuresOf(
    {
      orders: ledger.orders ?? [],
      costs: [{ kind: "Kampagne", period_start: "2026-01-02", campaign_id: "c1", amount: 5 }],
      campaigns: [
        { campaign_id: "c1", started_on: "2026-01-01", ended_on: "2026-01-10", cost: 9 },
        { campaign_id: "c2", started_on: "2026-01-01", ended_on: "2026-01-10", cost: 7 },
      ],
    },
    options,
  );
  expect(await figures.value("order_cost")).toBe(12);
});

test("the settings name further kinds", async () => {
  figures = await figuresOf(ledger, {
    ...options,
    settings: { costKinds: { miete: "order" } },
  });
  expect(await figures.value("order_cost")).toBe(116);
  expect(await figures.figure("unassigned_cost")).toBeUndefined();
  expect(costLevels({ costKinds: { " Versand ": "service" } }).get("versand")).toBe("service");
});
