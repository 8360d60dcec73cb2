import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importAnswers } from "../../test/answers-workspace.ts";
import { emptyWorkspace, type TemporaryWorkspace } from "../../test/valued-workspace.ts";
import { run } from "../pipeline/run.ts";
import { createApp } from "./app.ts";

let answers: TemporaryWorkspace;
let api: FastifyInstance;
beforeAll(async () => {
  answers = await emptyWorkspace();
  await importAnswers(answers.workspace);
  api = await createApp(answers.workspace);
});
afterAll(async () => {
  await api.close();
  await answers.remove();
});

const get = async (url: string) => (await api.inject(`/api${url}`)).json();

test("before a run the workspace is imported, though there is no order", async () => {
  expect(await get("/overview")).toMatchObject({ state: "imported", orderLines: 0 });
});

test("a workspace of answers alone has figures, feedback and a doctor", async () => {
  await run(answers.workspace);
  expect(await get("/overview")).toMatchObject({
    state: "figures",
    asOf: "2026-05-10",
    method: null,
    customers: null,
  });
  const { items } = await get("/figures/values?figure=nps&period=quarter");
  expect(items).toMatchObject([
    { figure: "nps", value: 0, n: 8 },
    { figure: "nps", value: 100, n: 8 },
  ]);
  expect(await get("/feedback/answers")).toMatchObject({ total: 16 });
  expect((await get("/feedback/cases")).items).toHaveLength(3);
  expect(await get("/doctor")).toMatchObject({ findings: [{ code: "NOTHING_TO_VALUE" }, {}] });
});

test("every other read answers, or says that orders or contracts are missing", async () => {
  const { paths } = await get("/openapi.json");
  const plain = Object.keys(paths).filter((path) => paths[path].get && !path.includes("{"));
  expect(plain.length).toBeGreaterThan(30);
  const codes = new Set<string>();
  for (const path of plain) {
    const response = await api.inject(path.startsWith("/api") ? path : `/api${path}`);
    const type = String(response.headers["content-type"]);
    const { code } = type.includes("problem") ? response.json() : { code: "ANSWERED" };
    expect(["ANSWERED", "NO_VALUES", "NO_BACKTEST_YET", "REQUEST_INVALID"], path).toContain(code);
    codes.add(code);
  }
  expect(codes).toContain("NO_VALUES");
});
