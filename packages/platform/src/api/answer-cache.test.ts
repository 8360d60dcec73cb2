import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TemporaryWorkspace, valuedWorkspace } from "../../test/valued-workspace.ts";
import { createApp } from "./app.ts";

let valued: TemporaryWorkspace;
let app: FastifyInstance;
beforeAll(async () => {
  valued = await valuedWorkspace();
  app = await createApp(valued.workspace);
});
afterAll(async () => {
  await app.close();
  await valued.remove();
});

const customersOf = async () => (await app.inject("/api/equity")).json().items[0].customers;
const change = (to: number) => valued.workspace.engine.run(`UPDATE equity SET customers = ${to}`);

test("an answer stays as long as data do, and is made anew when a step was published", async () => {
  expect(await customersOf()).toBe(300);
  // Beside the pipeline, which nobody does: only so can it be seen that nothing is read again.
  await change(299);
  expect(await customersOf()).toBe(300);
  await valued.workspace.engine.run(
    "UPDATE journal SET published_at = (SELECT max(published_at) FROM journal) + INTERVAL 1 SECOND WHERE step = 'equity'",
  );
  expect(await customersOf()).toBe(299);
});

test("whoever writes has the next read see it, and a refusal is never kept", async () => {
  await change(298);
  expect(await customersOf()).toBe(299);
  await app.inject({ method: "POST", url: "/api/imports/preview", payload: {} });
  expect(await customersOf()).toBe(298);
  const unknown = () => app.inject("/api/customers/nobody");
  expect((await unknown()).json()).toMatchObject({ code: "CUSTOMER_UNKNOWN" });
  expect((await unknown()).statusCode).toBe(404);
});

test("what is kept reads as what is not: same type, same headers, filters apart", async () => {
  const [first, again] = [await app.inject("/api/customers"), await app.inject("/api/customers")];
  expect(again.body).toBe(first.body);
  expect(again.headers["content-type"]).toBe(first.headers["content-type"]);
  expect(again.headers["cache-control"]).toBe("no-store");
  expect((await app.inject("/api/customers?limit=1")).json().items).toHaveLength(1);
});
