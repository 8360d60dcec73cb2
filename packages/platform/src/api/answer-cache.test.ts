import { expect, test } from "vitest";
import { valuedApp } from "../../test/valued-app.ts";

const { inject, workspace } = valuedApp();

const customersOf = async () => (await inject("/api/equity")).json().items[0].customers;
const change = (to: number) => workspace().engine.run(`UPDATE equity SET customers = ${to}`);

test("an answer stays as long as data do, and is made anew when a step was published", async () => {
  expect(await customersOf()).toBe(300);
  // Beside the pipeline, which nobody does: only so can it be seen that nothing is read again.
  await change(299);
  expect(await customersOf()).toBe(300);
  await workspace().engine.run(
    "UPDATE journal SET published_at = (SELECT max(published_at) FROM journal) + INTERVAL 1 SECOND WHERE step = 'equity'",
  );
  expect(await customersOf()).toBe(299);
});

test("whoever writes has the next read see it, and a refusal is never kept", async () => {
  await change(298);
  expect(await customersOf()).toBe(299);
  await inject({ method: "POST", url: "/api/imports/preview", payload: {} });
  expect(await customersOf()).toBe(298);
  const unknown = () => inject("/api/customers/nobody");
  expect((await unknown()).json()).toMatchObject({ code: "CUSTOMER_UNKNOWN" });
  expect((await unknown()).statusCode).toBe(404);
});

test("what is kept reads as what is not: same type, same headers, filters apart", async () => {
  const [first, again] = [await inject("/api/customers"), await inject("/api/customers")];
  expect(again.body).toBe(first.body);
  expect(again.headers["content-type"]).toBe(first.headers["content-type"]);
  expect(again.headers["cache-control"]).toBe("no-store");
  expect((await inject("/api/customers?limit=1")).json().items).toHaveLength(1);
});

test("the list of imports is kept until one is added or undone", async () => {
  const filesOf = async () =>
    (await inject("/api/imports")).json().items.map(({ file }: { file: string }) => file);
  const before = await filesOf();
  await workspace().engine.run("UPDATE imports SET file = 'other'");
  expect(await filesOf()).toEqual(before);
  await workspace().engine.run(
    "UPDATE imports SET undone_at = imported_at WHERE import_id = (SELECT min(import_id) FROM imports)",
  );
  expect(new Set(await filesOf())).toEqual(new Set(["other"]));
});
