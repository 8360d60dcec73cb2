import type { Annotation, AnnotationList, SavedView, SavedViewList } from "@kundenwert/contract";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { emptyWorkspace, type TemporaryWorkspace } from "../../../test/valued-workspace.ts";
import { createApp } from "../app.ts";

let own: TemporaryWorkspace;
let app: FastifyInstance;
beforeAll(async () => {
  own = await emptyWorkspace();
  app = await createApp(own.workspace);
});
afterAll(async () => {
  await app.close();
  await own.remove();
});

const send = (method: "GET" | "POST" | "PUT" | "DELETE", url: string, payload?: object) =>
  app.inject({ method, url: `/api${url}`, ...(payload ? { payload } : {}) });
const listed = async () => (await send("GET", "/annotations")).json<AnnotationList>().items;
const PRICE = { day: "2026-03-01", kind: "price", text: "Prices up by 5 %" };

test("what people note stands among the campaigns of the data, by day", async () => {
  await own.workspace.engine.run(
    `INSERT INTO campaigns (import_id, line, campaign_id, name, started_on)
     VALUES (1, 1, 'c1', 'Easter', DATE '2026-04-01'), (2, 1, 'c1', 'Easter', DATE '2026-04-01'),
            (1, 2, 'c2', NULL, DATE '2026-01-15'), (1, 3, 'c3', 'No day', NULL)`,
  );
  const { id } = (await send("POST", "/annotations", PRICE)).json<Annotation>();
  expect(await listed()).toEqual([
    { id: null, day: "2026-01-15", kind: "campaign", text: "c2" },
    { id, ...PRICE },
    { id: null, day: "2026-04-01", kind: "campaign", text: "Easter" },
  ]);
  await send("PUT", `/annotations/${id}`, { ...PRICE, text: "6 %" });
  expect((await listed())[1]).toMatchObject({ text: "6 %" });
  await send("DELETE", `/annotations/${id}`);
  expect(await listed()).toHaveLength(2);
  await send("POST", `/annotations/${id}/restore`);
  expect((await listed())[1]).toMatchObject({ id, text: "6 %" });
});

test("a view is saved, renamed, removed and brought back", async () => {
  const path = "/customers?sort=alive&search=K%2D1";
  const { id } = (await send("POST", "/views", { name: "At risk", path })).json<SavedView>();
  await send("PUT", `/views/${id}`, { name: "Sleepers" });
  const views = async () => (await send("GET", "/views")).json<SavedViewList>().items;
  expect(await views()).toMatchObject([{ id, name: "Sleepers", path }]);
  await send("DELETE", `/views/${id}`);
  expect(await views()).toEqual([]);
  await send("POST", `/views/${id}/restore`);
  expect(await views()).toHaveLength(1);
});

test("the start page is as it was set", async () => {
  const nothing = { tiles: null, horizon: null, basis: null, language: null };
  expect((await send("GET", "/preferences")).json()).toEqual(nothing);
  const chosen = {
    tiles: ["figures", "equity"],
    horizon: 24,
    basis: "contribution",
    language: "en",
  };
  expect((await send("PUT", "/preferences", chosen)).statusCode).toBe(200);
  expect((await send("GET", "/preferences")).json()).toEqual(chosen);
});

test.each([
  ["POST", "/annotations", { ...PRICE, day: "2026-02-31" }, 400, "REQUEST_INVALID"],
  ["POST", "/annotations", { ...PRICE, text: "  " }, 400, "REQUEST_INVALID"],
  ["POST", "/annotations", { ...PRICE, kind: "party" }, 400, "REQUEST_INVALID"],
  ["PUT", "/annotations/99", PRICE, 404, "ANNOTATION_UNKNOWN"],
  ["DELETE", "/annotations/99", undefined, 404, "ANNOTATION_UNKNOWN"],
  ["POST", "/views", { name: "x", path: "//evil.example" }, 400, "REQUEST_INVALID"],
  ["POST", "/views", { name: "x", path: "/\\evil.example" }, 400, "REQUEST_INVALID"],
  ["POST", "/views", { name: "x", path: "javascript:alert(1)" }, 400, "REQUEST_INVALID"],
  ["POST", "/views/99/restore", undefined, 404, "VIEW_UNKNOWN"],
  ["PUT", "/preferences", { tiles: ["everything"] }, 400, "REQUEST_INVALID"],
] as const)("%s %s with %j answers %i %s", async (method, url, payload, status, code) => {
  const answer = await send(method, url, payload);
  expect(answer.json()).toMatchObject({ status, code });
});
