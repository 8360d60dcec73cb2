import { regressionForest, warnings } from "@kundenwert/models";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openDuckDb } from "../../src/engines/duckdb.ts";
import type { Columns, Engine, Parameters } from "../../src/engines/engine.ts";
import { openTrino } from "../../src/engines/trino/trino.ts";
import { gridSelect } from "../../src/pipeline/score-grid.ts";
import { hiddenMarkovSql } from "../../src/pipeline/warnings/hidden-markov-sql.ts";
import { riskSql } from "../../src/pipeline/warnings/risk-sql.ts";
import { TERMS } from "../../src/pipeline/warnings/terms.ts";
import { differences } from "../differences.ts";
import { emptySchema } from "./schema.ts";

/** What scores everybody where customers are many: the statements are long, and only then made. */
const cluster = inject("cluster");
let embedded: Engine;
let clustered: Engine;
beforeAll(async () => {
  embedded = await openDuckDb();
  clustered = await openTrino(emptySchema(cluster));
});
afterAll(async () => {
  await clustered?.close();
  await embedded?.close();
});

/** The same table on both sides. */
async function fill(table: string, columns: Columns): Promise<void> {
  const empty = Object.entries(columns).map(([name, column]) =>
    column instanceof Float64Array
      ? `CAST(0 AS DOUBLE) AS ${name}`
      : `CAST('' AS VARCHAR) AS ${name}`,
  );
  for (const engine of [embedded, clustered]) {
    await engine.replaceTable(table, `SELECT ${empty.join(", ")} WHERE 1 = 0`);
    await engine.append(table, columns);
  }
}

async function expectSame(sql: string, parameters: Parameters, keys: string): Promise<void> {
  const ordered = `SELECT * FROM (${sql}) AS found ORDER BY ${keys}`;
  const [own, theirs] = await Promise.all(
    [embedded, clustered].map((engine) => engine.rows(ordered, parameters)),
  );
  expect(own?.length).toBeGreaterThan(0);
  expect(differences(theirs, own)).toEqual([]);
}

/** Numbers in [0, 1) that are the same every time. */
const uniform = (row: number, salt: number) => {
  const wave = Math.sin(row * 12.9898 + salt * 78.233) * 43758.5453;
  return wave - Math.floor(wave);
};
const column = (rows: number, of: (row: number) => number) =>
  Float64Array.from({ length: rows }, (_, row) => of(row));

test("forecasts from a grid are the same", async () => {
  const age = column(400, (row) => Math.ceil(700 * uniform(row, 1)));
  const frequency = column(400, (row) =>
    Math.min(Math.floor(40 * uniform(row, 2) ** 3), age[row] as number),
  );
  const recency = column(400, (row) =>
    frequency[row] === 0 ? 0 : Math.max(1, Math.round((age[row] as number) * uniform(row, 3))),
  );
  await fill("customers_seen", { frequency, recency, age });
  const model = {
    method: "pareto-nbd",
    params: { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 },
  } as const;
  const horizons = [{ horizon: 12, days: 365, rate: 0.0003 }];
  const reach = { frequency: 40, age: 700 };
  for (const engine of [embedded, clustered]) {
    const select = await gridSelect(engine, "score", model, horizons, reach);
    const { sql, parameters } = select(
      "SELECT DISTINCT frequency, recency, age FROM customers_seen",
    );
    if (engine === clustered) await expectSame(sql, parameters, "frequency, recency, age");
  }
});

const ROWS = 300;
const NUMBERS = [
  ...["purchases_1m", "purchases_3m", "purchases_12m", "spend_3m", "spend_12m", "spend_so_far"],
  ...["returned_12m", "breadth", "usage_days", "usage_quiet", "contacts", "nps", "campaigns"],
  ...["gap", "spend_high", "per_purchase", "expected_spend", "gap_squares", "little", "months"],
] as const;

test("the risk of a change is the same by regression and a forest of ten trees", async () => {
  const age = column(ROWS, (row) => 30 + Math.floor(600 * uniform(row, 31)));
  await fill("outlook_rows", {
    customer_id: Array.from({ length: ROWS }, (_, row) => `c${row}`),
    macro: Array.from({ length: ROWS }, (_, row) => (row % 3 ? "active_mid" : "new")),
    purchases: column(ROWS, (row) => 1 + Math.floor(9 * uniform(row, 32))),
    age,
    recency: column(ROWS, (row) => Math.floor((age[row] as number) * uniform(row, 33))),
    quiet_mbg: column(ROWS, (row) => uniform(row, 34)),
    quiet_hidden_markov: column(ROWS, (row) => uniform(row, 35)),
    ...Object.fromEntries(
      NUMBERS.map((name, salt) => [
        name,
        column(ROWS, (row) =>
          salt > 7 && row % 7 === salt % 7 ? Number.NaN : 90 * uniform(row, salt),
        ),
      ]),
    ),
  });
  const learnt = 6000;
  const terms = Object.fromEntries(
    TERMS.desired.map(({ name }, salt) => [
      name,
      column(learnt, (row) => 4 * uniform(row, salt + 50)),
    ]),
  );
  const first = Object.values(terms)[0] as Float64Array;
  const outcome = column(learnt, (row) =>
    (first[row] as number) * uniform(row, 99) > 1.5 ? 1 : 0,
  );
  const fit = {
    logistic: warnings.logisticRegression.fit(terms, outcome),
    forest: regressionForest.fit(
      { features: terms, targets: [outcome] },
      { trees: 10, maxLeaves: 250, minLeaf: 10, featureShare: 0.5, seed: 1 },
    ),
  };
  await expectSame(riskSql("desired", fit, "SELECT * FROM outlook_rows"), {}, "customer_id");
});

test("the filter of the hidden Markov model is the same over three years", async () => {
  const months = 36;
  const ends = column(months, (month) => 19_000 + Math.round(30.44 * month));
  await fill("asked_customers", {
    customer_id: Array.from({ length: 50 }, (_, row) => `c${row}`),
    age: column(50, (row) => Math.floor(1100 * uniform(row, 5))),
  });
  const bought = Array.from({ length: 600 }, (_, i) => ({
    who: i % 50,
    month: Math.floor(i / 50) * 3,
  }));
  await fill("bought_months", {
    customer_id: bought.map(({ who }) => `c${who}`),
    period: Float64Array.from(bought, ({ month }) => month + 1),
    purchases: column(600, (row) => 1 + Math.floor(6 * uniform(row, 6))),
  });
  const model = {
    rates: [0.01, 0.4, 1.5, 6],
    initial: [0.3, 0.4, 0.2, 0.1],
    transition: [
      [0.97, 0.01, 0.01, 0.01],
      [0.1, 0.8, 0.08, 0.02],
      [0.05, 0.1, 0.8, 0.05],
      [0.02, 0.03, 0.15, 0.8],
    ],
  };
  const sql = hiddenMarkovSql(
    model,
    ends,
    3,
    "SELECT customer_id, age FROM asked_customers",
    "SELECT customer_id, period, purchases FROM bought_months",
  );
  await expectSame(sql, {}, "customer_id");
});
