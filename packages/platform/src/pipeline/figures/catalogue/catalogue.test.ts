import { expect, test } from "vitest";
import { type FigureLedger, figuresOf } from "../../../../test/figure-ledger.ts";
import type { FigureText } from "./figure.ts";
import { FIGURES } from "./index.ts";

/** Two years in which something of every domain happened. */
const everything: FigureLedger = {
  orders: [
    ...["2024-01-05", "2024-02-05", "2025-03-05", "2025-12-05"].map((at, i) => ({
      customer: i % 2 ? "ann" : "bob",
      at,
      order: `o${i}`,
      amount: 100,
      cost: 60,
      ...(i === 1 ? { currency: "USD" } : {}),
    })),
    { customer: "bob", at: "2025-05-05", order: "r", amount: -40, returnOf: "o2" },
  ],
  exchange_rates: ["2024-01-05", "2024-02-05", "2023-06-01"].map((day) => ({
    day,
    currency: "USD",
    base: "EUR",
    rate: 1.25,
  })),
  customers: [
    { customer_id: "ann", acquisition_channel: "SEA", acquisition_cost: 10, country: "DE" },
    { customer_id: "bob", acquisition_channel: "SEA", acquisition_cost: 10, referred_by: "ann" },
  ],
  subscriptions: [
    { customer_id: "cat", plan: "basic", started_on: "2024-01-01", monthly_fee: 20 },
    { customer_id: "dan", started_on: "2024-01-01", ended_on: "2024-01-20", monthly_fee: 20 },
    // As many as customers need to be compared with.
    ...Array.from({ length: 30 }, (_, i) => ({
      customer_id: `m${i}`,
      started_on: "2025-01-01",
      monthly_fee: 10 + i,
    })),
  ],
  feedback: [
    { customer_id: "ann", given_at: "2025-05-05 10:00:00", kind: "nps", score: 9 },
    { customer_id: "ann", given_at: "2025-05-05 10:00:00", kind: "csat", score: 4 },
    { customer_id: "ann", given_at: "2025-05-05 10:00:00", kind: "review", score: 5 },
  ],
  costs: [
    { kind: "Versand", period_start: "2024-01-01", customer_id: "ann", amount: 5 },
    { kind: "rent", period_start: "2024-01-01", amount: 5 },
  ],
  interactions: [
    {
      customer_id: "ann",
      happened_at: "2025-05-05 09:00:00",
      duration_minutes: 5,
      cost: 2,
      first_response_minutes: 1,
      resolved_at: "2025-05-05 10:00:00",
    },
  ],
  values: [
    {
      customer_id: "ann",
      horizon_months: 36,
      first_day: "2024-02-05",
      revenue_historic: 200,
      revenue_discounted: 100,
      contribution_historic: 80,
      contribution_discounted: 40,
    },
  ],
};

test("the catalogue defines every figure that is computed, where it is computed, and no other", async () => {
  const figures = await figuresOf(everything, { asOf: "2025-12-31" });
  const made = await figures.engine.rows(
    `SELECT figure, string_agg(DISTINCT dimension, ',') AS dimensions,
       string_agg(DISTINCT period_kind, ',') AS periods
     FROM figure_value GROUP BY figure ORDER BY figure`,
  );
  await figures.close();
  expect(made.map(({ figure }) => figure)).toEqual(FIGURES.map(({ name }) => name).sort());
  for (const { figure, dimensions, periods } of made) {
    const defined = FIGURES.find(({ name }) => name === figure);
    expect(defined?.dimensions, String(figure)).toEqual(
      expect.arrayContaining(String(dimensions).split(",")),
    );
    expect([...(defined?.periods ?? [])].sort(), String(figure)).toEqual(
      String(periods).split(",").sort(),
    );
  }
});

test("every figure has its own name, and words in both languages that differ", () => {
  expect(new Set(FIGURES.map(({ name }) => name)).size).toBe(FIGURES.length);
  for (const { name, en, de } of FIGURES) {
    for (const text of Object.values({ ...en, ...de }))
      expect(text.length, name).toBeGreaterThan(0);
    expect(de.meaning, name).not.toBe(en.meaning);
  }
});

test("docs/key-figures.md lists every figure (update it with `npx vitest -u`)", async () => {
  const about = (text: FigureText) =>
    `**${text.label}.** ${text.meaning}.<br>${text.formula}.<br>*${text.example}*`;
  const rows = FIGURES.map(({ name, unit, basis, interval, en, de }) => {
    const facts = [unit, basis === "none" ? "" : basis, interval ? `${100 * interval} %` : ""];
    return `| \`${name}\` | ${about(en)} | ${about(de)} | ${facts.filter(Boolean).join(", ")} |`;
  });
  const page = [
    "# Key figures",
    "",
    "Each is defined once, in `packages/platform/src/pipeline/figures/catalogue`, and worked in",
    "`packages/platform/sql/figures`; the rules they share are in [metrics.md](metrics.md#key-figures).",
    "`kundenwert glossary` says the same.",
    "",
    "| figure | English | Deutsch | unit, basis, interval |",
    "|---|---|---|---|",
    ...rows,
    "",
  ].join("\n");
  await expect(page).toMatchFileSnapshot("../../../../../../docs/key-figures.md");
});
