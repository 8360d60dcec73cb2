import type { Formulas, Problem } from "@kundenwert/contract";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { emptyWorkspace, type TemporaryWorkspace } from "../../../test/valued-workspace.ts";
import { createApp } from "../app.ts";

let empty: TemporaryWorkspace;
let app: FastifyInstance;
beforeAll(async () => {
  empty = await emptyWorkspace();
  app = await createApp(empty.workspace);
});
afterAll(async () => {
  await app.close();
  await empty.remove();
});

const valuesOf = async (query = "") => {
  const { items } = (await app.inject(`/api/formulas${query}`)).json<Formulas>();
  return Object.fromEntries(items.map(({ name, value }) => [name, value]));
};

test("without inputs the formulas give the worked examples of the sources", async () => {
  const { retention, ...exact } = await valuesOf();
  expect(exact).toEqual({ "order-value": 900, subscription: 2400, net: 9000 });
  // 100 × 0.8 / 0.3; the division leaves the last digits.
  expect(retention).toBeCloseTo(266.667, 3);
});

test("a hundred customers at 100 a month are 120 000 a year", async () => {
  expect((await valuesOf("?months=12&customers=100")).subscription).toBe(120_000);
});

test("who never leaves has no limit without a discount rate, and that is said", async () => {
  const answer = await app.inject("/api/formulas?retention=1&discountRate=0");
  expect(answer.statusCode).toBe(422);
  expect(answer.json<Problem>().code).toBe("ARGUMENT_OUT_OF_RANGE");
  expect((await app.inject("/api/formulas?frequency=-1")).json<Problem>().code).toBe(
    "REQUEST_INVALID",
  );
});
