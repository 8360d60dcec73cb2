import type { CustomerSegments, Segments } from "@kundenwert/contract";
import { expect, test } from "vitest";
import { valuedApp } from "../../../test/valued-app.ts";
import { emptyWorkspace } from "../../../test/valued-workspace.ts";
import { createApp } from "../app.ts";

const { inject } = valuedApp();

test("a customer stands in one segment at each month's end, until the last that segments tell", async () => {
  const response = await inject("/api/customers/K-1003/segments");
  expect(response.statusCode, response.body).toBe(200);
  const { customerId, months } = response.json<CustomerSegments>();
  expect(customerId).toBe("K-1003");
  const ends = months.map(({ periodEnd }) => periodEnd);
  expect(ends).toEqual([...new Set(ends)].sort());
  for (const { macro, segment } of months) {
    if (segment !== null) expect(segment.startsWith(`${macro}.`)).toBe(true);
  }
  const { periods } = (await inject("/api/segments?last=1")).json<Segments>();
  const last = periods.find(({ segment }) => segment === months.at(-1)?.macro);
  expect(last?.periodEnd).toBe(ends.at(-1));
  expect(last?.customers).toBeGreaterThan(0);
});

test("who is not known has no segments, and before a run nobody has", async () => {
  const unknown = await inject("/api/customers/nobody/segments");
  expect([unknown.statusCode, unknown.json().code]).toEqual([404, "CUSTOMER_UNKNOWN"]);
  const empty = await emptyWorkspace();
  const fresh = await createApp(empty.workspace);
  const early = await fresh.inject("/api/customers/K-1003/segments");
  expect([early.statusCode, early.json().code]).toEqual([404, "NO_RUN_YET"]);
  await fresh.close();
  await empty.remove();
});
