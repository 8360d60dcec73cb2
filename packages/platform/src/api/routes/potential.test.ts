import type { CustomerDetail, PotentialReport } from "@kundenwert/contract";
import { expect, test } from "vitest";
import { valuedWorkspace } from "../../../test/valued-workspace.ts";
import { createApp } from "../app.ts";

test("groups add up to their kind, and a customer's page tells the same comparison", async () => {
  const valued = await valuedWorkspace();
  const app = await createApp(valued.workspace);
  const get = async <T>(url: string) => (await app.inject(`/api${url}`)).json<T>();
  const { currency, groups, suppressed, smallestGroup } = await get<PotentialReport>("/potential");
  expect(smallestGroup).toBe(5);
  expect(currency).toBe("EUR");
  const [total, ...parts] = groups;
  expect(total).toMatchObject({ kind: "shop", tenureClass: "*", entry: "*", business: "*" });
  const sum = (column: "customers" | "below" | "actual" | "gap") =>
    parts.reduce((all, group) => all + (group[column] ?? 0), 0);
  for (const column of ["customers", "below", "actual", "gap"] as const) {
    if (suppressed === 0) expect(sum(column)).toBeCloseTo(total?.[column] as number, 1);
    else expect(sum(column)).toBeLessThanOrEqual(total?.[column] as number);
  }
  const [one] = await valued.workspace.engine.rows(
    "SELECT customer_id, gap FROM customer_potential WHERE gap > 0 ORDER BY gap DESC LIMIT 1",
  );
  const { potential } = await get<CustomerDetail>(`/customers/${one?.customer_id}`);
  expect(potential).toMatchObject({ kind: "shop", gap: one?.gap });
  expect(potential?.compared).toBeGreaterThanOrEqual(30);
  await app.close();
  await valued.remove();
});
