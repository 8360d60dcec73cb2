import type { CustomerDetail, CustomerPage, TimelinePage } from "@kundenwert/contract";
import { beforeAll, expect, test } from "vitest";
import { valuedApp } from "../../test/valued-app.ts";

const { get, inject, workspace } = valuedApp();
let best: CustomerDetail;
beforeAll(async () => {
  const [first] = (await get<CustomerPage>("/customers?limit=1")).items;
  best = await get<CustomerDetail>(`/customers/${first?.customerId}`);
});

test("the reasons of a value add up to it exactly, over every horizon", () => {
  expect(best.reasons).toHaveLength(3);
  for (const [i, { lines, spend }] of best.reasons.entries()) {
    let cents = 0;
    for (const { amount, isSum } of lines) {
      if (isSum) expect(Math.round(amount * 100)).toBe(cents);
      else cents += Math.round(amount * 100);
    }
    // The last sum is the total of the table of values, to the cent.
    expect(lines.at(-1)?.amount).toBeCloseTo(Number(best.values[i]?.contributionTotal), 2);
    expect(Number(spend?.ownWeight) + Number(spend?.meanWeight)).toBeCloseTo(1, 12);
  }
});

test("the next order is foreseen within its interval", () => {
  const { lowDays, medianDays, highDays, probabilityActive } = best.nextOrder ?? {};
  expect(Number(lowDays)).toBeLessThan(Number(medianDays));
  expect(Number(medianDays)).toBeLessThan(Number(highDays));
  expect(probabilityActive).toBe(best.values[0]?.probabilityAlive);
});

test("the timeline pages through every order and return once", async () => {
  const keys: string[] = [];
  let sum = 0;
  let after = "";
  do {
    const page = await get<TimelinePage>(`/customers/${best.customerId}/timeline?limit=7${after}`);
    keys.push(...page.items.map(({ entryKey }) => entryKey));
    sum += page.items.reduce((total, { amount }) => total + Number(amount), 0);
    after = page.next === null ? "" : `&after=${page.next}`;
  } while (after);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).toHaveLength(best.counts.reduce((n, { entriesOfKind }) => n + entriesOfKind, 0));
  expect(sum).toBeCloseTo(Number(best.values[0]?.revenueHistoric), 6);
});

test("a customer without a kept purchase is shown without a value", async () => {
  await workspace().engine.run(
    "INSERT INTO customers (import_id, line, customer_id, city) SELECT 1, 1, 'new', 'Ulm'",
  );
  const detail = await get<CustomerDetail>("/customers/new");
  expect(detail).toMatchObject({
    values: [],
    reasons: [],
    nextOrder: null,
    master: { city: "Ulm" },
  });
});

test.each([
  ["/customers/nobody", 404, "CUSTOMER_UNKNOWN"],
  ["/customers/x/timeline?after=nonsense", 400, "CURSOR_INVALID"],
  ["/customers/x/timeline?kind=nonsense", 400, "REQUEST_INVALID"],
])("GET %s answers %i %s", async (url, status, code) => {
  const response = await inject(`/api${url}`);
  expect(response.json()).toMatchObject({ code, status });
});
