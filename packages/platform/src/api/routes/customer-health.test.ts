import type { CustomerDetail, HealthReport } from "@kundenwert/contract";
import { expect, test } from "vitest";
import { valuedApp } from "../../../test/valued-app.ts";

const { get, workspace } = valuedApp();

test("the score of a shop foresees who leaves, and says so with its interval", async () => {
  const report = await get<HealthReport>("/customer-health");
  expect(report.parts.map(({ part }) => part)).toEqual(["recency", "frequency", "returns"]);
  expect(report.missing).toContain("nps");
  expect(report.proofs).toHaveLength(4);
  for (const { kind, health, bands, customers, churned } of report.proofs) {
    expect(kind).toBe("shop");
    expect(health?.low).toBeLessThan(health?.auc as number);
    expect(health?.high).toBeGreaterThan(health?.auc as number);
    const sum = (column: "customers" | "churned") =>
      bands.reduce((all, band) => all + band[column], 0);
    expect([sum("customers"), sum("churned")]).toEqual([customers, churned]);
  }
  const [latest] = report.proofs;
  expect(latest?.verdict).toBe("foresees");
  const rate = (band: string) => latest?.bands.find((one) => one.band === band)?.rate as number;
  expect(rate("red")).toBeGreaterThan(rate("green"));
});

test("a customer's score is the sum of its parts, and one who left has none", async () => {
  const { stock, periodEnd } = await get<HealthReport>("/customer-health");
  const [healthy] = await workspace().engine.rows(
    `SELECT customer_id, score FROM customer_health
     WHERE period_end = CAST($end AS DATE) ORDER BY score DESC, customer_id LIMIT 1`,
    { end: periodEnd },
  );
  const { health } = await get<CustomerDetail>(`/customers/${healthy?.customer_id}`);
  expect(health).toMatchObject({ periodEnd, kind: "shop", score: healthy?.score, band: "green" });
  const sum = health?.parts.reduce((all, { points, share }) => all + share * (points ?? 0), 0);
  expect(sum).toBeCloseTo(healthy?.score as number, 0);
  expect(health?.history.length).toBeGreaterThan(1);
  const [gone] = await workspace().engine.rows(
    `SELECT customer_id FROM customer_summary WHERE customer_id NOT IN
       (SELECT customer_id FROM customer_health WHERE period_end = CAST($end AS DATE)) LIMIT 1`,
    { end: periodEnd },
  );
  const { health: none } = await get<CustomerDetail>(`/customers/${gone?.customer_id}`);
  expect(none).toBeNull();
  expect(stock.reduce((all, { customers }) => all + customers, 0)).toBeLessThan(300);
});
