import { afterEach, describe, expect, test } from "vitest";
import { ledgerOf } from "../../../test/orders-table.ts";
import { addManyPhases, addPhases, type Phase } from "../../../test/phase-rows.ts";
import type { Engine, Row } from "../../engines/engine.ts";
import { fitting, foundation } from "../foundation.ts";
import { horizon } from "../horizon.ts";
import { runSteps } from "../runner.ts";
import { scoreStep } from "../score.ts";
import type { RunContext } from "../step.ts";
import { contract } from "./contract.ts";
import { contractFitsStep } from "./contract-fits.ts";
import type { ContractMethod } from "./contract-method.ts";
import { contractValueSteps } from "./contract-value.ts";

let engine: Engine;
afterEach(() => engine.close());

type Wish = {
  readonly asOf?: string;
  readonly method?: ContractMethod;
  readonly knownEnds?: boolean;
  readonly horizons?: number[];
  readonly discountRate?: number;
  readonly marginRate?: number | null;
  readonly dispersion?: number;
  readonly orders?: Parameters<typeof ledgerOf>[0];
};

/** Values a ledger of these phases, and of orders if there are any. */
async function value(phases: readonly Phase[], wish: Wish = {}): Promise<RunContext> {
  const { asOf = "2026-06-30", method = "churn-rate", knownEnds = true, orders = [] } = wish;
  const ledger = await ledgerOf(orders, { asOf: new Date(asOf) });
  engine = ledger.engine;
  const { horizons = [12], discountRate = 0, marginRate = null, dispersion = 0 } = wish;
  const settings = { ...ledger.context.settings, horizons, discountRate };
  const context = { ...ledger.context, settings };
  if (phases.length > 50) await addManyPhases(engine, phases);
  else await addPhases(engine, phases);
  const rest = { method: "repeat-rate", verified: true, dispersion: 0, drift: 0.3 } as const;
  const contracts = { method, verified: true, dispersion, knownEnds };
  const hasOrders = orders.length > 0;
  await runSteps(
    [
      ...foundation,
      ...fitting(["mbg-nbd"]),
      contract,
      contractFitsStep("contract_fits", "contract"),
      horizon,
      scoreStep("repeat-rate", hasOrders),
      ...contractValueSteps({ ...rest, marginRate }, contracts, hasOrders),
    ],
    context,
  );
  return context;
}

const all = (sql: string) => engine.rows(sql);
const one = async (sql: string): Promise<Row> => (await all(sql))[0] as Row;

describe("golden: without anybody leaving it is fee × months", () => {
  test("100 € × 24 months are 2,400 €", async () => {
    // Due on the first of July 2026 to the first of June 2028, which the contract outlasts.
    const phases = [{ from: "2026-06-01", until: "2028-06-02", fee: 100 }];
    await value(phases, { horizons: [24] });
    expect(await one("SELECT * FROM customer_value")).toMatchObject({
      customer_id: "ann",
      horizon_months: 24,
      method: "churn-rate",
      first_day: "2026-06-01",
      last_day: "2026-06-30",
      revenue_historic: 100,
      revenue_predicted: 2400,
      revenue_discounted: 2400,
      revenue_total: 2500,
      purchases: 0,
      orders: 0,
      expected_purchases: 0,
      probability_alive: 1,
      contribution_discounted: null,
      class: "A",
    });
    expect(await one("SELECT * FROM equity")).toMatchObject({
      customers: 1,
      revenue_discounted: 2400,
      // What is certain has no interval.
      revenue_low: 2400,
      revenue_high: 2400,
      method: "churn-rate",
      verified: true,
    });
  });

  test("100 customers at 100 € are 120,000 € a year", async () => {
    const phases = Array.from({ length: 100 }, (_, i) => ({
      id: `s${i}`,
      customer: `c${i}`,
      from: "2026-06-01",
      until: "2028-06-02",
      fee: 100,
    }));
    await value(phases, { marginRate: 0.4 });
    expect(await one("SELECT * FROM equity")).toMatchObject({
      customers: 100,
      revenue_historic: 10_000,
      revenue_discounted: 120_000,
      contribution_historic: 4000,
      contribution_discounted: 48_000,
      margin_rate: 0.4,
    });
  });

  test("the end on record is the end: what is due on it is not paid", async () => {
    await value([{ from: "2026-06-15", until: "2026-09-15", fee: 100 }]);
    // 15 July and 15 August.
    expect(await one("SELECT revenue_predicted FROM customer_value")).toEqual({
      revenue_predicted: 200,
    });
  });

  test("an end that could not be known yet changes nothing", async () => {
    const wish = { knownEnds: false };
    await value([{ from: "2026-06-15", until: "2026-09-15", fee: 100 }], wish);
    const ending = await all("SELECT * FROM customer_value");
    await engine.close();
    await value([{ from: "2026-06-15", fee: 100 }], wish);
    expect(ending).toEqual(await all("SELECT * FROM customer_value"));
  });
});

describe("a small business worked by hand", () => {
  /** Four contracts of January; one left on 1 April and one on 1 June. */
  const phases: Phase[] = [
    { id: "a", customer: "ann", from: "2026-01-01" },
    { id: "b", customer: "bob", from: "2026-01-01", until: "2026-04-01" },
    { id: "c", customer: "cem", from: "2026-01-01", until: "2026-06-01" },
    { id: "d", customer: "dan", from: "2026-01-01", fee: 30 },
  ];
  // Renewals due: 3 for bob, 5 for cem, 5 each (February to June) for ann and dan. Two were lost.
  const churn = 2 / 18;

  test("survival × fee, month by month", async () => {
    await value(phases, { horizons: [1, 3] });
    const rows = await all("SELECT * FROM customer_value ORDER BY horizon_months, customer_id");
    const stay = 1 - churn;
    const three = stay + stay ** 2 + stay ** 3;
    for (const [at, months] of [stay, three].entries()) {
      const [ann, bob, cem, dan] = rows.slice(4 * at) as [Row, Row, Row, Row];
      expect(ann.revenue_predicted).toBeCloseTo(10 * months, 10);
      expect(dan.revenue_predicted).toBeCloseTo(30 * months, 10);
      expect([bob.revenue_predicted, cem.revenue_predicted]).toEqual([0, 0]);
      expect([ann, bob, cem, dan].map((row) => row.revenue_historic)).toEqual([60, 30, 50, 180]);
      expect([ann, bob, cem, dan].map((row) => row.probability_alive)).toEqual([1, 0, 0, 1]);
    }
    const parts = await all("SELECT * FROM customer_value_part WHERE horizon_months = 3");
    const dan = parts.find(({ customer_id }) => customer_id === "dan") as Row;
    expect(dan).toMatchObject({ part: "contract", contracts: 1, monthly_fee: 30 });
    expect(dan.share_at_end).toBeCloseTo(stay ** 3, 12);
    const equity = await one("SELECT * FROM equity WHERE horizon_months = 3");
    expect(equity.revenue_discounted).toBeCloseTo(40 * three, 10);
    expect(equity.revenue_historic).toBe(320);
  });

  test("money is discounted to the day it is due", async () => {
    await value(phases, { horizons: [2], discountRate: 0.1 });
    const dan = await one("SELECT * FROM customer_value WHERE customer_id = 'dan'");
    // 1 July is a day away, 1 August 32.
    const factor = (days: number) => 1.1 ** (-days / 365.2425);
    const worth = (1 - churn) * factor(1) + (1 - churn) ** 2 * factor(32);
    expect(dan.revenue_discounted).toBeCloseTo(30 * worth, 10);
    expect(dan.revenue_total).toBeCloseTo(180 + 30 * worth, 10);
  });

  test("the interval lies between nothing and nobody leaving", async () => {
    await value(phases, { horizons: [3], dispersion: 4 });
    const { revenue_low, revenue_discounted, revenue_high } = await one("SELECT * FROM equity");
    const stay = 1 - churn;
    const expected = 40 * (stay + stay ** 2 + stay ** 3);
    const staying = 120;
    expect(revenue_discounted).toBeCloseTo(expected, 10);
    // Logit of the share that stays ± 1.2816 sd; sd² = dispersion / what is lost + 0.3².
    const sd = Math.sqrt(4 / (staying - expected) + 0.09);
    const bound = (side: number) => {
      const odds = (expected / (staying - expected)) * Math.exp(side * 1.2816 * sd);
      return (staying * odds) / (1 + odds);
    };
    expect(revenue_low).toBeCloseTo(bound(-1), 8);
    expect(revenue_high).toBeCloseTo(bound(1), 8);
    expect(Number(revenue_high)).toBeLessThan(staying);
  });

  test("a pause is worth as much as pauses are paid again, a trial nothing", async () => {
    const june = { from: "2026-06-01", fee: 0 };
    await value(
      [
        ...phases,
        { id: "e", customer: "eva", from: "2026-01-01", until: "2026-06-01", fee: 100 },
        { id: "e", customer: "eva", ...june, state: "paused" },
        { id: "f", customer: "fay", from: "2026-06-01", fee: 100, state: "trial" },
      ],
      { horizons: [1] },
    );
    const of = (customer: string) =>
      one(`SELECT * FROM customer_value WHERE customer_id = '${customer}'`);
    // Five more renewals of eva's; no pause has ended, so half of them are taken to be paid again.
    expect((await of("eva")).revenue_predicted).toBeCloseTo((1 - 2 / 23) * 100 * 0.5, 10);
    expect(await of("eva")).toMatchObject({ revenue_historic: 500, probability_alive: 1 });
    expect(await of("fay")).toMatchObject({ revenue_predicted: 0, revenue_historic: 0 });
  });

  test("several contracts of a customer are one value", async () => {
    await value(
      phases.map((phase) => ({ ...phase, customer: "ann" })),
      { horizons: [1] },
    );
    const rows = await all("SELECT * FROM customer_value");
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ revenue_historic: 320, rank_place: 1 });
    expect(rows[0]?.revenue_predicted).toBeCloseTo(40 * (1 - churn), 10);
  });
});

describe("a mixed business", () => {
  const order = (customer: string, at: string, amount: number) => ({ customer, at, amount });
  const orders = [
    order("ann", "2026-01-10", 40),
    order("ann", "2026-03-10", 60),
    order("zoe", "2026-02-01", 20),
    order("zoe", "2026-05-01", 25),
  ];
  const phases: Phase[] = [
    { id: "a", customer: "ann", from: "2025-12-01" },
    { id: "b", customer: "bob", from: "2026-01-01" },
    { id: "c", customer: "cem", from: "2026-01-01", until: "2026-04-01" },
  ];

  test("says who is valued how, and the parts are the whole to the cent", async () => {
    await value(phases, { orders, horizons: [12, 24], discountRate: 0.1, marginRate: 0.5 });
    const rows = await all("SELECT * FROM customer_value ORDER BY horizon_months, customer_id");
    expect(rows.slice(0, 4).map(({ customer_id, method }) => [customer_id, method])).toEqual([
      ["ann", "churn-rate+repeat-rate"],
      ["bob", "churn-rate"],
      ["cem", "churn-rate"],
      ["zoe", "repeat-rate"],
    ]);
    expect(rows[0]).toMatchObject({
      purchases: 2,
      frequency: 1,
      first_day: "2025-12-01",
      last_day: "2026-06-30",
      // 100 of orders and 7 fees.
      revenue_historic: 170,
      contribution_historic: 85,
    });
    const sums = (table: string) => `SELECT customer_id, horizon_months,
      round(sum(revenue_historic), 6) AS historic, round(sum(revenue_predicted), 6) AS predicted,
      round(sum(revenue_discounted), 6) AS discounted, round(sum(revenue_total), 6) AS total,
      round(sum(contribution_discounted), 6) AS contribution,
      round(sum(contribution_total), 6) AS contribution_total
      FROM ${table} WHERE customer_id <> 'zoe'
      GROUP BY customer_id, horizon_months ORDER BY customer_id, horizon_months`;
    expect(await all(sums("customer_value_part"))).toEqual(await all(sums("customer_value")));
    expect(
      await all("SELECT customer_id FROM customer_value_part WHERE customer_id = 'zoe'"),
    ).toEqual([]);
  });

  test("sums up to one equity, whose bounds are those of both parts", async () => {
    await value(phases, { orders });
    const equity = await one("SELECT * FROM equity");
    const total = await one(`SELECT sum(revenue_discounted) AS discounted,
      sum(revenue_total) AS total FROM customer_value`);
    expect(equity).toMatchObject({ customers: 4, method: "churn-rate+repeat-rate" });
    expect(equity.revenue_discounted).toBeCloseTo(Number(total.discounted), 8);
    const orderPart = await one("SELECT sum(revenue_discounted) AS f FROM order_value");
    const fees = await one(`SELECT sum(revenue_discounted) AS f, sum(revenue_staying) AS most
      FROM contract_value`);
    const f = Number(fees.f);
    const odds = (f / (Number(fees.most) - f)) * Math.exp(-1.2816 * 0.3);
    const low =
      Number(orderPart.f) * Math.exp(-1.2816 * 0.3) + (Number(fees.most) * odds) / (1 + odds);
    expect(equity.revenue_low).toBeCloseTo(low, 8);
    const tenths = await one("SELECT sum(revenue_discounted) AS f FROM value_decile");
    expect(tenths.f).toBeCloseTo(Number(total.discounted), 8);
  });
});
