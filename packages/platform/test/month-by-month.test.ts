import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { identifier } from "../src/engines/engine.ts";
import { planFeatures } from "../src/pipeline/features/feature-plan.ts";
import { FIGURE_STEPS } from "../src/pipeline/figures/steps.ts";
import { run } from "../src/pipeline/run.ts";
import { openWorkspace, type Workspace } from "../src/workspace/workspace.ts";
import { later, year } from "./feature-ledger.ts";
import { addRows, type LedgerRow } from "./ledger-rows.ts";

/** Numbers that customers and profiles are given on the way: what they stand for is compared. */
const GIVEN = ["customer_no", "profile_id"];
const NUMBERED = ["customer_number", "customer_profile", "profile_member", "profile_cut"];
let directory: string;
const opened: Workspace[] = [];

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "kundenwert-months-"));
});
afterAll(async () => {
  for (const workspace of opened) await workspace.close();
  rmSync(directory, { recursive: true, force: true });
});

async function open(name: string): Promise<Workspace> {
  const workspace = await openWorkspace(join(directory, name));
  opened.push(workspace);
  return workspace;
}

/** Orders of 12 customers, a few a month from November to February, now and then sent back. */
function orders(): LedgerRow[] {
  return Array.from({ length: 12 * 5 }, (_, i) => {
    const day = new Date(Date.UTC(2025, 10, 1 + ((i * 37) % 118)));
    const isBack = i % 9 === 8;
    return {
      order_id: isBack ? `n${i}` : `o${i}`,
      customer_id: `k${String(i % 12).padStart(2, "0")}`,
      ordered_at: day.toISOString().slice(0, 10),
      product_id: `p${i % 5}`,
      amount: isBack ? -3 : 10 + ((i * 13) % 40),
      ...(i % 3 === 0 ? {} : { cost: isBack ? -1 : 5 }),
      channel: ["web", "shop", "app"][i % 3] as string,
      ...(isBack ? { return_of: `o${i - 12}` } : {}),
    };
  });
}

const products = ["x", "y", "z"].map((category, i) => ({ product_id: `p${i}`, category }));

/** What comes first, what comes with the next month, and what comes late and replaces. */
const STAGES: readonly ((workspace: Workspace) => Promise<void>)[] = [
  async ({ engine }) => {
    await addRows(engine, { ...year, products });
    await addRows(engine, { orders: orders() }, 2);
  },
  async ({ engine }) => {
    await addRows(engine, { ...later, products: [{ product_id: "p9", category: "v" }] }, 3);
  },
  async ({ engine }) => {
    // An import replaces a January order by another one of December, and brings what is late.
    await engine.run(`INSERT INTO orders_superseded BY NAME
      SELECT 4 AS superseded_by, * FROM orders WHERE import_id = 2 AND line IN (3, 20)`);
    await engine.run("DELETE FROM orders WHERE import_id = 2 AND line IN (3, 20)");
    await addRows(
      engine,
      {
        orders: [
          {
            order_id: "late",
            customer_id: "k03",
            ordered_at: "2025-12-24",
            product_id: "p3",
            amount: 70,
          },
          // It takes back all of a purchase of December, so gaps and repeats of later months move.
          {
            order_id: "back",
            customer_id: "k03",
            ordered_at: "2026-03-30",
            product_id: "p3",
            amount: -70,
            return_of: "late",
          },
          {
            order_id: "new",
            customer_id: "a00",
            ordered_at: "2025-12-31",
            product_id: "p4",
            amount: 9,
          },
        ],
        products: [{ product_id: "p3", category: "w" }],
        interactions: [{ customer_id: "ann", happened_at: "2026-01-02 10:00", kind: "Anfrage" }],
        usage: [
          { subscription_id: "s1", used_at: "2026-01-03 08:00", feature: "film", quantity: 5 },
        ],
        feedback: [{ customer_id: "bob", given_at: "2026-01-04", kind: "csat", score: 5 }],
        referrals: [{ referrer_id: "k01", referred_id: "k02", referred_on: "2026-01-05" }],
        campaign_members: [{ campaign_id: "c1", customer_id: "k01", contacted_at: "2026-01-06" }],
      },
      4,
    );
  },
];

async function make(workspace: Workspace, asOf: string): Promise<void> {
  await run(workspace, { asOf: new Date(asOf), method: "last-window", backtest: false });
}

/** Every table of the figures, every source of features and the snapshots, in one order. */
async function results({ engine }: Workspace): Promise<Record<string, readonly string[]>> {
  const { sources } = await planFeatures(engine);
  const names = [...FIGURE_STEPS, ...sources, "snapshot", "lifecycle_stage", "lifecycle_month"];
  const tables: Record<string, readonly string[]> = {};
  for (const name of names.filter((one) => !NUMBERED.includes(one))) {
    const rows = await engine.rows(`SELECT * FROM ${identifier(name)}`);
    const plain = rows.map((row) => Object.entries(row).filter(([key]) => !GIVEN.includes(key)));
    tables[name] = plain.map((row) => JSON.stringify(row, rounded)).sort();
  }
  return tables;
}

/** The last digits of a sum hang on the order of adding; amounts have four. */
function rounded(_: string, value: unknown): unknown {
  return typeof value === "number" ? Number(value.toFixed(8)) : value;
}

test("tables made month by month are those made at once, whatever came late", async () => {
  const grown = await open("grown");
  const [first, next, late] = STAGES as [
    (typeof STAGES)[0],
    (typeof STAGES)[0],
    (typeof STAGES)[0],
  ];
  await first(grown);
  await make(grown, "2026-02-28");
  await next(grown);
  await make(grown, "2026-03-31");
  await late(grown);
  await make(grown, "2026-03-31");

  const fresh = await open("fresh");
  for (const stage of STAGES) await stage(fresh);
  await make(fresh, "2026-03-31");

  const [one, other] = [await results(grown), await results(fresh)];
  expect(Object.keys(one).length).toBeGreaterThan(40);
  for (const [table, rows] of Object.entries(other)) expect(one[table], table).toEqual(rows);
  expect(one.purchase_month?.length).toBeGreaterThan(50);
});

test("one more month makes one period, and a return that of its purchase as well", async () => {
  const workspace = await open("counted");
  const { engine } = workspace;
  await addRows(engine, { orders: orders() });
  await make(workspace, "2026-02-28");
  const before = await published(workspace);
  await addRows(
    engine,
    {
      orders: [
        { order_id: "m", customer_id: "k01", ordered_at: "2026-03-05", amount: 20, channel: "web" },
        {
          order_id: "r",
          customer_id: "k00",
          ordered_at: "2026-03-06",
          amount: -1,
          return_of: "o0",
          channel: "web",
        },
      ],
    },
    2,
  );
  await make(workspace, "2026-03-31");
  const after = await published(workspace);
  const made = (step: string) =>
    Object.keys(after)
      .filter((entry) => entry.startsWith(`${step}/`) && before[entry] !== after[entry])
      .map((entry) => entry.slice(step.length + 1));
  // o0 was ordered on the first of November 2025.
  expect(made("purchase_month")).toEqual(["2025-11-01", "2026-03-01"]);
  expect(made("place_month")).toEqual(["2025-11-01", "2026-03-01"]);
  // The week of 23 February ends in March; that of 27 October holds the first days of November.
  expect(made("purchase_week")).toEqual(["2025-10-01", "2025-11-01", "2026-02-01", "2026-03-01"]);
  expect(made("range_activity")).toEqual(["2026-03-01"]);
});

/** When each period of each step was made. */
async function published({ engine }: Workspace): Promise<Record<string, string>> {
  const rows = await engine.rows(
    "SELECT step, CAST(published_at AS VARCHAR) AS at FROM journal ORDER BY step",
  );
  return Object.fromEntries(rows.map(({ step, at }) => [String(step), String(at)]));
}
