import { afterEach, beforeEach, expect, test } from "vitest";
import { addRows, type LedgerRow } from "../../../test/ledger-rows.ts";
import { ledgerOf } from "../../../test/orders-table.ts";
import type { Engine } from "../../engines/engine.ts";
import { runSteps } from "../runner.ts";
import type { RunContext } from "../step.ts";
import { answerSteps } from "./feedback-steps.ts";

let engine: Engine;
let context: RunContext;
beforeEach(async () => {
  ({ engine, context } = await ledgerOf([]));
});
afterEach(() => engine.close());

async function said(feedback: readonly LedgerRow[], interactions: readonly LedgerRow[] = []) {
  await addRows(engine, { feedback, interactions });
  await runSteps(answerSteps, context);
  return engine.rows("SELECT * FROM feedback_item ORDER BY answer_no");
}

const nps = (feedback_id: string, given_at: string, score: number, more: LedgerRow = {}) => ({
  feedback_id,
  customer_id: "ann",
  given_at,
  kind: "nps",
  score,
  ...more,
});

async function topicsOf(comment: string): Promise<string[]> {
  await said([{ feedback_id: "t", customer_id: "ann", given_at: "2026-01-05", comment }]);
  const rows = await engine.rows(
    "SELECT DISTINCT topic FROM feedback_mention WHERE topic <> '' ORDER BY topic",
  );
  return rows.map(({ topic }) => String(topic));
}

test("a case opens for NPS up to 6, CSAT and reviews up to 2, and for nothing else", async () => {
  const items = await said([
    nps("a", "2026-01-05 09:00", 6),
    nps("b", "2026-01-05 10:00", 7),
    nps("c", "2026-01-05 11:00", 2, { kind: "csat" }),
    nps("d", "2026-01-05 12:00", 3, { kind: "csat" }),
    nps("e", "2026-01-05 13:00", 1, { kind: "review" }),
    { feedback_id: "f", given_at: "2026-01-05 14:00", comment: "schlecht" },
  ]);
  expect(items.map(({ case_id }) => case_id)).toEqual([
    "nps:a",
    null,
    "csat:c",
    null,
    "review:e",
    null,
  ]);
  expect(items.map(({ score_class }) => score_class)).toEqual([
    "bad",
    "middling",
    "bad",
    "middling",
    "bad",
    "none",
  ]);
});

test("thresholds are the workspace's own", async () => {
  const cases = { ...context.settings.cases, npsAtMost: 4, scoreAtMost: 3 };
  context = { ...context, settings: { ...context.settings, cases } };
  const items = await said([
    nps("a", "2026-01-05 09:00", 5),
    nps("b", "2026-01-05 10:00", 4),
    nps("c", "2026-01-05 11:00", 3, { kind: "review" }),
  ]);
  expect(items.map(({ case_id }) => case_id)).toEqual([null, "nps:b", "review:c"]);
});

test("the same answer in two files is one case, with a number of its own or without", async () => {
  const twice = [
    nps("a", "2026-01-05 09:00", 1),
    { customer_id: "ann", given_at: "2026-01-06 10:00", kind: "csat", score: 1 },
  ];
  await addRows(engine, { feedback: twice }, 1);
  await addRows(engine, { feedback: twice.map((row, at) => ({ ...row, line: 10 + at })) }, 2);
  await runSteps(answerSteps, context);
  const cases = await engine.rows(
    "SELECT case_id FROM feedback_item WHERE case_id IS NOT NULL ORDER BY case_id",
  );
  expect(cases.map(({ case_id }) => case_id)).toEqual(["csat@ann@2026-01-06 10:00@1.0", "nps:a"]);
});

test("a case is due five working days later; a weekend counts as its Friday", async () => {
  // 2026-01-05 is a Monday.
  const days = ["2026-01-05", "2026-01-07", "2026-01-09", "2026-01-10", "2026-01-11"];
  const items = await said(days.map((day, at) => nps(String(at), day, 0)));
  expect(items.map(({ due_on }) => due_on)).toEqual([
    "2026-01-12",
    "2026-01-14",
    "2026-01-16",
    "2026-01-16",
    "2026-01-16",
  ]);
  const two = { ...context.settings.cases, workingDays: 2 };
  context = { ...context, settings: { ...context.settings, cases: two } };
  await runSteps(answerSteps, context);
  const sooner = await engine.rows("SELECT due_on FROM feedback_item ORDER BY answer_no");
  expect(sooner.map(({ due_on }) => due_on)).toEqual([
    "2026-01-07",
    "2026-01-09",
    "2026-01-13",
    "2026-01-13",
    "2026-01-13",
  ]);
});

test("a later contact that settles something solves, an earlier one or a visit does not", async () => {
  const contact = (customer_id: string, happened_at: string, outcome: string) => ({
    customer_id,
    happened_at,
    outcome,
  });
  const items = await said(
    [
      nps("a", "2026-01-05 09:00", 1),
      nps("b", "2026-01-05 09:00", 1, { customer_id: "bob" }),
      nps("c", "2026-01-05 09:00", 1, { customer_id: "cem" }),
    ],
    [
      contact("ann", "2026-01-07 10:00", "Gelöst"),
      contact("ann", "2026-01-06 10:00", "solved"),
      contact("bob", "2026-01-04 10:00", "gelöst"),
      contact("cem", "2026-01-07 10:00", "visited"),
    ],
  );
  expect(items.map(({ case_begins }) => case_begins)).toEqual(["solved", "open", "open"]);
  expect(items[0]?.settled_at).toBe("2026-01-06 10:00:00");
});

test("what nobody touched for half a year is closed, counted from the last answer", async () => {
  const items = await said([
    nps("a", "2025-07-04", 1),
    nps("b", "2025-07-05", 1),
    nps("c", "2026-01-01", 10),
  ]);
  // 2025-07-05 is 180 days before 2026-01-01.
  expect(items.map(({ case_begins }) => case_begins)).toEqual(["closed", "open", null]);
});

test("the score tells the mood, words only where there is none, and mixed words tell nothing", async () => {
  const texts = [
    "Alles super, gerne wieder",
    "Leider kaputt",
    "Gute Ware, leider zu spät",
    "Bestellung vom Mai",
    "Ich bin nicht zufrieden",
    "Not very good",
    "Gar nicht schlecht",
    "Kein Ärger, sehr freundlich",
  ];
  const items = await said([
    nps("0", "2026-01-01", 9, { comment: "leider kaputt" }),
    ...texts.map((comment, at) => ({
      feedback_id: `${at + 1}`,
      given_at: `2026-01-0${at + 2}`,
      comment,
    })),
  ]);
  expect(items.map(({ sentiment, sentiment_from }) => `${sentiment} by ${sentiment_from}`)).toEqual(
    [
      "positive by score",
      "positive by words",
      "negative by words",
      "unknown by nothing",
      "unknown by nothing",
      "negative by words",
      "negative by words",
      "unknown by nothing",
      "positive by words",
    ],
  );
});

test.each([
  ["Die Lieferung kam zu spät.", ["delivery"]],
  ["Nachlieferung fehlt, Paketbote unfreundlich", ["delivery"]],
  ["Refund took ages; the app crashed!", ["app", "returns"]],
  ["Ich habe den Apparat gekauft", []],
  ["„Preis“/Qualität", ["price", "quality"]],
  ["Rechnung\nfalsch", ["billing"]],
])("%s is about %j", async (comment, topics) => {
  expect(await topicsOf(comment)).toEqual(topics);
});

test("a topic of one's own is found, and takes the place of a built-in one of its name", async () => {
  const own = [
    { topic: "gift", de: "Geschenk", en: "Gift", words: ["geschenk*"] },
    { topic: "price", de: "Preis", en: "Price", words: ["zu viel geld"] },
  ];
  context = { ...context, settings: { ...context.settings, topics: own } };
  expect(await topicsOf("Zu viel  Geld für ein teures Geschenk")).toEqual(["gift", "price"]);
  const words = await engine.rows("SELECT word FROM feedback_mention WHERE topic = 'price'");
  expect(words).toEqual([{ word: "zu viel geld" }]);
});

test("the same ledger again costs nothing and changes nothing", async () => {
  await said([nps("a", "2026-01-05 09:00", 1, { comment: "Paket kaputt" })]);
  const again = await runSteps(answerSteps, context);
  expect(again.map(({ state }) => state)).toEqual(answerSteps.map(() => "unchanged"));
});
