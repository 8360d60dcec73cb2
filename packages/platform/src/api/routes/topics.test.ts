import type { FeedbackTopics, TopicDetail, TopicRanking } from "@kundenwert/contract";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importAnswers } from "../../../test/answers-workspace.ts";
import { emptyWorkspace, type TemporaryWorkspace } from "../../../test/valued-workspace.ts";
import { run } from "../../pipeline/run.ts";
import { createApp } from "../app.ts";

let answers: TemporaryWorkspace;
let api: FastifyInstance;
beforeAll(async () => {
  answers = await emptyWorkspace();
  await importAnswers(answers.workspace);
  await run(answers.workspace);
  api = await createApp(answers.workspace);
});
afterAll(async () => {
  await api.close();
  await answers.remove();
});

const get = async <T>(url: string): Promise<T> => (await api.inject(`/api${url}`)).json();
const post = (url: string, payload: Record<string, unknown> = {}) =>
  api.inject({ method: "POST", url: `/api/feedback/topics/${url}`, payload });

test("a topic is planned, taken into work, done, and each change is kept", async () => {
  const planned = await post("delivery", {
    ...{
      state: "planned",
      owner: "Team Logistik",
      dueOn: "2026-09-30",
      note: "Anderer Paketdienst",
    },
    revision: 0,
  });
  expect(planned.json<TopicDetail>()).toMatchObject({
    topic: "delivery",
    nameDe: "Lieferung",
    improvement: { state: "planned", owner: "Team Logistik", dueOn: "2026-09-30", revision: 1 },
  });
  const done = (await post("delivery", { state: "done" })).json<TopicDetail>();
  expect(done.history.map(({ kind, before, after }) => [kind, before, after])).toEqual([
    ["state", "open", "planned"],
    ["owner", null, "Team Logistik"],
    ["due", null, "2026-09-30"],
    ["note", null, "Anderer Paketdienst"],
    ["state", "planned", "done"],
  ]);
  const { items } = await get<FeedbackTopics>("/feedback/topics");
  expect(items).toMatchObject([{ topic: "delivery", improvement: { state: "done" } }]);
});

test("states are taken back one by one, until nothing is left to undo", async () => {
  expect((await post("delivery/undo")).json()).toMatchObject({ improvement: { state: "planned" } });
  expect((await post("delivery/undo")).json()).toMatchObject({ improvement: { state: "open" } });
  const refused = await post("delivery/undo");
  expect(refused.json()).toMatchObject({ code: "TOPIC_NOTHING_TO_UNDO", status: 409 });
});

test("what was changed meanwhile, is no topic, or says nothing is refused", async () => {
  const late = await post("delivery", { state: "done", revision: 1 });
  expect(late.json()).toMatchObject({ code: "TOPIC_CHANGED", status: 409 });
  expect((await post("weather", { state: "done" })).json()).toMatchObject({
    code: "TOPIC_UNKNOWN",
  });
  expect((await post("price", {})).json()).toMatchObject({ code: "REQUEST_INVALID" });
  expect((await post("price", { state: "won" })).json()).toMatchObject({ code: "REQUEST_INVALID" });
  expect(await get("/feedback/topics/weather")).toMatchObject({ code: "TOPIC_UNKNOWN" });
});

test("topics are ranked by period and group, and a period without answers is refused", async () => {
  const quarter = await get<TopicRanking>("/feedback/topic-ranking");
  expect(quarter).toMatchObject({
    grouping: "all",
    chosen: { start: "2026-01-01", end: "2026-03-31", isComplete: true },
    items: [{ topic: "delivery", nameEn: "Delivery", answers: 8, share: 1, nps: 6.5, npsN: 8 }],
  });
  const month = await get<TopicRanking>("/feedback/topic-ranking?period=month&start=2026-02-01");
  expect(month.items).toMatchObject([{ answers: 8, answersBefore: null, shareChange: null }]);
  const none = await get<TopicRanking>("/feedback/topic-ranking?grouping=segment");
  expect(none).toMatchObject({ chosen: null, items: [] });
  expect(await get("/feedback/topic-ranking?start=2025-01-01")).toMatchObject({
    code: "TOPIC_PERIOD_UNKNOWN",
  });
});
