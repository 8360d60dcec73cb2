import type { NewCustomers } from "@kundenwert/contract";
import { expect, test } from "vitest";
import { valuedApp } from "../../../test/valued-app.ts";

const { get, inject } = valuedApp();

test("a new customer is worth what earlier ones brought, beside what the model expects", async () => {
  const { currency, items } = await get<NewCustomers>("/new-customers");
  expect(currency).toBe("EUR");
  const [observed, prior] = items;
  expect([observed?.source, prior?.source]).toEqual(["observed", "prior"]);
  expect([observed?.dimension, prior?.dimension]).toEqual(["all", "all"]);
  // Three hundred customers of one kind: both must tell much the same.
  const ratio = Number(observed?.revenue) / Number(prior?.revenue);
  expect(ratio).toBeGreaterThan(0.75);
  expect(ratio).toBeLessThan(1.33);
  for (const one of items) {
    expect(one.revenueLow).toBeLessThan(one.revenue ?? 0);
    expect(one.revenueHigh).toBeGreaterThan(one.revenue ?? 0);
    // Costs are six tenths of what was paid.
    expect(Number(one.contribution) / Number(one.revenue)).toBeCloseTo(0.4, 2);
    // Nothing is known of what winning them cost.
    expect(one.clvCac).toBeNull();
  }
});

test("more comes in two years than in one, and a horizon that no run has is refused", async () => {
  const worth = async (months: number) =>
    Number((await get<NewCustomers>(`/new-customers?horizon=${months}`)).items[0]?.revenue);
  expect(await worth(24)).toBeGreaterThan(await worth(12));
  const refused = await inject("/api/new-customers?horizon=7");
  expect(refused.json().code).toBe("HORIZON_UNKNOWN");
});
