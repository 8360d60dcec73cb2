import { afterEach, beforeEach, expect, test } from "vitest";
import { addRows } from "../../../test/ledger-rows.ts";
import { ledgerOf } from "../../../test/orders-table.ts";
import type { Engine } from "../../engines/engine.ts";
import { runSteps } from "../runner.ts";
import type { RunContext } from "../step.ts";
import { answerSteps, topicSteps } from "./feedback-steps.ts";
import { type RankingQuery, readTopicRanking } from "./topic-ranking.ts";

let engine: Engine;
let context: RunContext;
beforeEach(async () => {
  const made = await ledgerOf([]);
  engine = made.engine;
  context = { ...made.context, settings: { ...made.context.settings, smallestGroup: 2 } };
  await addRows(engine, { feedback: ANSWERS });
  for (const statement of TABLES) await engine.run(statement);
  const made_of_them = ["feedback_customer", "feedback_topic_cell"];
  const steps = topicSteps.filter(({ name }) => made_of_them.includes(name));
  await runSteps([...answerSteps, ...steps], context);
});
afterEach(() => engine.close());

const answer = (who: string, day: string, kind: string, score: number, comment: string) => ({
  feedback_id: `${who}-${day}`,
  customer_id: who,
  given_at: `${day} 12:00`,
  kind,
  score,
  comment,
});

const ANSWERS = [
  answer("ann", "2026-01-10", "nps", 3, "Lieferung"),
  answer("bob", "2026-02-10", "nps", 6, "Lieferung"),
  answer("cid", "2026-03-10", "nps", 9, "Preis"),
  answer("dee", "2026-03-31", "csat", 4, "Preis"),
  answer("ann", "2026-04-01", "nps", 8, "Lieferung"),
  answer("bob", "2026-05-10", "nps", 10, "Lieferung"),
  answer("cid", "2026-05-10", "nps", 9, "Lieferung und Preis"),
  answer("dee", "2026-06-30", "csat", 2, "Preis"),
];

const period = (kind: string, start: string, end: string, complete = 1) =>
  `SELECT '${kind}' AS period_kind, DATE '${start}' AS period_start, DATE '${end}' AS period_end,
     ${complete} AS is_complete`;
const months = ["31", "28", "31", "30", "31", "30"].map((last, i) =>
  period("month", `2026-0${i + 1}-01`, `2026-0${i + 1}-${last}`),
);

/** Ann and Bob are active, of class A; Cid and Dee cool down, of class C. */
const TABLES = [
  `CREATE TABLE figure_period AS ${[
    ...months,
    period("quarter", "2026-01-01", "2026-03-31"),
    period("quarter", "2026-04-01", "2026-06-30"),
    period("year", "2026-01-01", "2026-06-30", 0),
  ].join(" UNION ALL ")}`,
  `CREATE TABLE customer_value AS SELECT name AS customer_id, 12 AS horizon_months, class,
     CAST(10 AS DOUBLE) AS contribution_discounted, CAST(NULL AS DOUBLE) AS revenue_discounted,
     CAST(NULL AS DOUBLE) AS expected_purchases
   FROM (VALUES ('ann', 'A'), ('bob', 'A'), ('cid', 'C'), ('dee', 'C')) AS known (name, class)`,
  `CREATE TABLE segment_macro AS SELECT name AS customer_id, macro, DATE '2026-06-30' AS period_end
   FROM (VALUES ('ann', 'active_high'), ('bob', 'active_high'), ('cid', 'cooling_low'),
     ('dee', 'cooling_low')) AS known (name, macro)`,
  `CREATE TABLE warning (customer_id VARCHAR, kind VARCHAR, at_stake DOUBLE)`,
];

const rank = (query: Partial<RankingQuery> = {}) =>
  readTopicRanking(engine, { grouping: "all", period: "quarter", ...query });

test("topics are ranked by answers, with share, means and the change against the quarter before", async () => {
  const { chosen, rows, suppressed } = await rank();
  expect(chosen).toEqual({ start: "2026-04-01", end: "2026-06-30", isComplete: true });
  // Delivery: 3 of 4 answers after 2 of 4; NPS (8 + 10 + 9) / 3 after (3 + 6) / 2.
  // Price: 2 of 4 after 2 of 4; NPS 9 after 9; CSAT 2 after 4.
  expect(rows).toMatchObject([
    {
      ...{ topic: "delivery", rank_place: 1, answers: 3, told: 4, share: 0.75, customers: 3 },
      ...{ nps: 9, nps_n: 3, stars: null, stars_n: 0 },
      ...{ answers_before: 2, share_change: 0.25, nps_change: 4.5, stars_change: null },
    },
    {
      ...{ topic: "price", rank_place: 2, answers: 2, told: 4, share: 0.5, customers: 2 },
      ...{ nps: 9, nps_n: 1, stars: 2, stars_n: 1 },
      ...{ answers_before: 2, share_change: 0, nps_change: 0, stars_change: -2 },
    },
  ]);
  expect(suppressed).toBe(0);
});

test("each segment has a ranking of its own, and what one person alone says is not told", async () => {
  const { rows, suppressed } = await rank({ grouping: "segment" });
  expect(rows).toMatchObject([
    { member: "active_high", topic: "delivery", rank_place: 1, answers: 2, share: 1, nps: 9 },
    { member: "cooling_low", topic: "price", answers: 2, told: 2, share: 1, share_change: 0 },
  ]);
  // Delivery was spoken of by Cid alone.
  expect(suppressed).toBe(1);
});

test("value classes and years are told the same way, a period by its first day", async () => {
  const { rows, chosen } = await rank({ grouping: "value_class", period: "year" });
  expect(chosen).toMatchObject({ start: "2026-01-01", isComplete: false });
  expect(rows).toMatchObject([
    { member: "A", topic: "delivery", answers: 4, customers: 2, nps: 6.75, share_change: null },
    { member: "C", topic: "price", answers: 4, nps: 9, nps_n: 2, stars: 3, answers_before: null },
  ]);
  const first = await rank({ start: "2026-01-01" });
  expect(first.rows).toMatchObject([{ topic: "delivery", nps: 4.5 }, { topic: "price" }]);
  await expect(rank({ start: "2026-02-01" })).rejects.toMatchObject({
    code: "TOPIC_PERIOD_UNKNOWN",
    details: { known: ["2026-04-01", "2026-01-01"] },
  });
});
